import type { Drawing, Glyph, Rule } from '../../../../index/source/pdf/drawing.js';
import { writePages, type Page } from '../../../../index/source/pdf/pages.js';
import { SourceWriter } from '../../../../index/source/source-writer.js';

/** Characters of a line that begins at `x` on the baseline `y`: Chinese ones are as wide as high, others half as wide. */
export function print(text: string, x: number, y: number, { size = 10, spread = 0 }: { readonly size?: number; readonly spread?: number } = {}): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = x;
  for (const character of text) {
    const width = /[\u2e80-\uffff]/.test(character) ? size : size / 2;
    if (character !== ' ') glyphs.push({ text: character, x: at, right: at + width, y, size });
    at += width + spread;
  }
  return glyphs;
}

/** The lines of a table with these column edges and row levels; `without` leaves out single stretches: `v 1 2` is the line at edge 1 along row 2. */
export function rulesOf(edges: readonly number[], levels: readonly number[], without: readonly string[] = []): Rule[] {
  const rules: Rule[] = [];
  levels.forEach((at, l) => edges.slice(1).forEach((to, c) => without.includes(`h ${l} ${c}`) || rules.push({ horizontal: true, at, from: edges[c]!, to })));
  edges.forEach((at, e) => levels.slice(1).forEach((to, r) => without.includes(`v ${e} ${r}`) || rules.push({ horizontal: false, at, from: levels[r]!, to })));
  return rules;
}

export const drawn = (glyphs: readonly Glyph[], rules: readonly Rule[] = []): Drawing => ({ glyphs, rules, invisible: 0 });

/** What is read from pages of 600 by 800 points: the text, and each table's grid as printed, with where it comes from. */
export function readPages(...drawings: readonly Drawing[]): { text: string; tables: { from: string; rows: string[][] }[] } {
  const writer = new SourceWriter();
  writePages(drawings.map((drawing): Page => ({ drawing, height: 800 })), writer);
  const { text, layout } = writer.finish();
  return { text, tables: (layout?.tables ?? []).map(({ from, rows, cells }) => ({ from, rows: rows.map((row) => row.map((at) => (at === null ? '∅' : text.slice(cells[at]!.start, cells[at]!.end)))) })) };
}

import { breaksAWord, joined, lastCharacter } from '../joining.js';
import type { Glyph } from './drawing.js';

/** Characters that stand beside each other, without a wide gap between them. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** What stands on one baseline. */
export interface TextLine {
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly right: number;
  /** Parted where a gap is wider than a character and a half. */
  readonly segments: readonly Segment[];
  /** All of it, gaps as one blank. */
  readonly text: string;
}

/** A gap of this many ems parts words; of `CELL_GAP`, cells. */
const WORD_GAP = 0.22;
const CELL_GAP = 1.5;

/** Sorts characters into lines, top to bottom, each from left to right. A character drawn twice to look bold counts once. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: TextLine[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    // Raised and lowered characters belong to the line they are nearest to: half of the larger size.
    while (end < sorted.length && sorted[end]!.y - sorted[i]!.y <= Math.max(sorted[i]!.size, sorted[end]!.size) * 0.4) end += 1;
    lines.push(lineOf(once(sorted.slice(i, end).sort((a, b) => a.x - b.x))));
    i = end;
  }
  return lines;
}

function once(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const twin = kept.slice(-4).some((other) => other.text === glyph.text && Math.abs(other.x - glyph.x) < glyph.size * 0.15 && Math.abs(other.y - glyph.y) < glyph.size * 0.15);
    if (!twin) kept.push(glyph);
  }
  return kept;
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const segments: { text: string; x: number; right: number }[] = [];
  const size = median(glyphs.map((glyph) => glyph.size));
  for (const glyph of glyphs) {
    const last = segments.at(-1);
    const gap = last === undefined ? 0 : glyph.x - last.right;
    if (last === undefined || gap > size * CELL_GAP) segments.push({ text: glyph.text, x: glyph.x, right: glyph.right });
    else {
      const blank = gap > size * WORD_GAP && !breaksAWord(lastCharacter(last.text), glyph.text) ? ' ' : '';
      // Between a number and a Chinese character the page leaves a little air that nobody typed.
      last.text += (blank !== '' && gap < size * 0.6 && !bothNarrow(last.text, glyph.text) ? '' : blank) + glyph.text;
      last.right = Math.max(last.right, glyph.right);
    }
  }
  return { y: median(glyphs.map((glyph) => glyph.y)), size, x: segments[0]!.x, right: segments.at(-1)!.right, segments, text: segments.map(({ text }) => text).join(' ') };
}

const NARROW = /[\u0021-\u024f]/;
const bothNarrow = (before: string, after: string): boolean => NARROW.test(lastCharacter(before)) && NARROW.test(after);

/** The text of one cell. `edge` is where it ends at the right: a number that reaches it goes on in the next line. */
export function cellLines(glyphs: readonly Glyph[], edge: number): string {
  let text = '';
  let last: TextLine | null = null;
  for (const line of linesOf(glyphs)) {
    const shown = line.segments.map((segment) => segment.text);
    const cutNumber = last !== null && edge - last.right < last.size && /^[\d.,]+$/.test(last.text) && /^[\d.,]+$/.test(line.text);
    text = cutNumber ? text + joined(shown) : joined([text, ...shown]);
    last = line;
  }
  return text;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

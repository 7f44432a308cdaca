import type { Grid } from '../source-writer.js';
import type { Glyph, Rule } from './drawing.js';
import { cellLines } from './text-lines.js';

/** A table rebuilt from the lines round its cells. */
export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Left edges of its columns and the right edge of the last one. */
  readonly edges: readonly number[];
  readonly grid: Grid;
  /** The characters that stand in it. */
  readonly glyphs: ReadonlySet<Glyph>;
}

/** Points within which lines are one line, or meet. */
const NEAR = 2.5;
/** More lines than this on a page are a drawing, not a table. */
const MAX_RULES = 4_000;

/** Finds the tables whose cells have lines round them, from top to bottom. A frame round a single text is none. */
export function ruledTables(rules: readonly Rule[], glyphs: readonly Glyph[]): RuledTable[] {
  if (rules.length > MAX_RULES) return [];
  const tables: RuledTable[] = [];
  for (const group of connected(merged(rules))) {
    const table = tableOf(group, glyphs);
    if (table !== null) tables.push(table);
  }
  return tables.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Lines drawn in pieces (one a cell, or dots) become one. */
function merged(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  for (const horizontal of [true, false]) {
    const sorted = rules.filter((rule) => rule.horizontal === horizontal).sort((a, b) => a.at - b.at);
    for (let i = 0; i < sorted.length; ) {
      let end = i + 1;
      while (end < sorted.length && sorted[end]!.at - sorted[i]!.at <= NEAR) end += 1;
      const bundle = sorted.slice(i, end).sort((a, b) => a.from - b.from);
      const at = bundle.reduce((sum, rule) => sum + rule.at, 0) / bundle.length;
      let { from, to } = bundle[0]!;
      for (const rule of bundle.slice(1)) {
        if (rule.from > to + 3) {
          result.push({ horizontal, at, from, to });
          ({ from, to } = rule);
        } else to = Math.max(to, rule.to);
      }
      result.push({ horizontal, at, from, to });
      i = end;
    }
  }
  return result;
}

function connected(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const meets = (h: Rule, v: Rule): boolean => v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;
  rules.forEach((a, i) => {
    if (!a.horizontal) return;
    rules.forEach((b, j) => {
      if (!b.horizontal && meets(a, b)) parent[root(i)] = root(j);
    });
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, i) => groups.set(root(i), [...(groups.get(root(i)) ?? []), rule]));
  return [...groups.values()];
}

function tableOf(group: readonly Rule[], glyphs: readonly Glyph[]): RuledTable | null {
  const horizontal = group.filter((rule) => rule.horizontal);
  const vertical = group.filter((rule) => !rule.horizontal);
  if (horizontal.length < 2 || vertical.length < 1) return null;
  // A table may be open at its sides: then its rows reach as far as their lines do.
  const edges = distinct([...vertical.map(({ at }) => at), Math.min(...horizontal.map(({ from }) => from)), Math.max(...horizontal.map(({ to }) => to))]);
  const levels = distinct([...horizontal.map(({ at }) => at), ...vertical.map(({ from }) => from), ...vertical.map(({ to }) => to)]);
  const [columns, rows] = [edges.length - 1, levels.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 20_000) return null;
  const parted = (lines: readonly Rule[], at: number, from: number, to: number): boolean => lines.some((rule) => Math.abs(rule.at - at) <= NEAR && Math.min(rule.to, to) - Math.max(rule.from, from) >= (to - from) * 0.6);
  const owner = Array.from({ length: columns * rows }, (_, i) => i);
  const find = (i: number): number => (owner[i] === i ? i : (owner[i] = find(owner[i]!)));
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const here = r * columns + c;
      if (c + 1 < columns && !parted(vertical, edges[c + 1]!, levels[r]!, levels[r + 1]!)) owner[find(here + 1)] = find(here);
      if (r + 1 < rows && !parted(horizontal, levels[r + 1]!, edges[c]!, edges[c + 1]!)) owner[find(here + columns)] = find(here);
    }
  }
  return filled({ edges, levels, numbers: owner.map((_, i) => find(i)) }, glyphs);
}

interface Frame {
  readonly edges: readonly number[];
  readonly levels: readonly number[];
  /** For each place, row by row, the place that stands for its cell. */
  readonly numbers: readonly number[];
}

function filled({ edges, levels, numbers }: Frame, glyphs: readonly Glyph[]): RuledTable | null {
  const columns = edges.length - 1;
  const order = [...new Set(numbers)];
  const inside = new Map<number, Glyph[]>(order.map((number) => [number, []]));
  const taken = new Set<Glyph>();
  for (const run of runsOf(glyphs)) {
    const c = placeIn(edges, (run[0]!.x + run.at(-1)!.right) / 2);
    const r = placeIn(levels, run[0]!.y - run[0]!.size * 0.35);
    if (c === null || r === null) continue;
    inside.get(numbers[r * columns + c]!)!.push(...run);
    for (const glyph of run) taken.add(glyph);
  }
  if (taken.size === 0 || order.length < 2) return null;
  const boxes = order.map((number) => boxOf(numbers, number, columns));
  const whole = boxes.every(({ width, height, places }) => width * height === places);
  const cells = order.map((number, i) => cellLines(inside.get(number)!, edges[boxes[i]!.left + boxes[i]!.width]!));
  const index = new Map(order.map((number, i) => [number, i]));
  const rows = levels.slice(1).map((_, r) => edges.slice(1).map((__, c) => index.get(numbers[r * columns + c]!)!));
  return { top: levels[0]!, bottom: levels.at(-1)!, left: edges[0]!, right: edges.at(-1)!, edges, glyphs: taken, grid: { cells, rows, from: whole ? 'rules' : 'positions' } };
}

const DIGIT = /^[\d.,]$/;

/** Single characters, but the digits of one number together: a number too wide for its cell is not cut in two by the line it runs over. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last !== undefined && DIGIT.test(last.text) && DIGIT.test(glyph.text) && Math.abs(last.y - glyph.y) < 0.5 && Math.abs(glyph.x - last.right) < glyph.size * 0.1;
    if (goesOn) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function boxOf(numbers: readonly number[], number: number, columns: number): { left: number; width: number; height: number; places: number } {
  const places = numbers.flatMap((owner, i) => (owner === number ? [i] : []));
  const xs = places.map((i) => i % columns);
  const ys = places.map((i) => Math.floor(i / columns));
  return { left: Math.min(...xs), width: Math.max(...xs) - Math.min(...xs) + 1, height: Math.max(...ys) - Math.min(...ys) + 1, places: places.length };
}

function placeIn(edges: readonly number[], at: number): number | null {
  if (at < edges[0]! - 1 || at > edges.at(-1)! + 1) return null;
  for (let i = 1; i < edges.length; i += 1) if (at <= edges[i]!) return i - 1;
  return edges.length - 2;
}

function distinct(values: number[]): number[] {
  const result: number[] = [];
  for (const value of values.sort((a, b) => a - b)) if (result.length === 0 || value - result.at(-1)! > NEAR * 1.5) result.push(value);
  return result;
}

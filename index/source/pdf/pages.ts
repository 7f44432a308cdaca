import { joined } from '../joining.js';
import { SourceWriter, type Grid } from '../source-writer.js';
import { withoutSlivers } from '../spans-of-cells.js';
import type { Drawing } from './drawing.js';
import { furnitureOf } from './furniture.js';
import { placedTables } from './placed-tables.js';
import { ruledTables, type RuledTable } from './ruled-tables.js';
import { linesOf, median, type TextLine } from './text-lines.js';

/** One page as it was drawn, and its height in points. */
export interface Page {
  readonly drawing: Drawing;
  readonly height: number;
}

type Piece = { readonly kind: 'line'; readonly line: TextLine } | { readonly kind: 'page' } | { readonly kind: 'table'; readonly grid: Grid; readonly edges: readonly number[] | null };

/** Writes pages as one text: page numbers and running heads left out, wrapped lines joined, tables that a page's end cut put together. */
export function writePages(pages: readonly Page[], writer: SourceWriter): void {
  const read = pages.map(({ drawing, height }) => {
    const tables = ruledTables(drawing.rules, drawing.glyphs);
    const inTables = new Set(tables.flatMap(({ glyphs }) => [...glyphs]));
    return { height, tables, lines: linesOf(drawing.glyphs.filter((glyph) => !inTables.has(glyph))) };
  });
  const furniture = furnitureOf(read);
  const pieces = joinTables(read.flatMap(({ tables, lines }) => (tables.length + lines.length === 0 ? [{ kind: 'page' as const }] : piecesOf(tables, lines.filter((line) => !furniture.has(line))))));
  const body = pieces.flatMap((piece) => (piece.kind === 'line' ? [piece.line] : []));
  const [left, right] = [edge(body.map(({ x }) => x), 0.05), edge(body.map((line) => line.right), 0.95)];
  let paragraph: TextLine[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) writer.line(`${indent(paragraph[0]!, left)}${joined(paragraph.map(({ text }) => text))}`);
    paragraph = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'page') {
      flush();
      writer.unread('page');
      continue;
    }
    if (piece.kind === 'table') {
      flush();
      writer.gap();
      writer.table({ ...piece.grid, rows: withoutSlivers(piece.grid.rows) });
      writer.gap();
      continue;
    }
    const before = paragraph.at(-1);
    if (before !== undefined && !goesOn(before, piece.line, left, right)) flush();
    paragraph.push(piece.line);
  }
  flush();
}

/** Tables and lines of one page from top to bottom. */
function piecesOf(ruled: readonly RuledTable[], lines: readonly TextLine[]): Piece[] {
  const placed = placedTables(lines);
  const pieces: { y: number; piece: Piece }[] = ruled.map(({ top, grid, edges }) => ({ y: top, piece: { kind: 'table', grid, edges } }));
  lines.forEach((line, i) => {
    const table = placed.find(({ first, last }) => i >= first && i <= last);
    if (table === undefined) pieces.push({ y: line.y, piece: { kind: 'line', line } });
    else if (table.first === i) pieces.push({ y: line.y, piece: { kind: 'table', grid: table.grid, edges: null } });
  });
  return pieces.sort((a, b) => a.y - b.y).map(({ piece }) => piece);
}

/** A table right after a table with the same columns is the rest of it: a page's end stood between. */
function joinTables(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === 'table' && piece.kind === 'table' && sameEdges(last.edges, piece.edges)) result[result.length - 1] = { ...last, grid: below(last.grid, piece.grid) };
    else result.push(piece);
  }
  return result;
}

function sameEdges(a: readonly number[] | null, b: readonly number[] | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) < 3);
}

/** More rows than this a head does not have. */
const HEAD_ROWS = 4;

/** Rows at the beginning of the lower part that only repeat the table's head, as Word does on every page. */
function repeatedHead(upper: Grid, lower: Grid): number {
  const printed = (grid: Grid, row: number): string => (grid.rows[row] ?? []).map((cell) => (cell === null ? '' : grid.cells[cell])).join('\t');
  let rows = 0;
  while (rows < HEAD_ROWS && rows < lower.rows.length - 1 && printed(lower, rows) === printed(upper, rows) && !/\d/.test(printed(lower, rows))) rows += 1;
  return rows;
}

/** An empty cell over several rows at the head of the lower part is the rest of the cell above it. */
function below(upper: Grid, whole: Grid): Grid {
  const lower = { ...whole, rows: whole.rows.slice(repeatedHead(upper, whole)) };
  const shift = upper.cells.length;
  const above = upper.rows.at(-1)!;
  const rest = new Map<number, number>();
  lower.rows[0]!.forEach((cell, column) => {
    if (cell !== null && lower.cells[cell] === '' && lower.rows[1]?.[column] === cell && above[column] !== null) rest.set(cell, above[column]!);
  });
  const rows = lower.rows.map((row) => row.map((cell) => (cell === null ? null : (rest.get(cell) ?? cell + shift))));
  return { cells: [...upper.cells, ...lower.cells], rows: [...upper.rows, ...rows], from: upper.from === 'rules' && lower.from === 'rules' ? 'rules' : 'positions' };
}

/** A line goes on in the next one when it reaches the right edge without a full stop, the next begins at the left one, and both are of one size. */
function goesOn(before: TextLine, next: TextLine, left: number, right: number): boolean {
  if (Math.abs(before.size - next.size) > before.size * 0.15 || /[。！？；：]$/.test(before.text)) return false;
  return before.right > right - before.size * 2 && next.x < left + next.size * 1.2;
}

const indent = (line: TextLine, left: number): string => (line.x >= left + line.size * 1.5 && line.x <= left + line.size * 2.6 ? '\u3000\u3000' : '');

/** The value that this share of the values lies below. */
function edge(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? median(values);
}

import type { DrawnTable, Layout } from '../document/source-text.js';
import { asSpans } from '../document/span.js';
import type { Cell, Table } from '../document/tree.js';
import { bare } from './characters.js';
import { ladder } from './ladder.js';
import type { Line } from './lines.js';
import { pieces } from './marks.js';
import { isTableLabel, officialNumber } from './vocabulary.js';

/** A table found in `lines[first … last]`, both included. */
export interface TableRun {
  readonly first: number;
  readonly last: number;
  readonly table: Table;
}

/** A cell of so many characters with a stop in it holds running text. */
const PROSE = 80;
/** The words of a single cell that goes over the whole width; what is longer is running text. */
const LONGEST_LONE = 60;

interface DrawnRow {
  /** Where its line stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

/**
 * The tables whose grid the file's own format drew (`markup`, `rules`), in the order of the text. Nothing is guessed: a cell stands in the
 * column it was drawn in, an empty one too, and what a merged cell covers is `covered`. Offices also draw a frame round running text:
 * a row that holds a section's heading or sentences is left to be read as lines, and parts the table.
 */
export function drawnTables(text: string, lines: readonly Line[], layout: Layout | undefined): TableRun[] {
  const runs: TableRun[] = [];
  let at = 0;
  for (const drawn of layout?.tables ?? []) {
    if (drawn.from === 'positions') continue;
    for (const rows of stretches(rowsOf(text, drawn))) {
      while (at < lines.length && lines[at]!.raw.start < rows[0]!.start) at += 1;
      const first = at;
      while (at < lines.length && lines[at]!.raw.start < rows[rows.length - 1]!.end) at += 1;
      const table = tableOf(rows);
      if (at > first && table !== null) runs.push({ first, last: at - 1, table });
    }
  }
  return runs;
}

/** Rows of a drawn table: each is one line of the text. */
function rowsOf(text: string, drawn: DrawnTable): DrawnRow[] {
  const met = new Set<number>();
  let start = drawn.span.start;
  return drawn.rows.map((positions) => {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 || lineEnd > drawn.span.end ? drawn.span.end : lineEnd;
    const cells = positions.flatMap((position, column): Cell[] => {
      if (position === null) return [];
      if (met.has(position)) return [{ row: 0, column, text: '', spans: null, covered: true }];
      met.add(position);
      const place = drawn.cells[position]!;
      const spans = pieces(text, place.start, place.end);
      return [{ row: 0, column, text: spans.map((span) => text.slice(span.start, span.end)).join(''), spans: spans.length === 0 ? null : asSpans(spans) }];
    });
    const row = { start, end, cells };
    start = end + 1;
    return row;
  });
}

/** The rows between those that hold running text. */
function stretches(rows: readonly DrawnRow[]): DrawnRow[][] {
  const found: DrawnRow[][] = [[]];
  for (const row of rows) {
    if (isRunningText(row)) found.push([]);
    else found[found.length - 1]!.push(row);
  }
  return found.filter(({ length }) => length > 0);
}

function isRunningText({ cells }: DrawnRow): boolean {
  const printed = cells.filter(({ spans }) => spans !== null);
  if (printed.some(({ text }) => text.length > PROSE && /[。；]/.test(text))) return true;
  // Empty cells beside it make it a row's label; a heading has the whole width.
  if (printed.length !== 1 || cells.some(({ spans, covered }) => spans === null && covered !== true)) return false;
  const words = bare(printed[0]!.text);
  const number = ladder(words);
  return words.length > LONGEST_LONE || (number?.level === 1 && officialNumber(words.slice(number.length)) !== null && !isTableLabel(words));
}

function tableOf(rows: readonly DrawnRow[]): Table | null {
  const numbered = rows.map(({ cells }, row) => cells.map((cell): Cell => ({ ...cell, row })));
  const places = numbered.flat().flatMap(({ spans }) => spans ?? []);
  if (places.length === 0) return null;
  return { kind: 'table', spans: asSpans([{ start: places[0]!.start, end: places[places.length - 1]!.end }]), rows: numbered, grid: 'drawn' };
}

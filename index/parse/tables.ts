import { gathered } from '../document/gathered.js';
import type { Layout } from '../document/source-text.js';
import type { Span } from '../document/span.js';
import { asSpans } from '../document/span.js';
import type { Cell, Table } from '../document/tree.js';
import { bare } from './characters.js';
import { drawnTables, type TableRun } from './drawn-tables.js';
import type { Line } from './lines.js';
import { ladder } from './ladder.js';
import { pieces } from './marks.js';
import { rowOf, type Row } from './rows.js';
import { readTitle } from './title-line.js';
import { isCutTableLabel, isGluedCells, isTableLabel, isUnit, isValue, officialNumber, officialNumberUnnumbered } from './vocabulary.js';

/** A line of so many cells is a row, whatever it says. */
const MANY = 4;
/** More short lines than this between two certain ones are text, not a cell that was cut into lines. */
const MAX_SHORT_LINES = 6;

/**
 * What a line can be to a table: `row` (parted by tabs or pipes), `label` and `value` (a cell on a line of its own),
 * `short` (a cell if cells stand around it), `stop` (running text or a section's heading: no table goes past it).
 */
type Part = 'row' | 'label' | 'value' | 'short' | 'stop';

/** Every table in the order of the text: those that the file's format drew, and those that the lines between them show. */
export function findTables(text: string, lines: readonly Line[], layout?: Layout): TableRun[] {
  const drawn = drawnTables(text, lines, layout);
  const inDrawn = new Set(drawn.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  const placed = (layout?.tables ?? []).filter(({ from }) => from === 'positions');
  const printed = printedTables(text, lines, inDrawn).map((run): TableRun => (placed.some(({ span }) => touches(run.table.spans, span)) ? { ...run, table: { ...run.table, grid: 'placed' } } : run));
  return [...drawn, ...printed].sort((a, b) => a.first - b.first);
}

function touches(spans: Table['spans'], { start, end }: Span): boolean {
  return spans[0].start < end && start < spans[spans.length - 1]!.end;
}

/** Rows of tabs or pipes, and runs of short lines that hold one cell each. No table goes past a line `inDrawn`. Linear: no line is looked at twice. */
function printedTables(text: string, lines: readonly Line[], inDrawn: ReadonlySet<number>): TableRun[] {
  const rows = lines.map((line, i) => (inDrawn.has(i) ? null : rowOf(text, line)));
  const plain = lines.map((line, i) => (inDrawn.has(i) ? 'stop' : plainPart(line, rows[i]!)));
  const parts = lines.map((line, i) => (plain[i] === 'short' || plain[i] === 'label' ? numberedPart(line, plain[i], plain[i + 1]) : plain[i]!));
  const title = lines.findIndex((line, i) => !rows[i]?.sure && line.bare.includes('公开') && namesReport(line.bare));
  // What stands around a page's title (metadata above, text below) are two tables; a page's head that repeats it parts none.
  if (title >= 0) parts[title] = 'stop';
  const runs: TableRun[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (parts[i] === 'short' || parts[i] === 'stop') continue;
    const last = withRestOfLabel(text, lines, rows, parts, runEnd(parts, i));
    if (isTable(text, parts, rows, i, last)) {
      const first = runStart(parts, lines, i, (runs[runs.length - 1]?.last ?? -1) + 1);
      runs.push({ first, last, table: makeTable(text, lines.slice(first, last + 1), rows.slice(first, last + 1)) });
    }
    i = last;
  }
  return runs;
}

function namesReport(bareText: string): boolean {
  const title = readTitle(bareText);
  return title !== null && title.organisation !== null && title.year !== null;
}

function plainPart(line: Line, row: Row | null): Part {
  if (row?.sure || isGluedCells(line.bare)) return 'row';
  if (line.hashes > 0) return 'stop';
  if (row?.holds !== undefined) return row.holds === 'labels' ? 'label' : 'value';
  if (line.bare.length > 80) return row !== null && row.cells.length >= MANY ? 'value' : 'stop';
  if (isValue(line.bare) || (row !== null && row.cells.length >= MANY && !/[。；]/.test(line.bare))) return 'value';
  if (isTableLabel(line.bare)) return 'label';
  if (line.bare.length > 45 || /[。！？；：:，]$|[。！？；]./.test(line.bare)) return 'stop';
  return 'short';
}

/** A section's heading ends a table; a row that carries a number does not. */
function numberedPart(line: Line, part: Part, next: Part | undefined): Part {
  const number = ladder(line.bare);
  if (number === null) return part === 'short' && officialNumberUnnumbered(line.bare) !== null ? 'stop' : part;
  const title = line.bare.slice(number.length);
  if (number.level === 1 && officialNumber(title) !== null && !isTableLabel(line.bare)) return 'stop';
  if (part === 'label' || number.level === 3 || isCutTableLabel(line.bare)) return part;
  return next === 'value' || (number.level === 2 && (next === 'row' || next === 'label')) ? part : 'stop';
}

function runEnd(parts: readonly Part[], first: number): number {
  let last = first;
  for (let i = first + 1; i < parts.length && i - last <= MAX_SHORT_LINES; i += 1) {
    if (parts[i] === 'stop') break;
    if (parts[i] !== 'short') last = i;
  }
  return last;
}

/** The last row's label may end in the line below its values: …不满意的行⇥35⇥0 / 政申诉数. */
function withRestOfLabel(text: string, lines: readonly Line[], rows: readonly (Row | null)[], parts: readonly Part[], last: number): number {
  const row = rows[last];
  if (parts[last + 1] !== 'short' || row == null) return last;
  const label = row.cells.map(({ start, end }) => bare(text.slice(start, Math.min(end, start + 80)))).findLast((cell) => cell !== '' && !isValue(cell) && !isUnit(cell));
  return label !== undefined && !isTableLabel(label) && isTableLabel(label + lines[last + 1]!.bare) ? last + 1 : last;
}

/** A label that was cut into lines may stand before the first row: 三、 / 本年度办 / 理结果⇥（一）予以公开. */
function runStart(parts: readonly Part[], lines: readonly Line[], from: number, atLeast: number): number {
  let first = from;
  while (first > atLeast && from - first < MAX_SHORT_LINES && parts[first - 1] === 'short' && isCutTableLabel(lines[first - 1]!.bare)) first -= 1;
  return first;
}

/** Rows make a table; lone cells do when official labels and values, or very many values, stand together. */
function isTable(text: string, parts: readonly Part[], rows: readonly (Row | null)[], first: number, last: number): boolean {
  let sure = 0;
  let labels = 0;
  let values = 0;
  for (let i = first; i <= last; i += 1) {
    if (parts[i] === 'row') sure += 1;
    // A row of heads is as many labels, a row of values as many values.
    if (parts[i] === 'label') labels += rows[i]?.holds === 'labels' ? rows[i]!.cells.length : 1;
    if (parts[i] === 'value') values += rows[i]?.cells.length ?? 1;
  }
  if (sure === 1 && labels + values === 0) return isTellingRow(text, rows[first] ?? null);
  return sure > 0 || (labels > 0 && values >= 3) || (labels > 1 && values > 0) || values >= 8;
}

/** One row alone is a table only when it is wide or holds a label or value; else a tab just stands in a sentence. */
function isTellingRow(text: string, row: Row | null): boolean {
  if (row === null) return true;
  const shown = row.cells.filter(({ start, end }) => start < end).map(({ start, end }) => text.slice(start, end).trim());
  return shown.length >= 3 ? !shown.some((cell) => /[。；]/.test(cell)) : shown.some((cell) => isTableLabel(cell) || isValue(cell));
}

function makeTable(text: string, lines: readonly Line[], found: readonly (Row | null)[]): Table {
  const rows: Cell[][] = [];
  const fragments: Span[] = [];
  lines.forEach((line, i) => {
    const places = found[i]?.cells.map(({ start, end }) => pieces(text, start, end)) ?? [[...line.spans]];
    const row = rows.length;
    rows.push(places.map((spans, column) => ({ row, column, text: spans.map(({ start, end }) => text.slice(start, end)).join(''), spans: spans.length === 0 ? null : asSpans(spans) })));
    extend(fragments, gathered(places, (spans) => spans), line.gap);
  });
  return { kind: 'table', spans: asSpans(fragments), rows };
}

/** A table's places are its fragments between page breaks. */
function extend(fragments: Span[], places: readonly Span[], gap: boolean): void {
  const first = places[0];
  const last = places[places.length - 1];
  if (first === undefined || last === undefined) return;
  const current = fragments[fragments.length - 1];
  if (current === undefined || gap) fragments.push({ start: first.start, end: last.end });
  else fragments[fragments.length - 1] = { start: current.start, end: last.end };
}

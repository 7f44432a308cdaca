import type { Decimal } from '../document/decimal.js';
import type { QuantityState } from '../document/figure.js';
import { gathered } from '../document/gathered.js';
import { spansWithin } from '../document/passage.js';
import { asSpans, type Span, type Spans } from '../document/span.js';
import { headingWords, type Cell, type ReportDocument, type Section, type Table } from '../document/tree.js';
import { lookUp, lookUpExactly, mayBegin, type Hit } from './label-index.js';
import { readCell, type CellReading } from './read-cell.js';

/** A cell with what its text says by itself. */
export interface Seen {
  /** In the table as found. */
  readonly column: number;
  /** As printed, blanks dropped. */
  readonly text: string;
  readonly state: QuantityState;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly asWritten: string;
  /** Where `asWritten` stands; null for a blank cell. */
  readonly place: Spans | null;
  readonly spans: Spans | null;
  /** What it means as a label; null for anything but text. */
  readonly hit: Hit | null;
  /** Digits that were printed without a gap and are told apart by the form only. */
  readonly glued: boolean;
  /** A merged cell of a drawn table goes over this position. */
  readonly covered: boolean;
}

/**
 * How far a row's grid columns can be believed. `drawn`: the file's own format drew them. `even`: tabs or pipes made them, and every row from
 * the heads on has as many cells, so that none was lost or added. Null where cells may have moved.
 */
export type GridTrust = 'drawn' | 'even' | null;

/** A row of a table as found, lone pipes dropped. */
export interface SeenRow {
  readonly table: number;
  readonly row: number;
  readonly width: number;
  readonly cells: readonly Seen[];
  /** True for a row that is one cell: tables are also copied one cell a line. */
  readonly lone: boolean;
  readonly grid: GridTrust;
  /** How many cells hold a number or a mark for not applicable. */
  readonly values: number;
  readonly texts: number;
}

/** A table in reading order with the headings it stands under. */
export interface SeenTable {
  readonly table: number;
  readonly span: Spans;
  /** Headings as printed, outermost first. */
  readonly path: readonly string[];
  readonly rows: readonly SeenRow[];
}

const RULE = /^[|:\s]*(?:-{3,}|—{3,})[|:\s\-—]*$/;
const DRAWN = new Set('|:-—');
const PIPES = /^[|\s]*$/;

/** True for a cell that belongs among values: a number, or a mark for not applicable. */
export function isValue(cell: Seen): boolean {
  return cell.state === 'number' || cell.state === 'not-applicable';
}

/** True for words with digits among them: a number that ran into something else, not a remark in its place. */
export function holdsLostNumber(cell: Seen): boolean {
  return cell.state === 'text' && /\d/.test(cell.text);
}

/** All tables of a document in reading order. */
export function tablesOf(document: ReportDocument): SeenTable[] {
  const found: SeenTable[] = [];
  const walk = (sections: readonly Section[], path: readonly string[]): void => {
    for (const section of sections) {
      const here = section.heading === null ? path : [...path, headingWords(section)];
      for (const child of section.children) {
        if (child.kind === 'section') walk([child], here);
        else if (child.kind === 'table') found.push(seeTable(child, found.length, here));
      }
    }
  };
  walk(document.sections, []);
  return found;
}

function seeTable(table: Table, at: number, path: readonly string[]): SeenTable {
  const rows: SeenRow[] = [];
  const drawn = table.grid === 'drawn' ? 1 + table.rows.reduce((last, cells) => Math.max(last, cells.at(-1)?.column ?? 0), 0) : null;
  table.rows.forEach((cells, row) => {
    if (isRule(cells)) return;
    const seen = gathered(cells, seeCell);
    let values = 0;
    let texts = 0;
    for (const cell of seen) {
      if (isValue(cell)) values += 1;
      else if (cell.state === 'text') texts += 1;
    }
    if (values + texts === 0) return;
    rows.push({ table: at, row, width: drawn ?? cells.length, lone: drawn === null && seen.length === 1, grid: drawn === null ? null : 'drawn', cells: seen, values, texts });
  });
  const whole = withWholeHeads(rows);
  return { table: at, span: table.spans, path, rows: table.grid === undefined ? withEvenRows(whole) : whole };
}

/** No head is cut into more pieces. */
const MOST_HEAD_PIECES = 3;

/** Heads of several lines whose last lines became rows of their own, because a page's end or a line's place cut them: 结果维 | 持, 社会 | 公益 | 组织. */
function withWholeHeads(rows: readonly SeenRow[]): SeenRow[] {
  const left = rows.map(({ cells }) => cells);
  rows.forEach((row, i) => {
    let last = i;
    while (last + 1 < rows.length && last + 1 < i + MOST_HEAD_PIECES && !row.lone && rows[last + 1]!.width === row.width && row.values + rows[last + 1]!.values === 0) last += 1;
    if (last === i) return;
    left[i] = left[i]!.map((cell) => {
      const below = left.slice(i + 1, last + 1).map((cells) => cells.find(({ column, covered }) => column === cell.column && !covered));
      const whole = wholeHead(cell, below);
      if (whole === null) return cell;
      const moved = new Set(below.slice(0, whole.pieces - 1));
      for (let k = i + 1; k <= last; k += 1) left[k] = left[k]!.filter((other) => !moved.has(other));
      return whole.head;
    });
  });
  return rows.flatMap((row, i) => {
    const cells = left[i]!;
    if (cells === row.cells) return [row];
    const texts = cells.filter(({ state }) => state === 'text').length;
    return texts > 0 ? [{ ...row, cells, texts }] : [];
  });
}

/** A head put together from a cell and those below it; null where they make none, or are heads by themselves. */
function wholeHead(cell: Seen, below: readonly (Seen | undefined)[]): { readonly head: Seen; readonly pieces: number } | null {
  if (cell.state !== 'text' || cell.spans === null) return null;
  let [text, asWritten, spans, heads] = [cell.text, cell.asWritten, cell.spans, cell.hit?.how === 'exact'];
  for (const [k, end] of below.entries()) {
    if (end === undefined || end.state !== 'text' || end.spans === null) return null;
    heads &&= end.hit?.how === 'exact';
    if (heads) return null;
    [text, asWritten, spans] = [text + end.text, asWritten + end.asWritten, asSpans([...spans, ...end.spans])];
    const hit = lookUpExactly(text);
    if (hit !== null && hit.meaning.columns.length > 0) return { head: { ...cell, text, asWritten, spans, hit }, pieces: k + 2 };
  }
  return null;
}

/** A row of fewer cells is a line of text with a tab in it as well. */
const LEAST_EVEN = 3;

/** Marks the rows of equal width that begin with heads and go on to the end of the table or to the next words without values (another table's title or heads). */
function withEvenRows(rows: readonly SeenRow[]): SeenRow[] {
  const marked: SeenRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const first = rows[i]!;
    let end = i + 1;
    while (end < rows.length && rows[end]!.width === first.width) end += 1;
    const even = first.width >= LEAST_EVEN && first.values === 0 && (rows[end]?.values ?? 0) === 0;
    for (const row of rows.slice(i, end)) marked.push(even ? { ...row, grid: 'even' } : row);
    i = end;
  }
  return marked;
}

/** A line such as |---|:--:| that only draws. */
function isRule(cells: readonly Cell[]): boolean {
  let rules = 0;
  const first = cells.find(({ text }) => text !== '')?.text[0];
  if (first === undefined || !DRAWN.has(first)) return false;
  for (const cell of cells) {
    if (PIPES.test(cell.text)) continue;
    if (cell.text.length > 200 || !RULE.test(cell.text)) return false;
    rules += 1;
  }
  return rules > 0;
}

function seeCell(cell: Cell): Seen[] {
  if (cell.text[0] === '|' && PIPES.test(cell.text)) return [];
  if (GLUED_DIGITS.test(cell.text)) return digitsOf(cell, 0, cell.text.length);
  const reading = readCell(cell.text);
  if (reading.state !== 'text') return [seen(cell, reading, null, false)];
  const hit = lookUp(cell.text);
  return (hit === null || hit.how !== 'exact' ? unglue(cell) : null) ?? [seen(cell, reading, hit, false)];
}

function seen(cell: Cell, reading: CellReading, hit: Hit | null, glued: boolean): Seen {
  const { start, end, state, value, unit } = reading;
  const printed = start === 0 && end === cell.text.length ? cell.text : cell.text.slice(start, end);
  const place = start < end ? within(cell, start, end) : null;
  return {
    column: cell.column,
    text: printed.length < 2 ? printed : printed.replace(/\s+/g, ''),
    state,
    value,
    unit,
    asWritten: printed,
    place,
    spans: glued || cell.spans === null ? place : cell.spans,
    hit,
    glued,
    covered: cell.covered === true,
  };
}

function within(cell: Cell, start: number, end: number): Spans | null {
  if (cell.spans === null) return null;
  if (start === 0 && end === cell.text.length) return cell.spans;
  const length = cell.spans.reduce((sum: number, span: Span) => sum + span.end - span.start, 0);
  return length === cell.text.length ? asSpans(spansWithin({ text: cell.text, spans: cell.spans }, start, end)) : cell.spans;
}

/** No office prints a count with zeros in front (a row's number has two digits) or of more digits: these are several cells. */
const GLUED_DIGITS = /^(?:0\d{4,79}|[1-9]\d{15,79})$/;
const DIGITS = /\d+/y;
/** More pieces than the widest official table printed on one line has. */
const MOST_PIECES = 400;
/** No official label is longer. */
const LONGEST_LABEL = 60;
const LONGEST_GLUED = 4000;

/** 规章000行政规范性文件400, 自然人法人或其他组织总计 → the labels that the forms know, and their digits one by one; null when any of it is unknown. */
function unglue(cell: Cell): Seen[] | null {
  const { text } = cell;
  if (text.length < 4 || text.length > LONGEST_GLUED || !mayBegin(text)) return null;
  const pieces: Seen[] = [];
  let labels = 0;
  for (let at = 0; at < text.length; ) {
    const found = pieces.length < MOST_PIECES ? labelAt(text, at) : null;
    if (found === null) return null;
    labels += 1;
    pieces.push(seen(cell, { state: 'text', value: null, unit: null, start: at, end: found.end }, found.hit, true));
    DIGITS.lastIndex = found.end;
    const digits = DIGITS.exec(text)?.[0] ?? '';
    pieces.push(...digitsOf(cell, found.end, found.end + digits.length));
    at = found.end + digits.length;
    while (at < text.length && /\s/.test(text[at]!)) at += 1;
  }
  return labels > 1 || pieces.length > 1 ? pieces : null;
}

function digitsOf(cell: Cell, start: number, end: number): Seen[] {
  return Array.from({ length: end - start }, (_, i) => seen(cell, { ...readCell(cell.text[start + i]!), start: start + i, end: start + i + 1 }, null, true));
}

/** The longest known label that begins at `from` and is followed by digits, another label or the end. */
function labelAt(text: string, from: number): { hit: Hit; end: number } | null {
  for (let end = Math.min(text.length, from + LONGEST_LABEL); end > from; end -= 1) {
    if (/\s/.test(text[end - 1]!)) continue;
    const hit = lookUpExactly(text.slice(from, end));
    if (hit !== null) return { hit, end };
  }
  return null;
}

import { joined } from '../joining.js';
import type { Grid } from '../source-writer.js';
import { segmentsOf, type Segment, type TextLine } from './text-lines.js';

/** A table that has no lines round its cells, told by the places of its words; it takes the lines `first … last`. */
export interface PlacedTable {
  readonly first: number;
  readonly last: number;
  readonly grid: Grid;
}

const VALUE = /^[-+－＋]?\d[\d.,，]*(?:%|[\u4e00-\u9fff]{1,2})?$|^[/\\—–_-]{1,2}$|^[〇零无]$/;
/** Lines apart by more than this many times their size are parted by something. */
const FAR = 4;
const MAX_COLUMNS = 40;

const isValue = ({ text }: Segment): boolean => VALUE.test(text.replace(/\s+/g, ''));

/** Inside a table words stand nearer to each other than elsewhere; parts of a head that belong together touch. In ems. */
const TABLE_GAP = 0.6;
const HEAD_GAP = 0.15;
/** A line's distance to the next one inside a cell, in sizes. */
const CLOSE = 1.35;
/** Headings are printed larger than a table by more than this. */
const LARGER = 1.15;

/**
 * Finds runs of lines that hold words beside each other. A line with a value is a row; words above or below it that no other row is
 * nearer to are the rest of its label. Which column a value stands in is told by its place alone, so the grid is only a hint.
 */
export function placedTables(lines: readonly TextLine[]): PlacedTable[] {
  const tables: PlacedTable[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (!isBroken(lines[i]!)) continue;
    let last = i;
    while (last + 1 < lines.length && goesOn(lines, last)) last += 1;
    let first = i;
    while (first > 0 && first - 1 > (tables.at(-1)?.last ?? -1) && isRest(lines[first - 1]!, lines[first]!)) first -= 1;
    const grid = gridOf(lines.slice(first, last + 1));
    if (grid !== null) tables.push({ first, last, grid });
    i = last;
  }
  return tables;
}

/** Words beside each other: far apart, or the last of them a value. */
function isBroken(line: TextLine): boolean {
  if (line.segments.length >= 2) return true;
  const near = segmentsOf(line.glyphs, line.size * TABLE_GAP);
  return near.length >= 2 && isValue(near.at(-1)!);
}

function goesOn(lines: readonly TextLine[], last: number): boolean {
  const [here, next, after] = [lines[last]!, lines[last + 1]!, lines[last + 2]];
  if (next.y - here.y > here.size * FAR) return false;
  return isBroken(next) || isRest(next, here) || (after !== undefined && isBroken(after) && isRest(next, after)) || isLabelBetween(lines, last);
}

/** No label goes on over more lines. */
const MOST_LINES = 4;

/** The rest of a label with wide line spacing: it keeps to the left of the values of the row above, and further rows follow it. */
function isLabelBetween(lines: readonly TextLine[], last: number): boolean {
  const values = segmentsOf(lines[last]!.glyphs, lines[last]!.size * TABLE_GAP).filter(isValue);
  let edge = values[0]?.x;
  for (let i = last; edge === undefined && i > 0 && i > last - MOST_LINES; i -= 1) edge = segmentsOf(lines[i - 1]!.glyphs, lines[i - 1]!.size * TABLE_GAP).find(isValue)?.x;
  if (edge === undefined) return false;
  for (let i = last + 1; i <= last + MOST_LINES && i < lines.length; i += 1) {
    const line = lines[i]!;
    if (i > last + 1 && isBroken(line)) return true;
    const [only, ...others] = line.segments;
    const keepsLeft = others.length === 0 && only !== undefined && only.right <= edge && line.y - lines[i - 1]!.y <= line.size * FAR;
    if (!keepsLeft || line.size > lines[last]!.size * LARGER || /[。；]$|^[一二三四五六七八九十]+、/.test(line.text)) return false;
  }
  return false;
}

/** Close above or below, and short: a piece of a label that was cut. */
function isRest(line: TextLine, neighbour: TextLine): boolean {
  return Math.abs(line.y - neighbour.y) <= neighbour.size * CLOSE && !/[。；]$/.test(line.text);
}

function gridOf(lines: readonly TextLine[]): Grid | null {
  const cut = new Map(lines.map((line) => [line, segmentsOf(line.glyphs, line.size * TABLE_GAP)]));
  const columns = columnsOf([...cut.values()]);
  const rows = rowsOf(lines, cut);
  if (rows.length < 2 || columns.length < 2 || columns.length > MAX_COLUMNS) return null;
  const cells: string[] = [];
  const grid = rows.map((row) => {
    const places = columns.map((): string[] => []);
    const reach = columns.map((_, c) => c);
    for (const line of row) {
      const segments = cut.get(line)!.some(isValue) ? cut.get(line)! : segmentsOf(line.glyphs, line.size * HEAD_GAP);
      for (const segment of segments) {
        const [from, to] = coverOf(segment, columns);
        places[from]!.push(segment.text);
        reach[from] = Math.max(reach[from]!, to);
      }
    }
    const result: (number | null)[] = columns.map(() => null);
    places.forEach((texts, c) => {
      if (texts.length === 0) return;
      const number = cells.push(joined(texts)) - 1;
      for (let k = c; k <= reach[c]!; k += 1) if (k === c || places[k]!.length === 0) result[k] = number;
    });
    return result;
  });
  return { cells, rows: grid, from: 'positions' };
}

/** First and last column that a piece lies over; where it lies over none, the nearest. */
function coverOf({ x, right }: Segment, columns: readonly Band[]): [number, number] {
  const over = columns.flatMap((column, c) => (x < column.right && right > column.x ? [c] : []));
  if (over.length > 0) return [over[0]!, over.at(-1)!];
  const distance = (column: Band): number => Math.max(column.x - right, x - column.right);
  const nearest = columns.reduce((best, column, c) => (distance(column) < distance(columns[best]!) ? c : best), 0);
  return [nearest, nearest];
}

/** Lines of a table as rows: each line with values is one, the others join the row they are nearest to, or are rows of their own. */
function rowsOf(lines: readonly TextLine[], cut: ReadonlyMap<TextLine, readonly Segment[]>): TextLine[][] {
  const anchors = lines.flatMap((line, i) => (cut.get(line)!.some(isValue) ? [i] : []));
  const rows = new Map<number, TextLine[]>(anchors.map((i) => [i, []]));
  let own: number | null = null;
  lines.forEach((line, i) => {
    const near = anchors.filter((anchor) => Math.abs(lines[anchor]!.y - line.y) <= line.size * CLOSE).sort((a, b) => Math.abs(lines[a]!.y - line.y) - Math.abs(lines[b]!.y - line.y))[0];
    if (near !== undefined) {
      rows.get(near)!.push(line);
      own = null;
    } else if (own !== null && line.y - rows.get(own)!.at(-1)!.y <= line.size * CLOSE) rows.get(own)!.push(line);
    else {
      own = i;
      rows.set(i, [line]);
    }
  });
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row).filter((row) => row.length > 0);
}

interface Band {
  readonly x: number;
  readonly right: number;
}

/** Columns are what the pieces of lines with values cover, overlaps joined; without values, those of the lines with most pieces. */
function columnsOf(lines: readonly (readonly Segment[])[]): Band[] {
  const withValues = lines.filter((segments) => segments.length >= 2 && segments.some(isValue));
  const full = Math.max(...lines.map(({ length }) => length));
  const rows = withValues.length > 0 ? withValues : lines.filter(({ length }) => length === full);
  const telling = withoutSpanning(rows);
  const columns: { x: number; right: number }[] = [];
  for (const { x, right } of telling.sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

/** Leaves out words that go over the gap between two pieces of another line: a label without sub-labels has the room of both. */
function withoutSpanning(lines: readonly (readonly Segment[])[]): Segment[] {
  const gaps = lines.flatMap((segments) => segments.slice(1).map(({ x }, i) => ({ from: segments[i]!.right, to: x }))).sort((a, b) => a.from - b.from);
  const nearestEnd: number[] = [];
  for (let i = gaps.length - 1; i >= 0; i -= 1) nearestEnd[i] = Math.min(gaps[i]!.to, nearestEnd[i + 1] ?? Infinity);
  const words = lines.flat().filter((segment) => !isValue(segment)).sort((a, b) => a.x - b.x);
  const spanning = new Set<Segment>();
  let at = 0;
  for (const word of words) {
    while (at < gaps.length && gaps[at]!.from <= word.x) at += 1;
    if ((nearestEnd[at] ?? Infinity) < word.right) spanning.add(word);
  }
  return lines.flat().filter((segment) => !spanning.has(segment));
}

import { joined } from '../joining.js';
import type { Grid } from '../source-writer.js';
import type { Segment, TextLine } from './text-lines.js';

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

/**
 * Finds runs of lines that hold words beside each other. A line with a value is a row; words above or below it that no other row is
 * nearer to are the rest of its label. Which column a value stands in is told by its place alone, so the grid is only a hint.
 */
export function placedTables(lines: readonly TextLine[]): PlacedTable[] {
  const tables: PlacedTable[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (!isBroken(lines[i]!)) continue;
    let last = i;
    for (let j = i + 1; j < lines.length && j - last <= 3 && lines[j]!.y - lines[j - 1]!.y < lines[j]!.size * FAR; j += 1) if (isBroken(lines[j]!)) last = j;
    while (last + 1 < lines.length && isRest(lines[last + 1]!, lines[last]!)) last += 1;
    let first = i;
    while (first > 0 && first - 1 > (tables.at(-1)?.last ?? -1) && isRest(lines[first - 1]!, lines[first]!)) first -= 1;
    const grid = gridOf(lines.slice(first, last + 1));
    if (grid !== null) tables.push({ first, last, grid });
    i = last;
  }
  return tables;
}

const isBroken = (line: TextLine): boolean => line.segments.length >= 2;

/** Close above or below, and short: a piece of a label that was cut. */
function isRest(line: TextLine, neighbour: TextLine): boolean {
  return Math.abs(line.y - neighbour.y) <= neighbour.size * 1.1 && !/[。；]$/.test(line.text);
}

function gridOf(lines: readonly TextLine[]): Grid | null {
  const rows = rowsOf(lines);
  const columns = columnsOf(lines);
  if (rows.length < 2 || columns.length < 2 || columns.length > MAX_COLUMNS) return null;
  const cells: string[] = [];
  const grid = rows.map((row) => {
    const places = columns.map((): string[] => []);
    const reach = new Map<number, number>();
    for (const line of row) {
      for (const segment of line.segments) {
        const covered = columns.flatMap((column, c) => (segment.x < column.right && segment.right > column.x ? [c] : []));
        const at = covered[0] ?? 0;
        places[at]!.push(segment.text);
        reach.set(at, Math.max(reach.get(at) ?? at, covered.at(-1) ?? at));
      }
    }
    const result: (number | null)[] = columns.map(() => null);
    places.forEach((texts, c) => {
      if (texts.length === 0) return;
      const number = cells.push(joined(texts)) - 1;
      for (let k = c; k <= reach.get(c)!; k += 1) if (k === c || places[k]!.length === 0) result[k] = number;
    });
    return result;
  });
  return { cells, rows: grid, from: 'positions' };
}

/** Lines of a table as rows: each line with values is one, the others join the row they are nearest to, or are rows of their own. */
function rowsOf(lines: readonly TextLine[]): TextLine[][] {
  const anchors = lines.flatMap((line, i) => (line.segments.some(isValue) ? [i] : []));
  const rows = new Map<number, TextLine[]>(anchors.map((i) => [i, []]));
  let own: number | null = null;
  lines.forEach((line, i) => {
    const near = anchors.filter((anchor) => Math.abs(lines[anchor]!.y - line.y) <= line.size * 1.35).sort((a, b) => Math.abs(lines[a]!.y - line.y) - Math.abs(lines[b]!.y - line.y))[0];
    if (near !== undefined) {
      rows.get(near)!.push(line);
      own = null;
    } else if (own !== null && line.y - rows.get(own)!.at(-1)!.y <= line.size * 1.35) rows.get(own)!.push(line);
    else {
      own = i;
      rows.set(i, [line]);
    }
  });
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row).filter((row) => row.length > 0);
}

/** Columns are what the pieces of the lines with most pieces cover, overlaps joined. */
function columnsOf(lines: readonly TextLine[]): { x: number; right: number }[] {
  const full = Math.max(...lines.map(({ segments }) => segments.length));
  const telling = lines.filter((line) => line.segments.some(isValue) || line.segments.length === full).flatMap(({ segments }) => segments);
  const columns: { x: number; right: number }[] = [];
  for (const { x, right } of telling.sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

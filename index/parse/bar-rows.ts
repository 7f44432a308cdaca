import type { Span } from '../document/span.js';
import { trimmed } from './characters.js';
import { makeLine, type Line } from './lines.js';

/** A cell that ends in a bar: 行政处罚 |, or an empty one. */
const CELL = /^[^|]*\|\s*$/;
/** Bars alone, from the beginning of the line: the end of a row and its empty cells. */
const END = /^\|[|\s]*$/;
/** No cell of an official table is longer. */
const LONGEST_CELL = 60;
/** The widest row of an official table with its labels, and room. */
const MOST_CELLS = 40;
const SENTENCE = /[。；！？]/;

/**
 * Puts the cells of a row together where a page printed one cell a line with a bar behind each, and a bar alone behind the row:
 * 行政处罚 | / (empty) | / +18 | / 219 | / |. Only so an empty cell keeps its place. Gives back the lines themselves where there is no such row.
 */
export function joinBarRows(text: string, lines: readonly Line[]): readonly Line[] {
  const rows = rowsIn(text);
  if (rows.length === 0) return lines;
  const joined: Line[] = [];
  let at = 0;
  for (const line of lines) {
    while (at < rows.length && rows[at]!.end <= line.raw.start) at += 1;
    const row = rows[at];
    if (row === undefined || line.raw.start < row.start) joined.push(line);
    else if (joined[joined.length - 1]?.raw !== row) {
      const made = makeLine(text, row, row, line.gap);
      joined.push(made === null ? line : { ...made, raw: row });
    }
  }
  return joined;
}

/** From the first cell of each row to the end of its last, bars included. */
function rowsIn(text: string): Span[] {
  const found: Span[] = [];
  let cells = 0;
  let filled = 0;
  let start = -1;
  for (let from = text.indexOf('|') < 0 ? text.length : 0; from < text.length; ) {
    const lineEnd = text.indexOf('\n', from);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const printed = end - from <= LONGEST_CELL ? text.slice(from, end) : '';
    if (END.test(printed)) {
      if (filled > 1 && cells <= MOST_CELLS) found.push({ start, end: trimmed(text, start, from).end });
      cells = 0;
      filled = 0;
      start = end + 1;
    } else if (start >= 0 && CELL.test(printed) && !SENTENCE.test(printed)) {
      cells += 1;
      if (printed.trim() !== '|') filled += 1;
    } else {
      start = -1;
      cells = 0;
      filled = 0;
    }
    from = end + 1;
  }
  return found;
}

import type { FoundList } from '../../document/figure.js';
import { flowOf, type Placed } from '../../document/flow.js';
import { fold, originalEnd, printedAt, type Folded } from '../../document/folded.js';
import { spansWithin } from '../../document/passage.js';
import { asSpans, type Span } from '../../document/span.js';
import type { ReportDocument } from '../../document/tree.js';

/** A heading or sentence with its folded text. */
export interface Line {
  readonly placed: Placed;
  readonly folded: Folded;
}

/** `[start, end)` in the folded text of a line. */
export interface Piece {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** One item of a list, as printed and where. */
export type Item = FoundList['items'][number];

/** No sentence of prose is this long (UTF-16 code units); what is longer holds no list that anybody would read. */
const LONGEST_SENTENCE = 5_000;
const NO_TEXT: Folded = { text: '', start: Int32Array.of(0) };

/** The lines of a report in reading order. A sentence too long to be one keeps its place with no text. */
export function linesOf(document: ReportDocument): Line[] {
  return flowOf(document).map((placed) => ({ placed, folded: placed.passage.text.length > LONGEST_SENTENCE ? NO_TEXT : fold(placed.passage.text) }));
}

/** The printed characters of the pieces, blanks dropped, and where they stand. Throws `RangeError` on an empty piece. */
export function itemOf(pieces: readonly Piece[]): Item {
  const spans: Span[] = [];
  for (const { line, start, end } of pieces) spans.push(...spansWithin(line.placed.passage, line.folded.start[start]!, originalEnd(line.folded, end)));
  return { text: pieces.map(printed).join(''), spans: asSpans(joined(spans)) };
}

/** The printed characters of a piece, blanks dropped; full-width characters stay full-width. */
export function printed({ line, start, end }: Piece): string {
  return printedAt(line.placed.passage.text, line.folded, start, end);
}

/** Neighbouring spans that touch become one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && last.end === span.start) result[result.length - 1] = { start: last.start, end: span.end };
    else result.push(span);
  }
  return result;
}

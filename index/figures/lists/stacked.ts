import type { FoundList } from '../../document/figure.js';
import { leadIn } from './lead.js';
import { itemOf, type Line, type Piece } from './line.js';

const PUNCTUATION = /[,;。:!?、]/;
const LONGEST_ITEM = 30;

/**
 * Lists printed one item a line below a line that ends in a colon, when the lines became one passage without any punctuation
 * (their bullets lie between its spans).
 */
export function stackedIn(lines: readonly Line[]): FoundList[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (line.placed.passage.spans.length < 2 || before === undefined || before.placed.section !== line.placed.section) return [];
    if (!before.folded.text.endsWith(':') || PUNCTUATION.test(line.folded.text)) return [];
    const pieces = piecesOf(line);
    if (pieces.length < 2 || pieces.some(({ start, end }) => end - start < 2 || end - start > LONGEST_ITEM)) return [];
    const { spans } = line.placed.passage;
    return [{ about: leadIn(lines, at, 0), items: pieces.map((piece) => itemOf([piece])), open: false, quote: [...before.placed.passage.spans, ...spans] as const, path: line.placed.path }];
  });
}

function piecesOf(line: Line): Piece[] {
  const { passage } = line.placed;
  const { text, start: starts } = line.folded;
  const pieces: Piece[] = [];
  let printed = 0;
  let from = 0;
  for (const span of passage.spans) {
    printed += span.end - span.start;
    let to = from;
    while (to < text.length && starts[to]! < printed) to += 1;
    if (to > from) pieces.push({ line, start: from, end: to });
    from = to;
  }
  return pieces;
}

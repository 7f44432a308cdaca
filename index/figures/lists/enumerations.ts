import type { FoundList } from '../../document/figure.js';
import { asSpans } from '../../document/span.js';
import { fillsPost } from './holding.js';
import { leadIn } from './lead.js';
import { itemOf, type Item, type Line, type Piece } from './line.js';
import { marksIn, type Mark } from './marks.js';

/** A mark with the line that it stands in. */
interface Placed extends Mark {
  readonly at: number;
}

interface Open {
  readonly family: string;
  /** A heading at this depth or above closes the list. */
  readonly depth: number;
  readonly marks: Placed[];
}

const LAST_PUNCTUATION = /[;,。:、.!?]+$/;

/** Enumerations such as 一是…二是…, 1.…2.… and the numbered headings below one section, in the order of their first items. */
export function enumerationsIn(lines: readonly Line[]): FoundList[] {
  const done: Open[] = [];
  let open: Open[] = [];
  const closeFrom = (index: number): void => {
    done.push(...open.slice(index));
    open = open.slice(0, index);
  };
  lines.forEach((line, at) => {
    const { kind, depth } = line.placed;
    if (kind === 'heading') open = keepBelow(open, depth, done);
    // The parts of the report itself (一、二、…) are its outline, not a list.
    if (kind === 'heading' && depth === 1) return;
    for (const mark of marksIn(line.folded.text)) {
      if (kind === 'heading' && mark.start > 0) break;
      const { start, end, family, n } = mark;
      const here: Placed = { start, end, family, n, at };
      const index = open.findLastIndex((list) => list.family === mark.family && follows(list.marks.at(-1)!, mark));
      if (index >= 0) {
        closeFrom(index + 1);
        open[index]!.marks.push(here);
      } else if (mark.n === 1 || mark.family.startsWith('bullet')) {
        const same = open.findIndex((list) => list.family === mark.family);
        if (same >= 0) closeFrom(same);
        open.push({ family: mark.family, depth: kind === 'heading' ? depth - 1 : depth, marks: [here] });
      }
    }
  });
  closeFrom(0);
  const lists = done.filter((list) => list.marks.length >= 2).toSorted((a, b) => a.marks[0]!.at - b.marks[0]!.at || a.marks[0]!.start - b.marks[0]!.start);
  const starts = lists.flatMap((list) => list.marks);
  const ends = endsBy(starts);
  return lists.map((list) => listOf(lines, list, ends)).filter((list) => list !== null);
}

function keepBelow(open: Open[], depth: number, done: Open[]): Open[] {
  done.push(...open.filter((list) => depth <= list.depth));
  return open.filter((list) => depth > list.depth);
}

function follows(last: Placed, mark: Mark): boolean {
  if (mark.n === null) return true;
  return last.n !== null && mark.n === last.n + 1;
}

/** For each line, where marks of real lists stand, so that an item ends where the item of an outer list begins. */
function endsBy(marks: readonly Placed[]): Map<number, number[]> {
  const ends = new Map<number, number[]>();
  for (const mark of marks) {
    const there = ends.get(mark.at);
    if (there === undefined) ends.set(mark.at, [mark.start]);
    else there.push(mark.start);
  }
  return ends;
}

function listOf(lines: readonly Line[], list: Open, ends: Map<number, number[]>): FoundList | null {
  const headed = lines[list.marks[0]!.at]!.placed.kind === 'heading';
  const own = new Set(list.marks.map((mark) => `${mark.at} ${mark.start}`));
  let onlySentences = true;
  const items: Item[] = [];
  const printed: Piece[][] = [];
  list.marks.forEach((mark, index) => {
    const last = index === list.marks.length - 1;
    const single = headed || (last && onlySentences);
    const pieces = piecesOf(lines, mark, single, list.marks[index + 1], last ? outerEnd(ends, own) : null);
    if (pieces.length > 1) onlySentences = false;
    if (pieces.length > 0) items.push(itemOf(pieces));
    if (pieces.length > 0) printed.push(pieces);
  });
  // 1.组长：甲。2.联络员：乙 says who holds what; roles read it.
  if (items.length < 2 || printed.every((pieces) => pieces.some(({ line, start, end }) => fillsPost(line.folded.text.slice(start, end))))) return null;
  const first = list.marks[0]!;
  const quoted = lines.slice(first.at, list.marks.at(-1)!.at + 1).filter((line) => headed ? line.placed.kind === 'heading' && line.placed.depth === list.depth + 1 : true);
  return {
    about: leadIn(lines, first.at, first.start),
    items,
    open: /等[;,。]?$/.test(items.at(-1)!.text),
    quote: asSpans((quoted.length > 0 ? quoted : [lines[first.at]!]).flatMap((line) => [...line.placed.passage.spans])),
    path: lines[first.at]!.placed.path,
  };
}

/** Where, in a line, a mark of another list stands after `from`; the last item of an inner list ends there. */
function outerEnd(ends: Map<number, number[]>, own: ReadonlySet<string>): (at: number, from: number) => number | null {
  return (at, from) => ends.get(at)?.find((start) => start > from && !own.has(`${at} ${start}`)) ?? null;
}

/** The words of one item: from its mark to the next mark of the list, within its own paragraph. */
function piecesOf(lines: readonly Line[], mark: Placed, single: boolean, next: Placed | undefined, limit: ((at: number, from: number) => number | null) | null): Piece[] {
  const { paragraph } = lines[mark.at]!.placed;
  const pieces: Piece[] = [];
  for (let at = mark.at; at < lines.length && lines[at]!.placed.paragraph === paragraph; at += 1) {
    const line = lines[at]!;
    const start = at === mark.at ? mark.end : 0;
    const stop = next?.at === at ? next.start : (limit?.(at, start) ?? line.folded.text.length);
    if (stop > start) pieces.push({ line, start, end: stop });
    if (single || next?.at === at || stop < line.folded.text.length) break;
  }
  return withoutLastPunctuation(pieces);
}

function withoutLastPunctuation(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  const words = last.line.folded.text.slice(last.start, last.end);
  const end = last.end - (LAST_PUNCTUATION.exec(words)?.[0].length ?? 0);
  return end > last.start ? [...pieces.slice(0, -1), { ...last, end }] : withoutLastPunctuation(pieces.slice(0, -1));
}

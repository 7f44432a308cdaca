import type { FoldedRange } from '../../language/numbers/found-number.js';
import { WordSet } from '../../language/numbers/word-set.js';
import { signals, words } from './lexicon.js';
import type { Sentence } from './sentence.js';
import { piecesIn, type Piece } from './wording.js';

/** The sign that parts two things wherever it stands. */
const SIGN = new WordSet(['、']);

/** A noun list taken apart: words that all share, and the pieces of each item. */
export interface NounList {
  readonly before: readonly Piece[];
  readonly items: readonly (readonly Piece[])[];
  readonly after: readonly Piece[];
}

/** More nouns than this share no number. */
const LONGEST_LIST = 40;

/**
 * Splits 全局公开部门文件、工作动态和统计数据 into shared words (全局, 公开) and items.
 * `size` is the number of items wanted; null takes any number from two. Null when the range holds no such list.
 */
export function nounList(sentence: Sentence, range: FoldedRange, size: number | null): NounList | null {
  const bySign = cutAt(sentence, range, SIGN);
  const every = cutAt(sentence, range, signals.enumerates);
  const cuts = size === null ? every : bySign.length === size ? bySign : every.length === size ? every : lastJoined(sentence, bySign, size);
  if (cuts === null || cuts.length < 2 || cuts.length > LONGEST_LIST) return null;
  const pieces = cuts.map((cut) => piecesIn(sentence, cut));
  const common = commonEnd(pieces);
  if (common !== null) return { before: [], items: common.items, after: common.after };
  // 维持、纠正、驳回: what was done may be listed as well.
  if (pieces.every((list) => list.length > 0) && pieces.filter((list) => list.length === 1).length >= pieces.length - 1 && pieces.some((list) => !list.some(isNoun) && list.some((piece) => piece.role === 'verb'))) return { before: [], items: pieces, after: [] };
  if (pieces.some((list) => !list.some(isNoun))) return null;
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  const head = first.findLastIndex(isNoun);
  const tail = last.findIndex(isNoun);
  return {
    before: first.slice(0, head),
    items: [[first[head]!], ...pieces.slice(1, -1), [last[tail]!]],
    after: last.slice(tail + 1),
  };
}

/** 市本级、县级、乡镇级政务公开专区; 居家养老床位、机构养老床位入住人数: what follows the end that all items share belongs to all. */
function commonEnd(pieces: readonly (readonly Piece[])[]): { items: readonly (readonly Piece[])[]; after: readonly Piece[] } | null {
  const last = pieces[pieces.length - 1]!;
  const head = last[0];
  const mark = sharedEnd(pieces[0]!.at(-1)?.text ?? '', head?.text ?? '');
  if (head === undefined || mark === '' || !pieces.slice(0, -1).every((list) => list.length === 1 && list[0]!.text.endsWith(mark))) return null;
  const cut = head.text.indexOf(mark) + mark.length;
  if (cut < mark.length || (cut === head.text.length && last.length === 1)) return null;
  const rest = cut < head.text.length ? [{ ...head, text: head.text.slice(cut) }] : [];
  return { items: [...pieces.slice(0, -1), [{ ...head, text: head.text.slice(0, cut) }]], after: [...rest, ...last.slice(1)] };
}

/** The end of the first item by which the last is cut: 级, 类, 型, 层, or two characters or more that the last has inside it. */
function sharedEnd(first: string, last: string): string {
  for (let size = Math.min(first.length - 1, last.length); size > 1; size -= 1) {
    const end = first.slice(-size);
    if (last.indexOf(end, 1) > 0) return end;
  }
  return signals.sharedEnds.before(first, first.length) ?? '';
}

function isNoun(piece: Piece): boolean {
  return piece.role === 'subject' || piece.role === 'object' || piece.role === 'topic';
}

/** 甲、乙和丙 with 、 everywhere but before the last item. */
function lastJoined(sentence: Sentence, cuts: readonly FoldedRange[], size: number): FoldedRange[] | null {
  if (cuts.length !== size - 1) return null;
  const split = cutAt(sentence, cuts[cuts.length - 1]!, signals.conjunctions);
  return split.length === 2 ? [...cuts.slice(0, -1), ...split] : null;
}

/** Cuts a range at joining words, outside brackets and outside words that only contain them (和谐, 及时). */
export function cutAt(sentence: Sentence, range: FoldedRange, marks: WordSet): FoldedRange[] {
  const { text } = sentence;
  const cuts: FoldedRange[] = [];
  let start = range.start;
  for (let i = range.start; i < range.end; ) {
    const close = sentence.closeOf.get(i);
    const kept = words.keep.at(text, i, range.end);
    if (close !== undefined || kept !== null) {
      i = close === undefined ? i + kept!.length : close + 1;
      continue;
    }
    const mark = marks.at(text, i);
    if (mark === null || (mark !== '、' && (i === start || i + mark.length >= range.end))) {
      i += 1;
      continue;
    }
    cuts.push({ start, end: i });
    i += mark.length;
    start = i;
  }
  cuts.push({ start, end: range.end });
  return cuts.filter((cut) => cut.end > cut.start);
}

/** Where a word such as 分别 or 各有 hands numbers out, in a mention's own words; null when none does. */
export function distributor(text: string, range: FoldedRange): FoldedRange | null {
  for (let i = range.end; i > range.start; i -= 1) {
    const word = signals.distributes.before(text, i, range.start);
    if (word === null) continue;
    const start = i - word.length;
    // 各 hands out only right before the number: 各有51件, not 各村.
    if (word.startsWith('各') && i < range.end && !signals.distributedBy.has(text.slice(i, range.end))) continue;
    return { start, end: i };
  }
  return null;
}

/** Where 均为, 都, 各 say that one number holds for several nouns; null when none does. */
export function sharer(text: string, range: FoldedRange): FoldedRange | null {
  let end = range.end;
  while (end > range.start && signals.amountsTo.has(text[end - 1]!)) end -= 1;
  const word = signals.sharedBy.before(text, end, range.start);
  // 次均2100元 shares nothing out.
  if (word !== null && signals.averageOnly.before(text, end, range.start) === null) return { start: end - word.length, end: range.end };
  // 甲、乙各更新12次, 甲、乙各设1处
  const verb = words.verbs.before(text, range.end, range.start);
  const each = verb !== null ? range.end - verb.length - 1 : signals.eachGiven.has(text.slice(range.end - 2, range.end)) ? range.end - 2 : -1;
  return each > range.start && text[each] === '各' ? { start: each, end: each + 1 } : null;
}

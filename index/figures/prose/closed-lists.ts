import type { FoldedRange } from '../../language/numbers/found-number.js';
import { has, hasNoun, type Draft } from './draft.js';
import { signals, words } from './lexicon.js';
import { closest, sameKind, sameUnit, valueOf } from './sums.js';
import { piecesIn } from './wording.js';

/** A list has at most so many items. */
const LONGEST = 40;

/**
 * 网站包括动态12条、公告30条，共42条；公众号包括预告21条、短片9条，共30条: lists of which each begins with what it is a list of and is closed by its sum.
 * The items become parts of that sum, which is told by the name before them; sums that together make a number before the lists are parts of it.
 * `level`: the figures of one level of a sentence, in reading order; `before`: totals of the sentence before it.
 */
export function closeLists(level: readonly Draft[], before: readonly Draft[]): void {
  const closed: { readonly first: number; readonly sum: Draft }[] = [];
  level.forEach((sum, at) => {
    const first = isBareSum(sum) ? firstItem(level, at) : null;
    if (first === null) return;
    const name = nameBefore(level[first]!);
    if (name === null) return;
    const head = piecesIn(sum.sentence, name.range);
    if (head.length === 0) return;
    level[first]!.pieces = piecesIn(sum.sentence, { start: name.behind, end: level[first]!.mention!.before.end });
    sum.pieces = [...head, ...sum.pieces];
    for (const item of level.slice(first, at)) [item.inherited, item.parent] = [head, sum];
    closed.push({ first, sum });
  });
  if (closed.length > 1) partsOfWhole([...before, ...level.slice(0, closed[0]!.first)], closed.map(({ sum }) => sum));
}

/** 共42条, 共发布42条: a sum without a noun of its own. */
function isBareSum(draft: Draft): boolean {
  const { before } = draft.mention!;
  return draft.parent === null && !hasNoun(draft) && (has(draft, 'total') || signals.weakTotals.within(draft.sentence.text, before.start, before.end));
}

/** Where the figures right before a sum begin that add up to it; null when they do not. */
function firstItem(level: readonly Draft[], at: number): number | null {
  const sum = level[at]!;
  const items: number[] = [];
  for (let i = at - 1; i >= Math.max(0, at - LONGEST); i -= 1) {
    const item = level[i]!;
    if (item.parent !== null || !sameUnit(item, sum) || item.stat !== sum.stat || item.mention!.group !== sum.mention!.group || isBareSum(item)) return null;
    items.push(valueOf(item));
    if (items.length > 1 && closest(items, valueOf(sum)) && nameBefore(item) !== null) return i;
  }
  return null;
}

/** What the list that a figure begins is a list of: 网站|包括动态, 目录中|公开年报; null where nothing stands before such a word. */
function nameBefore({ mention, sentence: { text } }: Draft): { readonly range: FoldedRange; readonly behind: number } | null {
  const { start, end } = mention!.before;
  for (let i = start + 1; i < end; i += 1) {
    const opener = signals.opensParts.at(text, i, end);
    if (opener !== null) return { range: { start, end: i }, behind: i + opener.length };
    const deed = signals.insideMarks.has(text[i]!) && signals.insideNot.at(text, i - 1) === null && words.keep.at(text, i, end) === null ? words.verbs.at(text, i + 1, end) : null;
    if (deed !== null) return { range: { start, end: i }, behind: i + 1 + deed.length };
  }
  return null;
}

/** 目录和专栏共188条: 目录…共102条；专栏…共86条. */
function partsOfWhole(before: readonly Draft[], sums: readonly Draft[]): void {
  const whole = before.findLast((draft) => draft.parent === null && sameKind(draft, sums[0]!) && closest(sums.map(valueOf), valueOf(draft)));
  if (whole !== undefined) for (const one of sums) one.parent = whole;
}

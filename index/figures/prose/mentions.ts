import type { FoldedRange, FoundNumber } from '../../language/numbers/found-number.js';
import { signals, words } from './lexicon.js';
import { skipQuote, type Sentence } from './sentence.js';

/** A quantity in its clause. */
export interface Mention {
  readonly number: FoundNumber;
  /** Position among the sentence's mentions, in reading order. */
  readonly index: number;
  /** 0 for the sentence itself, else the place of the opening bracket plus 1. */
  readonly level: number;
  /** Index of the mention that the bracket explains; null outside brackets and for brackets that follow no number. */
  readonly owner: number | null;
  /** Parts of the sentence between semicolons, and between commas, counted within the level. */
  readonly group: number;
  readonly clause: number;
  /** How many list marks stand before it in the sentence: 一是…, 二是…. */
  readonly item: number;
  /** Its own words before the number. */
  readonly before: FoldedRange;
  /** Its own words after the counter. */
  readonly after: FoldedRange;
  /** What stands between the number before it on the same level (or the level's start) and this number. */
  readonly gap: FoldedRange;
  /** How it follows the number before it in its clause: 件、 → `list`; directly → `shared`; with words between → `words`; first → null. */
  readonly link: 'list' | 'shared' | 'words' | null;
  /** Words before a colon that stand over it (依申请公开：新收3件). */
  readonly topic: FoldedRange | null;
  /** Clauses without number just before its own. */
  readonly carried: readonly FoldedRange[];
  /** True when a colon follows: what comes next spells it out. */
  readonly opens: boolean;
}

type Draft = { -readonly [K in keyof Mention]: Mention[K] };

interface Level {
  readonly id: number;
  readonly owner: number | null;
  clauseStart: number;
  group: number;
  clause: number;
  /** The last mention of the clause now open. */
  open: Draft | null;
  /** End of the last mention on this level. */
  lastEnd: number;
  topic: FoldedRange | null;
  carried: FoldedRange[];
  /** The words right before the bracket, when it explains them and no number. */
  readonly lead: FoldedRange | null;
}

const BULLET = /[◎●○■□▲△★☆◆◇▶➢•]/;
/** A clause without punctuation may be a whole dump; words further away than this belong to no number. */
const REACH_BEFORE = 110;
/** The last name of a list before its number. */
const LONGEST_NAME = 8;
const REACH_AFTER = 40;

/** The quantities of a sentence with their clauses, brackets and own words, in reading order. One pass. */
export function mentionsIn(sentence: Sentence): Mention[] {
  const { text, closeOf } = sentence;
  const mentions: Draft[] = [];
  const quantities = sentence.numbers;
  let next = 0;
  const levels: Level[] = [levelAt(0, null, 0, null)];
  const closes: number[] = [];
  let item = 0;
  for (let i = 0; i < text.length; i += 1) {
    while (next < quantities.length && quantities[next]!.extent.end <= i) next += 1;
    const number = quantities[next];
    const level = levels[levels.length - 1]!;
    if (number !== undefined && number.extent.start <= i && number.extent.end > i) {
      if (number.kind === 'quantity') addMention(text, level, number, item, mentions);
      else if (number.kind === 'list-mark') item += 1;
      i = Math.max(i, number.extent.end - 1);
      continue;
    }
    const skipped = skipQuote(text, i);
    if (skipped > i) {
      i = skipped - 1;
      continue;
    }
    const character = text[i]!;
    if (character === '(' && closeOf.has(i)) {
      const owner = ownerOf(text, level, i);
      levels.push(levelAt(i + 1, owner, i + 1, owner === null ? leadOf(text, level, i) : null));
      closes.push(closeOf.get(i)!);
    } else if (character === ')' && closes.at(-1) === i) {
      endClause(level, i, ')');
      levels.pop();
      closes.pop();
    } else if (character === ',' || character === ';' || character === ':' || character === '。' || character === '!' || character === '?' || BULLET.test(character)) {
      endClause(level, i, character);
    }
  }
  for (const level of levels) endClause(level, text.length, '。');
  return mentions;
}

function levelAt(id: number, owner: number | null, start: number, lead: FoldedRange | null): Level {
  return { id, owner, clauseStart: start, group: 0, clause: 0, open: null, lastEnd: start, topic: null, carried: [], lead };
}

/** 社保（312次）、医保（268次） */
function leadOf(text: string, level: Level, at: number): FoldedRange {
  let start = at;
  while (start > level.clauseStart && at - start < REACH_AFTER && !/[、)]/.test(text[start - 1]!)) start -= 1;
  return { start, end: at };
}

/** The bracket explains the last number of the open clause when nothing but its own words stand between. */
function ownerOf(text: string, level: Level, at: number): number | null {
  if (level.open === null) return null;
  return text.slice(level.open.number.extent.end, at).includes('、') || at - level.open.number.extent.end > REACH_AFTER ? null : level.open.index;
}

function addMention(text: string, level: Level, number: FoundNumber, item: number, mentions: Draft[]): void {
  const end = number.extent.start;
  const previous = level.open;
  let start = level.clauseStart;
  let link: Mention['link'] = null;
  if (previous !== null) {
    const from = previous.number.extent.end;
    const comma = measuresAlike(text, previous.number, number) ? null : listMark(text, from, end);
    const inside = comma === null ? placeMark(text, from, end) : null;
    start = (comma ?? inside ?? from - 1) + 1;
    link = comma !== null ? 'list' : joined(text, from, end) || measuresAlike(text, previous.number, number) ? 'shared' : 'words';
    previous.after = clip({ start: from, end: comma ?? (inside === null ? end : inside + 1) });
  }
  // 新媒体账号：5个: the words before the colon are the number's own.
  const titled = previous === null && level.topic !== null && start === end && level.topic.end === start - 1;
  const draft: Draft = {
    number,
    index: mentions.length,
    level: level.id,
    owner: level.owner,
    group: level.group,
    clause: level.clause,
    item,
    before: titled ? level.topic! : level.lead !== null && start === end && start === level.id ? level.lead : { start: Math.max(start, end - REACH_BEFORE), end },
    after: { start: number.extent.end, end: number.extent.end },
    gap: { start: Math.max(level.lastEnd, end - 2 * REACH_BEFORE), end },
    link,
    topic: titled ? null : level.topic,
    carried: previous === null ? level.carried.slice(-2) : [],
    opens: false,
  };
  if (titled) level.topic = null;
  level.open = draft;
  level.lastEnd = number.extent.end;
  level.carried = [];
  mentions.push(draft);
}

/** 新改建29个、145.2公里、2.86亿元: numbers of other units with nothing but a mark between them measure the same thing. */
function measuresAlike(text: string, { extent: { end }, unit }: FoundNumber, next: FoundNumber): boolean {
  return next.extent.start === end + 1 && text[end] === '、' && unit !== null && next.unit !== null && unit !== next.unit && unit !== '%' && next.unit !== '%';
}

/** Only blanks, marks or nothing between two numbers: 2件600元. */
function joined(text: string, from: number, to: number): boolean {
  return to - from <= 2 && /^[*]*$/.test(text.slice(from, to));
}

/** The mark that parts two numbers of a clause: the first 、 outside brackets, or the 和 before it when names are listed behind (5个管理部和东港、盐田2个分中心); null when there is none. */
function listMark(text: string, from: number, to: number): number | null {
  let depth = 0;
  let joint: number | null = null;
  for (let i = from; i < to; i += 1) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')') depth -= 1;
    else if (text[i] === '、' && depth <= 0) return joint === null || i + 1 === to || to - i > LONGEST_NAME ? i : joint;
    else if (signals.conjunctions.has(text[i]!) && depth <= 0 && joint === null && words.keep.at(text, i - 1) === null && words.keep.at(text, i) === null) joint = i;
  }
  // 14间阅览室和9个查阅点, 电脑2台和打印机3台: right behind one number or right before the other it parts them by itself.
  return joint === from || (joint !== null && joint + 1 === to) ? joint : null;
}

/** The 里 or 中 of 19篇材料里只有3篇…, behind which the words are the second number's; null where none stands. */
function placeMark(text: string, from: number, to: number): number | null {
  for (let i = from; i < to && i - from < REACH_AFTER; i += 1) {
    const kept = words.keep.at(text, i, to);
    if (kept !== null) i += kept.length - 1;
    else if (signals.insideMarks.at(text, i, to) === null || signals.insideNot.at(text, i - 1) !== null || signals.insideNot.at(text, i) !== null) continue;
    else return i;
  }
  return null;
}

/** Own words after a counter; the 中 of 12件中 is no word of theirs. */
function clip(range: FoldedRange): FoldedRange {
  return { start: range.start, end: Math.min(range.end, range.start + REACH_AFTER) };
}

function endClause(level: Level, at: number, mark: string): void {
  if (level.open !== null) {
    level.open.after = clip({ start: level.open.number.extent.end, end: at });
    if (mark === ':') level.open.opens = true;
  } else if (at > level.clauseStart) {
    const range = { start: Math.max(level.clauseStart, at - REACH_BEFORE), end: at };
    if (mark === ':') level.topic = range;
    else level.carried.push(range);
  }
  level.open = null;
  level.clauseStart = at + 1;
  level.clause += 1;
  if (mark === ';' || mark === '。' || mark === '!' || mark === '?') {
    level.group += 1;
    level.carried = [];
  }
  if (mark === '。' || mark === '!' || mark === '?') level.topic = null;
}

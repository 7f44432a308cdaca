import type { FoldedRange } from '../../language/numbers/found-number.js';
import type { Draft } from './draft.js';
import { signals, words } from './lexicon.js';
import { cutAt } from './lists.js';
import type { Mention } from './mentions.js';
import { skipQuote, type Sentence } from './sentence.js';
import { piecesIn, type Piece } from './wording.js';

const BREAK = /[,;:。!?()]/;
/** Objects and subjects of a denial stand close to it. */
const REACH = 60;
/** A frame before a denial is no longer than this. */
const LONGEST_FRAME = 14;
/** Nor is whom something was not charged to. */
const LONGEST_PAYER = 40;

/** Zeros said in words (未收到申请, 未发生复议、诉讼, 无举报投诉, 零投诉): one draft for each thing that did not happen. */
export function zerosIn(sentence: Sentence, mentions: readonly Mention[], plans: readonly FoldedRange[]): Draft[] {
  const { text } = sentence;
  if (!/[未没无零不]/.test(text)) return [];
  const drafts: Draft[] = [];
  let clauseStart = 0;
  let front: number | null = null;
  let next = 0;
  let plan = 0;
  for (let i = 0; i < text.length; i += 1) {
    while (plan < plans.length && plans[plan]!.end <= i) plan += 1;
    if (plan < plans.length && plans[plan]!.start <= i) {
      i = plans[plan]!.end - 1;
      clauseStart = i + 1;
      continue;
    }
    const skipped = skipQuote(text, i);
    if (skipped > i) {
      i = skipped - 1;
      continue;
    }
    if (BREAK.test(text[i]!)) {
      clauseStart = i + 1;
      front = null;
      continue;
    }
    // 我局无复议、无诉讼: what stands before the first denial is said of the second too.
    const subjectEnd: number = text[i - 1] === '、' && front !== null ? front : i;
    const word = signals.zeroVerbs.at(text, i) ?? notChargedTo(text, i);
    if (word === null || isNoDenial(text, i)) continue;
    const clause = { start: Math.max(clauseStart, i - REACH), end: clauseEnd(text, i) };
    while (next < mentions.length && mentions[next]!.number.start < clause.start) next += 1;
    if (next < mentions.length && mentions[next]!.number.start < clause.end) continue;
    drafts.push(...zerosAt(sentence, word, i, clause, { start: Math.max(clauseStart, subjectEnd - REACH), end: subjectEnd }));
    front = subjectEnd;
    i += word.length - 1;
  }
  return drafts;
}

/** 未对申请人收取费用, 没有向任何人收费: the denial up to what was not charged; null where none stands. */
function notChargedTo(text: string, at: number): string | null {
  const denial = signals.zeroPrinted.at(text, at);
  if (denial === null || signals.givenTo.at(text, at + denial.length) === null) return null;
  const end = Math.min(clauseEnd(text, at), at + LONGEST_PAYER);
  for (let i = at + denial.length + 1; i < end; i += 1) if (signals.charges.at(text, i, end) !== null) return text.slice(at, i);
  return null;
}

function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < REACH && !BREAK.test(text[end]!) && !(text[end] === '、' && signals.zeroVerbs.at(text, end + 1) !== null && !isNoDenial(text, end + 1))) end += 1;
  return end;
}

/** 无需, 零距离: begins like a denial and is none. */
function isNoDenial(text: string, at: number): boolean {
  return signals.zeroNot.at(text, at) !== null && signals.zeroNotBut.at(text, at) === null;
}

function zerosAt(sentence: Sentence, word: string, at: number, clause: FoldedRange, subject: FoldedRange): Draft[] {
  const { text } = sentence;
  if (deniedOnlyIf(text, clause.start, at)) return [];
  if (!mayStand(text, word, at, clause.start)) return [];
  let end = clause.end;
  const next = pastResult(text, at + word.length, end);
  const tail = signals.zeroTail.before(text, end, next);
  if (tail !== null && end - tail.length > next) end -= tail.length;
  const object = trimEtc(text, { start: pastWhoever(text, next, end), end });
  if (!gated(text, word, at, subject, object)) return [];
  const shown = signals.zeroPrinted.at(text, at)!;
  const charged = signals.charges.before(text, next, at);
  const verb = signals.givenTo.at(text, at + shown.length, next) !== null ? (charged === null ? [] : piecesIn(sentence, { start: next - charged.length, end: next })) : piecesIn(sentence, { start: shown.length > 1 && shown.startsWith('未') ? at + 1 : at + shown.length, end: next });
  const objects = thingsIn(sentence, object.range, object.open);
  const subjects = cutAt(sentence, subject, signals.enumerates);
  const many = objects.things.length <= 1 && subjects.length > 1 ? subjects.map((range) => piecesIn(sentence, range)).filter((list) => list.length > 0) : [];
  const front = many.length > 1 ? [] : piecesIn(sentence, subject);
  const rest = [...verb, ...objects.shared];
  const things = many.length > 1 ? many.map((list) => [...list, ...rest, ...(objects.things[0] ?? [])]) : objects.things.map((list) => [...front, ...rest, ...list]);
  const place = { start: at, end: at + shown.length };
  const inherited = [...frameBefore(sentence, clause.start), ...piecesIn(sentence, { start: next, end: object.range.start })];
  return (things.length === 0 ? [[...front, ...rest]] : things)
    .map((pieces) => pieces.filter((piece) => piece.role !== 'total'))
    .filter((pieces) => pieces.length > 0)
    .map((pieces): Draft => ({
      sentence, mention: null, place, value: '0', unit: null, approx: null,
      pieces, inherited, stat: 'count', year: null, period: null, parent: null,
    }));
}

/** 未受理|到, 未收取|过: that it came to nothing says the same. */
function pastResult(text: string, at: number, end: number): number {
  const word = words.aspect.at(text, at, end) ?? signals.reaches.at(text, at, end);
  return word === null || signals.reachesNot.has(text[at + word.length] ?? '') ? at : at + word.length;
}

/** 因…未…, 若未…: what stands before makes it no report of what did not happen; 因此 only joins. */
function deniedOnlyIf(text: string, from: number, to: number): boolean {
  const start = from + (signals.therefore.at(text, from, to)?.length ?? 0);
  return signals.zeroAfterNot.within(text, start, to);
}

/** 未收到申请人提出的…, 没有收到任何要求公开…的…: that nobody at all did it says no more than that it was not done. */
function pastWhoever(text: string, from: number, end: number): number {
  let at = from;
  for (let word = whoeverAt(text, at, end); word !== null; word = whoeverAt(text, at, end)) at += word.length;
  // 未接到群众要求公开的信息: without the words for it the thing itself would be another.
  return signals.zeroNouns.within(text, at, end) ? at : from;
}

function whoeverAt(text: string, at: number, end: number): string | null {
  return signals.whoeverNot.at(text, at, end) === null ? signals.whoever.at(text, at, end) : null;
}

/** 行政诉讼方面，全年未发生…: the short clause before it that says what it speaks of. */
function frameBefore(sentence: Sentence, clauseStart: number): readonly Piece[] {
  const { text } = sentence;
  const end = clauseStart - 1;
  if (end < 1 || text[end] !== ',') return [];
  let start = end;
  while (start > 0 && end - start < LONGEST_FRAME && !BREAK.test(text[start - 1]!)) start -= 1;
  return words.frames.lasting.before(text, end, start) === null ? [] : piecesIn(sentence, { start, end });
}

/** 无 and 零 begin many other words; alone they deny only at the start of a clause, right after an adverb or after one who acts (镇政府无复议案件). */
function mayStand(text: string, word: string, at: number, clauseStart: number): boolean {
  if (word !== '无') return true;
  if (at === clauseStart) return true;
  const before = text[at - 1]!;
  return before === '、' || signals.zeroBareAfter.has(before) || words.actors.before(text, at, clauseStart) !== null;
}

/** A denial is a figure when it denies something that is counted. */
function gated(text: string, word: string, at: number, subject: FoldedRange, object: { range: FoldedRange }): boolean {
  const { start, end } = object.range;
  if (signals.zeroStrong.has(word)) return end > start || signals.zeroNouns.within(text, subject.start, subject.end);
  if (word === '零') return signals.zeroDeeds.at(text, start, end) !== null || signals.zeroNouns.at(text, start) !== null || nounSoon(text, start, end);
  // 其余情形均无
  if (end === start && word === '无') return signals.zeroBareAfter.before(text, at, subject.start) !== null && signals.restOnly.at(text, subject.start, subject.end) !== null;
  if (end === start) return word !== '没有' && signals.zeroNouns.within(text, subject.start, subject.end);
  return signals.zeroNouns.within(text, start, end) && signals.zeroManner.at(text, start, end) === null;
}

function nounSoon(text: string, start: number, end: number): boolean {
  return signals.zeroNouns.within(text, start, Math.min(end, start + 6));
}

/** 检索、复制、邮寄等任何费用 is one thing, 举报、投诉等 are two. */
function trimEtc(text: string, range: FoldedRange): { range: FoldedRange; open: boolean } {
  const etc = text.slice(range.start, range.end).indexOf('等');
  if (etc < 0 || text[range.start + etc + 1] === '级') return { range, open: false };
  const end = range.start + etc;
  return end + 1 >= range.end || signals.etcTails.has(text.slice(end + 1, range.end)) ? { range: { start: range.start, end }, open: false } : { range, open: true };
}

/** The list after the last 的 (因公开引发的行政复议、行政诉讼); what stands before it describes them all. */
function thingsIn(sentence: Sentence, range: FoldedRange, whole: boolean): { shared: readonly Piece[]; things: readonly (readonly Piece[])[] } {
  if (range.end <= range.start) return { shared: [], things: [] };
  if (whole) return { shared: [], things: [piecesIn(sentence, range)] };
  const said = sentence.text.slice(range.start, range.end);
  const last = headMark(said);
  const head = last < 0 || range.start + last + 1 >= range.end ? range.start : range.start + last + 1;
  const shared = head > range.start ? piecesIn(sentence, { start: range.start, end: head }) : [];
  const cuts = cutAt(sentence, { start: head, end: range.end }, signals.listMarks).map((cut) => piecesIn(sentence, cut)).filter((list) => list.length > 0);
  return { shared, things: cuts };
}

/** The 的 before the list: the last one, but for 、有关的 of one of its things. */
function headMark(said: string): number {
  let last = said.lastIndexOf('的');
  for (let word = signals.relating.before(said, last); last > 0 && word !== null && signals.listMarks.before(said, last - word.length) !== null; word = signals.relating.before(said, last)) last = said.lastIndexOf('的', last - 1);
  return last;
}

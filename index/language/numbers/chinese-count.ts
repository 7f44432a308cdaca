import { isChineseNumeral, isDigit, numeralBefore } from './numerals.js';
import type { Candidate } from './read-numbers.js';
import { contexts, counterAt, weak } from './setting.js';

const BREAK = /[、,;:。!?()“”…*]/;
const SCORE_WINDOW = 8;
/** Between two names of a row (二类88户、三类) stand at most so many characters. */
const ROW_WINDOW = 20;

/**
 * True when Chinese numerals with a counter count something: 收到申请一件, 九个行政村, 近百条.
 * False for the many words that only look like it: 一次性, 一些, 十分, 数十次, 一件事一次办, 百日.
 */
export function countsSomething(text: string, c: Candidate): boolean {
  if (c.value === null || isNextInRow(text, c)) return false;
  const written = text.slice(c.start, c.end);
  const before = text[c.start - 1] ?? '';
  if (c.bare) return c.approx !== null && (before !== '数' || c.approxStart < c.start);
  if (contexts.indefinite.has(before) && /^[十百千万]/.test(written) && !contexts.countedBefore.has(text[c.start - 2] ?? '')) return false;
  if (c.unit === '分') return scored(text, c);
  const closed = isClosed(text, c);
  if (written === '零') return before !== '' && !BREAK.test(before);
  if (written === '二') return closed && before !== '' && !BREAK.test(before);
  if (written === '一') return oneCounts(text, c, closed);
  if (c.end - c.start === 1 && everySoOften(text, c) && !text.slice(c.start - 3, c.start).includes('每')) return false;
  return !doubled(text, c) && !isFourWordIdiom(text, c) && !(weak.has(c.unit!) && !closed && sumsUpList(text, c));
}

/** 当面、邮寄、网络三类渠道: says how many the list before it has. */
function sumsUpList(text: string, c: Candidate): boolean {
  for (let i = c.start - 1; i >= Math.max(0, c.start - 6); i -= 1) {
    if (text[i] === '、') return i < c.start - 1;
    if (BREAK.test(text[i]!)) return false;
  }
  return false;
}

/** 一类46户、二类88户、三类105户: behind 二类 and before a number of its own 三类 is a name. */
function isNextInRow(text: string, c: Candidate): boolean {
  if (!isDigit(text[c.unitEnd]) && !isChineseNumeral(text[c.unitEnd])) return false;
  const last = numeralBefore(text.slice(c.start, c.end));
  return last !== null && text.slice(Math.max(0, c.start - ROW_WINDOW), c.start).includes(`${last}${c.unit}`);
}

/** 五花八门, 三番五次: a numeral two places before with no counter between. */
function isFourWordIdiom(text: string, c: Candidate): boolean {
  if (c.end - c.start !== 1 || c.unitEnd - c.end !== 1) return false;
  const between = text[c.start - 1] ?? '';
  return isChineseNumeral(text[c.start - 2]) && !isChineseNumeral(between) && !BREAK.test(between) && counterAt(text, c.start - 1) === null;
}

/** 一 is a number after its noun (书面申请一件) or after a verb that brings something about (召开一次座谈会); else an article. */
function oneCounts(text: string, c: Candidate, closed: boolean): boolean {
  const before = text[c.start - 1] ?? '';
  if (c.unit === '成' || c.unit === '倍') return true;
  if (before === '' || BREAK.test(before) || doubled(text, c)) return false;
  if (contexts.notBefore一.has(before) || everySoOften(text, c)) return false;
  if (c.unit === '起') return contexts.eventOf起.before(text, c.approxStart) !== null;
  if (closed) return true;
  if (contexts.statedAfter.at(text, c.extentEnd) !== null) return true;
  const verb = contexts.articleVerbs.before(text, c.approxStart) ?? (before === '了' ? '了' : null);
  if (verb === null) return false;
  return !weak.has(c.unit!) || (c.unit === '个' && contexts.setsUp.within(verb, 0, verb.length));
}

/** 一月一检查, 一件事一次办, 一人一策: another 一 close by. */
function doubled(text: string, c: Candidate): boolean {
  for (let i = c.unitEnd; i < Math.min(text.length, c.unitEnd + 2); i += 1) {
    if (BREAK.test(text[i]!)) break;
    if (isChineseNumeral(text[i]) && text[i] === text[c.start]) return true;
  }
  for (let i = c.start - 1; i >= Math.max(0, c.start - 3); i -= 1) {
    if (BREAK.test(text[i]!)) break;
    if (text[i] === text[c.start] && c.end - c.start === 1) return true;
  }
  return false;
}

/** 每季度一次, 每周召开一次, 一天播两遍: a rhythm, not a count. */
function everySoOften(text: string, c: Candidate): boolean {
  for (let i = c.start - 1; i >= Math.max(0, c.start - 12); i -= 1) {
    if (/[,;。!?]/.test(text[i]!)) return false;
    if (contexts.weekly.at(text, i, c.start) !== null) return true;
  }
  return false;
}

/** 十分 is an adverb; a score has a point (九十二点三分) or a word that says so (得分, 测评). */
function scored(text: string, c: Candidate): boolean {
  if (text.slice(c.start, c.end).includes('点')) return true;
  let from = c.start;
  while (from > 0 && c.start - from < SCORE_WINDOW && !/[,;。]/.test(text[from - 1]!)) from -= 1;
  return contexts.scoreCues.within(text, from, c.start) && isClosed(text, c);
}

function isClosed(text: string, c: Candidate): boolean {
  const after = text[c.extentEnd];
  return after === undefined || BREAK.test(after);
}

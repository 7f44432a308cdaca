import type { Folded } from '../../document/folded.js';
import { countsSomething } from './chinese-count.js';
import type { FoundNumber, NumberKind } from './found-number.js';
import { isChineseNumeral, isDigit } from './numerals.js';
import type { Candidate } from './read-numbers.js';
import { calendar, contexts, counterAt, durations, isMoney, isMonthly, unsureAlone, weak } from './setting.js';

/** What a candidate is, and where the expression ends that makes it so (at least the numerals' own end). */
export interface Verdict {
  readonly kind: NumberKind;
  readonly end: number;
}

const BREAK = /[、,;:。!?()“”…]/;
const DURATION_WINDOW = 18;

/** Decides by the words next to the number; the first rule that speaks wins. */
export function kindOf(folded: Folded, c: Candidate, previous: FoundNumber | null): Verdict {
  const { text } = folded;
  const before = text[c.start - 1];
  const verdict = (kind: NumberKind, end: number = c.end): Verdict => ({ kind, end });
  const place = c.script === 'chinese' ? contexts.placeNames.at(text, c.start) : null;
  if (place !== null) return verdict('idiom', c.start + place.length);
  // 1 0 26篇: what a blank parts from other digits may be the end of a longer number.
  if (isDigit(before)) return verdict('bare');
  if (before === '第') return verdict(contexts.articleUnits.at(text, c.end) !== null ? 'article' : 'ordinal', c.unit === null ? c.end : c.unitEnd);
  const range = rangeEnd(text, c);
  if (range !== null) return verdict('limit', range);
  if (isCode(folded, c)) return verdict('code');
  if (isListMark(text, c)) return verdict('list-mark');
  const edge = c.approxStart;
  if (contexts.limitBefore.before(text, edge) !== null || contexts.limitBefore.before(text, c.start) !== null) return verdict('limit', c.extentEnd);
  if (previous !== null && (previous.kind === 'article' || previous.kind === 'ordinal') && c.script === 'arabic' && contexts.joinsOrdinals.has(text.slice(previous.end, c.start))) return verdict(previous.kind, c.unit === null ? c.end : c.unitEnd);
  if (isThreshold(text, c) || isRate(text, c) || isLimitAside(text, c, previous)) return verdict('limit', c.extentEnd);
  if (isNamed(text, c)) return verdict('idiom', c.unit === null ? c.end : c.unitEnd);
  if (isAnaphor(text, c)) return verdict('anaphor', c.unit === null ? c.end : c.unitEnd);
  if (c.unit === null) return verdict(bareKind(text, c, previous));
  if (c.unit === '分' && (text[c.unitEnd] === '制' || text.startsWith('满分', c.start - 2))) return verdict('idiom', c.unitEnd);
  if (calendar.has(c.unit)) return verdict('date', c.unitEnd);
  if (durations.has(c.unit)) return durationKind(text, c) === 'limit' ? verdict('limit', c.extentEnd) : verdict('quantity');
  if (unsureAlone.has(c.unit) && !stands(text, c)) return verdict('bare');
  if (contexts.withinAfter.at(text, c.extentEnd) !== null && contexts.withinNot.at(text, c.extentEnd) === null) return verdict('limit', c.extentEnd);
  if (weak.has(c.unit) && contexts.abstractNouns.at(text, c.unitEnd) !== null && !isMonthly(text, c.unitEnd)) return verdict('idiom', c.unitEnd);
  if (isPartition(text, c)) return verdict('idiom', c.unitEnd);
  if (c.script === 'chinese' && !countsSomething(text, c)) return verdict('idiom', c.end);
  return verdict(c.value === null ? 'idiom' : 'quantity');
}

/** 10万元以上项目, 100人以上单位: what a rule asks for; 60家次以上 and 七成以上的申请 are counts. */
function isThreshold(text: string, c: Candidate): boolean {
  if (c.unit === null || c.unit === '%' || c.unit === '成') return false;
  if (text.startsWith('以下', c.unitEnd)) return true;
  if (/^至\d/.test(text.slice(c.unitEnd, c.unitEnd + 2)) && !contexts.rangeFrom.within(text, Math.max(0, c.start - 8), c.start)) return true;
  if (text[c.start - 1] === '至' && counterAt(text, c.start - 1 - c.unit.length) === c.unit && !contexts.rangeFrom.within(text, Math.max(0, c.start - 16), c.start)) return true;
  if (text[c.start - 1] === '以' && text[c.unitEnd] === '为') return true;
  if (c.approx !== '以上') return false;
  const next = text[c.extentEnd];
  // 90分以上的12家: what is counted are those above it.
  if (next !== undefined && contexts.thresholdNot.has(next)) return isDigit(text[c.extentEnd + 1]);
  return next !== undefined && /\p{sc=Han}/u.test(next);
}

/** (含10件) right after 10件以下; 0.2元/页 */
function isLimitAside(text: string, c: Candidate, previous: FoundNumber | null): boolean {
  if (c.unit === null) return false;
  if (text[c.unitEnd] === '/' || text.startsWith('以内', c.unitEnd)) return true;
  return previous?.kind === 'limit' && text[c.unitEnd] === ')' && text.startsWith('(含', c.start - 2) && previous.extent.end >= c.start - 4;
}

/** 三年级二班, 后六位, 以百分之百的热情, 两件大事, 办理一件申请平均用时: a name, a place, a manner, a phrase, a measure. */
function isNamed(text: string, c: Candidate): boolean {
  if (c.unit === '班' && text.startsWith('年级', c.start - 2)) return true;
  if (c.unit === '位' && contexts.rankBefore.before(text, c.start) !== null) return true;
  if (c.unit === '%' && c.value === '100' && text[c.unitEnd] === '的' && contexts.mannerBefore.before(text, c.start) !== null) return true;
  if (c.script === 'chinese' && c.unit === '件' && contexts.setPhrases.at(text, c.unitEnd) !== null) return true;
  return c.script === 'chinese' && c.value === '1' && c.unit !== null && /^[^,;。、()]{1,8}平均/.test(text.slice(c.unitEnd, c.unitEnd + 12));
}

/** 每件100元, 每增加一档: what one costs, not how much there was. */
function isRate(text: string, c: Candidate): boolean {
  for (let i = Math.max(0, c.start - 14); i < c.start; i += 1) {
    if (text[i] !== '每') continue;
    const counter = counterAt(text, i + 1);
    if (text.startsWith('每增加', i) || (isMoney(c.unit) && counter !== null && i + 1 + counter.length === c.start)) return true;
  }
  return false;
}

/** 3-5个工作日, 10至15人, 12·4: two numbers that only together say something. */
function rangeEnd(text: string, c: Candidate): number | null {
  if (c.unit !== null && c.unitStart > c.end) return null;
  if (c.unit !== null && c.unitStart === c.end && c.unitEnd > c.unitStart) return null;
  let i = c.end;
  while (i - c.end < 2 && /[-—–~至到·×+]/.test(text[i] ?? '')) i += 1;
  if (i === c.end || (!isDigit(text[i]) && !isChineseNumeral(text[i]))) return null;
  while (isDigit(text[i]) || isChineseNumeral(text[i]) || text[i] === '.') i += 1;
  return i + (counterAt(text, i)?.length ?? 0);
}

/** A word of letters (手机APP46条), not the single letter of a code (A4, V3). */
const LETTERS = /[A-Za-z]{2}$/;

/** 5G, A4, V3.2, 1+3+N, 7×24, -19. Only letters that stand next to the digits in the original count, and no word that a counted number follows. */
function isCode(folded: Folded, c: Candidate): boolean {
  const { text, start } = folded;
  const before = text[c.start - 1] ?? '';
  const after = text[c.end] ?? '';
  if (/[A-Za-z]/.test(before)) return (start[c.start]! - start[c.start - 1]!) === 1 && !(c.unit !== null && c.unitStart === c.end && LETTERS.test(text.slice(Math.max(0, c.start - 2), c.start)));
  if (/[A-Za-z]/.test(after)) return (start[c.end]! - start[c.end - 1]!) === 1;
  return c.script === 'arabic' && (/[-—–+×·/._]/.test(before) || /[+×·/]/.test(after));
}

/** 1. · 1、 · (1) · (一) · 一、 · 一是 */
function isListMark(text: string, c: Candidate): boolean {
  const before = text[c.start - 1];
  const after = text[c.end];
  if (c.unit !== null && !(c.unit === '是')) {
    if (c.unitStart === c.end) return false;
  }
  if (before === '(' && after === ')') return true;
  if (c.script === 'chinese' && after === '是') return true;
  const opens = before === undefined || /[。;:!?*#]/.test(before);
  return opens && (after === '、' || after === '.' || after === ')') && c.end - c.start <= 3;
}

function isAnaphor(text: string, c: Candidate): boolean {
  const edge = c.approxStart;
  if (contexts.anaphorBefore.before(text, edge) !== null && !contexts.anaphorNotAfter.has(text[edge - 2] ?? '')) return true;
  const before = text[c.start - 1];
  const earlier = text[c.start - 2] ?? '';
  if (before === '前' && !contexts.notBefore前.has(earlier)) return true;
  if (before === '后' && (earlier === '' || BREAK.test(earlier) || earlier === '的')) return true;
  const word = c.unit === null ? null : contexts.anaphorAfter.at(text, c.unitEnd);
  // 3处加起来放了26块 counts the places; 三项加起来26件 does not.
  return word !== null && !(word === '加起来' && c.script === 'arabic' && /[\p{sc=Han}]/u.test(text[c.unitEnd + 3] ?? '') && !contexts.sumSaidBy.has(text[c.unitEnd + 3]!) && !isChineseNumeral(text[c.unitEnd + 3]));
}

/** A number without counter counts only where the words say that it is one: 均为0, 粉丝数20万, 拢共办了三百五. */
function bareKind(text: string, c: Candidate, previous: FoundNumber | null): NumberKind {
  if (c.value === null || c.bare) return 'idiom';
  const after = text[c.end];
  const closed = after === undefined || BREAK.test(after) || after === '*';
  const digits = c.end - c.start;
  if (c.script === 'arabic' && digits >= 3 && followsContactCue(text, c.start)) return 'contact';
  if (!closed) return 'bare';
  if (previous?.kind === 'contact' && contexts.joinsContacts.has(text.slice(previous.end, c.start))) return 'contact';
  const zero = c.value === '0';
  if (c.script === 'chinese' && !zero && Number(c.value) < 100) return 'bare';
  const before = text[c.start - 1] ?? '';
  if (/[万亿千百]/.test(text[c.end - 1] ?? '') && !BREAK.test(before) && before !== '') return 'quantity';
  if (before === ':' && digits > 4) return 'bare';
  if (c.script === 'arabic' && (zero || digits > 1) && !MAY_BE_A_YEAR.test(text.slice(c.start, c.end)) && contexts.countedNouns.before(text, c.approxStart) !== null) return 'quantity';
  return contexts.bareCues.before(text, c.approxStart) !== null ? 'quantity' : 'bare';
}

const MAY_BE_A_YEAR = /^(?:19|20)\d\d$/;

/** 电话, 邮政编码为, 网址: directly before the digits. */
function followsContactCue(text: string, at: number): boolean {
  for (let cue = at; cue > at - 3; cue -= 1) {
    if (contexts.contactCues.before(text, cue) !== null) return true;
    if (!contexts.contactJoins.has(text[cue - 1] ?? '')) return false;
  }
  return false;
}

/** 20个工作日内, 24小时 are rules and hours; 平均9.6个工作日, 每天开放7.5小时 are measured. */
function durationKind(text: string, c: Candidate): 'limit' | 'quantity' {
  if (contexts.limitAfter.at(text, c.extentEnd) !== null) return 'limit';
  let from = c.approxStart;
  while (from > 0 && c.approxStart - from < DURATION_WINDOW && !/[,;。!?()]/.test(text[from - 1]!)) from -= 1;
  const roundTheClock = c.value === '24' && c.unit!.endsWith('小时');
  if (roundTheClock) return contexts.measuredHours.within(text, from, c.start) ? 'quantity' : 'limit';
  // 最长有47天没有更新 tells what was, 最长20天 what a rule allows.
  if (contexts.durationHeld.before(text, c.approxStart) !== null) return 'quantity';
  if (contexts.durationNot.within(text, from, c.start)) return 'limit';
  if (c.value?.includes('.') === true) return 'quantity';
  return contexts.durationCues.within(text, from, c.approxStart) ? 'quantity' : 'limit';
}

/** 查阅点3个, 横幅40条: the counter ends its phrase and something stands before the number. */
function stands(text: string, c: Candidate): boolean {
  const after = text[c.extentEnd];
  const before = text[c.start - 1];
  return (after === undefined || BREAK.test(after) || after === '*' || contexts.saidOfAll.at(text, c.extentEnd) !== null) && before !== undefined && !BREAK.test(before);
}

/** 分两批, 共分六个部分 — but 得分5分 is a score. */
function isPartition(text: string, c: Candidate): boolean {
  if (c.unit === '分') return false;
  const word = contexts.partitionBefore.before(text, c.approxStart);
  if (word === null) return false;
  const earlier = text[c.approxStart - word.length - 1] ?? '';
  return !(word === '分' && contexts.notBefore分.has(earlier));
}

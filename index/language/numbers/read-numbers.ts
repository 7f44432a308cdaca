import type { Decimal } from '../../document/decimal.js';
import { compare } from '../../document/decimal.js';
import type { Folded } from '../../document/folded.js';
import { calendarWordAt } from './calendar-words.js';
import type { FoundNumber, NumberKind } from './found-number.js';
import { kindOf } from './kind.js';
import { masksIn } from './masks.js';
import { anyMultiplier, isDigit, isNumeral, largeMultiplier, readArabic, readChinese, scaled, type ReadNumeral } from './numerals.js';
import { contexts, counterAt, isMoney } from './setting.js';

/** A number with its approximation and counter, before it is known what it is. Offsets count folded characters. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal | null;
  readonly script: 'arabic' | 'chinese';
  readonly bare: boolean;
  readonly unit: string | null;
  readonly unitStart: number;
  readonly unitEnd: number;
  readonly approx: string | null;
  readonly approxStart: number;
  readonly extentEnd: number;
}

const PAGE = /[—–-]{1,2}\d{1,4}[—–-]{1,2}(?!\d)/y;
const FRACTION = /(百|千|万)分之(?=[\d零一二两三四五六七八九十百点])/y;

/**
 * Every number of a folded text in reading order, quantities and others, none overlapping.
 * Never throws; time grows linearly with the text.
 */
export function readNumbers(folded: Folded): FoundNumber[] {
  const { text } = folded;
  const found: FoundNumber[] = [];
  const masks = masksIn(text);
  let mask = 0;
  for (let i = 0; i < text.length; ) {
    if (!isNumeral(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    while (mask < masks.length && masks[mask]!.end <= i) mask += 1;
    const over = masks[mask];
    if (over !== undefined && over.start <= i) {
      found.push(other(over.kind, i, over.end, over.start));
      i = over.end;
      continue;
    }
    const next = readOne(folded, i, found.at(-1) ?? null);
    found.push(next);
    i = Math.max(next.extent.end, i + 1);
  }
  return shareUnits(text, terseLists(text, found));
}

function readOne(folded: Folded, at: number, previous: FoundNumber | null): FoundNumber {
  const { text } = folded;
  const glued = isDigit(text[at - 1]) || text[at - 1] === '.';
  const word = glued || text[at - 1] === '第' ? null : calendarWordAt(text, at);
  if (word !== null) return { ...other(word.kind, at, word.end, at), year: word.year };
  const candidate = withCounter(folded, at);
  const verdict = kindOf(folded, candidate, previous);
  return verdict.kind === 'quantity' ? quantity(candidate) : other(verdict.kind, at, Math.max(candidate.end, verdict.end), at);
}

/**
 * The quantity that a `limit` of a folded text names (不少于|600条, |24小时内): what a plan or a rule sets, for those who read plans and rules. Its
 * approximation is the bound as printed. Null for a range, and where no counter follows.
 */
export function boundOf(folded: Folded, { kind, start, end }: FoundNumber): FoundNumber | null {
  const candidate = withCounter(folded, start);
  if (kind !== 'limit' || candidate.value === null || candidate.unit === null || candidate.unitStart < candidate.end || end > candidate.extentEnd) return null;
  const word = contexts.limitBefore.before(folded.text, candidate.approxStart);
  return quantity(word === null || contexts.eachTime.has(word) ? candidate : { ...candidate, approx: word, approxStart: candidate.approxStart - word.length });
}

function quantity(candidate: Candidate): FoundNumber {
  return {
    kind: 'quantity',
    start: candidate.start,
    end: candidate.end,
    value: candidate.value,
    unit: candidate.unit,
    unitRange: candidate.unit === null ? null : { start: candidate.unitStart, end: candidate.unitEnd },
    approx: candidate.approx,
    year: null,
    extent: { start: candidate.approxStart, end: candidate.extentEnd },
  };
}

function other(kind: NumberKind, start: number, end: number, from: number): FoundNumber {
  return { kind, start, end, value: null, unit: null, unitRange: null, approx: null, year: null, extent: { start: from, end } };
}

/** Reads the numerals at `at` with their multiplier, approximation and counter: 5万余条, 12万余元, 百分之三, 近一倍. */
function withCounter(folded: Folded, at: number): Candidate {
  const { text } = folded;
  FRACTION.lastIndex = at;
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const numeral = numeralAt(folded, at + fraction[0].length);
    const unit = fraction[1] === '百' ? '%' : fraction[1] === '千' ? '‰' : '‱';
    const before = approxBefore(text, at, false);
    const after = approxAfter(text, numeral.end, unit);
    return {
      start: at, end: numeral.end, value: numeral.value, script: 'arabic', bare: false, unit, unitStart: at, unitEnd: numeral.end,
      approx: before.word ?? after, approxStart: before.start, extentEnd: numeral.end + (after?.length ?? 0),
    };
  }
  const numeral = numeralAt(folded, at);
  let { end, value } = numeral;
  let inside = contexts.approxInside.at(text, end);
  let unitAt = skipMarks(text, end + (inside?.length ?? 0));
  const factor = largeMultiplier(text[unitAt]);
  if (factor !== null && !isMultiplied(text, end)) {
    const more = contexts.approxInside.at(text, unitAt + 1);
    const behind = skipMarks(text, unitAt + 1 + (more?.length ?? 0));
    if (isMoney(counterAt(text, behind))) {
      const unit = text[unitAt]! + counterAt(text, behind)!;
      return finish(text, at, { ...numeral, end, value }, unit, unitAt, behind + unit.length - 1, inside ?? more);
    }
    if (inside !== null && value !== null) {
      // 10余万条: the approximation stands inside the number.
      value = scaled(value, factor);
      end = unitAt + 1;
      unitAt = skipMarks(text, end);
    }
  }
  if (unitAt > end && inside === '来' && counterAt(text, unitAt) === null) inside = null;
  if (inside !== null && counterAt(text, unitAt) === null) {
    inside = null;
    unitAt = skipMarks(text, end);
  }
  const unit = counterAt(text, unitAt);
  return finish(text, at, { ...numeral, end, value }, unit, unitAt, unitAt + (unit?.length ?? 0), inside);
}

function finish(text: string, at: number, numeral: ReadNumeral, unit: string | null, unitStart: number, unitEnd: number, inside: string | null): Candidate {
  const before = approxBefore(text, at, numeral.bare);
  const end = unit === null ? numeral.end + (inside?.length ?? 0) : unitEnd;
  const after = approxAfter(text, end, unit);
  return {
    start: at, end: numeral.end, value: numeral.value, script: numeral.script, bare: numeral.bare, unit, unitStart, unitEnd,
    approx: before.word ?? inside ?? after, approxStart: before.start, extentEnd: end + (after?.length ?? 0),
  };
}

/** Arabic numerals may carry Chinese multipliers (1.2万, 1万2千, 5百); before 元 the last 万 or 亿 belongs to the unit. */
function numeralAt(folded: Folded, at: number): ReadNumeral {
  const { text } = folded;
  if (!isDigit(text[at])) return chineseAt(text, at);
  let numeral = readArabic(folded, at);
  let last: Decimal | null = null;
  for (let guard = 0; guard < 4; guard += 1) {
    const factor = anyMultiplier(text[numeral.end]);
    if (factor === null || numeral.value === null || beforeMoney(text, numeral.end)) break;
    let value = scaled(numeral.value, factor);
    let end = numeral.end + 1;
    if (isDigit(text[end]) && last === null) {
      const rest = readArabic(folded, end);
      const smaller = anyMultiplier(text[rest.end]);
      if (smaller !== null && rest.value !== null && compare(smaller, factor) < 0 && !beforeMoney(text, rest.end)) {
        value = String(Number(value) + Number(scaled(rest.value, smaller)));
        end = rest.end + 1;
      }
    }
    last = factor;
    numeral = { ...numeral, value, end };
  }
  return numeral;
}

function chineseAt(text: string, at: number): ReadNumeral {
  const numeral = readChinese(text, at);
  const last = numeral.end - 1;
  if (last > at && largeMultiplier(text[last]) !== null && beforeMoney(text, last)) {
    const shorter = readChinese(text.slice(at, last), 0);
    return { ...shorter, end: at + shorter.end };
  }
  return numeral;
}

/** True when the multiplier at `at` is part of a money unit: 万元, 万余元, 亿元. */
function beforeMoney(text: string, at: number): boolean {
  if (largeMultiplier(text[at]) === null) return false;
  const more = contexts.approxInside.at(text, at + 1);
  return isMoney(counterAt(text, skipMarks(text, at + 1 + (more?.length ?? 0))));
}

function isMultiplied(text: string, end: number): boolean {
  return largeMultiplier(text[end - 1]) !== null;
}

/** Left-over bold marks and a page's number may stand between a number and its counter. */
function skipMarks(text: string, at: number): number {
  let i = at;
  while (text[i] === '*') i += 1;
  PAGE.lastIndex = i;
  const page = PAGE.exec(text);
  return page !== null && counterAt(text, i + page[0].length) !== null ? i + page[0].length : i;
}

function approxBefore(text: string, at: number, bare: boolean): { word: string | null; start: number } {
  const skip = contexts.approxSkips.before(text, at) ?? '';
  for (const end of new Set([at - skip.length, at])) {
    if (end < 1) continue;
    const word = contexts.approxBefore.before(text, end);
    if (word === null || (word === '上' && !bare)) continue;
    if (contexts.approxNotAfter[word]?.includes(text[end - word.length - 1] ?? '\0') ?? false) continue;
    return { word, start: end - word.length };
  }
  return { word: null, start: at };
}

/** 多 after a counter is an approximation only for what is measured (四成多, 一倍多); elsewhere it compares. */
function approxAfter(text: string, at: number, unit: string | null): string | null {
  const word = contexts.approxAfter.at(text, skipMarks(text, at));
  if (word === null || unit === null) return null;
  if (word === '多' || word === '余') return unit === '成' || unit === '倍' ? word : null;
  return word;
}

/** 网站120，微信71，公示栏24: two numbers or more, each right after its noun, need no counter. */
function terseLists(text: string, found: FoundNumber[]): FoundNumber[] {
  for (let i = 0; i < found.length; ) {
    let end = i;
    const nouns = new Set<string>();
    for (; end < found.length; end += 1) {
      const noun = terseNoun(text, found[end]!, end > i ? found[end - 1]! : null);
      if (noun === null) break;
      nouns.add(noun);
    }
    if (end - i > 1 && nouns.size === end - i && [...nouns].some((noun) => !contexts.attachments.has(noun))) {
      for (let k = i; k < end; k += 1) if (found[k]!.kind === 'bare') found[k] = { ...found[k]!, kind: 'quantity', value: scaled(text.slice(found[k]!.start, found[k]!.end).replaceAll(',', ''), '1') };
    }
    i = Math.max(end, i + 1);
  }
  return found;
}

/** The noun right before a number without counter that ends its phrase; null for any other number. */
function terseNoun(text: string, number: FoundNumber, previous: FoundNumber | null): string | null {
  if ((number.kind !== 'bare' && (number.kind !== 'quantity' || number.unit !== null)) || number.end - number.start > 6 || !/^\d+$/.test(text.slice(number.start, number.end))) return null;
  if (number.end < text.length && !/[、,;。)]/.test(text[number.end]!)) return null;
  let from = number.start;
  while (from > 0 && number.start - from < 9 && /\p{sc=Han}/u.test(text[from - 1]!)) from -= 1;
  const noun = text.slice(from, number.start);
  if (noun === '' || noun.length > 8 || !/[、,;:(]/.test(text[from - 1] ?? '')) return null;
  return previous === null || previous.end === from - 1 ? noun : null;
}

/** In 0、1、1件 the counter after the last number is everyone's. */
function shareUnits(text: string, found: FoundNumber[]): FoundNumber[] {
  const lent: number[] = [];
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const number = found[i]!;
    const next = found[i + 1]!;
    const between = text.slice(number.extent.end, next.extent.start);
    const joins = (number.kind === 'bare' || (number.kind === 'quantity' && number.unit === null)) && next.kind === 'quantity' && next.unit !== null && contexts.joinsNumbers.has(between);
    if (!joins) continue;
    const value = number.value ?? printedValue(text.slice(number.start, number.end));
    if (value === null) continue;
    found[i] = { ...number, kind: 'quantity', value, unit: next.unit };
    lent.push(i);
  }
  // 分别约为8.2万、1.1万、5.6万次: so is the approximation before the first.
  let spread: string | null = null;
  for (const i of lent.reverse()) {
    const { approx, extent, start } = found[i]!;
    spread = approx === null || extent.start === start ? (approx === null ? null : spread) : approx;
    if (spread !== null && found[i + 1]!.approx === null) found[i + 1] = { ...found[i + 1]!, approx: spread };
  }
  return found;
}

/** 1,024 · 8.2万; null for other writings. */
function printedValue(written: string): Decimal | null {
  const factor = largeMultiplier(written.at(-1));
  const digits = (factor === null ? written : written.slice(0, -1)).replaceAll(',', '');
  return /^\d+(?:\.\d+)?$/.test(digits) ? scaled(digits, factor ?? '1') : null;
}

import { z } from 'zod';
import { CharacterSet } from '../../document/character-set.js';
import { decimal, product, type Decimal } from '../../document/decimal.js';
import type { Folded } from '../../document/folded.js';
import { loadData } from '../../data.js';

const table = z.record(z.string().length(1), z.number());
const numerals = loadData('index/language/numbers/numerals.json', z.object({ digits: table, tens: table, small: table, large: table }));
const digits = new Map(Object.entries(numerals.digits));
const tens = new Map(Object.entries(numerals.tens));
const small = new Map(Object.entries(numerals.small));
const large = new Map(Object.entries(numerals.large));

const CHINESE = new CharacterSet([...digits.keys(), ...tens.keys(), ...small.keys(), ...large.keys()]);
const [ZERO, NINE] = ['0', '9'].map((digit) => digit.charCodeAt(0)) as [number, number];

/** Longer runs of numerals are no numbers that people write; the cap keeps every read short. */
const LONGEST_RUN = 24;
const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;

/** Numerals read from one place of folded text. `end` is exclusive. */
export interface ReadNumeral {
  readonly end: number;
  /** Null for runs that have no value (十四五, 三五). */
  readonly value: Decimal | null;
  readonly script: 'arabic' | 'chinese';
  /** A multiplier with nothing before it: 百, 千, 万. It counts only with an approximation (近百条). */
  readonly bare: boolean;
}

/** True for a character that numbers are written with in Chinese: 一, 廿, 百, 万, 〇. */
export function isChineseNumeral(character: string | undefined): boolean {
  return character !== undefined && CHINESE.has(character.charCodeAt(0));
}

/** True for the code of a character that numbers are written with, in digits or in Chinese. */
export function isNumeral(code: number): boolean {
  return (code >= ZERO && code <= NINE) || CHINESE.has(code);
}

/** 二 for 三: the numeral of one less than a single one; null where there is none. */
export function numeralBefore(numeral: string): string | null {
  const value = digits.get(numeral) ?? 0;
  return value < 2 ? null : ([...digits].find(([, other]) => other === value - 1)?.[0] ?? null);
}

/** True for 0 to 9; full-width digits have been narrowed by folding. */
export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** 万 or 亿. */
export function largeMultiplier(character: string | undefined): Decimal | null {
  const factor = character === undefined ? undefined : large.get(character);
  return factor === undefined ? null : decimal(factor);
}

/** 十 to 千 and their formal forms, and 万, 亿. */
export function anyMultiplier(character: string | undefined): Decimal | null {
  const factor = character === undefined ? undefined : (small.get(character) ?? large.get(character));
  return factor === undefined ? null : decimal(factor);
}

/** Reads 2,091 · 2 091 (blanks in the original only between full groups of three) · 1127.5 at `at`, which must be a digit. */
export function readArabic(folded: Folded, at: number): ReadNumeral {
  GROUPED.lastIndex = at;
  const match = GROUPED.exec(folded.text);
  const end = match === null ? at + 1 : at + match[0].length;
  const cut = blankCut(folded, at, end);
  const written = folded.text.slice(at, cut).replaceAll(',', '');
  return { end: cut, value: plain(written), script: 'arabic', bare: false };
}

/** Where a run of digits ends when the original has blanks inside: they group thousands, or they part two numbers. */
function blankCut(folded: Folded, at: number, end: number): number {
  const gaps: number[] = [];
  for (let i = at + 1; i < end; i += 1) {
    if (folded.start[i]! - folded.start[i - 1]! > 1 && isDigit(folded.text[i]) && isDigit(folded.text[i - 1])) gaps.push(i);
  }
  const first = gaps[0];
  if (first === undefined || (gaps.length === end - at - 1 && isLetterSpaced(folded, at, end))) return end;
  const point = folded.text.indexOf('.', at);
  const whole = point >= 0 && point < end ? point : end;
  const bounds = [...gaps, whole];
  const groups = first - at <= 3 && gaps.every((gap, i) => bounds[i + 1]! - gap === 3);
  // A line break may also cut a number anywhere; joined digits are then what the page says.
  return groups ? end : first;
}

/** 公 开 信 息 4 3 7 条, 采用 2 1 3 篇: digits set apart one by one are one number where the words beside them are set apart too. */
function isLetterSpaced({ text, start }: Folded, at: number, end: number): boolean {
  const isHan = (i: number): boolean => HAN.test(text[i] ?? '');
  const isBlankBefore = (i: number): boolean => start[i]! - start[i - 1]! > 1;
  const isApart = (i: number): boolean => isHan(i) && isHan(i + 1) && isBlankBefore(i + 1);
  return isHan(at - 1) && isHan(end) && (isApart(at - 2) || isApart(end) || (isBlankBefore(at) && isBlankBefore(end)));
}

const HAN = /\p{Script=Han}/u;

function plain(written: string): Decimal {
  if (/^(?:0|[1-9]\d*)$/.test(written)) return written;
  return decimal(written);
}

/** Reads 二千零九十一 · 两千 · 廿三 · 十二点五 · 三百五 · 二〇二〇 at `at`, which must be a Chinese numeral. */
export function readChinese(text: string, at: number): ReadNumeral {
  let end = at;
  while (end < text.length && end - at < LONGEST_RUN && isChineseNumeral(text[end])) end += 1;
  if (isChineseNumeral(text[end])) {
    while (isChineseNumeral(text[end])) end += 1;
    return { end, value: null, script: 'chinese', bare: false };
  }
  const run = text.slice(at, end);
  const bare = [...run].every((c) => small.has(c) || large.has(c)) && run !== '十' && run !== '拾';
  const whole = evaluate(run);
  if (whole !== null && text[end] === '点' && digits.has(text[end + 1] ?? '')) {
    let stop = end + 1;
    while (digits.has(text[stop] ?? '')) stop += 1;
    if (!small.has(text[stop] ?? '')) {
      const fraction = Array.from(text.slice(end + 1, stop)).map((c) => digits.get(c)).join('');
      return { end: stop, value: decimal(`${whole}.${fraction}`), script: 'chinese', bare: false };
    }
  }
  return { end, value: whole === null ? null : String(whole), script: 'chinese', bare };
}

function evaluate(run: string): number | null {
  if (run.length > 1 && [...run].every((c) => digits.has(c))) {
    // 三五, 两三: about so many. Positional writing has a zero or at least three places.
    if (run.length === 2 && !/[零〇○]/.test(run)) return null;
    const positional = Number([...run].map((c) => digits.get(c)).join(''));
    return Number.isSafeInteger(positional) ? positional : null;
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastSmall = Infinity;
  let justMultiplied = 1;
  for (const c of run) {
    const value = digits.get(c);
    const ten = tens.get(c);
    const factor = small.get(c);
    const big = large.get(c);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) justMultiplied = 1;
    } else if (ten !== undefined) {
      if (digit !== null || lastSmall <= 10) return null;
      section += ten;
      lastSmall = 10;
      justMultiplied = 10;
    } else if (factor !== undefined) {
      if (factor >= lastSmall) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * factor;
      digit = null;
      lastSmall = factor;
      justMultiplied = factor;
    } else if (big !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) section = 1;
      total = total > 0 && total < big ? (total + section) * big : total + section * big;
      section = 0;
      digit = null;
      lastSmall = Infinity;
      justMultiplied = big;
    }
  }
  // 三百五 is 350, 一万二 is 12000: a last digit right after a multiplier counts its tenth.
  if (digit !== null && digit !== 0 && justMultiplied >= 100) section += (digit * justMultiplied) / 10;
  else section += digit ?? 0;
  const result = total + section;
  return Number.isSafeInteger(result) ? result : null;
}

/** `value` times a multiplier, exact. */
export function scaled(value: Decimal, factor: Decimal): Decimal {
  return product(value, factor);
}

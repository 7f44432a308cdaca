import type { NumberKind } from './found-number.js';

const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH = `${DAY}月(?:份|底|末|初|[上中下]旬)?(?:${DAY}[日号])?`;
const YEAR = '(\\d{4}|\\d{2}|[〇○零一二两三四五六七八九]{4})年';

const DATES = new RegExp(
  [
    `${YEAR}(?:度|底|末|初|内)?(?:${MONTH})?(?:[底前])?`,
    `\\d{4}(?:[-—–~至到]{1,2}|年?至)\\d{4}学?年?`,
    // 2022-01-05 11:19 with its blank folded away.
    `(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d{1,2}(?:\\d{2}:\\d{2}(?::\\d{2})?|(?!\\d))`,
    `(?:19|20)\\d{2}[/-]\\d{1,2}(?![\\d%])`,
    `${MONTH}前?`,
    `${DAY}[-—–~至]{1,2}${DAY}月`,
    // 提前30日 says how long before, no day of a month.
    `(?<!提前|平均|缩短)${DAY}日[前起]?(?![常前均])`,
    `(?:[一二三四1-4]|前[三3])季度`,
  ].join('|'),
  'y',
);
const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}时(?:\d{1,2}分)?|\d{1,2}点(?:半|\d{1,2}分|钟|整)?(?!\d)/y;
const CALL = /0\d{2,3}[-—–]?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)/y;
const CHINESE_DIGITS = '零一二三四五六七八九';

/** A date, a time of day or a telephone number that starts at a numeral. */
export interface CalendarWord {
  readonly kind: Extract<NumberKind, 'date' | 'time' | 'contact'>;
  readonly end: number;
  readonly year: number | null;
}

/** Reads 2020年12月31日 · 二〇二〇年 · 12月底 · 2020-12-31 · 9:00 · 0883-6123456 at `at` of folded text; null when none stands there. */
export function calendarWordAt(text: string, at: number): CalendarWord | null {
  CALL.lastIndex = at;
  const call = CALL.exec(text);
  if (call !== null) return { kind: 'contact', end: at + call[0].length, year: null };
  DATES.lastIndex = at;
  const date = DATES.exec(text);
  if (date !== null) return { kind: 'date', end: at + date[0].length, year: yearOf(date[1]) };
  CLOCK.lastIndex = at;
  const clock = CLOCK.exec(text);
  if (clock !== null) return { kind: 'time', end: at + clock[0].length, year: null };
  return null;
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const digits = [...written].map((c) => (/\d/.test(c) ? Number(c) : '〇○'.includes(c) ? 0 : c === '两' ? 2 : CHINESE_DIGITS.indexOf(c)));
  const year = Number(digits.join(''));
  // 20年一共19件: two digits are a year of this century only in the range that reports speak of.
  if (written.length === 2) return year >= 8 && year <= 40 ? 2000 + year : null;
  return year >= 1900 && year < 2100 ? year : null;
}

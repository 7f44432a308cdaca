/** Blanks as reports use them: ASCII, no-break, ideographic, zero-width, byte order mark; line ends too. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0x80 && (code === 0xa0 || code === 0x85 || code === 0x3000 || code === 0xfeff || code === 0x2060 || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029);
}

/** The part of `[start, end)` without blanks at its ends; `start === end` when all of it is blank. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const BLANKS = /[\s\u0085\u2000-\u200d\u2060]+/g;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** `text` without any blank and with half-width digits and letters: for comparing with words, never for quoting. */
export function bare(text: string): string {
  return isBare(text) ? text : text.replace(BLANKS, '').replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** True where nothing but signs and characters stands that `bare` leaves as they are; what it may change is left to it. */
function isBare(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code >= 0xfeff) return false;
  }
  return true;
}

/** The characters that number headings and items up to ninety-nine, as a class of an expression. */
export const COUNTING = '[一二三四五六七八九十]';
/** The digits of a year in Chinese, as a class of an expression: 二〇二〇, also with 0 and the letters О and O that are typed for 〇. */
export const YEAR_DIGIT = '[〇零○ОO0一二三四五六七八九]';
const VALUE: Readonly<Record<string, number>> = { 〇: 0, 零: 0, '○': 0, О: 0, O: 0, '0': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 二〇二〇, 二0二0 → 2020; null unless all four are digits. */
export function fourChineseDigits(text: string): number | null {
  const digits = [...text];
  if (digits.length !== 4 || !digits.every((digit) => digit in VALUE)) return null;
  return digits.reduce((value, digit) => value * 10 + VALUE[digit]!, 0);
}

/** 2020, 二〇二〇, and 202020 or 202121, in which two digits were printed twice; null when it is no year of a report. */
export function readYear(digits: string): { readonly year: number; readonly damaged: boolean } | null {
  const pairs = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (pairs !== null) {
    const [, one, two, three] = pairs;
    if (one !== two && two !== three) return null;
    return readYear(`${one}${one === two ? three : two}`) === null ? null : { year: Number(`${one}${one === two ? three : two}`), damaged: true };
  }
  const year = /^\d{4}$/.test(digits) ? Number(digits) : fourChineseDigits(digits);
  return year !== null && year >= 1990 && year <= 2099 ? { year, damaged: false } : null;
}

const CHINESE_YEAR = new RegExp(`${YEAR_DIGIT}{4}(?=年)`, 'gu');

/** `text` with 2013年 for 二〇一三年, at the same places. */
export function withArabicYears(text: string): string {
  return text.replace(CHINESE_YEAR, (digits) => String(readYear(digits)?.year ?? digits));
}

/** 一 … 九十九 → number; null for anything else. */
export function ordinal(text: string): number | null {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (found === null || text === '') return null;
  const [, first, ten, last] = found;
  if (ten === undefined) return first !== undefined && last === undefined ? VALUE[first]! : null;
  return (first === undefined ? 1 : VALUE[first]!) * 10 + (last === undefined ? 0 : VALUE[last]!);
}

/** A stretch of text that one rule cuts: digits and Latin words stay whole, `han` (everything else) is for the dictionary. */
export interface Run {
  readonly kind: 'number' | 'latin' | 'blank' | 'han';
  readonly start: number;
  readonly end: number;
}

const BLANK = 1;
const DIGIT = 2;
const LATIN = 3;
const OTHER = 4;

/** Class of a UTF-16 unit; full-width digits and letters count as what NFKC makes of them. */
function classOf(code: number): number {
  if (code >= 0x3400 && code < 0xfe00) return OTHER;
  if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)) return LATIN;
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)) return BLANK;
  return OTHER;
}

function isDigitAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.charCodeAt(at)) === DIGIT;
}

/** `.` or `,` in either width. */
function markAt(text: string, at: number): '.' | ',' | null {
  const code = text.charCodeAt(at);
  if (code === 0x2e || code === 0xff0e) return '.';
  return code === 0x2c || code === 0xff0c ? ',' : null;
}

/** End of the number that starts at `start`: digits, thousands marks before exactly three digits, one decimal point. */
function numberEnd(text: string, start: number): number {
  let at = start;
  while (isDigitAt(text, at)) at += 1;
  // 1,808,595 is one number, 3,45 and 2020,2021 are two: a mark only joins groups of three after at most three digits.
  if (at - start <= 3) {
    while (markAt(text, at) === ',' && isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && isDigitAt(text, at + 3) && !isDigitAt(text, at + 4)) at += 4;
  }
  if (markAt(text, at) === '.' && isDigitAt(text, at + 1)) {
    at += 1;
    while (isDigitAt(text, at)) at += 1;
  }
  return at;
}

/** Cuts `text` into runs that tile it. Linear in the text's length. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = classOf(text.charCodeAt(at));
    if (kind === DIGIT) {
      at = numberEnd(text, at);
      runs.push({ kind: 'number', start, end: at });
      continue;
    }
    at += 1;
    while (at < text.length && classOf(text.charCodeAt(at)) === kind) at += 1;
    runs.push({ kind: kind === LATIN ? 'latin' : kind === BLANK ? 'blank' : 'han', start, end: at });
  }
  return runs;
}

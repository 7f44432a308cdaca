/** Chinese characters, kana, full-width forms and their punctuation: between two of them no blank is ever meant. */
const WIDE = /[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u;

/** True when a break between these two characters falls inside a word or sentence: it is there for the look of the page. */
export function breaksAWord(before: string, after: string): boolean {
  return WIDE.test(before) && WIDE.test(after);
}

/**
 * Lines of one cell or one paragraph as one line. Between Chinese characters nothing is put; elsewhere a blank, because two
 * numbers under each other are two numbers.
 */
export function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const next = line.trim();
    if (next === '') continue;
    const before = lastCharacter(text);
    text += before === '' || breaksAWord(before, String.fromCodePoint(next.codePointAt(0)!)) ? next : ` ${next}`;
  }
  return text;
}

/** The last character, both halves of a pair. */
export function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

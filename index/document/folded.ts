/**
 * Text made easier to read by a grammar, with the way back.
 * `start[i]` is the offset in the original of folded character `i`; `start[text.length]` is the original's length.
 */
export interface Folded {
  readonly text: string;
  readonly start: Int32Array;
}

const BLANK = /[\s\u00a0\u3000\ufeff]|[\u200b-\u200d]|\u2060/;
const WORDLIKE = /[A-Za-z]/;

/** Full-width ASCII becomes ASCII one for one; everything else stays. */
function narrow(code: number): string {
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : String.fromCharCode(code);
}

/**
 * Full-width ASCII to half-width, blanks dropped except between two Latin words (where one space stays).
 * A folded range `[a, b)` stands at `[start[a], originalEnd(folded, b))` in the original.
 */
export function fold(original: string): Folded {
  if (original.length > SHORT) return foldAnew(original);
  let folded = short.get(original);
  if (folded === undefined) {
    folded = foldAnew(original);
    if (short.size >= MOST_KEPT) short.clear();
    short.set(original, folded);
  }
  return folded;
}

// Every report has the same labels and heads: folding them once is a tenth of taking a report in.
const short = new Map<string, Folded>();
const SHORT = 40;
const MOST_KEPT = 5000;

function foldAnew(original: string): Folded {
  const characters: string[] = [];
  const start: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const raw = original[i]!;
    if (!BLANK.test(raw)) {
      characters.push(narrow(raw.charCodeAt(0)));
      start.push(i);
      continue;
    }
    let next = i + 1;
    while (next < original.length && BLANK.test(original[next]!)) next += 1;
    const previous = characters[characters.length - 1];
    if (previous !== undefined && next < original.length && WORDLIKE.test(previous) && WORDLIKE.test(original[next]!)) {
      characters.push(' ');
      start.push(i);
    }
    i = next - 1;
  }
  start.push(original.length);
  return { text: characters.join(''), start: Int32Array.from(start) };
}

/** Where folded offset `end` (exclusive, at least 1) ends in the original: just after the last original character kept. */
export function originalEnd(folded: Folded, end: number): number {
  return end === 0 ? 0 : folded.start[end - 1]! + 1;
}

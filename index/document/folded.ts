import { plainUnit } from './plain-characters.js';

/**
 * Text made easier to read by a grammar, with the way back.
 * `start[i]` is the offset in the original of folded character `i`; `start[text.length]` is the original's length.
 */
export interface Folded {
  readonly text: string;
  readonly start: Int32Array;
}

/** Blanks as `\s` has them, and characters of no width. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  return code === 0x3000 || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0xfeff || code === 0x1680;
}

function isLatinLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Full-width ASCII to half-width, traditional characters to simplified ones, blanks dropped except between two Latin words (where one space stays).
 * A folded range `[a, b)` stands at `[start[a], originalEnd(folded, b))` in the original.
 */
export function fold(original: string): Folded {
  if (original.length > LONGEST_KEPT) return foldAnew(original);
  const kept = original.length > SHORT ? sentences : labels;
  let folded = kept.get(original);
  if (folded === undefined) {
    folded = foldAnew(original);
    if (kept.size >= MOST_KEPT[kept === labels ? 'labels' : 'sentences']) kept.clear();
    kept.set(original, folded);
  }
  return folded;
}

// Every report has the same labels and heads, and each of its sentences is read for figures, for roles and for lists.
const labels = new Map<string, Folded>();
const sentences = new Map<string, Folded>();
const SHORT = 40;
const LONGEST_KEPT = 2000;
const MOST_KEPT = { labels: 5000, sentences: 500 };

/** Room for the folded characters of a sentence and their places, used again and again. */
const ROOM = { codes: new Uint16Array(LONGEST_KEPT), places: new Int32Array(LONGEST_KEPT + 1) };

function foldAnew(original: string): Folded {
  const { codes, places } = original.length <= LONGEST_KEPT ? ROOM : { codes: new Uint16Array(original.length), places: new Int32Array(original.length + 1) };
  let length = 0;
  for (let i = 0; i < original.length; i += 1) {
    const code = original.charCodeAt(i);
    if (!isBlank(code)) {
      codes[length] = plainUnit(code);
      places[length] = i;
      length += 1;
      continue;
    }
    let next = i + 1;
    while (next < original.length && isBlank(original.charCodeAt(next))) next += 1;
    if (length > 0 && next < original.length && isLatinLetter(codes[length - 1]!) && isLatinLetter(original.charCodeAt(next))) {
      codes[length] = 0x20;
      places[length] = i;
      length += 1;
    }
    i = next - 1;
  }
  places[length] = original.length;
  return { text: textOf(codes.subarray(0, length)), start: places.slice(0, length + 1) };
}

/** Some at a time, because a call takes only so many values. */
function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += AT_A_TIME) text += String.fromCharCode(...codes.subarray(at, at + AT_A_TIME));
  return text;
}

const AT_A_TIME = 4096;

/** The printed characters of the folded range `[from, to)` of `original`: without the blanks that folding dropped, full-width ones as they are. */
export function printedAt(original: string, { start }: Folded, from: number, to: number): string {
  if (to <= from) return '';
  // Where nothing was dropped, and that is most ranges, it is one piece of the text.
  const [first, last] = [start[from]!, start[to - 1]!];
  if (last - first === to - 1 - from) return original.slice(first, last + 1);
  let printed = '';
  for (let i = from; i < to; i += 1) printed += original[start[i]!]!;
  return printed;
}

/** Where folded offset `end` (exclusive, at least 1) ends in the original: just after the last original character kept. */
export function originalEnd(folded: Folded, end: number): number {
  return end === 0 ? 0 : folded.start[end - 1]! + 1;
}

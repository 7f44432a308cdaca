import type { Passage } from '../../document/passage.js';
import { fold, type Folded } from '../../document/folded.js';
import { boundOf, readNumbers, type FoldedRange, type FoundNumber } from '../../language/numbers/mod.js';

/** A sentence made ready for the grammar. All offsets of this folder count folded characters unless they say otherwise. */
export interface Sentence {
  readonly passage: Passage;
  readonly folded: Folded;
  readonly text: string;
  readonly numbers: readonly FoundNumber[];
  /** Dates and other non-quantities by the place where they start. */
  readonly numberAt: ReadonlyMap<number, FoundNumber>;
  /** For each opening bracket with a partner, the place of that partner. */
  readonly closeOf: ReadonlyMap<number, number>;
}

/** Quotation marks and title marks hide the punctuation inside them; a pair stands at most this far apart. */
const LONGEST_QUOTE = 60;
const CLOSER = new Map([...'“”《》‘’「」'].flatMap((mark, i, all) => (i % 2 === 0 ? [[mark.charCodeAt(0), all[i + 1]!] as const] : [])));

/** Folds a passage and finds its numbers and brackets, once for everything that reads it. */
export function prepare(passage: Passage): Sentence {
  const folded = fold(passage.text);
  return sentenceOf(passage, folded, readNumbers(folded), bracketsIn(folded.text));
}

/** The sentence with what it sets as a bound (不少于600条, 24小时内) among its quantities: of a plan, a bound is what it means to reach. */
export function withBounds(sentence: Sentence): Sentence {
  const { passage, folded, numbers, closeOf } = sentence;
  return sentenceOf(passage, folded, numbers.map((number) => boundOf(folded, number) ?? number), closeOf);
}

function sentenceOf(passage: Passage, folded: Folded, numbers: readonly FoundNumber[], closeOf: ReadonlyMap<number, number>): Sentence {
  const numberAt = new Map<number, FoundNumber>();
  for (const number of numbers) numberAt.set(number.kind === 'quantity' ? number.start : number.extent.start, number);
  return { passage, folded, text: folded.text, numbers, numberAt, closeOf };
}

function bracketsIn(text: string): Map<number, number> {
  const closeOf = new Map<number, number>();
  if (!text.includes('(')) return closeOf;
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') {
      const start = open.pop();
      if (start !== undefined) closeOf.set(start, i);
    }
  }
  return closeOf;
}

/** If a quotation or title starts at `at`, where it ends (exclusive); else `at`. */
export function skipQuote(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const closer = code < 0x2018 || code > 0x300c ? undefined : CLOSER.get(code);
  if (closer === undefined) return at;
  for (let i = at + 1; i < Math.min(text.length, at + LONGEST_QUOTE); i += 1) if (text[i] === closer) return i + 1;
  return at;
}

/** A range's text without what stands in brackets inside it. */
export function outsideBrackets(sentence: Sentence, range: FoldedRange): string {
  const { text, closeOf } = sentence;
  let result = '';
  let from = range.start;
  for (let i = range.start; i < range.end; i += 1) {
    const close = closeOf.get(i);
    if (close === undefined) continue;
    result += text.slice(from, i);
    i = Math.min(close, range.end - 1);
    from = i + 1;
  }
  return result + text.slice(from, range.end);
}

/** The characters of a range as printed, blanks dropped. */
export function printed(sentence: Sentence, range: FoldedRange): string {
  let result = '';
  for (let i = range.start; i < range.end; i += 1) {
    const character = sentence.passage.text[sentence.folded.start[i]!]!;
    if (character.trim() !== '') result += character;
  }
  return result;
}

import { asSpans, type Span, type Spans } from '../document/span.js';

// A report has some 270 figures with places, labels and paths: written out they would be most of the store.

/** `start.length` pairs with a blank between: `120.4 131.2`. */
export function writeSpans(spans: Spans): string {
  return spans.map(({ start, end }) => `${start}.${end - start}`).join(' ');
}

/** Reads what `writeSpans` wrote. */
export function readSpans(written: string): Spans {
  return asSpans(
    written.split(' ').map((pair): Span => {
      const dot = pair.indexOf('.');
      const start = Number(pair.slice(0, dot));
      return { start, end: start + Number(pair.slice(dot + 1)) };
    }),
  );
}

/** Lists of words, each kept once and known by its number. */
export class Wording {
  readonly #lists: (readonly string[])[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(words: readonly string[]): number {
    const key = words.join('\u0000');
    let number = this.#numbers.get(key);
    if (number === undefined || this.#lists[number]!.length !== words.length) {
      number = this.#lists.length;
      this.#numbers.set(key, number);
      this.#lists.push(words);
    }
    return number;
  }

  /** JSON of all lists in the order of their numbers. */
  toString(): string {
    return JSON.stringify(this.#lists);
  }
}

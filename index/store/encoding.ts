import type { DrawnTable, Layout } from '../document/source-text.js';
import { asSpans, type Span, type Spans } from '../document/span.js';

// A report has some 270 figures with places, labels and paths: written out they would be most of the store.

/** `start.length` pairs with a blank between: `120.4 131.2`. */
export function writeSpans(spans: Spans): string {
  const [first] = spans;
  let written = `${first.start}.${first.end - first.start}`;
  for (let i = 1; i < spans.length; i += 1) written += ` ${spans[i]!.start}.${spans[i]!.end - spans[i]!.start}`;
  return written;
}

const [DOT, BLANK, ZERO] = ['.', ' ', '0'].map((character) => character.charCodeAt(0)) as [number, number, number];

/** Reads what `writeSpans` wrote, digit by digit: most are one span, and a report has hundreds of them. */
export function readSpans(written: string): Spans {
  const spans: Span[] = [];
  let start = 0;
  let number = 0;
  for (let at = 0; at <= written.length; at += 1) {
    const code = at === written.length ? BLANK : written.charCodeAt(at);
    if (code === DOT) {
      start = number;
      number = 0;
    } else if (code === BLANK) {
      spans.push({ start, end: start + number });
      number = 0;
    } else number = number * 10 + code - ZERO;
  }
  return asSpans(spans);
}

/** Lists of words (labels, paths), each kept once and known by its number; their words are kept once too, for lists share most of them. */
export class Wording {
  readonly #words: string[] = [];
  readonly #wordNumbers = new Map<string, number>();
  readonly #lists: number[][] = [];
  readonly #listNumbers = new Map<string, number>();
  readonly #seen = new Map<readonly string[], number>();

  numberOf(list: readonly string[]): number {
    // Figures of one table or sentence share their lists, so most are known without a look at their words.
    let number = this.#seen.get(list);
    if (number === undefined) {
      number = this.#numberOfWords(list);
      this.#seen.set(list, number);
    }
    return number;
  }

  #numberOfWords(list: readonly string[]): number {
    const key = list.join('\u0000');
    const known = this.#listNumbers.get(key);
    // The key is only a guess: [] and [''] share one.
    if (known !== undefined && this.#lists[known]!.length === list.length) return known;
    const number = this.#lists.push(list.map((word) => this.#numberOfWord(word))) - 1;
    this.#listNumbers.set(key, number);
    return number;
  }

  #numberOfWord(word: string): number {
    let number = this.#wordNumbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#wordNumbers.set(word, number);
    }
    return number;
  }

  toString(): string {
    return JSON.stringify([this.#words, this.#lists]);
  }
}

/** The lists of a `Wording` that was written as a string, by their numbers. */
export function readWording(written: string): (number: number) => readonly string[] {
  const [words, lists] = JSON.parse(written) as [string[], number[][]];
  const made: (readonly string[])[] = [];
  return (number) => (made[number] ??= lists[number]!.map((word) => words[word]!));
}

/** The same for whoever wants few of the lists: most of a wording is lists of whole numbers, which are taken apart by their brackets and read when asked for. */
export function readFewLists(written: string): (number: number) => readonly string[] {
  // Behind the last word's quotation mark only numbers follow.
  const end = written.lastIndexOf('"') + 1;
  if (end === 0) return readWording(written);
  const words = JSON.parse(written.slice(1, end + 1)) as string[];
  return (number) => {
    let from = end + '],[['.length;
    for (let passed = 0; passed < number; passed += 1) from = written.indexOf(']', from) + '],['.length;
    const list = written.slice(from, written.indexOf(']', from));
    return list === '' ? [] : list.split(',').map((word) => words[Number(word)]!);
  };
}

type WrittenTable = [from: DrawnTable['from'], start: number, end: number, cells: number[], rows: DrawnTable['rows']];

interface WrittenLayout {
  readonly tables: WrittenTable[];
  readonly unread: Layout['unread'] | undefined;
}

/** A table's cells as one list of numbers: start and length by turns, each start counted from the end of the cell before it. */
export function writeLayout({ tables, unread }: Layout): string {
  const written = tables.map(({ from, span, cells, rows }): WrittenTable => {
    let at = span.start;
    const numbers = cells.flatMap(({ start, end }) => {
      const pair = [start - at, end - start];
      at = end;
      return pair;
    });
    return [from, span.start, span.end, numbers, rows];
  });
  return JSON.stringify({ tables: written, unread } satisfies WrittenLayout);
}

/** Reads what `writeLayout` wrote. */
export function readLayout(written: string): Layout {
  const { tables: all, unread } = JSON.parse(written) as WrittenLayout;
  const tables = all.map(([from, start, end, numbers, rows]): DrawnTable => {
    let at = start;
    const cells: Span[] = [];
    for (let i = 0; i < numbers.length; i += 2) {
      const cell = { start: at + numbers[i]!, end: at + numbers[i]! + numbers[i + 1]! };
      cells.push(cell);
      at = cell.end;
    }
    return { from, span: { start, end }, cells, rows };
  });
  return { tables, ...(unread !== undefined && { unread }) };
}

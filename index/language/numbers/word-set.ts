/** A set of words that answers "which of them stands here?" in time of the longest word, however many there are. */
export class WordSet {
  private readonly words: ReadonlySet<string>;
  private readonly lengthsByFirst = new Map<string, number[]>();
  private readonly lengthsByLast = new Map<string, number[]>();

  /** Empty words are ignored. */
  constructor(words: Iterable<string>) {
    this.words = new Set([...words].filter((word) => word !== ''));
    for (const word of this.words) {
      addLength(this.lengthsByFirst, word[0]!, word.length);
      addLength(this.lengthsByLast, word[word.length - 1]!, word.length);
    }
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** The longest word that starts at `at` and ends at or before `limit`; null when none does. */
  at(text: string, at: number, limit: number = text.length): string | null {
    for (const length of this.lengthsByFirst.get(text[at] ?? '') ?? []) {
      if (at + length > limit) continue;
      const word = text.slice(at, at + length);
      if (this.words.has(word)) return word;
    }
    return null;
  }

  /** Every word that starts at `at`, longest first. */
  *allAt(text: string, at: number): Generator<string> {
    for (const length of this.lengthsByFirst.get(text[at] ?? '') ?? []) {
      const word = text.slice(at, at + length);
      if (word.length === length && this.words.has(word)) yield word;
    }
  }

  /** The longest word that ends just before `end` and starts at or after `from`; null when none does. */
  before(text: string, end: number, from = 0): string | null {
    for (const length of this.lengthsByLast.get(text[end - 1] ?? '') ?? []) {
      if (end - length < from) continue;
      const word = text.slice(end - length, end);
      if (this.words.has(word)) return word;
    }
    return null;
  }

  /** True when one of the words stands anywhere in `[from, to)`. */
  within(text: string, from: number, to: number): boolean {
    for (let i = from; i < to; i += 1) if (this.at(text, i, to) !== null) return true;
    return false;
  }
}

function addLength(index: Map<string, number[]>, key: string, length: number): void {
  const lengths = index.get(key) ?? [];
  if (!lengths.includes(length)) index.set(key, [...lengths, length].sort((a, b) => b - a));
}

/** A set of words that answers "which of them stands here?" in time of the few words that share a first (or last) character. */
export class WordSet {
  private readonly words: ReadonlySet<string>;
  /** Longest first, by UTF-16 code of the first character. */
  private readonly byFirst = new Map<number, string[]>();
  /** Longest first, by UTF-16 code of the last character. */
  private readonly byLast = new Map<number, string[]>();

  /** Empty words are ignored. */
  constructor(words: Iterable<string>) {
    this.words = new Set([...words].filter((word) => word !== ''));
    for (const word of [...this.words].sort((a, b) => b.length - a.length)) {
      file(this.byFirst, word.charCodeAt(0), word);
      file(this.byLast, word.charCodeAt(word.length - 1), word);
    }
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** The longest word that starts at `at` and ends at or before `limit`; null when none does. */
  at(text: string, at: number, limit: number = text.length): string | null {
    const candidates = this.byFirst.get(text.charCodeAt(at));
    if (candidates === undefined) return null;
    for (const word of candidates) if (at + word.length <= limit && text.startsWith(word, at)) return word;
    return null;
  }

  /** Every word that starts at `at`, longest first. */
  allAt(text: string, at: number): readonly string[] {
    return (this.byFirst.get(text.charCodeAt(at)) ?? []).filter((word) => text.startsWith(word, at));
  }

  /** The longest word that ends just before `end` and starts at or after `from`; null when none does. */
  before(text: string, end: number, from = 0): string | null {
    if (end <= 0) return null;
    const candidates = this.byLast.get(text.charCodeAt(end - 1));
    if (candidates === undefined) return null;
    for (const word of candidates) if (end - word.length >= from && text.startsWith(word, end - word.length)) return word;
    return null;
  }

  /** True when `[from, to)` is made of these words and nothing else; the longest first, without going back. True for nothing at all. */
  tiles(text: string, from: number, to: number): boolean {
    let at = from;
    while (at < to) {
      const word = this.at(text, at, to);
      if (word === null) return false;
      at += word.length;
    }
    return true;
  }

  /** True when one of the words stands anywhere in `[from, to)`. */
  within(text: string, from: number, to: number): boolean {
    for (let i = from; i < to; i += 1) if (this.at(text, i, to) !== null) return true;
    return false;
  }
}

function file(index: Map<number, string[]>, code: number, word: string): void {
  const words = index.get(code);
  if (words === undefined) index.set(code, [word]);
  else words.push(word);
}

import type { Analyzer, Terms } from '../text/mod.js';
import type { PassageText } from './section-index.js';
import type { PassageTerms } from './term-query.js';

const REMEMBERED = { pieces: 2000, length: 60 };

/** Reads the terms of passages, whatever index they are for. */
export interface TermReader {
  terms(piece: string): Terms;
  passage(passage: PassageText): PassageTerms;
}

/** `analyzer` is called when words are first needed, so that opening a library does not load a dictionary. */
export function createTermReader(analyzer: () => Analyzer): TermReader {
  const remembered = new Map<string, Terms>();

  /** Terms of a piece, remembered when it is short: labels and headings of the official form come again in the next report. */
  function terms(piece: string): Terms {
    if (piece.length > REMEMBERED.length) return analyzer().terms(piece);
    let found = remembered.get(piece);
    if (found === undefined) {
      found = analyzer().terms(piece);
      if (remembered.size >= REMEMBERED.pieces) remembered.clear();
      remembered.set(piece, found);
    }
    return found;
  }

  function passage({ n, heading, pieces }: PassageText): PassageTerms {
    // Terms of one piece come without repeats already.
    if (pieces.length === 1) {
      const { words, pairs } = terms(pieces[0]!);
      return { n, heading: terms(heading).words, text: words, pairs };
    }
    const words = new Set<string>();
    const pairs = new Set<string>();
    for (const piece of pieces) {
      const found = terms(piece);
      for (const word of found.words) words.add(word);
      for (const pair of found.pairs) pairs.add(pair);
    }
    for (const word of words) pairs.delete(word);
    return { n, heading: terms(heading).words, text: [...words], pairs: [...pairs] };
  }

  return { terms, passage };
}

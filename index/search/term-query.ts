import type { Asked } from '../text/mod.js';

/** A term, or several terms and how they go together. */
export type TermQuery = string | { readonly combineWith: 'AND' | 'OR'; readonly queries: readonly TermQuery[] };

/** Terms of one passage, by the field they stand in; each field without repeats. */
export interface PassageTerms {
  readonly n: number;
  readonly heading: readonly string[];
  readonly text: readonly string[];
  /** Pairs of characters that are no word of the text. */
  readonly pairs: readonly string[];
}

/** What a term says by the field it stands in: words of a heading say what the passage is about; pairs are only hints. */
export const BOOST = { heading: 2.5, text: 1, pairs: 0.35 } as const;

/** The lexicon gives some concepts dozens of words; the first ones are the usual ones. */
const MOST_SYNONYMS = 8;

/**
 * A term is met by its word, by a synonym or, more weakly, by one of its pairs. `words` cuts a synonym as texts are cut.
 * Synonyms of several words are costly (their words are common), so only terms that have no Chinese of their own are given them;
 * for the others ranking still sees them.
 */
export function queryOf({ terms, links }: Asked, words: (text: string) => readonly string[], combineWith: 'AND' | 'OR'): TermQuery {
  const groups = terms.map(({ word, pairs, also }): TermQuery => {
    const foreign = pairs.length === 0 && also.length > 0 && !/\p{Script=Han}/u.test(word);
    const cuts = also.map(words).filter((cut) => cut.length === 1 || (foreign && cut.length > 1)).slice(0, MOST_SYNONYMS);
    const single = [...new Set([word, ...pairs, ...cuts.flatMap((cut) => (cut.length === 1 ? cut : []))])];
    return { combineWith: 'OR', queries: [...single, ...cuts.filter((cut) => cut.length > 1).map((cut): TermQuery => ({ combineWith: 'AND', queries: cut }))] };
  });
  const query: TermQuery = { combineWith, queries: groups };
  return combineWith === 'OR' && links.length > 0 ? { combineWith: 'OR', queries: [query, ...links] } : query;
}

import type { Candidate } from './candidates.js';
import type { Surroundings } from './surroundings.js';
import type { Term } from './terms.js';

/** Words of a question that only their characters tell, by the sentences (where they begin) in which the label of a figure prints them as they are. */
export type WordsOfSentences = ReadonlyMap<number, readonly string[]>;

/** Reads them off the labels of `candidates`. */
export function wordsOfSentences(terms: readonly Term[], candidates: readonly Candidate[]): WordsOfSentences {
  const unknown = terms.filter(({ concept, metric, text }) => concept === null && metric === undefined && text.length > 1).map(({ text }) => text);
  const found = new Map<number, string[]>();
  if (unknown.length === 0) return found;
  for (const { facets, figures: [{ quote, trust }] } of candidates) {
    const printed = trust === 'stated' ? unknown.filter((text) => facets.ownText.includes(text)) : [];
    if (printed.length > 0) found.set(quote[0].start, [...(found.get(quote[0].start) ?? []), ...printed]);
  }
  return found;
}

/**
 * True for a figure that does not print such a word of its own sentence: where that says 好评 of one number, 好差评 of another is not what 好评
 * shortens.
 */
export function isSaidOfNeighbour(words: WordsOfSentences, { facets: { inheritedText, ownText }, figures: [{ quote, trust }] }: Candidate, around: Surroundings | null): boolean {
  const here = trust === 'stated' ? words.get(quote[0].start) : undefined;
  if (here === undefined) return false;
  const texts = [ownText, inheritedText, ownText.replaceAll(' ', ''), inheritedText.replaceAll(' ', ''), ...(around === null ? [] : [around.clause.text, around.sentence.text, around.headings.text])];
  return here.some((word) => !texts.some((text) => text.includes(word)));
}

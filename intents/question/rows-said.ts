import { lexicon, type Lang } from '../../index/mod.js';
import { rowPhrases } from '../language/row-phrases.js';
import type { Term } from './terms.js';

/** Clauses of a folded question that say a row of the official tables (补正了还是不明确), each one term; of two that overlap the longer. */
export function rowsSaid(folded: string, lang: Lang): Term[] {
  const found = rowPhrases(lang).flatMap(({ concept, said }) => said.flatMap((pattern) => {
    const match = pattern.exec(folded);
    return match === null ? [] : [{ text: match[0], start: match.index, end: match.index + match[0].length, concept, weight: lexicon().concept(concept)?.weight ?? 1 }];
  }));
  return found.toSorted((a, b) => b.text.length - a.text.length).filter((term, i, all) => !all.slice(0, i).some((longer) => longer.start < term.end && term.start < longer.end));
}

import { lexicon, type Lang } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { rowPhrases } from '../language/row-phrases.js';
import type { Term } from './terms.js';

/** Clauses of a folded question that say a row of the official tables (补正了还是不明确), each one term; of two that overlap the longer. 不同意公开 says no row of what was agreed to. */
export function rowsSaid(folded: string, lang: Lang): Term[] {
  const found = rowPhrases(lang).flatMap(({ concept, said }) => said.flatMap((pattern) => {
    const match = pattern.exec(folded);
    return match === null || labelCues().denials.includes(folded[match.index - 1] ?? '') ? [] : [{ text: match[0], start: match.index, end: match.index + match[0].length, concept, weight: lexicon().concept(concept)?.weight ?? 1 }];
  }));
  return found.toSorted((a, b) => b.text.length - a.text.length).filter((term, i, all) => !all.slice(0, i).some((longer) => longer.start < term.end && term.start < longer.end));
}

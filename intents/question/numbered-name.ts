import { fold, lexicon, type FoundList } from '../../index/mod.js';
import { firstFit } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import type { Term } from './terms.js';

/** 三个提升, the three improvements: what the report calls 三提升. Terms with the name that introduces the list in place of its two words. */
export function byNumberedName(terms: readonly Term[], { about }: Pick<FoundList, 'about'>): readonly Term[] {
  const names = about.map((words) => fold(words).text);
  return terms.flatMap((term, i) => {
    const [before, next] = [terms[i - 1], terms[i + 1]];
    const name = next === undefined ? null : nameOf(term, next, names);
    if (name !== null) return [{ text: name, start: term.start, end: next!.end, concept: null, weight: 1 }];
    return before !== undefined && nameOf(before, term, names) !== null ? [] : [term];
  });
}

/** The piece of one of `names` that a numeral and the noun right behind it stand for; null when there is none. */
function nameOf(numeral: Term, noun: Term, names: readonly string[]): string | null {
  if (noun.start === numeral.end) {
    const n = firstFit(reportWording().howManyNamed, numeral.text)?.groups?.['n'];
    return n !== undefined && names.some((words) => words.includes(n + noun.text)) ? n + noun.text : null;
  }
  if (noun.start !== numeral.end + 1) return null;
  for (const n of reportWording().numberedBy[numeral.text] ?? []) {
    for (const words of names) {
      const at = words.indexOf(n);
      const length = at < 0 ? undefined : NOUN_LENGTHS.find((size) => saysNoun(noun, words.slice(at + n.length, at + n.length + size)));
      if (length !== undefined) return words.slice(at, at + n.length + length);
    }
  }
  return null;
}

function saysNoun({ gloss, concept }: Term, word: string): boolean {
  return gloss?.words.includes(word) === true || (concept !== null && lexicon().meaning('zh', word)?.includes(concept) === true);
}

/** Characters of the noun in a name that counts (三|提升). */
const NOUN_LENGTHS: readonly number[] = [2, 3, 4];

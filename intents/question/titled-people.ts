import { titledIn, type FoundRole } from '../../index/mod.js';
import { withoutFirst } from '../language/cue-words.js';
import { toldWords } from '../language/told-words.js';
import type { ReadSentence } from './nearest-sentence.js';
import { headsAnother, officeTerms } from './office-words.js';
import type { Question } from './read.js';
import { lacksCharge } from './role-match.js';
import type { Term } from './terms.js';

/**
 * 局长是谁, where the report gives nobody a post under that name: those whom its sentences call so (局长甲出席2场). Word for word, and with nothing
 * before it that makes it another body's (县监察局副局长甲). `segment` cuts a sentence into words, `read` gives the terms of a text.
 */
export function titledPeople(question: Question, sentences: readonly ReadSentence[], segment: (text: string) => readonly { readonly end: number }[], read: (text: string) => readonly Term[]): FoundRole[] {
  const asked = officeTerms(question.terms);
  const [first, last] = [asked[0], asked.at(-1)];
  if (first === undefined || asked.some(({ start }, i) => i > 0 && start !== asked[i - 1]!.end)) return [];
  const office = question.folded.slice(first.start, last!.end);
  return sentences.flatMap(({ folded, spans, path }) => {
    if (!folded.includes(office)) return [];
    return titledIn(folded, new Set(segment(folded).map(({ end }) => end)))
      .filter(({ office: told }) => told.endsWith(office) && withoutFirst(toldWords().beforeTitle, told.slice(0, told.length - office.length)) === '' && !headsAnother(question.terms, [told], read) && !lacksCharge(question, { body: null, post: told, holderPost: null }))
      .map(({ name }): FoundRole => ({ body: null, post: office, holder: name, holderPost: null, quote: spans, path }));
  });
}

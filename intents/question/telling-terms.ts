import { toldWords } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** Words of place name the report, not what it says. */
const PLACES: readonly string[] = ['township-level', 'county-level', 'city-level', 'self', 'department'];

/** The terms that tell one sentence of a report from another: words of asking (咋解决, 以后) are none. */
export function tellingTerms(question: Question): readonly Term[] {
  const { generalWords } = toldWords();
  const remedy = questionWords(question.lang).patterns.asksRemedy.exec(question.folded);
  const isOfAsking = ({ start, end, text }: Term): boolean => generalWords[question.lang].includes(text) || (remedy !== null && start >= remedy.index && end <= remedy.index + remedy[0].length);
  return question.terms.filter((term) => !PLACES.includes(term.concept ?? '') && !isOfAsking(term));
}

import { placesOf } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import type { Question } from './read.js';

/** 调整以后副组长换成谁了, 新镇长是哪个, who took over as deputy head: the question without the words that say that the post has gone to somebody else, which no role repeats. */
export function withoutChangeOfHands(question: Question): Question {
  const said = placesOf(reportWording().newlyHeld[question.lang], question.folded);
  const terms = question.terms.filter(({ start, end }) => !said.some((stretch) => stretch.start < end && start < stretch.end));
  return terms.length === question.terms.length ? question : { ...question, terms };
}

import { fold } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { questionWords } from '../language/words.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { longestMention } from './cue.js';
import { DISTINGUISHING } from './strength.js';
import { asks, type Question } from './read.js';
import { partAsked, saysContent, saysWhere, tellsMoreThanCounts } from './tells-more.js';

/**
 * True for a sentence that tells what the question asks for: a reason, a time, a place, names, and more than how many. None tells an amount (what was
 * the training budget), which a figure answers or nothing does.
 */
export function answersInKind(question: Question, sentence: string): boolean {
  return !toldAsks('asksAmount', question) && [saysWhy, saysWhen, saysWhere, namesTheKind, tellsMoreThanCounts, saysContent].every((says) => says(question, sentence));
}

/** A question for a reason is answered by a sentence that gives one, for a purpose also by one that says what is reached. `sentence` is a report's, as printed. */
function saysWhy(question: Question, sentence: string): boolean {
  if (!asks(question, 'why')) return true;
  const folded = fold(sentence).text;
  return longestMention(folded, questionWords('zh').because, 'zh') !== null || fits(reportWording().reason, folded) || (toldAsks('asksPurpose', question) && fits(reportWording().purpose, folded));
}

/** 咋解决的 is answered by a sentence that tells what was done, not by the one that admits the problem. */
export function saysWhatWasDone(question: Question, sentence: string): boolean {
  return !questionWords(question.lang).patterns.asksRemedy.test(question.folded) || fits(reportWording().remedy, fold(sentence).text);
}

/** A question for a time is answered by a sentence that gives one; when the report itself was published, by none. */
export function saysWhen(question: Question, sentence: string): boolean {
  if (!asks(question, 'when')) return true;
  return question.terms.some(({ weight, concept }) => weight >= DISTINGUISHING && !(concept !== null && OF_ANY_REPORT.includes(concept))) && fits(reportWording().time, partAsked(question, sentence));
}

/** What every report says of itself. */
const OF_ANY_REPORT: readonly string[] = ['publish', 'report', 'annual-report', 'ogi', 'work'];

/** 哪几家单位 is answered by a sentence that names some, not by one that counts them. */
function namesTheKind(question: Question, sentence: string): boolean {
  const folded = fold(sentence).text;
  return toldWords().kinds.every(({ asked, named }) => !fits(asked[question.lang], question.folded) || fits(named, folded));
}

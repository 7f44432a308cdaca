import type { ReportCard } from '../../index/mod.js';
import type { Context, Outcome } from '../intent.js';
import { isShare } from '../language/unit-families.js';
import { changeSinceYearBefore, courseOf, toldBeside } from '../question/course.js';
import { changesEitherWay, compares, movedBy } from '../question/course-asked.js';
import { asksPercentage } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import type { Term } from '../question/terms.js';
import { answerFor, figureLookup } from './figure-lookup.js';

/**
 * 比上年多发几条: the change that `report` tells right behind the figure which the rest of the question names (发布412条，较上年增加57条). Null where that is
 * not one figure, where its sentence tells no such change from the year before, or one that went the other way.
 */
export async function changeTold(question: Question, context: Context, report: ReportCard): Promise<Outcome | null> {
  const isNeutral = ({ text }: Term): boolean => changesEitherWay().some((word) => text.startsWith(word));
  const terms = question.terms.filter((term) => !isNeutral(term) && (term.concept === null || !compares(term.concept)));
  if (terms.length === 0 || question.lang !== 'zh') return null;
  const ofReport = { ...context, reports: [report], memory: null };
  const found = await figureLookup.answer({ ...question, terms, cues: question.cues.filter(({ cue }) => cue === 'count') }, ofReport);
  const id = found?.draft.status === 'answered' ? found.remember?.figure?.id : undefined;
  const candidates = await context.candidates(report);
  const own = id === undefined ? undefined : candidates.find(({ subtotal, figures: [one] }) => subtotal === null && one.id === id);
  const figure = own === undefined ? null : (toldBeside(own, candidates) ?? own.figures[0]);
  if (figure === null || figure.trust !== 'stated' || figure.stat === 'change') return null;
  const read = (label: string) => context.terms(label);
  const change = changeSinceYearBefore(courseOf(figure, candidates, read), isShare(question.counter) || asksPercentage(question), read, report);
  if (change === null) return null;
  const ways = (words: readonly string[]): readonly number[] => words.flatMap((word) => movedBy(word) ?? []);
  const asked = ways([...question.folded, ...question.terms.map(({ text }) => text)]);
  const told = ways(change.figures[0].labels);
  if (asked.some((way) => told.includes(-way))) return null;
  const outcome = await answerFor(question, ofReport, change);
  const { value } = outcome.draft;
  // 变化多少 asks for no way: what became less is told with its sign, as every change is.
  const fell = question.terms.some(isNeutral) && told.includes(-1) && !told.includes(1) && typeof value === 'number';
  return fell ? { ...outcome, draft: { ...outcome.draft, value: -value } } : outcome;
}

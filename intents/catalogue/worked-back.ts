import type { Context, Outcome } from '../intent.js';
import type { Question } from '../question/read.js';
import { figureLookup } from './figure-lookup.js';
import { yearBeforeOf } from './its-course.js';

/**
 * 2017年受理多少 where only the report of 2018 is held, which says 93件，比2017年减少14件: 107, worked out of the two with the formula shown. Null where
 * that report does not tell one figure and by how much it changed from the year before. `context.reports`: those of one organisation.
 */
export async function workedBack(question: Question, context: Context): Promise<Outcome | null> {
  const [year, ...others] = context.years;
  const report = others.length > 0 ? undefined : context.reports.find((card) => year !== undefined && card.year === year + 1);
  if (report === undefined || report.year === null) return null;
  const ofReport = { ...context, reports: [report], years: [report.year], memory: null };
  const found = await figureLookup.answer({ ...question, years: [] }, ofReport);
  const id = found?.draft.status === 'answered' && found.draft.value != null ? found.remember?.figure?.id : undefined;
  const figure = id === undefined ? undefined : (await context.library.figures(report.report))[id];
  return figure === undefined || figure.trust !== 'stated' || figure.year !== null ? null : yearBeforeOf(question, ofReport, report, figure);
}

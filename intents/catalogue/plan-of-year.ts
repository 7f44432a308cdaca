import { fold, type ReportCard } from '../../index/mod.js';
import type { Draft } from '../answer/answer.js';
import type { Context } from '../intent.js';
import { asksForNumber } from '../question/find.js';
import { toldAsks } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import type { Question } from '../question/read.js';
import { sentencesOf } from '../question/report-read.js';
import { route, type Routed } from '../route.js';
import { list } from './list.js';
import { passage } from './passage.js';
import { pointTold } from './point-told.js';
import { told } from './told.js';

/**
 * 2018年查阅点怎么搞 where only the report of 2017 is held, which tells what is to be done in 2018: its sentence or list, if it stands among the plans or names that year.
 * Null where what was done or what is wanting is asked, or a number. `context.reports`: those of one organisation.
 */
export async function planOfYear(question: Question, context: Context): Promise<Routed | null> {
  const [year, ...others] = context.years;
  const report = year === undefined || others.length > 0 ? undefined : context.reports.find((card) => card.year !== null && card.year + 1 === year);
  if (report === undefined || asksForNumber(question) || toldAsks('asksProblem', question) || questionWords(question.lang).patterns.asksDone.test(question.folded)) return null;
  const ofReport: Context = { ...context, reports: [report], years: [report.year!], memory: null };
  const routed = await route({ ...question, years: [] }, ofReport, [list, pointTold, passage, told]);
  return routed?.outcome.draft.status === 'answered' && (await isPlanned(routed.outcome.draft, report, year!, ofReport)) ? routed : null;
}

/** True where all that is quoted stands among what the report plans, or names the year that is to come. */
async function isPlanned({ citations = [] }: Draft, report: ReportCard, year: number, context: Context): Promise<boolean> {
  const sentences = await sentencesOf(report, context);
  const quoted = citations.flatMap((citation) => (citation.kind === 'report' ? [...citation.spans] : []));
  const touching = sentences.filter(({ spans }) => spans.some((span) => quoted.some(({ start, end }) => span.start < end && start < span.end)));
  return touching.length > 0 && touching.every(({ zone, text }) => zone === 'plan' || fold(text).text.includes(String(year)));
}

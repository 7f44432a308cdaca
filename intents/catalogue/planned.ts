import { toJsonValue, unitOfFigure, type ReportCard } from '../../index/mod.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import type { Context, Intent } from '../intent.js';
import { plannedWords } from '../language/planned-words.js';
import type { Candidate } from '../question/candidates.js';
import { asksForNumber, findFigures, type Found } from '../question/find.js';
import { planAsked } from '../question/plan-asked.js';
import { isEachTime } from '../question/plan-figures.js';
import { asks } from '../question/read.js';
import { isScopeSure } from '../question/report-read.js';
import type { Term } from '../question/terms.js';

/** 「明年打算办几期培训」: a number that a report means to reach, said to be planned. What was done answers it never, and it no question about what was done. */
export const planned: Intent = {
  name: 'planned',
  about: { zh: '报告里计划要达到的数', en: 'a number that a report plans to reach' },
  examples: { zh: [], en: [] },
  match(question) {
    if (new Set(question.organisations.flatMap(({ keys }) => keys)).size > 1 || question.years.length > 1 || !asksForNumber(question) || asks(question, 'sum', 'difference', 'share', 'ratio', 'who')) return null;
    return planAsked(question) === null ? null : { score: 0.81, because: ['asks for a planned number'] };
  },
  async answer(question, context) {
    const asked = planAsked(question);
    if (asked === null || question.terms.length === 0 || !(await isScopeSure(question, context))) return null;
    const report = await planningReport(asked.byReport, context);
    if (report === null) return null;
    const year = asked.byReport || context.years.length === 0 ? null : context.years[0]!;
    const { text } = await context.library.source(report.report);
    // Which year a plan is for has been settled: it is no longer another year than the report's.
    const candidates = (await context.planned(report)).filter(({ figures: [figure] }) => (year === null || figure.year === null || figure.year === year) && (asked.each ?? isEachTime(figure, text)) === isEachTime(figure, text)).map((candidate) => ({ ...candidate, year: null }));
    const lookUp = (terms: readonly Term[]): Promise<Found[]> => findFigures({ ...question, terms, years: [] }, { ...context, reports: [report], years: [], memory: null, candidates: async () => candidates }, { terms, ...(asked.money && question.counter === null && { counter: plannedWords().unitOfMoney }) });
    // 预算多少 says that it is planned, and a plan that has a 预算 says just that.
    const inItsWords = question.terms.filter((term) => asked.terms.includes(term) || candidates.some(({ facets }) => facets.ownText.includes(term.text)));
    const ofThing = asked.terms.length === 0 ? undefined : (await lookUp(asked.terms))[0]?.selection;
    const isUntold = ofThing === undefined || ofThing.kind === 'none';
    const selection = isUntold && inItsWords.length > asked.terms.length ? (await lookUp(inItsWords))[0]?.selection : ofThing;
    if (selection?.kind !== 'one') return null;
    const { candidate, fit } = selection.best;
    return { draft: { ...(await drawn(candidate, report, context)), because: fit.because() }, remember: { terms: question.terms, counter: question.counter, figure: null } };
  },
};

/** 2022年打算 is told by the report of 2021, 2021年报告里明年打算 too; without a year, the newest of its organisation. Null where it is not held, or several organisations are meant. */
async function planningReport(byReport: boolean, { library, reports, years }: Context): Promise<ReportCard | null> {
  const organisations = new Set(reports.map(({ orgKey }) => orgKey));
  if (organisations.size !== 1) return null;
  const [year] = years;
  if (year === undefined) return reports.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0] ?? null;
  const held = (await library.reports()).filter(({ orgKey }) => organisations.has(orgKey));
  return (byReport ? held.find((report) => report.year === year) : undefined) ?? held.find((report) => report.year !== null && report.year + 1 === year) ?? null;
}

async function drawn({ figures: [figure] }: Candidate, report: ReportCard, context: Context) {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const citation = evidence.rows[await evidence.figure(report, figure)]!.citation;
  const label = saidLabel(lang, evidence.rows[0]!);
  evidence.rows[0] = { ...evidence.rows[0]!, label: wordsOf(say(lang, 'plannedLabel', { label })) };
  const inlines = say(lang, 'planned', { ...orgYear(lang, report), label, value: printed(lang, figure, citation, evidence.citations[citation]!.quote) });
  return { status: 'answered' as const, blocks: [{ type: 'text' as const, inlines }, { type: 'quote' as const, citation }], value: toJsonValue(figure.quantity.value!), unit: unitOfFigure(figure), rows: evidence.rows, citations: evidence.citations };
}

import type { ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say, wordsOf } from '../answer/phrases.js';
import { orgYear } from '../answer/present.js';
import type { Context, Outcome } from '../intent.js';
import type { Found } from '../question/find.js';
import { tablesNamed } from '../question/facets.js';
import type { Question } from '../question/read.js';
import { askFor } from './ask-for.js';

/**
 * A number was asked for that the reports do not give: says what was searched, which words nothing explains, and what can be asked instead.
 * Where the page lost the table that the question is about, it says that: a lost table is not a table of zeros.
 */
export async function noFigure(question: Question, context: Context, found: readonly Found[]): Promise<Outcome> {
  const report = found[0]?.report ?? context.reports[0]!;
  const none = found.flatMap(({ selection, report: card }) => (selection.kind === 'none' ? [{ ...selection.nearest(), card }] : []));
  const words = [...new Set(none.flatMap(({ unexplained }) => unexplained.map((term) => term.text)))];
  const options = [...new Set(none.flatMap(({ ranked, card }) => ranked.filter(({ fit }) => fit.coverage > 0.2).map(({ candidate }) => askFor(context.lang, card, candidate))))].slice(0, 3);
  const lost = await isTableLost(question, context, report);
  const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, lost ? 'tableAbsent' : 'noMetric', orgYear(context.lang, report)) }];
  if (words.length > 0) blocks.push({ type: 'text', inlines: say(context.lang, 'noMetricWhy', { words: { type: 'echo', text: words.slice(0, 5).join('、') } }) });
  if (options.length > 0) blocks.push({ type: 'choices', lead: wordsOf(say(context.lang, 'nearest')), options });
  return { draft: { status: 'not_found', reason: lost ? 'table_absent' : 'no_metric', blocks, options, because: none.flatMap(({ ranked }) => ranked.flatMap(({ fit, score, candidate }) => [`${candidate.figures[0].labels.join('/')} ${score.toFixed(2)}`, ...fit.because()])) } };
}


/** True when the question names a row of a table that this report should print and does not. */
async function isTableLost(question: Question, context: Context, report: ReportCard): Promise<boolean> {
  const concepts = new Set(question.terms.flatMap(({ concept }) => concept ?? []));
  const named = [...tablesNamed(concepts)];
  if (named.length === 0) return false;
  const codes = new Set((await context.library.diagnostics(report.report, report.version)).map(({ code }) => code));
  return named.some((table) => codes.has(`${table}-table-absent`));
}

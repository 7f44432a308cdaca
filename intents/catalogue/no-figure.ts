import type { ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import type { Context, Outcome } from '../intent.js';
import { DISTINGUISHING } from '../question/strength.js';
import type { Found } from '../question/find.js';
import { tablesNamed } from '../question/facets.js';
import { tablesLost } from '../question/printed-tables.js';
import type { Question } from '../question/read.js';
import type { Nearest } from '../question/select.js';
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
  const evidence = new Evidence(context.library);
  blocks.push(...(await heldInstead(none, evidence, context)));
  if (options.length > 0) blocks.push({ type: 'choices', lead: wordsOf(say(context.lang, 'nearest')), options });
  return { draft: { status: 'not_found', reason: lost ? 'table_absent' : 'no_metric', blocks, rows: evidence.rows, citations: evidence.citations, options, because: none.flatMap(({ ranked }) => ranked.flatMap(({ fit, score, candidate }) => [`${candidate.figures[0].labels.join('/')} ${score.toFixed(2)}`, ...fit.because()])) } };
}

/** How much of a question a figure must say to be told in place of the one that is not held. */
const NEAR = 0.4;

/** The held figure that comes nearest, with its place: a number of something else, and said to be of that. */
async function heldInstead(none: readonly (Nearest & { readonly card: ReportCard })[], evidence: Evidence, { lang }: Context): Promise<Block[]> {
  const [nearest] = none.flatMap(({ card, ranked }) => ranked.slice(0, 1).map((one) => ({ card, ...one })));
  if (nearest === undefined) return [];
  const { candidate: { figures: [figure], subtotal, facets }, fit, card } = nearest;
  const saysSomething = [...fit.explained].some(({ weight }) => weight >= DISTINGUISHING);
  if (subtotal !== null || facets.stock || figure.quantity.state !== 'number' || fit.coverage < NEAR || !saysSomething) return [];
  const row = evidence.rows[await evidence.figure(card, figure)]!;
  const value = printed(lang, figure, row.citation, evidence.citations[row.citation]!.quote);
  return [{ type: 'text', inlines: say(lang, 'heldInstead', { label: saidLabel(lang, row), value }) }, { type: 'quote', citation: row.citation }];
}

/** True when the question names a row of a table that this report should print and does not. */
async function isTableLost(question: Question, context: Context, report: ReportCard): Promise<boolean> {
  const concepts = new Set(question.terms.flatMap(({ concept }) => concept ?? []));
  const named = [...tablesNamed(concepts)];
  if (named.length === 0) return false;
  const lost = await tablesLost(context, report);
  return named.some((table) => lost.has(table));
}

import { fold, lexicon, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import { unitFor } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, means } from './strength.js';
import { findFigures } from './find.js';
import { fitsWords, isOneOf, type one, PAIR_MARGIN, ranked, wholesAbove, type Operands } from './operand-search.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** What is averaged and over how many: 平均每个村办多少 → the villages' figure over the number of villages; 流动车平均每辆下点几趟 names what is counted before. */
export async function averageOperands(question: Question, context: Context): Promise<Operands | null> {
  const per = perIn(question);
  // Months and days of a year are no figures of the report.
  if (!per || questionWords(question.lang).patterns.perTime.test(per.over)) return null;
  const over = question.terms.filter((term) => term.end > per.start && term.start < per.start + per.over.length && term.concept !== 'average');
  const before = question.terms.filter((term) => term.end <= per.start && term.concept !== 'average');
  const rest = question.terms.filter((term) => !isOneOf(term, ['average', 'quantity']));
  const attempts = [over, over.filter((term) => term.weight >= DISTINGUISHING), over.slice(0, 1), ...(per.counter === unitFor('thing') ? [] : [before])].filter((terms) => terms.length > 0);
  let divisor: Awaited<ReturnType<typeof one>> = null;
  for (const terms of attempts) divisor ??= await countOf(question, context, terms, per.counter);
  if (!divisor) return null;
  const unit = divisor.figure.quantity.unit;
  const wider = [...rest.filter((term) => !over.includes(term)), ...over.flatMap(withBroader)];
  const total = (await counted(question, context, rest, unit)) ?? ((await ranked(question, context, rest)).length > 0 ? null : await counted(question, context, wider, unit)) ?? (await counted(question, context, rest.filter((term) => !over.includes(term)), unit));
  if (!total || divisor.figure.id === total.figure.id || divisor.report.report !== total.report.report || total.figure.quantity.value === '0') return null;
  return { report: total.report, figures: [total.figure, divisor.figure] };
}

/** 平均一个行政村: what villages did may be said of 村, which an 行政村 is. */
function withBroader(term: Term): Term[] {
  const broader = term.concept === null ? [] : (lexicon().concept(term.concept)?.broader ?? []);
  return broader.length === 0 ? [term] : broader.map((concept) => ({ ...term, concept }));
}

/** Where the question says what it averages over, and with which counter (期 of 每期培训班); null when it does not. */
function perIn(question: Question): { readonly start: number; readonly over: string; readonly counter: string } | null {
  for (const { index, 0: said, groups } of question.folded.matchAll(questionWords(question.lang).patterns.per)) {
    const over = groups?.['over'] ?? '';
    return { start: index + said.length - over.length, over, counter: groups?.['counter'] ?? groups?.['one'] ?? unitFor('thing') };
  }
  return null;
}

/** How many there are of what is averaged over: the number stands right before its name (8个村), not somewhere in its label (各设1个代办点). */
async function countOf(question: Question, context: Context, terms: readonly Term[], counter: string): Promise<{ report: ReportCard; figure: Figure } | null> {
  const found = await findFigures(question, context, { terms, counter, cues: new Set(), strict: true });
  const sure = found.flatMap(({ report, selection }) => (selection.kind === 'none' ? [] : [...(selection.kind === 'one' ? [selection.best] : selection.ranked), ...selection.others].map(({ candidate }) => ({ report, candidate }))));
  const counts = sure.filter(({ candidate }) => candidate.subtotal === null && candidate.figures[0].quantity.value !== '1' && saysCount(candidate, terms, context));
  const [first, ...others] = counts;
  return first && others.every(({ candidate }) => candidate.figures[0].quantity.value === first.candidate.figures[0].quantity.value) ? { report: first.report, figure: first.candidate.figures[0] } : null;
}

function saysCount({ facets, figures: [figure] }: Candidate, terms: readonly Term[], context: Context): boolean {
  const behind = context.terms(facets.counted.replace(/[^\p{Script=Han}].*$/u, ''))[0];
  const label = figure.labels.length === 0 ? undefined : context.terms(fold(figure.labels[figure.labels.length - 1]!).text).at(-1);
  return [behind, label].some((word) => word !== undefined && terms.some((term) => means(term, { concepts: word.concept === null ? [] : [word.concept], text: word.text, weight: word.weight })));
}

/** The best figure that is not itself a number of places or people per head. */
async function counted(question: Question, context: Context, terms: readonly Term[], unit: string | null): Promise<{ report: ReportCard; figure: Figure } | null> {
  const [report] = context.reports;
  const [best, next] = (await ranked(question, context, terms)).filter(({ figure }) => figure.quantity.unit !== unit);
  if (!report || context.reports.length !== 1 || !best || (next && best.score - next.score < PAIR_MARGIN)) return null;
  // 村站办了多少 is said of all that they handled, though a part of it may sound nearer.
  const own = best.figure.labels.flatMap((label) => context.terms(fold(label).text));
  const saysWhose = terms.some((term) => term.weight >= DISTINGUISHING && own.some((word) => means(term, { concepts: word.concept === null ? [] : [word.concept], text: word.text, weight: word.weight })));
  const whole = saysWhose ? undefined : wholesAbove(best.figure, await context.library.figures(report.report)).find((total) => fitsWords(total, terms, context));
  return { report, figure: whole ?? best.figure };
}



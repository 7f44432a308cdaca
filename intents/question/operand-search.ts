import { compare, fold, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { relatesFigures } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { explain } from './explain.js';
import { isDone } from './deeds.js';
import { DISTINGUISHING, means } from './strength.js';
import { facetsOfMetric, facetsOfTerms, facetsOfWords, type Facet } from './facets.js';
import { findFigures, leansOnMemory } from './find.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';
import { wholeOf } from './whole.js';

/** Figures of one report that a derivation takes, in the order the question names them. */
export interface Operands {
  readonly report: ReportCard;
  readonly figures: readonly [Figure, ...Figure[]];
  /** The report of the second figure when it is another one. */
  readonly second?: ReportCard;
}

/** Two candidates for one operand nearer than this are not told apart. */
export const PAIR_MARGIN = 0.04;

/** Figures that fit the terms, best first, with those close behind; a caller that knows more chooses among them. */
export async function ranked(question: Question, context: Context, terms: readonly Term[], kept: readonly Term[] = []): Promise<{ figure: Figure; score: number }[]> {
  if (terms.length === 0) {
    const last = await remembered(context);
    return last ? [{ figure: last.figure, score: 1 }] : [];
  }
  const [found] = await findFigures(question, context, { terms, counter: isResult(question.counter) ? null : question.counter, cues: new Set(), kept, keptWeight: BESIDE });
  if (!found || found.selection.kind === 'none') return [];
  const fitting = found.selection.kind === 'one' ? [found.selection.best, ...found.selection.others] : [...found.selection.ranked, ...found.selection.others];
  const top = fitting[0]!.score;
  // 中心咨询比村站多多少: a figure that says what only the other side says may stand further behind.
  const leans = (candidate: Candidate): boolean => kept.length > 0 && explain([...terms, ...kept], candidate.facets).surplus < explain(terms, candidate.facets).surplus;
  const most = fitting[0]!.fit.coverage;
  const far = Math.min(fitting[0]!.fit.far, SAID_ITSELF);
  return fitting.filter(({ candidate, fit, score }) => candidate.subtotal === null && (leans(candidate) ? top - score < CLOSE_BEHIND && fit.far >= far : top - score < CLOSE && most - fit.coverage < LESS_SAID)).map(({ candidate, score }) => ({ figure: candidate.figures[0], score }));
}

/** True for a unit of a result, not of what it is computed from; so is money where no unit of it is named. */
export function isResult(counter: string | null): boolean {
  return relatesFigures(counter) || counter === 'money';
}

const CLOSE_BEHIND = 0.4;
/** 村站受理和中心咨询: what says its own side's words only because its total does is no figure of that side. */
const SAID_ITSELF = 0.7;
const CLOSE = 0.2;
/** A figure that explains so much less of its own side is another figure. */
const LESS_SAID = 0.1;
/** What the other side says helps little: each side has its own words. */
const BESIDE = 0.1;

/** The only figure that the words mean in all reports in scope, or null; `kept`: words that may help. */
export async function one(question: Question, context: Context, terms: readonly Term[], instead?: Figure, saysWhole = false, kept: readonly Term[] = [], counter: string | null = null): Promise<{ report: ReportCard; figure: Figure } | null> {
  const lean = leansOnMemory(question, context) ? (context.memory?.terms ?? []) : [];
  if (terms.length === 0) return remembered(context);
  const found = await findFigures(question, context, { terms, counter, cues: new Set(), kept: [...kept, ...lean], strict: counter !== null });
  const sure = found.flatMap(({ report, selection }) => (selection.kind === 'one' && selection.best.candidate.subtotal === null ? [{ report, figure: selection.best.candidate.figures[0] }] : []));
  const [first] = sure;
  if (sure.length !== 1 || !first) return null;
  return instead && !saysWhole && first.figure.quantity.value !== null && instead.quantity.value !== null && first.figure.id === instead.id && compare(first.figure.quantity.value, instead.quantity.value) === 0 ? null : first;
}

async function remembered(context: Context): Promise<{ report: ReportCard; figure: Figure } | null> {
  const kept = context.memory?.figure;
  const report = context.reports.find((card) => (card.report as string) === kept?.report);
  if (!kept || !report) return null;
  const figure = (await context.library.figures(report.report)).find((other) => other.id === kept.id);
  return figure ? { report, figure } : null;
}

/** True for a term of one of these concepts. */
export function isOneOf(term: Term, concepts: readonly string[]): boolean {
  return term.concept !== null && concepts.includes(term.concept);
}

/** 村和社区的便民站一共办了多少: 14个村、2个社区均设便民服务站 says of both that they have stations, and nothing of what these handled. */
export function saysDeeds(terms: readonly Term[], { facets: { own, inherited, implied, measures } }: Candidate): boolean {
  return terms.every((term) => term.concept === null || !isDone(term.concept) || term.weight < SAYS_A_DEED || implied.has(term.concept) || measures.has(term.concept) || [...own, ...inherited].some((facet) => means(term, facet)));
}

/** 收 and 办 tell little and name a deed all the same. */
const SAYS_A_DEED = 0.3;

/** The totals above a part, nearest first. */
export function wholesAbove(part: Figure, figures: readonly Figure[]): Figure[] {
  const wholes: Figure[] = [];
  for (let whole = wholeOf(part, figures, false); whole !== null && !wholes.includes(whole); whole = wholeOf(whole, figures, false)) wholes.push(whole);
  return wholes;
}

/** True when every telling word stands in what a figure says of itself or takes from before. */
export function fitsWords(figure: Figure, terms: readonly Term[], context: Context): boolean {
  const read = (labels: readonly string[]): Facet[] => facetsOfTerms(labels.flatMap((label) => context.terms(fold(label).text)));
  const cell = figure.metric !== null && figure.trust !== 'stated' ? facetsOfMetric(figure.metric, figure.labels) : null;
  const fit = explain(terms, cell ?? facetsOfWords({ own: read(figure.labels), inherited: read(figure.inherited), ownText: fold(figure.labels.join(' ')).text, inheritedText: fold(figure.inherited.join(' ')).text }));
  return fit.unexplained.length === 0 && fit.strongest >= DISTINGUISHING;
}

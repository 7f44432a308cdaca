import { unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { calculations } from '../language/calculations.js';
import type { Candidate } from './candidates.js';
import { unitMisfit } from '../language/unit-families.js';
import { acrossValues, type AcrossValue } from './across-values.js';
import { mentionsApart } from './counties.js';
import { DISTINGUISHING } from './strength.js';
import { countsOtherDeeds } from './other-reading.js';
import { isOneOf, isResult, one, PAIR_MARGIN, ranked, saysDeeds, type Operands } from './operand-search.js';
import type { Question } from './read.js';
import { sameThing } from './same-thing.js';
import { sidesOf } from './split.js';
import type { Term } from './terms.js';

/** The two figures set against each other, in the order named; null when either is missing or unsure. */
export async function twoOperands(question: Question, context: Context, kind: 'against' | 'together' | 'times'): Promise<Operands | null> {
  const sides = sidesOf(question, kind);
  const [report] = context.reports;
  if (!sides || sides.right.length === 0 || context.reports.length !== 1 || !report) return null;
  const plain = (terms: readonly Term[]): Term[] => terms.filter((term) => !isOneOf(term, [...calculations().calculation, ...calculations().moved]));
  const [left, right] = [plain(sides.left), plain(sides.right)];
  // 中心和村站一共办了多少: each side leans on the other's words, its own must be explained.
  return (await pairOf(left, right, question, context, report)) ?? pairWithSharedWord(left, right, question, context, report);
}

/** 村站受理的比中心多多少: a word said on the left only is meant of the right side too, where just one of them makes a pair. */
async function pairWithSharedWord(left: readonly Term[], right: readonly Term[], question: Question, context: Context, report: ReportCard): Promise<Operands | null> {
  // 比全乡, 比去年: such a side names no part of its own that the word could be said of.
  if (!right.some((term) => term.weight >= DISTINGUISHING && !isOneOf(term, calculations().wholeOrTime))) return null;
  const found: Operands[] = [];
  for (const word of left.filter(({ weight }) => weight >= DISTINGUISHING)) {
    const pair = await pairOf(left, [...right, word], question, context, report);
    if (pair !== null) found.push(pair);
  }
  return found.length === 1 ? found[0]! : null;
}

/** The best two figures for the words of the two sides; null when either is missing or unsure. */
async function pairOf(left: readonly Term[], right: readonly Term[], question: Question, context: Context, report: ReportCard): Promise<Operands | null> {
  const lefts = await ranked(question, context, left, right);
  const rights = await ranked(question, context, right, left);
  const figures = await context.library.figures(report.report);
  const pairs = lefts.flatMap((a) => rights.flatMap((b) => (a.figure.id !== b.figure.id && a.figure.quantity.unit === b.figure.quantity.unit && mayPair(a.figure, b.figure, figures) ? [{ a, b, score: a.score + b.score + ((a.figure.partOf !== null && a.figure.partOf === b.figure.partOf) || inLine(a.figure, b.figure) ? SIBLINGS : 0) + (a.figure.quote[0].start === b.figure.quote[0].start ? TOGETHER : 0) - (depthOf(a.figure, figures) === depthOf(b.figure, figures) || isOnlyPartOf(a.figure, b.figure, figures) || isOnlyPartOf(b.figure, a.figure, figures) ? 0 : UNEVEN) }] : [])));
  const [best, next] = pairs.toSorted((x, y) => y.score - x.score);
  if (!best || (next && best.score - next.score < PAIR_MARGIN)) return null;
  const candidates = await context.candidates(report);
  const found = candidates.filter(({ subtotal, figures: [{ id }] }) => subtotal === null && (id === best.a.figure.id || id === best.b.figure.id));
  // What stands behind 一共 is asked of both sides.
  const shared = left.filter((term) => right.includes(term));
  return countsOtherDeeds([left, right], found, candidates) || !found.every((one) => saysDeeds(shared, one)) ? null : { report, figures: [best.a.figure, best.b.figure] };
}

/** Within one sentence both stand equally deep: 村里受理 is compared with 中心受理, not with all that 中心 handled. */
function mayPair(a: Figure, b: Figure, figures: readonly Figure[]): boolean {
  return a.quote[0].start !== b.quote[0].start || depthOf(a, figures) === depthOf(b, figures) || isOnlyPartOf(a, b, figures) || isOnlyPartOf(b, a, figures);
}

/** 受理152件，审结147件: the only part told of what came in stands beside it; one of several parts is no match for its total. */
function isOnlyPartOf(part: Figure, total: Figure, figures: readonly Figure[]): boolean {
  return part.partOf === (total.id as number) && figures.every((other) => other === part || other.partOf !== part.partOf);
}

/** How many totals stand above a figure. */
function depthOf(figure: Figure, figures: readonly Figure[]): number {
  let depth = 0;
  for (let at = figure.partOf; at !== null && depth < 8; depth += 1) at = figures[at]?.partOf ?? null;
  return depth;
}

/** 行政强制上一年项目数比行政处罚多几项: of two cells the ones of one column or one row are set against each other. */
function inLine(a: Figure, b: Figure): boolean {
  if (a.trust === 'stated' || b.trust === 'stated' || a.metric === null || b.metric === null) return false;
  const [left, right] = [a.metric, b.metric].map((metric) => ({ row: metric.slice(0, metric.lastIndexOf('.')), column: metric.slice(metric.lastIndexOf('.') + 1) }));
  return left!.row === right!.row || left!.column === right!.column;
}

/** Two parts of one total are more likely compared than two that only sound right. */
const SIBLINGS = 0.2;
/** What stands in one sentence is compared before what stands in two. */
const TOGETHER = 0.15;
/** A total is seldom set against a part of another total. */
const UNEVEN = 0.15;

/** 2022年比2020年多办多少, 青石镇比柳河乡多多少: the same figure of two reports, in the order the question names them. */
export async function acrossReports(kind: string, question: Question, context: Context): Promise<Operands | null> {
  if ((kind !== 'difference' && kind !== 'ratio' && kind !== 'sum') || context.reports.length !== 2) return null;
  const byYear = context.years.map((year) => context.reports.find((card) => card.year === year));
  const byOrganisation = mentionsApart(question).map((mention) => context.reports.find((card) => mention.keys.includes(card.orgKey)));
  const [first, last] = byOrganisation.length === 2 ? byOrganisation : byYear;
  if (!first || !last || first === last || (byOrganisation.length !== 2 && byYear.length !== 2)) return null;
  const plain = question.terms.filter((term) => !isOneOf(term, [...calculations().calculation, ...calculations().moved, ...calculations().setsAgainst]));
  // 那青石镇比柳河乡多多少 leans on the figure of the turn before.
  const terms = plain.length > 0 ? plain : (context.memory?.terms ?? []);
  if (terms.length === 0) return null;
  const [a, b] = [await inUnitAsked(question, { ...context, reports: [first] }, terms), await inUnitAsked(question, { ...context, reports: [last] }, terms)];
  if (!a || !b) return asLookedUp(question, context, first, last);
  // One report may say in a sentence what the other says in a table only: figures of the same value stand for each other.
  const same = async (report: ReportCard, figure: Figure): Promise<Figure[]> => [figure, ...(await ranked(question, { ...context, reports: [report] }, terms)).map((one) => one.figure).filter((other) => other.quantity.value === figure.quantity.value && other.id !== figure.id)];
  const described = async (report: ReportCard, figure: Figure): Promise<Candidate> => (await context.candidates(report)).find(({ subtotal, figures: [own] }) => subtotal === null && own.id === figure.id)!;
  for (const left of await same(first, a.figure)) for (const right of await same(last, b.figure)) if (sameThing(await described(first, left), await described(last, right), terms)) return { report: first, second: last, figures: [left, right] };
  return null;
}

/** 公众号发了相差多少: the figures that looking the question up over both reports finds, where words of asking keep each from being found by itself; null where it finds no one cell or sentence in each. */
async function asLookedUp(question: Question, context: Context, first: ReportCard, last: ReportCard): Promise<Operands | null> {
  const across = await acrossValues(question, context, [first, last]);
  const [left, right] = [first, last].map((card) => across?.values.find((value) => value.card === card && value.parts === undefined));
  if (left === undefined || right === undefined) return null;
  const held = async ({ card, id }: AcrossValue): Promise<Figure> => (await context.library.figures(card.report))[id]!;
  return { report: first, second: last, figures: [await held(left), await held(right)] };
}

/** 培训合计多少人次: the figure that the words mean in one report; where it counts courses, the one that counts attendances. Null when either is missing or unsure. */
async function inUnitAsked(question: Question, context: Context, terms: readonly Term[]): Promise<{ readonly figure: Figure } | null> {
  const counter = isResult(question.counter) ? null : question.counter;
  const found = await one(question, context, terms);
  const fits = (figure: Figure): boolean => unitMisfit(counter, unitOfFigure(figure)) !== null;
  if (found !== null && fits(found.figure)) return found;
  const counted = counter === null ? null : await one(question, context, terms, undefined, false, [], counter);
  return counted !== null && fits(counted.figure) ? counted : null;
}

import { compare, fold, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import { longestMention } from './cue.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, explain, means } from './explain.js';
import { facetsOfTerms, facetsOfWords, type Facet } from './facets.js';
import { findFigures, leansOnMemory } from './find.js';
import type { Question } from './read.js';
import { sidesOf } from './split.js';
import type { Term } from './terms.js';
import { wholeOf } from './whole.js';

/** Figures of one report that a derivation takes, in the order the question names them. */
export interface Operands {
  readonly report: ReportCard;
  readonly figures: readonly [Figure, ...Figure[]];
  /** The report of the second figure when it is another one. */
  readonly second?: ReportCard;
}

const CALCULATION = ['share', 'average', 'rate', 'money', 'quantity', 'total'];

/** Part and whole of a share question; null when either cannot be told for sure. */
export async function shareOperands(question: Question, context: Context): Promise<Operands | null> {
  const sides = sidesOf(question, 'share');
  const left = (sides?.left ?? question.terms).filter((term) => !isOneOf(term, ['share']));
  const within = await partWithin(question, context, left);
  if (within) return within;
  const part = (await one(question, context, left)) ?? (await partWithWhole(question, context, left));
  if (!part) return null;
  const figures = await context.library.figures(part.report.report);
  const named = (sides?.right ?? []).filter((term) => !isOneOf(term, CALCULATION));
  const saysWhole = longestMention(sides?.rightText ?? question.folded, questionWords(question.lang).whole, question.lang) !== null;
  if (named.length > 0) {
    const above = wholesAbove(part.figure, figures).find((whole) => fitsWords(whole, named, context));
    if (above) return { report: part.report, figures: [part.figure, above] };
    const whole = await one(question, context, named, part.figure, saysWhole);
    // What is a part of one total is no share of another that only sounds like it.
    if (whole && wholesAbove(part.figure, figures).length > 0 && !wholesAbove(part.figure, figures).includes(whole.figure)) return null;
    if (whole && whole.figure.id !== part.figure.id) return { report: part.report, figures: [part.figure, whole.figure] };
    const ancestor = wholeOf(part.figure, figures, saysWhole);
    return ancestor && (await couldBe(question, context, named, ancestor)) ? { report: part.report, figures: [part.figure, ancestor] } : null;
  }
  const whole = wholeOf(part.figure, figures, saysWhole);
  return whole ? { report: part.report, figures: [part.figure, whole] } : null;
}

/** The totals above a part, nearest first. */
function wholesAbove(part: Figure, figures: readonly Figure[]): Figure[] {
  const wholes: Figure[] = [];
  for (let whole = wholeOf(part, figures, false); whole !== null && !wholes.includes(whole); whole = wholeOf(whole, figures, false)) wholes.push(whole);
  return wholes;
}

/** True when every telling word stands in what a figure says of itself or takes from before. */
function fitsWords(figure: Figure, terms: readonly Term[], context: Context): boolean {
  const read = (labels: readonly string[]): Facet[] => facetsOfTerms(labels.flatMap((label) => context.terms(fold(label).text)));
  const fit = explain(terms, facetsOfWords({ own: read(figure.labels), inherited: read(figure.inherited), ownText: fold(figure.labels.join(' ')).text, inheritedText: fold(figure.inherited.join(' ')).text }));
  return fit.unexplained.length === 0 && fit.strongest >= DISTINGUISHING;
}

/** Of several figures that fit, the only one that is part of a total. */
async function partWithWhole(question: Question, context: Context, terms: readonly Term[]): Promise<{ report: ReportCard; figure: Figure } | null> {
  const [report] = context.reports;
  if (context.reports.length !== 1 || !report) return null;
  const figures = await context.library.figures(report.report);
  const [best, next] = (await ranked(question, context, terms)).filter(({ figure }) => wholeOf(figure, figures, false) !== null);
  return best && (!next || best.score - next.score >= PAIR_MARGIN) ? { report, figure: best.figure } : null;
}

/** 受理件里村站占几成: the words before 里 name the whole, all words together the part. */
async function partWithin(question: Question, context: Context, terms: readonly Term[]): Promise<Operands | null> {
  for (const match of question.folded.matchAll(questionWords(question.lang).patterns.within)) {
    const end = match.index + match[0].length;
    const before = terms.filter((term) => term.end <= match.index);
    const after = terms.filter((term) => term.start >= end);
    const [wholeTerms, partTerms] = question.lang === 'zh' ? [before, after] : [after, before];
    if (wholeTerms.length === 0 || partTerms.length === 0) continue;
    const whole = await one(question, context, wholeTerms);
    const part = await one(question, context, [...wholeTerms, ...partTerms]);
    if (whole && part && whole.figure.id !== part.figure.id) return { report: part.report, figures: [part.figure, whole.figure] };
  }
  return null;
}

async function couldBe(question: Question, context: Context, terms: readonly Term[], figure: Figure): Promise<boolean> {
  const found = await findFigures(question, context, { terms, counter: null, cues: new Set() });
  return found.some(({ selection }) => selection.kind === 'several' && selection.ranked.some(({ candidate }) => candidate.figures[0].id === figure.id));
}

/** The two figures set against each other, in the order named; null when either is missing or unsure. */
export async function twoOperands(question: Question, context: Context, kind: 'against' | 'together' | 'times'): Promise<Operands | null> {
  const sides = sidesOf(question, kind);
  const [report] = context.reports;
  if (!sides || sides.right.length === 0 || context.reports.length !== 1 || !report) return null;
  const plain = (terms: readonly Term[]): Term[] => terms.filter((term) => !isOneOf(term, [...CALCULATION, 'increase', 'decrease']));
  const [left, right] = [plain(sides.left), plain(sides.right)];
  // 中心和村站一共办了多少: each side leans on the other's words, its own must be explained.
  const lefts = await ranked(question, context, left, right);
  const rights = await ranked(question, context, right, left);
  const figures = await context.library.figures(report.report);
  const pairs = lefts.flatMap((a) => rights.flatMap((b) => (a.figure.id !== b.figure.id && a.figure.quantity.unit === b.figure.quantity.unit && mayPair(a.figure, b.figure, figures) ? [{ a, b, score: a.score + b.score + (a.figure.partOf !== null && a.figure.partOf === b.figure.partOf ? SIBLINGS : 0) + (a.figure.quote[0].start === b.figure.quote[0].start ? TOGETHER : 0) - (depthOf(a.figure, figures) === depthOf(b.figure, figures) || isOnlyPartOf(a.figure, b.figure, figures) || isOnlyPartOf(b.figure, a.figure, figures) ? 0 : UNEVEN) }] : [])));
  const [best, next] = pairs.toSorted((x, y) => y.score - x.score);
  if (!best || (next && best.score - next.score < PAIR_MARGIN)) return null;
  return { report, figures: [best.a.figure, best.b.figure] };
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

/** Two parts of one total are more likely compared than two that only sound right. */
const SIBLINGS = 0.2;
/** What stands in one sentence is compared before what stands in two. */
const TOGETHER = 0.15;
/** A total is seldom set against a part of another total. */
const UNEVEN = 0.15;
const PAIR_MARGIN = 0.04;

/** 2022年比2020年多办多少, 青石镇比柳河乡多多少: the same figure of two reports, in the order the question names them. */
export async function acrossReports(kind: string, question: Question, context: Context): Promise<Operands | null> {
  if ((kind !== 'difference' && kind !== 'ratio' && kind !== 'sum') || context.reports.length !== 2) return null;
  const byYear = context.years.map((year) => context.reports.find((card) => card.year === year));
  const byOrganisation = question.organisations.map((mention) => context.reports.find((card) => mention.keys.includes(card.orgKey)));
  const [first, last] = byOrganisation.length === 2 ? byOrganisation : byYear;
  if (!first || !last || first === last || (byOrganisation.length !== 2 && byYear.length !== 2)) return null;
  const terms = question.terms.filter((term) => !isOneOf(term, [...CALCULATION, 'increase', 'decrease', 'compare']));
  const [a, b] = [await one(question, { ...context, reports: [first] }, terms), await one(question, { ...context, reports: [last] }, terms)];
  if (!a || !b) return null;
  // One report may say in a sentence what the other says in a table only: figures of the same value stand for each other.
  const same = async (report: ReportCard, figure: Figure): Promise<Figure[]> => [figure, ...(await ranked(question, { ...context, reports: [report] }, terms)).map((one) => one.figure).filter((other) => other.quantity.value === figure.quantity.value && other.id !== figure.id)];
  for (const left of await same(first, a.figure)) for (const right of await same(last, b.figure)) if (alike(left, right, terms, context)) return { report: first, second: last, figures: [left, right] };
  return null;
}

/** Two reports may call one thing differently, and different things alike: neither label may say a telling word that the other and the question lack. */
function alike(a: Figure, b: Figure, asked: readonly Term[], context: Context): boolean {
  if (a.metric !== null || b.metric !== null) return a.metric === b.metric;
  const said = (figure: Figure): Set<string> => new Set(figure.labels.flatMap((label) => context.terms(fold(label).text)).filter((term) => term.weight >= DISTINGUISHING).map((term) => term.concept ?? term.text));
  const known = new Set(asked.map((term) => term.concept ?? term.text));
  const [left, right] = [said(a), said(b)];
  return [...left].every((word) => right.has(word) || known.has(word)) && [...right].every((word) => left.has(word) || known.has(word));
}

/** Months and days of a year are no figures of the report. */
const TIME = /^(?:月|天|日|周|季|年|month|day|week|quarter|year)/;

/** What is averaged and over how many: 平均每个村办多少 → the villages' figure over the number of villages. */
export async function averageOperands(question: Question, context: Context): Promise<Operands | null> {
  const [per] = question.folded.matchAll(questionWords(question.lang).patterns.per);
  if (!per || TIME.test(per[1]!)) return null;
  const start = per.index + (per[0].length - per[1]!.length);
  const over = question.terms.filter((term) => term.end > start && term.start < start + per[1]!.length && term.concept !== 'average');
  const rest = question.terms.filter((term) => !isOneOf(term, ['average', 'quantity']));
  const attempts = [over, over.filter((term) => term.weight >= DISTINGUISHING), over.slice(0, 1)].filter((terms) => terms.length > 0);
  let divisor: Awaited<ReturnType<typeof one>> = null;
  for (const terms of attempts) divisor ??= await countOf(question, context, terms);
  const total = (await counted(question, context, rest)) ?? (await counted(question, context, rest.filter((term) => !over.includes(term))));
  if (!divisor || !total || divisor.figure.id === total.figure.id || divisor.report.report !== total.report.report) return null;
  return { report: total.report, figures: [total.figure, divisor.figure] };
}

/** How many there are of what is averaged over: the number stands right before its name (8个村), not somewhere in its label (各设1个代办点). */
async function countOf(question: Question, context: Context, terms: readonly Term[]): Promise<{ report: ReportCard; figure: Figure } | null> {
  const found = await findFigures(question, context, { terms, counter: PER_COUNTER, cues: new Set(), strict: true });
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
async function counted(question: Question, context: Context, terms: readonly Term[]): Promise<{ report: ReportCard; figure: Figure } | null> {
  const [report] = context.reports;
  const [best, next] = (await ranked(question, context, terms)).filter(({ figure }) => figure.quantity.unit !== PER_COUNTER);
  return report && context.reports.length === 1 && best && (!next || best.score - next.score >= PAIR_MARGIN) ? { report, figure: best.figure } : null;
}

const PER_COUNTER = '个';

/** Figures that fit the terms, best first, with those close behind; a caller that knows more chooses among them. */
async function ranked(question: Question, context: Context, terms: readonly Term[], kept: readonly Term[] = []): Promise<{ figure: Figure; score: number }[]> {
  if (terms.length === 0) {
    const last = await remembered(context);
    return last ? [{ figure: last.figure, score: 1 }] : [];
  }
  const [found] = await findFigures(question, context, { terms, counter: RELATIONS.has(question.counter ?? '') ? null : question.counter, cues: new Set(), kept, keptWeight: BESIDE });
  if (!found || found.selection.kind === 'none') return [];
  const fitting = found.selection.kind === 'one' ? [found.selection.best, ...found.selection.others] : [...found.selection.ranked, ...found.selection.others];
  const top = fitting[0]!.score;
  // 中心咨询比村站多多少: a figure that says what only the other side says may stand further behind.
  const leans = (candidate: Candidate): boolean => kept.length > 0 && explain([...terms, ...kept], candidate.facets).surplus < explain(terms, candidate.facets).surplus;
  const most = fitting[0]!.fit.coverage;
  return fitting.filter(({ candidate, fit, score }) => candidate.subtotal === null && (leans(candidate) ? top - score < CLOSE_BEHIND : top - score < CLOSE && most - fit.coverage < LESS_SAID)).map(({ candidate, score }) => ({ figure: candidate.figures[0], score }));
}

/** Units of a result, not of what it is computed from. */
const RELATIONS: ReadonlySet<string> = new Set(['倍', '%', '成', '个百分点', 'share', 'money']);
const CLOSE_BEHIND = 0.4;
const CLOSE = 0.2;
/** A figure that explains so much less of its own side is another figure. */
const LESS_SAID = 0.1;
/** What the other side says helps little: each side has its own words. */
const BESIDE = 0.1;

async function one(question: Question, context: Context, terms: readonly Term[], instead?: Figure, saysWhole = false, kept: readonly Term[] = [], counter: string | null = null): Promise<{ report: ReportCard; figure: Figure } | null> {
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

function isOneOf(term: Term, concepts: readonly string[]): boolean {
  return term.concept !== null && concepts.includes(term.concept);
}

import { compare, fold, sum, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { otherHalf } from '../language/contrasts.js';
import { isShare } from '../language/unit-families.js';
import { questionWords } from '../language/words.js';
import { DISTINGUISHING, NEGATION, means } from './strength.js';
import type { Facet } from './facets.js';
import { findFigures } from './find.js';
import type { Operands } from './operand-search.js';
import { asks, type Question } from './read.js';
import type { Term } from './terms.js';

const RATE = /^(\p{Script=Han}+)率$/u;
/** 没答复, 未办结: a word that denies another. */
const DENIED = /^[没未](?:有|曾)?(?=\p{Script=Han})/u;

/** True for 采纳率, 回收率: a rate that may have to be worked out. */
export function asksForRate(question: Question): boolean {
  return (question.counter === null || isShare(question.counter)) && rateIn(question) !== null;
}

/** What the rate is one of (采纳率: 采纳) and where it stands, in one word or two; null when the question asks for none. */
function rateIn({ terms }: Question): { readonly stem: string; readonly start: number; readonly end: number } | null {
  for (const [i, term] of terms.entries()) {
    const stem = RATE.exec(term.text)?.[1];
    if (stem !== undefined) return { stem, start: term.start, end: term.end };
    const before = terms[i - 1];
    if (term.text === '率' && before?.end === term.start) return { stem: before.text, start: before.start, end: term.end };
  }
  return null;
}

/** True for 没有办结的有几件: what was left of what came in. */
export function asksForRemainder(question: Question): boolean {
  return (question.counter !== null || asks(question, 'count')) && question.terms.some((term) => term.concept === NEGATION || DENIED.test(term.text) || otherHalf(term.concept) !== null);
}

/** 采纳率: what was adopted, and what it was adopted of; null when the report states the rate itself, or either is unsure. */
export async function rateOperands(question: Question, context: Context): Promise<Operands | null> {
  const rate = rateIn(question);
  if (rate === null || (await isStated(question, context, question.terms))) return null;
  const done = context.terms(rate.stem).map((term) => ({ ...term, start: rate.start, end: rate.end }));
  const found = await partAndBase(question, context, [...question.terms.filter((term) => term.start >= rate.end || term.end <= rate.start), ...done]);
  // 胜诉率: a number of lawsuits beside which a decision was upheld (维持) is no number of those that were won.
  const isSaid = found !== null && done.some((term) => wordsOf(found.figures[0], context).some((word) => means(term, asFacet(word))));
  return !isSaid || found.figures[0].trust !== 'stated' || (await leavesOutCarried(found, context)) ? null : found;
}

/** 新收14件, 办结13件: where requests came over from the year before, what was closed is not closed of the new ones alone. */
async function leavesOutCarried({ figures: [, base], report }: Operands, context: Context): Promise<boolean> {
  const words = wordsOf(base!, context);
  if (!words.some(({ concept }) => concept === 'receive') || !words.some(({ concept }) => concept === 'request')) return false;
  return (await context.library.figures(report.report)).some(({ metric, quantity }) => metric === 'req.carried_in.total' && quantity.value !== null && quantity.value !== '0');
}

/** 没有办结的: all that came in, and what of it was done, in this order; null when the report states the rest itself, or tells of other parts beside. */
export async function remainderOperands(question: Question, context: Context): Promise<Operands | null> {
  if (await isStated(question, context, question.terms)) return null;
  const terms = question.terms.flatMap((term) => (isHalf(term) ? [{ ...term, concept: otherHalf(term.concept) }] : denialApart(term, context)));
  const { leftOver } = questionWords(question.lang).patterns;
  const found = await partAndBase(question, context, terms.filter((term) => term.concept !== NEGATION && !leftOver.test(term.text)));
  if (!found) return null;
  const [part, base] = found.figures;
  const figures = await context.library.figures(found.report.report);
  // 没有办结的 denies what the part says of itself, 没有纠纷 the whole.
  const halves = question.terms.filter(isHalf);
  const denied = terms.filter((term) => (halves.length > 0 ? halves.some(({ start }) => start === term.start) : terms.some((other) => other.concept === NEGATION && other.end === term.start)));
  const saysDenied = (figure: Figure): boolean => denied.some((term) => wordsOf(figure, context).some((word) => means(term, asFacet(word))));
  if (!saysDenied(part) || (halves.length === 0 && asksWhatWasDone(terms, denied, wordsOf(part, context)))) return null;
  // 不是承诺件的: of the one part that says it and of its total nothing else is needed.
  if (!deniesADeed(question)) return part.partOf === (base!.id as number) && !figures.some((other) => other.id !== part.id && other.partOf === part.partOf && saysDenied(other)) ? { report: found.report, figures: [base!, part] } : null;
  // 收回有效问卷463份: of what came back without being valid nothing is said; nor what else became of the rest.
  if (part.trust !== 'stated' || wordsOf(part, context).some((word) => word.weight >= DISTINGUISHING && ![...terms, ...wordsOf(base!, context)].some((term) => means(term, asFacet(word))))) return null;
  if (part.partOf === null && (await standBeside(part, base!, found.report, context))) return null;
  return tellsOfOthers(part, base!, figures) ? null : { report: found.report, figures: [base!, part] };
}

/** 没办的不算，办结了几件: what `part` says was done is asked for itself as well as denied, so that nothing is asked of the rest. */
function asksWhatWasDone(terms: readonly Term[], denied: readonly Term[], part: readonly Term[]): boolean {
  const done = part.filter((word) => denied.some((term) => means(term, asFacet(word))));
  return terms.some((term) => !denied.includes(term) && term.concept !== null && done.some(({ concept }) => concept === term.concept));
}

/** What a figure is called, word by word. */
function wordsOf({ labels }: Figure, context: Context): Term[] {
  return labels.flatMap((label) => context.terms(fold(label).text));
}

function asFacet({ concept, text, weight }: Term): Facet {
  return { concepts: concept === null ? [] : [concept], text, weight };
}

/** 兼职: what is not 专职. */
function isHalf({ concept }: Term): boolean {
  return otherHalf(concept) !== null;
}

/** 没办结, 未采纳: what was not done; 不是承诺件 and 除了网站 only leave something out. */
function deniesADeed({ folded, terms }: Question): boolean {
  return !terms.some(isHalf) && terms.every(({ concept, start, end }) => concept !== NEGATION || NOT_DONE.test(folded.slice(start, end)));
}

const NOT_DONE = /^(?:[没未]|不能)/u;

/** 征地拆迁10件、道路客运许可6件, 东港受理2万笔，盐田受理1万笔: one after another in a list, or of one deed, neither is of the other. */
async function standBeside(part: Figure, before: Figure, report: ReportCard, context: Context): Promise<boolean> {
  const [from, to] = [before.place?.at(-1)?.end, part.place?.[0].start];
  if (from === undefined || to === undefined) return true;
  const { text } = await context.library.source(report.report);
  return text.slice(from, to).includes('、') || part.labels.some((label) => before.labels.includes(label) && context.library.isVerb(fold(label).text));
}

/** True when the total has other parts that may be the rest; parts that add up to it by themselves split it another way (旅行社、民宿、景区 of what was 办结 or not). */
function tellsOfOthers(part: Figure, base: Figure, figures: readonly Figure[]): boolean {
  const others = figures.filter((other) => other !== part && other.partOf === (base.id as number)).flatMap(({ quantity }) => quantity.value ?? []);
  return others.length > 0 && compare(sum(others), base.quantity.value ?? '0') !== 0;
}

/** 没答复 as 没 and 答复; any other term as it is. */
function denialApart(term: Term, context: Context): readonly Term[] {
  const denial = term.concept === NEGATION ? null : DENIED.exec(term.text);
  if (!denial) return [term];
  const at = term.start + denial[0].length;
  const rest = context.terms(term.text.slice(denial[0].length)).map((part) => ({ ...part, start: at + part.start, end: at + part.end }));
  return [{ text: denial[0], start: term.start, end: at, concept: NEGATION, weight: 1 }, ...rest];
}

async function isStated(question: Question, context: Context, terms: readonly Term[]): Promise<boolean> {
  const found = await findFigures(question, context, { terms });
  return found.some(({ selection }) => selection.kind !== 'none');
}

async function partAndBase(question: Question, context: Context, terms: readonly Term[]): Promise<{ report: ReportCard; figures: readonly [Figure, Figure] } | null> {
  const found = await findFigures(question, context, { terms, counter: (question.counter === null || isShare(question.counter)) ? null : question.counter, cues: new Set() });
  const sure = found.flatMap(({ report, selection }) => (selection.kind === 'one' && selection.best.candidate.subtotal === null ? [{ report, figure: selection.best.candidate.figures[0] }] : []));
  const [part] = sure;
  if (sure.length !== 1 || !part) return null;
  const base = baseOf(part.figure, await context.library.figures(part.report.report));
  return base ? { report: part.report, figures: [part.figure, base] } : null;
}

/** The total that a part is stated to be of, or the number of the same unit right before it in its sentence (发放65份，收回62份). */
export function baseOf(part: Figure, figures: readonly Figure[]): Figure | null {
  if (part.partOf !== null) return figures[part.partOf] ?? null;
  const isBeside = (figure: Figure | undefined): boolean => figure?.trust === 'stated' && figure.quote[0].start === part.quote[0].start;
  let at = (part.id as number) - 1;
  // 审核612篇，比上年多82篇，退回45篇: nothing is a part of a change.
  while (isBeside(figures[at]) && figures[at]!.stat === 'change') at -= 1;
  const before = figures[at];
  const together = before !== undefined && isBeside(before) && before.quantity.unit === part.quantity.unit;
  return before && together && before.partOf === null && Number(before.quantity.value) >= Number(part.quantity.value) ? before : null;
}

import { compare, sum, type Figure, type FigureId, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Candidate } from './candidates.js';
import { isUnit } from '../language/unit-families.js';
import { questionWords, type Cue } from '../language/words.js';
import { asksForTotal } from './many-asked.js';
import { impliedCounter } from './implied-counter.js';
import { countsHowManyMore, kindCounted, kindNamed } from './kind-counted.js';
import { ofExtentAsked } from './extents.js';
import { BESIDE_LAST, PART_OF_LAST } from './ranking.js';
import { asks, type Question } from './read.js';
import { select, type Selection } from './select.js';
import type { Term } from './terms.js';

/** A selection within one report. */
export interface Found {
  readonly report: ReportCard;
  readonly selection: Selection;
}

/** How to look a figure up when not all of the question is about it. */
export interface Lookup {
  readonly terms: readonly Term[];
  readonly counter?: string | null;
  readonly kept?: readonly Term[];
  readonly keptWeight?: number;
  readonly strict?: boolean;
  readonly kin?: ReadonlyMap<number, number>;
  /** Which figures may be meant at all; all when not given. */
  readonly stays?: ((candidate: Candidate) => boolean) | null;
  /** Cues that the figure itself must answer to; the question's own when not given. */
  readonly cues?: ReadonlySet<Cue>;
}

/** Looks a figure up in each report in scope, by the same rules for every intent. */
export async function findFigures(question: Question, context: Context, lookup: Lookup): Promise<Found[]> {
  const cues = lookup.cues ?? new Set(question.cues.map((mention) => mention.cue));
  const found: Found[] = [];
  for (const report of context.reports) {
    const all = await context.candidates(report);
    const candidates = ofExtentAsked(question, lookup.stays ? all.filter(lookup.stays) : all);
    const counter = (lookup.counter === undefined ? (question.counter ?? counterNamed(question)) : lookup.counter) ?? impliedCounter(lookup.terms);
    found.push({ report, selection: select({ terms: lookup.terms, cues, counter, counterEnd: lookup.counter === undefined ? question.counterEnd : null, kind: lookup.counter !== undefined && !countsHowManyMore(question) ? null : question.lang === 'en' ? kindCounted(question.folded, lookup.terms) : kindNamed(question, lookup.terms), years: context.years, text: question.folded, against: comparesWithYear(question), isVerb: verbs(context), inEnglish: question.lang === 'en', total: asksForTotal(question), ...(lookup.kept && { kept: lookup.kept }), ...(lookup.keptWeight !== undefined && { keptWeight: lookup.keptWeight }), ...(lookup.strict && { strict: true }), ...(lookup.kin && { kin: lookup.kin }) }, candidates) });
  }
  return found;
}

/** 录了 is as much a verb as 录. */
const ASPECT = /(?<=\p{Script=Han})[了过着的]$/u;

/** Tells whether a word of a question is a verb, with or without its aspect. */
export function verbs({ library, isMistyped }: Context): (word: string) => boolean {
  return (word) => library.isVerb(word.replace(ASPECT, '')) && !isMistyped(word.replace(ASPECT, ''));
}

/** 培训了6次吗: the counter of the one number that a question asks to have confirmed; null in any other question. */
function counterNamed({ folded, lang, numbers }: Question): string | null {
  const [number, ...others] = numbers;
  if (lang !== 'zh' || number === undefined || others.length > 0 || !/吗[?？。]*$/u.test(folded)) return null;
  const behind = [folded.slice(number.end, number.end + 2), folded.slice(number.end, number.end + 1)];
  return behind.find(isUnit) ?? null;
}

/** 比2022年, than in 2022: the year is what something is compared with. */
export function comparesWithYear(question: Question): boolean {
  const before = questionWords(question.lang).beforeComparedYear;
  return question.years.some(({ start }) => before.some((word) => question.folded.slice(0, start).trimEnd().endsWith(word)));
}

/** 那咨询呢 asks for a part of the last answer first, then for what stands beside it. */
const NEAR = { part: PART_OF_LAST, sibling: BESIDE_LAST, kin: 0.4 } as const;

/** True for a part of the last answer or what stands beside it under one total, by how near it is (`kinOfMemory`). */
export function isNextOfKin(near: number | undefined): boolean {
  return near !== undefined && near >= NEAR.sibling;
}

/** Figures that hang together with the last answer by totals and parts, and how near they are; empty when there was none in these reports. */
export async function kinOfMemory(context: Context): Promise<ReadonlyMap<number, number>> {
  const kept = context.memory?.figure;
  const report = context.reports.find((card) => (card.report as string) === kept?.report);
  if (!kept || !report) return new Map();
  const figures = await context.library.figures(report.report);
  const rootOf = (id: number): number => {
    let at = id;
    for (let steps = 0; steps < 8; steps += 1) {
      const up = figures[at]?.partOf;
      if (up === null || up === undefined) break;
      at = up;
    }
    return at;
  };
  const root = rootOf(kept.id);
  const nearness = (figure: Figure): number => {
    if (figure.partOf === (kept.id as number)) return NEAR.part;
    const total = figures[kept.id]?.partOf ?? null;
    return total !== null && figure.partOf === total ? NEAR.sibling : NEAR.kin;
  };
  return new Map(figures.flatMap((figure) => (rootOf(figure.id) === root ? [[figure.id as number, nearness(figure)] as const] : [])));
}

/** Parts of another total that stand under it as the last answer stands under its own (受理件数 of the one and of the other), by id. */
export async function counterpartsOf(context: Context): Promise<ReadonlySet<number>> {
  const kept = context.memory?.figure;
  const report = context.reports.find((card) => (card.report as string) === kept?.report);
  if (!kept || !report) return new Set();
  const figures = await context.library.figures(report.report);
  const last = figures[kept.id];
  const total = last?.partOf === null || last?.partOf === undefined ? undefined : figures[last.partOf];
  if (last === undefined || total === undefined || total.partOf === null || last.trust !== 'stated') return new Set();
  const others = figures.filter(({ partOf, id }) => partOf === total.partOf && id !== total.id).map(({ id }) => id as number);
  return new Set(figures.filter(({ partOf, labels, quantity }) => partOf !== null && others.includes(partOf) && labels.at(-1) === last.labels.at(-1) && quantity.unit === last.quantity.unit).map(({ id }) => id as number));
}

/**
 * And the centre? after what was told of a whole by kind (咨询件数1171件): what the centre itself tells by that name. `part` is the centre's figure, which stands
 * beside the last answer under one total; null where it does not, or tells no one such part.
 */
export async function kindWithin(question: Question, context: Context, part: Figure): Promise<FigureId | null> {
  const kept = context.memory?.figure;
  const report = context.reports.find((card) => (card.report as string) === kept?.report);
  if (!kept || !report) return null;
  const figures = await context.library.figures(report.report);
  const last = figures[kept.id];
  if (last === undefined || last.trust !== 'stated' || last.partOf === null || last.partOf !== part.partOf || last.id === part.id) return null;
  // 共办理多少, 其中承诺件呢, 中心呢: whoever asked for the whole first goes through its parts, unless it is said that a part of the last answer is meant (里面中心的呢).
  if (!questionWords(question.lang).patterns.withinLast.test(question.folded) && context.memory?.recent?.some(({ report: of, id }) => of === kept.report && (id as number) === last.partOf)) return null;
  const ofTheKind = figures.filter(({ partOf, labels, quantity }) => partOf !== null && figures[partOf]!.partOf === last.partOf && labels.at(-1) === last.labels.at(-1) && quantity.unit === last.quantity.unit);
  // 咨询件数1171件 is a kind of all that was done only where what each place tells of it makes it up: else the word is another thing's too.
  const values = ofTheKind.flatMap(({ quantity }) => quantity.value ?? []);
  if (last.quantity.value === null || values.length === 0 || compare(sum(values), last.quantity.value) !== 0) return null;
  const named = ofTheKind.filter(({ partOf }) => partOf === (part.id as number));
  return named.length === 1 ? named[0]!.id : null;
}

/** True when a question is too short to stand alone and there is a turn before to lean on. */
export function leansOnMemory(question: Question, context: Context): boolean {
  if (context.memory === null) return false;
  return startsAsFollowUp(question) || question.terms.length === 0 || isHeadless(question);
}

/** True for 即办的: a kind, and no noun that it is a kind of. */
export function isHeadless({ folded, lang, counter, cues, organisations, years }: Question): boolean {
  return counter === null && cues.length === 0 && organisations.length === 0 && years.length === 0 && questionWords(lang).patterns.headless.test(folded);
}

/** True for 那咨询呢 and And the centre?: words that lean on a turn before. */
export function startsAsFollowUp(question: Question): boolean {
  return question.folded.search(questionWords(question.lang).patterns.followUp) >= 0;
}


/** Nouns that are themselves numbers: 得分, 满意率, 件数. */
const MEASURES: readonly string[] = ['score', 'rank', 'rate', 'quantity', 'money', 'satisfaction', 'closing-rate', 'on-time-rate', 'page-view'];

/** True for 满意率呢, 得分呢: a noun that says in what unit it is. */
export function namesMeasure({ terms }: Question): boolean {
  return terms.some(({ concept, text }) => (concept !== null && MEASURES.includes(concept) && concept !== 'quantity') || concept === 'share' || text.endsWith('率'));
}

/** True when the question asks for a number in so many words. */
export function asksForNumber(question: Question): boolean {
  // 数据平台开放什么领域: 数据 asks for a number only where nothing else is asked for.
  const measured = ({ concept }: Term): boolean => concept !== null && MEASURES.includes(concept) && !(concept === 'quantity' && question.lang === 'zh' && asks(question, 'list', 'why', 'how') && !/\d/.test(question.folded));
  return asks(question, 'count') || question.counter !== null || (question.terms.length > 0 && questionWords(question.lang).patterns.endsInTotal.test(question.folded)) || question.terms.some(measured);
}

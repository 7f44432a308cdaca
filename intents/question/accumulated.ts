import { compare, fold, lexicon, type ConceptId, type Figure } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { questionWords } from '../language/words.js';
import type { Candidate } from './candidates.js';
import type { Ranked } from './ranking.js';

/** What the numbers of a report's sentences count, by their ids, where it is told from what stands beside them. */
export interface OverYears {
  /** All years until now. */
  readonly all: ReadonlySet<number>;
  /** What was added in the year of the report, and so all that a year's report is asked for. */
  readonly added: ReadonlySet<number>;
}

/**
 * Figures that count all years until now: 历年累计公开8400条; 累计公开5317条，其中本年度新增1842条; 截至年底累计公开187万条 beside the 34万条 of the year.
 * What a year's report is asked for is none of them, unless the question says so. `text` is the report's, in which figures have their places.
 */
export function overYears(figures: readonly Figure[], text: string): OverYears {
  const { accumulates, allYears, ofThisYear } = labelCues();
  const before = figures.map((figure) => clausesBefore(figure, text));
  const clauses = before.map((said) => said.at(-1) ?? '');
  const accumulated = figures.filter((figure) => says(accumulates, clauses[figure.id]!) || isCountedUntil(before[figure.id]!));
  const all = new Set<number>(figures.filter((figure) => says(allYears, clauses[figure.id]!) || headsColumn(figure, allYears)).map(({ id }) => id));
  const fresh = figures.filter(isAdded);
  for (const part of fresh) {
    const total = accumulated.find((figure) => (figure.id as number) === part.partOf || goesOnWith(figure, part));
    if (total !== undefined && (says(ofThisYear, clauses[part.id]!) || PRINTED_YEAR.test(clauses[part.id]!))) all.add(total.id);
  }
  for (const figure of accumulated) {
    if (figures.some((other) => !accumulated.includes(other) && !all.has(other.id) && other.partOf === null && countsLess(other, figure)) || goesOnFromNew(figures[figure.id - 1], figure)) all.add(figure.id);
  }
  const added = new Set<number>();
  for (const { id, partOf, quantity, quote } of fresh) {
    const beside = figures.some((other) => all.has(other.id) && other.quote[0].start === quote[0].start && other.quantity.unit === quantity.unit);
    if (beside || (partOf !== null && (all.has(partOf) || added.has(partOf)))) added.add(id);
  }
  return { all, added };
}

/** 其中2014年新增326条. */
const PRINTED_YEAR = /\d{4}年/u;

/** 历年累计 above a column of cells. */
function headsColumn({ labels, trust }: Figure, words: readonly string[]): boolean {
  return trust !== 'stated' && labels.some((label) => words.some((word) => label.startsWith(word)));
}

function isAdded({ labels, trust }: Figure): boolean {
  return trust === 'stated' && labels.some((label) => lexicon().meaning('zh', label)?.includes('newly-added'));
}

/** True where `less` is a smaller number of the very thing that `more` counts, whoever did it. */
function countsLess(less: Figure, more: Figure): boolean {
  if (less.trust !== 'stated' || less.stat !== 'count' || less.quantity.unit !== more.quantity.unit || less.quantity.value === null || more.quantity.value === null) return false;
  return compare(less.quantity.value, more.quantity.value) < 0 && more.labels.length > 0 && saysWhat(less).join() === saysWhat(more).join();
}

/** 累计公开1863条，当年新增284条: right behind all that was done until now its sentence tells what was added. */
function goesOnWith(all: Figure, added: Figure): boolean {
  const [whole, part] = [all.quantity, added.quantity];
  return (added.id as number) === all.id + 1 && added.partOf === null && added.quote[0].start === all.quote[0].start && part.unit === whole.unit && part.value !== null && whole.value !== null && compare(part.value, whole.value) < 0;
}

/** 新分配宿舍1208套，累计分配9634套: what was newly done is the year's part of all that was done so until now. */
function goesOnFromNew(before: Figure | undefined, figure: Figure): boolean {
  const [deed, fresh] = [saysWhat(figure).at(-1), before?.labels.at(-1)];
  if (before?.trust !== 'stated' || deed === undefined || fresh === undefined || before.quote[0].start !== figure.quote[0].start || before.quantity.unit !== figure.quantity.unit) return false;
  return fresh.length > deed.length && fresh.endsWith(deed) && labelCues().newlyDone.includes(fresh.slice(0, -deed.length)) && before.quantity.value !== null && figure.quantity.value !== null && compare(before.quantity.value, figure.quantity.value) < 0;
}

/** Labels without those that say whose figure it is, and without what says that it was done already. */
function saysWhat({ labels }: Figure): readonly string[] {
  const { already, bodies } = labelCues();
  return labels.map((label) => already.reduce((rest, word) => rest.replace(word, ''), label)).filter((label) => label !== '').filter((label) => !bodies.some((body) => label.endsWith(body)) && !(lexicon().meaning('zh', label)?.includes('self') ?? false)).toSorted();
}

/** 行政诉讼3件，历年累计14件; 累计公开1863条，当年新增284条: all years and the year are counted of the same thing, whichever stands first. */
export function withYearBeside(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, n) => {
    const before = candidates[n - 1];
    const [figure] = candidate.figures;
    const [year] = before?.figures ?? [];
    if (!candidate.accumulated) return before?.accumulated === true && isAdded(figure) && goesOnWith(before.figures[0], figure) ? ofTheSame(candidate, before) : candidate;
    // Whoever is answered with it has asked for all years.
    const own = candidate.facets.own.map((facet) => (facet.concepts.includes(ALL_YEARS) ? { ...facet, weight: 0 } : facet));
    // 历年累计 sums up years, not what its sentence named before; that it does so needs no word of its own in the label.
    const alone = { ...candidate, facets: { ...candidate.facets, own, enumerations: [], measures: new Set([...candidate.facets.measures, ALL_YEARS, TOTAL]) } };
    if (before === undefined || year === undefined || before.accumulated || year.trust !== 'stated' || year.quote[0].start !== figure.quote[0].start || year.quantity.unit !== figure.quantity.unit) return alone;
    return ofTheSame(alone, before);
  });
}

/** A figure that takes over what the one before it says. */
function ofTheSame(candidate: Candidate, { facets: before }: Candidate): Candidate {
  const { facets } = candidate;
  return { ...candidate, facets: { ...facets, inherited: [...facets.inherited, ...before.own, ...before.inherited], inheritedText: [facets.inheritedText, before.ownText, before.inheritedText].join(' '), measures: new Set([...facets.measures, ...before.measures]) } };
}

const ALL_YEARS: ConceptId = 'all-years';
const TOTAL: ConceptId = 'total';

/** True for a question that asks for all years together, or a clause that counts them. `text`: folded. */
export function saysAllYears(text: string): boolean {
  const { accumulates, allYears, ofThisYear, wholeYear } = labelCues();
  // 本年累计 counts from January.
  const isOfOneYear = (before: string): boolean => [...ofThisYear, ...wholeYear].some((year) => before.endsWith(year));
  return says(allYears, text) || accumulates.some((word) => text.split(word).slice(0, -1).some((before) => !isOfOneYear(before)));
}

/**
 * 累计公开812条，本年度公开64条: of figures that fit alike, the one that counts all years where `question` (folded) asks for that, the year's own
 * where it says 今年. Null where the question says neither, both, or more than one figure is left.
 */
export function bySpan(question: string, alike: readonly Ranked[]): Ranked | null {
  const ever = saysAllYears(question);
  if (ever === saysThisYear(question)) return null;
  const [only, ...more] = alike.filter(({ candidate }) => (candidate.accumulated || saysAllYears(clauseOf(candidate))) === ever);
  return only !== undefined && more.length === 0 ? only : null;
}

/**
 * 公开多少条 asks for no number of all years: of figures that fit, the one whose clause names the year (本年度公开64条), where `best` counts on and names
 * none (累计公开812条); else null.
 */
export function allYearsUnasked(question: string, best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  const isTold = ({ candidate: { facets: { depth }, figures: [{ stat, trust }] } }: Ranked): boolean => trust === 'stated' && depth === 0 && stat === best.candidate.figures[0].stat;
  if (saysAllYears(question) || saysThisYear(question) || !isTold(best) || namesYear(best) || !saysAllYears(clauseOf(best.candidate))) return null;
  return fitting.find((other) => other !== best && isTold(other) && namesYear(other)) ?? null;
}

/** True for a number of all years until now, by what the report says of it. */
export function countsOn(candidate: Candidate): boolean {
  return candidate.accumulated || saysAllYears(clauseOf(candidate));
}

/** How much less well than the best a figure of all years may fit where those are asked for. */
const NEAR_BEST = 0.25;

/**
 * 累计分配多少套 asks for all years: where `best` is the year's own (新分配1208套), the one other that fits and whose clause counts on
 * (累计分配9634套). Null where the question says no such thing or the year as well, or there is not just one.
 */
export function allYearsAsked(question: string, best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  if (!(saysAllYears(question) || questionWords('en').patterns.everDone.test(question)) || saysThisYear(question) || says(labelCues().wholeYear, question) || countsOn(best.candidate)) return null;
  const others = fitting.filter((other) => other.candidate.figures[0].trust === 'stated' && countsOn(other.candidate) && best.score - other.score < NEAR_BEST);
  return others.length === 1 ? others[0]! : null;
}

/** 历年公开多少条 is not asked of a column that sums up the quarters of one year (本年累计). `question`: folded. */
export function sumsOneYear(question: string, { figures: [{ labels, trust }] }: Candidate): boolean {
  const { accumulates, allYears } = labelCues();
  return trust !== 'stated' && says(allYears, question) && !saysThisYear(question) && labels.some((label) => saysThisYear(label) && says(accumulates, label));
}

function namesYear({ candidate }: Ranked): boolean {
  const clause = clauseOf(candidate);
  return saysThisYear(clause) || YEAR.test(clause) || says(labelCues().wholeYear, clause);
}

const YEAR = /(?:19|20)\d\d年/u;

function saysThisYear(text: string): boolean {
  return says(labelCues().ofThisYear, text);
}

function says(words: readonly string[], text: string): boolean {
  return words.some((word) => text.includes(word));
}

/** The clause that a sentence's figure stands in, folded; '' for others. */
function clauseOf({ facets: { around } }: Candidate): string {
  return around?.(false).clause.text ?? '';
}

/** 截至2009年底，水利局已公开8400条. */
function isCountedUntil(clauses: readonly string[]): boolean {
  const [before = '', own = ''] = clauses.slice(-2);
  const { already, untilDay } = labelCues();
  return says(already, own) && untilDay.some((word) => before.startsWith(word) || own.startsWith(word));
}

/** What stands before the number in its sentence, from mark to mark, folded; none for cells. */
function clausesBefore({ place, quote, trust }: Figure, text: string): string[] {
  if (trust !== 'stated' || place === null) return [];
  return fold(text.slice(Math.max(quote[0].start, place[0].start - LONGEST_CLAUSE), place[0].start)).text.split(/[,;。:()]/u);
}

/** UTF-16 units looked at before a number. */
const LONGEST_CLAUSE = 40;

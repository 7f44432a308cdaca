import { compare } from '../../index/mod.js';
import { unitMisfit } from '../language/unit-families.js';
import type { Cue } from '../language/words.js';
import { namesAnotherPart } from './another-part.js';
import { unitOf, type Candidate } from './candidates.js';
import { countsWhatIsAsked } from './counted-object.js';
import { DISTINGUISHING, explain, namesMetric, SAID_IN_FULL, type Fit } from './explain.js';
import type { KindCounted } from './kind-counted.js';
import { isOfLevel, namesOnlyLevels } from './level-asked.js';
import { mayAnswer, saysOtherwise, type AskedOf } from './may-answer.js';
import { otherWay, sameDeedOfRequests } from './other-reading.js';
import { repeatsLabel } from './own-label.js';
import { paraphrased } from './paraphrase.js';
import { sharesNumber } from './shared-number.js';
import type { Term } from './terms.js';

export interface Ranked {
  readonly candidate: Candidate;
  readonly fit: Fit;
  readonly score: number;
  /** Share of the question that the label repeats word for word, 0–1. */
  readonly wording: number;
}

/** What the rules say: one figure, several that fit alike but differ, or none. */
export type Selection =
  | { readonly kind: 'one'; readonly best: Ranked; readonly others: readonly Ranked[] }
  | { readonly kind: 'several'; readonly ranked: readonly Ranked[]; readonly others: readonly Ranked[] }
  | { readonly kind: 'none'; readonly nearest: readonly Ranked[]; readonly unexplained: readonly Term[] };

export interface Wanted {
  readonly terms: readonly Term[];
  readonly cues: ReadonlySet<Cue>;
  readonly counter: string | null;
  /** Where the counter ends in the question; null or absent when there is none. */
  readonly counterEnd?: number | null;
  /** The folded question, for words taken over verbatim. */
  readonly text?: string;
  /** True when the question says 一共. */
  readonly total?: boolean;
  /** True when only that very counter will do (the villages of 平均每个村). */
  readonly strict?: boolean;
  /** What an English question counts by name; null or absent when that is not known. */
  readonly kind?: KindCounted | null;
  /** Years named by the question; figures that the sentence gives to another year are left out unless that year is named. */
  readonly years: readonly number[];
  /** True when the question sets something against that year (比2022年). */
  readonly against?: boolean;
  /** Words of the turn before: they help to choose, they need not be explained. */
  readonly kept?: readonly Term[];
  /** How much they help. */
  readonly keptWeight?: number;
  /** Figures of one tree with the figure that was the last answer, by id, and how near they are, 0–1: a follow-up stays there. */
  readonly kin?: ReadonlyMap<number, number>;
  /** Tells a verb from other words; without it a paraphrase is not looked for. */
  readonly isVerb?: (word: string) => boolean;
  /** Words of a paraphrase that count only where they are explained; absent when `terms` are the question's own. */
  readonly uncounted?: ReadonlySet<Term>;
  /** True when the report counts nothing else in the unit that is asked with. */
  readonly soleCounter?: boolean;
}

// Below this a fit is an offer, not an answer; two fits nearer than the margin are alike.
const LEAST_SCORE = 0.25;
const LEAST_COVERAGE = 0.6;
const MARGIN = 0.05;
const WIDE_MARGIN = 0.1;
const TELLING = 0.65;
/** Where the sentence helps, a telling word must still stand in the label or the clause of the figure itself. */
const LEAST_NEAR = 0.7;
/** Where only one figure is counted so, its sentence is near enough. */
const LEAST_NEAR_SOLE = 0.6;
const KEPT_WEIGHT = 0.35;
const KIN = 0.35;
/** A question in the report's own words breaks ties. */
const VERBATIM = 0.1;
/** What the report prints comes before what we add up. */
const SUBTOTAL = 0.06;
/** A procurement amount without a printed unit is money all the same. */
const MONEY = 'money';

/**
 * Ranks candidates by coverage and specificity and applies the margin. When no label explains the question, what stands around
 * the figures in their sentences may help; then the margin is wider. Pure.
 */
export function select(wanted: Wanted, candidates: readonly Candidate[]): Selection {
  const byLabel = choose(wanted, candidates, false);
  if (byLabel.kind !== 'none') return byLabel;
  const bySentence = choose(wanted, candidates.filter(({ facets }) => facets.around !== null), true);
  if (bySentence.kind !== 'none') return bySentence;
  return byParaphrase(wanted, candidates) ?? byLabel;
}

/** The same question without what it says otherwise than the report; null when even so no figure or several fit. */
function byParaphrase(wanted: Wanted, candidates: readonly Candidate[]): Selection | null {
  const said = paraphrased(wanted, candidates);
  if (said === null) return null;
  for (const around of [false, true]) {
    const found = choose({ ...said.wanted, soleCounter: said.soleCounter }, said.candidates, around);
    if (found.kind !== 'none') return found.kind === 'one' ? found : null;
  }
  return null;
}

function choose(wanted: Wanted, candidates: readonly Candidate[], around: boolean): Selection {
  const asked = askedIn(wanted);
  const ranked: Ranked[] = [];
  for (const candidate of candidates) {
    const one = rank(wanted, asked, candidate, around);
    if (one !== null) ranked.push(one);
  }
  ranked.sort((a, b) => b.score - a.score);
  const explained = ranked.filter(({ candidate, fit }) => fit.unexplained.length === 0 && candidate.facets.depth === 0);
  const most = Math.max(...explained.map(({ fit }) => fit.coverage));
  const explains = ({ fit, score }: Ranked): boolean => fit.unexplained.length === 0 && fit.coverage >= LEAST_COVERAGE && score >= LEAST_SCORE;
  const inTheirWords = ranked.filter((one) => explains(one) && repeatsLabel(wanted.terms, wanted.text ?? '', one.candidate));
  const fitting = inTheirWords.length > 0 ? inTheirWords : withoutDominated(ranked.filter((one) => explains(one) && !tooVague(one.candidate, one.fit, most)), ranked);
  const best = fitting[0];
  if (best === undefined) return { kind: 'none', nearest: ranked.slice(0, 3), unexplained: ranked[0]?.fit.unexplained ?? wanted.terms };
  const each = fitting.filter((other) => sharesNumber(best, other));
  if (each.length > 0) return { kind: 'several', ranked: [best, ...each].slice(0, MOST_SHOWN), others: [] };
  // Words as vague as that do not tell one total from another, however their labels score.
  const margin = isVague(best.fit) ? Number.POSITIVE_INFINITY : around ? WIDE_MARGIN : MARGIN;
  if (wanted.total === true && best.fit.surplus >= SAYS_WHICH && fitting.some((other) => isRival(best, other))) return { kind: 'several', ranked: [best, ...fitting.filter((other) => isRival(best, other))].slice(0, MOST_SHOWN), others: [] };
  const opposite = otherWay(wanted.terms, best, fitting) ?? sameDeedOfRequests(wanted, best, candidates);
  if (opposite !== null) return { kind: 'several', ranked: [best, opposite], others: [] };
  const alike = fitting.filter((other) => (best.score - other.score < margin && !sayItLess(other, best) && !leavesToAnother(other, best)) || inItsWords(other, best));
  const inWords = alike.filter((other) => other.fit.literal > 0 && other.fit.coverage >= best.fit.coverage);
  if (best.fit.literal === 0 && inWords.length === 1) return { kind: 'one', best: inWords[0]!, others: fitting.filter((other) => other !== inWords[0]).slice(0, 8) };
  const different = alike.filter((other, i) => !alike.slice(0, i).some((earlier) => sameValue(earlier.candidate, other.candidate)));
  const others = fitting.filter((other) => !different.includes(other)).slice(0, 8);
  return different.length === 1 ? { kind: 'one', best, others } : { kind: 'several', ranked: different, others };
}

/**
 * 审结 is asked: a figure that says 审结 is not passed over for one that says 办结, however well that one fits;
 * nor is one that explains every word that the best explains, and another one beside.
 */
function inItsWords(other: Ranked, best: Ranked): boolean {
  // A sum of ours repeats the words of the cells that it adds: it says them no better than a figure that is printed.
  if (other.candidate.subtotal !== null && best.candidate.subtotal === null) return false;
  if (best.score - other.score >= WORDS_MARGIN) return false;
  const saysMore = other.fit.explained.size > best.fit.explained.size && [...best.fit.explained].every((term) => other.fit.explained.has(term));
  return saysMore || (other.fit.literal > best.fit.literal && other.fit.coverage >= best.fit.coverage - WORDS_COST);
}

/** The same question explained, and fewer of its words repeated: no rival to a figure that fits better. */
function sayItLess(other: Ranked, best: Ranked): boolean {
  if (best.candidate.subtotal !== null && other.candidate.subtotal === null) return false;
  return other !== best && other.fit.literal < best.fit.literal && best.fit.literal > 0 && other.fit.coverage <= best.fit.coverage;
}

/** 中心咨询: beside a figure of the 中心 itself, one whose total only speaks of it and leaves it to that part is no rival. */
function leavesToAnother(other: Ranked, best: Ranked): boolean {
  return other.candidate.facets.delegated.size > 0 && best.fit.far - other.fit.far >= LEFT;
}

/** How much worse a word is explained where a total leaves it to one of its parts. */
const LEFT = 0.3;

/** 办结总计: of figures that each say whose 办结 they are, none is the total. */
function isRival(best: Ranked, other: Ranked): boolean {
  const [a, b] = [best.candidate.figures[0], other.candidate.figures[0]];
  const lineage = a.partOf === (b.id as number) || b.partOf === (a.id as number);
  return other !== best && !lineage && other.candidate.subtotal === null && a.trust === 'stated' && other.fit.surplus >= SAYS_WHICH && other.fit.explained.size >= best.fit.explained.size && !sameValue(best.candidate, other.candidate);
}

/** Own words left over from which a figure says whose it is. */
const SAYS_WHICH = 0.9;
const MOST_SHOWN = 4;
const WORDS_COST = 0.1;
const WORDS_MARGIN = 0.25;

/** A part that explains no more of the question than a total above it does not stand beside that total; one that says all the total says and more comes alone. `all`: every candidate ranked. */
function withoutDominated(fitting: readonly Ranked[], all: readonly Ranked[]): Ranked[] {
  const keyOf = ({ candidate }: Ranked, id: number): string => `${candidate.report.edition} ${id}`;
  const printed = all.filter(({ candidate }) => candidate.subtotal === null);
  const known = new Map(printed.map((one) => [keyOf(one, one.candidate.figures[0].id), one]));
  const fits = new Set(fitting);
  const outdone = new Set<Ranked>();
  for (const one of fitting) {
    if (one.candidate.subtotal !== null || one.fit.surplus >= SAID_IN_FULL) continue;
    const above = known.get(keyOf(one, one.candidate.figures[0].partOf ?? -1));
    if (above && above.fit.explained.size < one.fit.explained.size && [...above.fit.explained].every((term) => one.fit.explained.has(term))) outdone.add(above);
  }
  return fitting.filter((one) => {
    if (outdone.has(one)) return false;
    if (one.candidate.subtotal !== null) return true;
    for (let at = one.candidate.figures[0].partOf, steps = 0; at !== null && steps < DEEPEST; steps += 1) {
      const above = known.get(keyOf(one, at));
      if (above && fits.has(above) && !outdone.has(above) && above.fit.coverage >= one.fit.coverage - SAME_COVERAGE) return false;
      at = above?.candidate.figures[0].partOf ?? null;
    }
    return true;
  });
}

/** Totals of totals that are looked at above a part. */
const DEEPEST = 6;
const SAME_COVERAGE = 0.01;

function isVague(fit: Fit): boolean {
  return fit.strongest < TELLING && fit.surplus > TELLING;
}

/** 接了多少件 says too little to choose a figure that says much more, unless it is a total with its parts and nothing explains more. `most`: the best coverage of all that are no part of another. */
function tooVague(candidate: Candidate, fit: Fit, most: number): boolean {
  return isVague(fit) && !(candidate.hasParts && candidate.facets.depth === 0 && fit.coverage >= most);
}

function askedIn({ terms, text = '' }: Wanted): AskedOf {
  return { concepts: new Set(terms.flatMap(({ concept }) => concept ?? [])), pairs: Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)) };
}

/** Null for a candidate that cannot be meant. */
function rank(wanted: Wanted, asked: AskedOf, candidate: Candidate, around: boolean): Ranked | null {
  const misfit = cellMisfit(wanted.counter, candidate) ?? unitMisfit(wanted.counter, candidate.figures[0].stat === 'amount' ? (unitOf(candidate) ?? MONEY) : unitOf(candidate));
  if (misfit === null || (wanted.strict === true && misfit > 0) || !mayAnswer(wanted, asked, candidate)) return null;
  const fit = explain(wanted.terms, candidate.facets, wanted.total === true, around ? (candidate.facets.around?.(wanted.counter !== null) ?? null) : null, wanted.uncounted);
  if (around && fit.near < (wanted.soleCounter === true ? LEAST_NEAR_SOLE : LEAST_NEAR)) return null;
  if ((wanted.kept === undefined || wanted.uncounted !== undefined) && namesOnlyLevels(wanted.terms) && !isOfLevel(candidate, fit)) return null;
  if (!anchored([...wanted.terms, ...(wanted.kept ?? [])], candidate, fit) || ((wanted.total === true || wanted.cues.has('sum')) && namesAnotherPart(wanted.terms, candidate)) || saysOtherwise(wanted, candidate, fit)) return null;
  if (!countsWhatIsAsked({ terms: wanted.terms, counter: wanted.counter, text: wanted.text ?? '', counterEnd: wanted.counterEnd ?? null, ...(wanted.isVerb && { isVerb: wanted.isVerb }) }, candidate, fit, { unit: unitOf(candidate), misfit, around })) return null;
  const kept = wanted.kept && wanted.kept.length > 0 ? (explain(wanted.kept, candidate.facets).coverage - 1) * (wanted.keptWeight ?? KEPT_WEIGHT) : 0;
  const wording = sharedPairs(asked.pairs, candidate.facets.ownText);
  const verbatim = VERBATIM * wording;
  const kin = candidate.subtotal === null && saysItself(candidate.facets, fit) ? KIN * (wanted.kin?.get(candidate.figures[0].id) ?? 0) : 0;
  const beside = wanted.total === true && isBesideTotal(candidate, wanted.terms, fit) ? BESIDE_TOTAL : 0;
  return { candidate, fit, wording, score: fit.score - misfit + kept + kin + verbatim - beside - (candidate.subtotal ? SUBTOTAL : 0) };
}

const BESIDE_TOTAL = 0.15;
/** Other: fee not paid, total: a cell of another column is not the total that the question names. */
function isBesideTotal({ figures: [figure] }: Candidate, terms: readonly Term[], { explained }: Fit): boolean {
  return figure.trust !== 'stated' && terms.some((term) => term.concept === 'total' && !explained.has(term));
}

/** True when a telling word of the question stands in the figure's own label, not only above it. */
export function saysItself(facets: Candidate['facets'], fit: Fit): boolean {
  return facets.own.some((facet, i) => facet.weight >= DISTINGUISHING && fit.used.has(i));
}

/** Share of the question's neighbouring character pairs that stand in a label, 0–1. */
function sharedPairs(pairs: readonly string[], label: string): number {
  let shared = 0;
  for (const pair of pairs) if (label.includes(pair)) shared += 1;
  return pairs.length === 0 ? 0 : shared / pairs.length;
}

/** 规章有几个, 复议几次: the form counts all in 件, people as they speak. */
const SPOKEN: ReadonlySet<string> = new Set(['个', '次', '场', '起', '宗', '份', '回', '桩', '单', '条', '项']);

function cellMisfit(counter: string | null, { figures: [figure] }: Candidate): number | null {
  return counter !== null && SPOKEN.has(counter) && figure.trust !== 'stated' && figure.stat === 'count' ? 0.03 : null;
}

/** A cell needs its row to be named (of table 4 the outcome will do); the row that is meant when nothing is said (new requests) at least its object. */
function anchored(terms: readonly Term[], { facets, figures }: Candidate, fit: Fit): boolean {
  if (terms.some((term) => namesMetric(term, facets))) return true;
  const asked = facets.anchors.length === 0 || terms.some((term) => term.concept !== null && facets.anchors.includes(term.concept));
  const byOutcome = /^(?:review|lit)\./.test(figures[0].metric ?? '');
  const named = facets.own.some((facet, i) => facet.weight > 0 && fit.used.has(i) && (i < facets.rowFacets || byOutcome));
  const goesWithoutSaying = facets.own.slice(0, facets.rowFacets).every((facet) => facet.weight === 0);
  return asked && (named || facets.implied.size === 0 || (goesWithoutSaying && facets.anchors.length > 0));
}

/** The value as an exact decimal, or null for a blank or 不适用. */
export function valueOf(candidate: Candidate): string | null {
  return candidate.subtotal?.value ?? candidate.figures[0].quantity.value;
}

function sameValue(a: Candidate, b: Candidate): boolean {
  const left = valueOf(a);
  const right = valueOf(b);
  if (a.report.report !== b.report.report || left === null || right === null) return left === right && a.report.report === b.report.report;
  return compare(left, right) === 0 && a.figures[0].quantity.approx === b.figures[0].quantity.approx;
}

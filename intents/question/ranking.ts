import { lexicon } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { fits } from '../language/cue-words.js';
import { isMeasured, isMoney, unitFor, unitMisfit } from '../language/unit-families.js';
import type { Cue } from '../language/words.js';
import { saysAllYears } from './accumulated.js';
import { isOfSiblingPart, namesAnotherPart } from './another-part.js';
import { unitOf, type Candidate } from './candidates.js';
import { countsWhatIsAsked, type Counted } from './counted-object.js';
import { saysTheContrary } from './contrasted.js';
import { withOwnLevel } from './extents.js';
import { soleOfDeed } from './sole-deed.js';
import { countsAsSpoken, spokenMisfit } from './spoken-counter.js';
import { countsDoneWith, saysAnotherDeed } from './deed-asked.js';
import { explain, mayExplain, type Fit } from './explain.js';
import { DISTINGUISHING, means, namesMetric, SAID_AFAR } from './strength.js';
import { countedInCell, countsTheHead, countsThingsUnasked, type KindCounted } from './kind-counted.js';
import { countsOneOfJoint } from './joint-names.js';
import { isOfLevel, namesOnlyLevels } from './level-asked.js';
import { mayAnswer, saysOtherwise, type AskedOf } from './may-answer.js';
import { asksOnlyForNoun, countsSomeOnly } from './only-a-noun.js';
import { isExtreme } from './whole-asked.js';
import { isSaidOfNeighbour, wordsOfSentences, type WordsOfSentences } from './word-elsewhere.js';
import { requestsOfHotline, sentByChannel, withoutImpliedDeeds } from './sent-by-channel.js';
import { isOfAnotherSide } from './says-too-much.js';
import { countsOthersAfter } from './circumstance.js';
import type { Surroundings } from './surroundings.js';
import { countsTopicUnasked } from './topic-told.js';
import type { Term } from './terms.js';

/** A candidate that may be meant, and how well it is. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly fit: Fit;
  readonly score: number;
  /** Share of the question that the label repeats word for word, 0–1. */
  readonly wording: number;
}

/** What a question asks of figures. */
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
  /** Tells a Chinese verb from other words; without it a paraphrase is not looked for. */
  readonly isVerb?: (word: string) => boolean;
  /** True for an English question, whose verbs the glossary tells. */
  readonly inEnglish?: boolean;
  /** Words of a paraphrase that count only where they are explained; absent when `terms` are the question's own. */
  readonly uncounted?: ReadonlySet<Term>;
  /** True when the report counts nothing else in the unit that is asked with. */
  readonly soleCounter?: boolean;
}

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

/** 多少名, 多少居民代表, how many problems: by its unit or by its name. */
function saysWhatIsCounted({ counter, kind = null }: Wanted): boolean {
  return counter !== null || kind !== null;
}

/**
 * Candidates by coverage and specificity for one reading of a question; `around`: with what stands around the figures in their sentences.
 * A report has hundreds of figures, and most of them say nothing of a word that must be explained: these are passed over before anything else
 * is weighed, and weighed only when somebody asks what came nearest. Each is weighed once.
 */
export class Ranking {
  readonly #wanted: Wanted;
  readonly #candidates: readonly Candidate[];
  readonly #around: boolean;
  /** Neighbouring characters of the question, two by two. */
  readonly #pairs: readonly string[];
  readonly #asked: AskedOf;
  /** Words that must be explained. */
  readonly #telling: readonly Term[];
  readonly #said: readonly Term[];
  readonly #counted: Counted;
  readonly #onlyLevels: boolean;
  /** True when the question asks for all years together and the report has such a number. */
  readonly #allYears: boolean;
  readonly #onlyNoun: boolean;
  /** What a question for nothing but a deed means; null where that is not one figure. */
  readonly #soleOfDeed: Candidate | null;
  readonly #labelled: WordsOfSentences;
  readonly #ranked = new Map<Candidate, Ranked | null>();
  #printed: ReadonlyMap<number, Candidate> | null = null;

  constructor(asked: Wanted, candidates: readonly Candidate[], around: boolean) {
    const said = sentByChannel(withOwnLevel(asked.terms, candidates), candidates);
    const wanted = { ...asked, terms: asked.inEnglish === true ? withoutImpliedDeeds(requestsOfHotline(said), candidates) : said };
    const { terms, text = '', counter, counterEnd = null, isVerb, kept = [] } = wanted;
    this.#wanted = wanted;
    this.#candidates = candidates;
    this.#around = around;
    this.#pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
    this.#asked = { concepts: new Set(terms.flatMap(({ concept }) => concept ?? [])) };
    this.#telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
    this.#said = [...terms, ...kept];
    this.#counted = { terms, counter, text, counterEnd, ...(isVerb && { isVerb }) };
    this.#allYears = saysAllYears(text) && candidates.some(({ accumulated }) => accumulated);
    const alone = wanted.kept === undefined || wanted.uncounted !== undefined;
    this.#onlyLevels = alone && namesOnlyLevels(terms);
    this.#onlyNoun = alone && wanted.cues.has('count') && wanted.cues.size === 1 && asksOnlyForNoun(terms);
    this.#soleOfDeed = alone ? soleOfDeed(wanted, candidates) : null;
    this.#labelled = wordsOfSentences(terms, candidates);
  }

  /** Those that may be meant and may say every telling word of the question, best first: what `explain` explains in full is among them. */
  sayingAll(): Ranked[] {
    return byScore(this.#candidates.flatMap((candidate) => ((this.#around || mayExplain(this.#telling, candidate.facets, null)) && this.#rank(candidate, true)) || []));
  }

  /** All that may be meant, best first. */
  all(): Ranked[] {
    return byScore(this.#candidates.flatMap((candidate) => this.#rank(candidate, false) ?? []));
  }

  /** The figure `id` as printed in the report of `one`; undefined where it is no candidate or cannot be meant. */
  beside({ candidate: { report } }: Ranked, id: number): Ranked | undefined {
    this.#printed ??= printedBy(this.#candidates);
    const found = this.#printed.get(keyOf(report, id));
    return found === undefined ? undefined : (this.#rank(found, false) ?? undefined);
  }

  /** Null for a candidate that cannot be meant; with `inFull` also for one that leaves a telling word unsaid. */
  #rank(candidate: Candidate, inFull: boolean): Ranked | null {
    const known = this.#ranked.get(candidate);
    if (known !== undefined) return known;
    const misfit = misfitOf(this.#wanted, candidate);
    const may = misfit !== null && mayAnswer(this.#wanted, this.#asked, candidate);
    const around = may && this.#around ? (candidate.facets.around?.(saysWhatIsCounted(this.#wanted)) ?? null) : null;
    if (may && inFull && this.#around && !mayExplain(this.#telling, candidate.facets, around)) return null;
    const ranked = may ? this.#weighed(candidate, misfit, around) : null;
    this.#ranked.set(candidate, ranked);
    return ranked;
  }

  /** True for a figure that counts another thing, or tells another deed, than the one that the question names. */
  #countsAnother(candidate: Candidate, fit: Fit): boolean {
    const { terms, text = '', cues, inEnglish, isVerb = NO_VERB, kind = null } = this.#wanted;
    const { facets, figures: [{ trust }] } = candidate;
    if (trust !== 'stated') return kind !== null && !countedInCell(kind, fit);
    // 多少住户 is no number of plans, whatever the plans are for.
    if (inEnglish !== true) return kind !== null && kind.head.weight > 0 && unitOf(candidate) === unitFor('thing') && !fit.explained.has(kind.head);
    if (saysAnotherDeed(terms, facets, fit, this.#around, isVerb)) return true;
    if (this.#around && kind !== null && !kind.readings.some((reading) => reading.weight === 0 || fit.explained.has(reading))) return true;
    if (kind !== null && (!countsTheHead(kind, unitOf(candidate), facets, terms) || countsDoneWith(kind.kinds, text, terms, facets, fit))) return true;
    return cues.has('count') && countsThingsUnasked(unitOf(candidate), facets, fit);
  }

  #weighed(candidate: Candidate, misfit: number, around: Surroundings | null): Ranked | null {
    const wanted = this.#wanted;
    const { terms, kept = [] } = wanted;
    const fit = explain(terms, candidate.facets, wanted.total === true, around, wanted.uncounted);
    if (this.#countsAnother(candidate, fit)) return null;
    if (this.#around && fit.near < (wanted.soleCounter === true ? LEAST_NEAR_SOLE : LEAST_NEAR)) return null;
    if (this.#around && saysOtherThings(candidate, fit, wanted.inEnglish === true)) return null;
    if (this.#onlyLevels && !isOfLevel(candidate, fit, terms)) return null;
    if ((this.#onlyNoun && countsSomeOnly(candidate, fit, wanted.inEnglish === true)) || saysTheContrary(terms, candidate.facets) || isSaidOfNeighbour(this.#labelled, candidate, around)) return null;
    if (isOfSiblingPart(terms, candidate) || countsOneOfJoint(terms, candidate) || (wanted.cues.has('count') && isExtreme(wanted, candidate)) || isOfAnotherSide(wanted, candidate, fit) || countsTopicUnasked(wanted, candidate, fit) || countsOthersAfter(candidate, fit)) return null;
    // 自然人呢 after a row's total: whose row it is, and what it counts, was said before.
    const near = candidate.subtotal === null ? (wanted.kin?.get(candidate.figures[0].id) ?? 0) : 0;
    const isPartOfLast = near === PART_OF_LAST;
    if ((!isPartOfLast && !anchored(this.#said, candidate, fit)) || ((wanted.total === true || wanted.cues.has('sum')) && namesAnotherPart(terms, candidate)) || saysOtherwise(wanted, candidate, fit)) return null;
    if (!countsWhatIsAsked(this.#counted, candidate, fit, { unit: unitOf(candidate), misfit, around: this.#around, sole: candidate === this.#soleOfDeed || near >= BESIDE_LAST })) return null;
    if (!countsAsSpoken(wanted.counter, candidate, fit)) return null;
    const byKept = kept.length > 0 ? (explain(kept, candidate.facets).coverage - 1) * (wanted.keptWeight ?? KEPT_WEIGHT) : 0;
    const wording = sharedPairs(this.#pairs, candidate.facets.ownText);
    const kin = saysItself(candidate.facets, fit) ? KIN * near : 0;
    const others = this.#allYears && !candidate.accumulated ? NOT_ALL_YEARS : 0;
    const beside = wanted.total === true && isBesideTotal(candidate, terms, fit) ? BESIDE_TOTAL : 0;
    return { candidate, fit, wording, score: fit.score - misfit + byKept + kin + VERBATIM * wording - others - beside - (candidate.subtotal ? SUBTOTAL : 0) };
  }
}

/**
 * 抖音号发布短视频41条 beside 政策文件: true where the question names its things only somewhere else in the sentence, and the figure two others itself;
 * also where a title says them (依申请公开) and the figure nothing of what is asked (延期答复2件 is no 申请).
 */
function saysOtherThings({ facets: { own, inherited }, figures: [{ stat }] }: Candidate, fit: Fit, inEnglish: boolean): boolean {
  const isThing = ({ concepts, text, weight }: Candidate['facets']['own'][number]): boolean => weight >= DISTINGUISHING && text !== '' && !concepts.some(isAction);
  const left = own.filter((facet, i) => isThing(facet) && !fit.used.has(i)).length;
  if (fit.nearThing <= SAID_AFAR.sentence && left > 1) return true;
  // （二）依申请公开 平均用时比上年缩短2天: by how much 申请 changed is not told.
  const isOfAnother = (facet: Candidate['facets']['own'][number]): boolean => facet.weight > 0 && ![...fit.explained].some((term) => means(term, facet));
  if (!inEnglish && stat === 'change' && fit.far <= SAID_AFAR.headings && inherited.some(isOfAnother)) return true;
  return fit.farThing <= SAID_AFAR.headings && fit.surplus >= 1 && !own.some(({ weight }, i) => weight > 0 && fit.used.has(i));
}

function isAction(concept: string): boolean {
  return lexicon().concept(concept)?.isAction ?? false;
}

const NO_VERB = (): boolean => false;

function byScore(ranked: Ranked[]): Ranked[] {
  return ranked.sort((a, b) => b.score - a.score);
}

/** A number a report and figure: numbers make fewer keys than texts do, and this is made for each reading of a question. */
function keyOf({ edition }: Candidate['report'], id: number): number {
  return edition * MOST_FIGURES + id;
}

/** More than a report can have. */
const MOST_FIGURES = 2 ** 24;

function printedBy(candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  const printed = new Map<number, Candidate>();
  for (const one of candidates) if (one.subtotal === null) printed.set(keyOf(one.report, one.figures[0].id), one);
  return printed;
}

/** How far the unit is from the counter asked with; null where it counts something else. */
function misfitOf({ counter, strict }: Wanted, candidate: Candidate): number | null {
  if (counter !== null && isNoneOfAnother(counter, candidate)) return null;
  const unit = candidate.figures[0].stat === 'amount' ? (unitOf(candidate) ?? MONEY) : unitOf(candidate);
  const misfit = cellMisfit(counter, candidate) ?? unitMisfit(counter, unit) ?? spokenMisfit(counter, candidate);
  return misfit !== null && strict === true && misfit > 0 ? null : misfit;
}

/** 未发生复议: none of what happens is no number of pages or of days, and no money unless what was not taken or spent is. */
function isNoneOfAnother(counter: string, { figures: [{ trust, quantity, labels }] }: Candidate): boolean {
  if (trust !== 'stated' || quantity.unit !== null || quantity.value !== '0') return false;
  return isMeasured(counter) || (isMoney(counter) && !labels.some((label) => fits(labelCues().costs, label)));
}

const BESIDE_TOTAL = 0.15;
/** 累计公开多少: what was published this year fits less well than what has been over the years. */
const NOT_ALL_YEARS = 0.25;
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
function cellMisfit(counter: string | null, { figures: [figure] }: Candidate): number | null {
  return counter !== null && labelCues().spokenCounters.includes(counter) && figure.trust !== 'stated' && figure.stat === 'count' ? 0.03 : null;
}

/** How near (`Wanted.kin`) a part of the last answer stands. */
export const PART_OF_LAST = 1;
/** How near a figure stands that is a part of the same total as the last answer: what it counts was said before. */
export const BESIDE_LAST = 0.75;

/** A cell needs its row to be named (of table 4 the outcome will do); the row that is meant when nothing is said (new requests) at least its object. */
function anchored(terms: readonly Term[], { facets, figures }: Candidate, fit: Fit): boolean {
  if (terms.some((term) => namesMetric(term, facets))) return true;
  const asked = facets.anchors.length === 0 || terms.some((term) => term.concept !== null && facets.anchors.includes(term.concept));
  const byOutcome = /^(?:review|lit)\./.test(figures[0].metric ?? '');
  const named = facets.own.some((facet, i) => facet.weight > 0 && fit.used.has(i) && (i < facets.rowFacets || byOutcome));
  const goesWithoutSaying = facets.own.slice(0, facets.rowFacets).every((facet) => facet.weight === 0);
  return asked && (named || facets.implied.size === 0 || (goesWithoutSaying && facets.anchors.length > 0));
}

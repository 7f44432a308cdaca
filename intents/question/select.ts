import { compare, fold, lexicon } from '../../index/mod.js';
import { allYearsAsked, allYearsUnasked, bySpan, saysAllYears } from './accumulated.js';
import type { Candidate } from './candidates.js';
import { isCountedBeside, isCountedOtherwise, yieldsToCounted } from './counted-beside.js';
import { SAID_IN_FULL, type Fit } from './explain.js';
import { headSaidElsewhere } from './head-unsaid.js';
import { leftToPart } from './left-to-part.js';
import { otherOfMarked } from './marked-documents.js';
import { otherCharge, otherWay, sameDeedOfRequests } from './other-reading.js';
import { isSoleChannel, onlyByMeans, saysOnlyMeans } from './only-by-means.js';
import { isRunOfLabel, repeatsLabel, repeatsThing } from './own-label.js';
import { paraphrased, tellsAnotherDeed, tellsNeighbourAsWell } from './paraphrase.js';
import { Ranking, type Ranked, type Wanted } from './ranking.js';
import { sharesNumber } from './shared-number.js';
import type { Term } from './terms.js';
import { isOnlyOneOfThem, isSumOfItsLike, wholeNamed } from './whole-asked.js';

/** What the rules say: one figure, several that fit alike but differ, or none. */
export type Selection =
  | { readonly kind: 'one'; readonly best: Ranked; readonly others: readonly Ranked[] }
  | { readonly kind: 'several'; readonly ranked: readonly Ranked[]; readonly others: readonly Ranked[] }
  | { readonly kind: 'none'; readonly nearest: () => Nearest };

/** What came nearest where nothing fits, best first, and the telling words of the question that not even the best says. */
export interface Nearest {
  readonly ranked: readonly Ranked[];
  readonly unexplained: readonly Term[];
}

// Below this a fit is an offer, not an answer; two fits nearer than the margin are alike.
const LEAST_SCORE = 0.25;
const LEAST_COVERAGE = 0.6;
const MARGIN = 0.05;
const WIDE_MARGIN = 0.1;
const TELLING = 0.65;
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
    if (found.kind !== 'none') return found.kind === 'one' && !(said.deeds.length > 0 && (found.others.length > 0 || tellsAnotherDeed(said.deeds, found.best, wanted.isVerb) || tellsNeighbourAsWell(said.wanted, found.best, said.candidates, wanted.isVerb))) ? found : null;
  }
  return null;
}

function choose(wanted: Wanted, candidates: readonly Candidate[], around: boolean): Selection {
  const ranking = new Ranking(wanted, candidates, around);
  const ranked = ranking.sayingAll();
  const explained = ranked.filter(({ candidate, fit }) => fit.unexplained.length === 0 && candidate.facets.depth === 0);
  const most = Math.max(...explained.map(({ fit }) => fit.coverage));
  const explains = ({ fit, score }: Ranked): boolean => fit.unexplained.length === 0 && fit.coverage >= LEAST_COVERAGE && score >= LEAST_SCORE;
  const inTheirWords = ranked.filter((one) => explains(one) && repeatsLabel(wanted.terms, wanted.text ?? '', one.candidate));
  const only = explained.length === 1 && hasMetric(explained[0]!) ? explained[0]! : null;
  const meant = inTheirWords.length > 0 ? inTheirWords : withoutDominated(ranked.filter((one) => explains(one) && (one === only || isRunOfLabel(wanted.terms, wanted.text ?? '', one.candidate) || !tooVague(one.candidate, one.fit, most) || (one.candidate.accumulated && saysAllYears(wanted.text ?? '')) || isSoleChannel(wanted, one.candidate, one.fit, candidates))), ranking);
  const { counter } = wanted;
  const fitting = meant.filter((one) => !meant.some((other) => isCountedBeside(one, other, counter)) && !isCountedOtherwise(one, candidates, counter) && !yieldsToCounted(one, candidates, counter));
  const [best] = fitting;
  const byMeans = best === undefined && !around ? onlyByMeans(wanted, ranked.filter(explains)) : null;
  if (byMeans !== null) return { kind: 'one', best: byMeans, others: [] };
  if (best === undefined) return { kind: 'none', nearest: () => nearestIn(ranking, wanted) };
  const whole = wanted.total === true ? wholeNamed(wanted.terms, best, fitting) : null;
  const share = whole === null ? null : leftToPart(wanted, whole, fitting);
  if (whole !== null) return share === null ? { kind: 'one', best: whole, others: [] } : { kind: 'several', ranked: [whole, share], others: [] };
  const each = fitting.filter((other) => sharesNumber(best, other));
  if (each.length > 0) return { kind: 'several', ranked: [best, ...each].slice(0, MOST_SHOWN), others: [] };
  // Words as vague as that do not tell one total from another, however their labels score.
  const margin = isVague(best.fit) ? Number.POSITIVE_INFINITY : around ? WIDE_MARGIN : MARGIN;
  if (wanted.total === true && best.fit.surplus >= SAYS_WHICH && fitting.some((other) => isRival(best, other))) return { kind: 'several', ranked: [best, ...fitting.filter((other) => isRival(best, other))].slice(0, MOST_SHOWN), others: [] };
  const ownYears = allYearsUnasked(wanted.text ?? '', best, fitting);
  if (ownYears !== null) return { kind: 'several', ranked: [best, ownYears], others: [] };
  const ever = allYearsAsked(wanted.text ?? '', best, fitting);
  if (ever !== null) return { kind: 'one', best: ever, others: fitting.filter((other) => other !== ever).slice(0, 8) };
  const opposite = otherWay(wanted.terms, best, fitting) ?? (wanted.kept === undefined ? otherOfMarked(wanted.terms, best, candidates) : null) ?? sameDeedOfRequests(wanted, best, candidates) ?? otherCharge(wanted.terms, best, candidates) ?? (wanted.kept === undefined ? headSaidElsewhere(wanted.terms, best, fitting) : null);
  if (opposite !== null) return { kind: 'several', ranked: [best, opposite], others: [] };
  const alike = fitting.filter((other) => (best.score - other.score < margin && !sayItLess(other, best) && !leavesToAnother(other, best)) || inItsWords(other, best));
  const inWords = alike.filter((other) => other.fit.literal > 0 && other.fit.coverage >= best.fit.coverage);
  if (best.fit.literal === 0 && inWords.length === 1) return { kind: 'one', best: inWords[0]!, others: fitting.filter((other) => other !== inWords[0]).slice(0, 8) };
  const different = alike.filter((other, i) => !alike.slice(0, i).some((earlier) => sameValue(earlier.candidate, other.candidate)));
  const others = fitting.filter((other) => !different.includes(other)).slice(0, 8);
  const ofSpan = different.length === 1 ? best : bySpan(wanted.text ?? '', different);
  // 市政府文件11条，市政府办公室文件16条: what is asked for in its own words is not what only begins with them.
  const named = ofSpan !== null ? [] : different.filter(({ candidate }) => repeatsThing(wanted.terms, wanted.text ?? '', candidate));
  // 废止规范性文件0个 says more than 规范性文件 before it.
  if (named.length === 1 && (named[0]!.fit.surplus < SAYS_WHICH || saysOnlyMeans(named[0]!)) && different.every((other) => other === named[0] || !other.candidate.facets.ownText.split(' ').includes(fold(named[0]!.candidate.figures[0].labels.at(-1)!).text))) return { kind: 'one', best: named[0]!, others };
  if (different.length === 1 && wanted.cues.has('count') && isOnlyOneOfThem(wanted, best.candidate, best.fit) && !isSumOfItsLike(best.candidate, candidates)) return { kind: 'none', nearest: () => nearestIn(ranking, wanted) };
  return ofSpan !== null ? { kind: 'one', best: ofSpan, others } : { kind: 'several', ranked: different, others };
}

function nearestIn(ranking: Ranking, { terms }: Wanted): Nearest {
  const ranked = ranking.all();
  return { ranked: ranked.slice(0, MOST_NEAR), unexplained: ranked[0]?.fit.unexplained ?? terms };
}

/** Offers where nothing fits. */
const MOST_NEAR = 3;

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

/** A part that explains no more of the question than a total above it does not stand beside that total; one that says all the total says and more comes alone. */
function withoutDominated(fitting: readonly Ranked[], ranking: Ranking): Ranked[] {
  const fits = new Set(fitting);
  const outdone = new Set<Ranked>();
  for (const one of fitting) {
    if (one.candidate.subtotal !== null || one.fit.surplus >= SAID_IN_FULL) continue;
    const above = ranking.beside(one, one.candidate.figures[0].partOf ?? -1);
    if (above && above.fit.explained.size < one.fit.explained.size && [...above.fit.explained].every((term) => one.fit.explained.has(term))) outdone.add(above);
  }
  return fitting.filter((one) => {
    if (outdone.has(one)) return false;
    if (one.candidate.subtotal !== null) return true;
    for (let at = one.candidate.figures[0].partOf, steps = 0; at !== null && steps < DEEPEST; steps += 1) {
      const above = ranking.beside(one, at);
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

/** 公开了多少条: where one total alone tells what the dictionary names so (在政务平台主动公开信息63条), what else it says does not make the words too vague; a list of kinds does. */
function hasMetric({ candidate: { facets, figures: [{ metric, trust }] } }: Ranked): boolean {
  return trust === 'stated' && metric !== null && facets.enumerations.length === 0;
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

/** 办件比上年增长百分之几: what 上门代办 grew by is told of a kind of it only. True for a change whose thing is none of the question's words and narrower than one of them. */
export function changesOnlyAPart({ terms }: { readonly terms: readonly Term[] }, { candidate: { facets, figures: [figure], subtotal } }: Ranked): boolean {
  if (subtotal !== null || figure.stat !== 'change') return false;
  const said = [...facets.own, ...facets.inherited];
  return terms.some(({ concept, weight }) => {
    const narrower = concept === null || weight < SAYS_OF_WHAT ? undefined : lexicon().withNarrower(concept);
    return narrower !== undefined && !said.some(({ concepts }) => concepts.includes(concept!)) && said.some(({ concepts, weight: own }) => own >= TELLING && concepts.some((one) => narrower.has(one)));
  });
}

/** Words of at least this weight say of what a change is. */
const SAYS_OF_WHAT = 0.3;

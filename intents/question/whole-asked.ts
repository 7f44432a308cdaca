import { compare, fold, sum } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { contrastsOf } from '../language/contrasts.js';
import { labelCues } from '../language/label-cues.js';
import { familyOf } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { type Fit } from './explain.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Facet } from './facets.js';
import type { Ranked, Wanted } from './ranking.js';
import type { Term } from './terms.js';

/** Families of units that measure something: what is measured is whatever the label says, and nothing more. */
const MEASURED: readonly string[] = ['area'];

/** True for a figure of the largest or the least of many, where the question asks for no such one: 单篇最高阅读量 is no 阅读量 of all. */
export function isExtreme({ terms, text = '' }: Pick<Wanted, 'terms' | 'text'>, { facets: { own, ownText }, figures: [{ labels, trust }] }: Candidate): boolean {
  if (trust !== 'stated') return false;
  const { extremes, mostNamed } = labelCues();
  // 投诉最多的是噪声扰民: how many of 噪声 there are is told, of 投诉 it is the most only.
  const name = fold(labels.at(-1) ?? '').text;
  const isNamed = mostNamed.test(labels.slice(0, -1).join('')) && own.some((facet) => facet.text !== '' && name.includes(facet.text) && terms.some((term) => term.weight >= DISTINGUISHING && means(term, facet)));
  const said = isNamed ? name : ownText;
  return extremes.some((word) => said.includes(word) && !text.includes(word));
}

/**
 * True for a figure that is not the whole which a question asks for: 专职信息员 are not all of them, and the 里程 of what was built is not 总里程.
 */
export function isOnlyOneOfThem({ terms, total = false, text = '' }: Pick<Wanted, 'terms' | 'total' | 'text'>, { facets, figures: [figure], hasParts, subtotal }: Candidate, fit: Fit): boolean {
  const whole = labelCues().wholeAsked.some((word) => text.includes(word));
  if (figure.trust !== 'stated' || subtotal !== null || (!total && !whole)) return false;
  const left = facets.own.filter((facet, i) => facet.weight >= DISTINGUISHING && !fit.used.has(i) && facet.text !== '');
  // 中心及9个村站: what stands before 及 is another thing, and says nothing of which ones are counted.
  const isBeside = ({ text: word }: Facet): boolean => figure.labels.some((label) => fits(labelCues().joinedBehind, fold(label).text.split(word)[1] ?? ''));
  const isOneKind = ({ concepts }: Facet): boolean => concepts.some((concept) => contrastsOf(concept).length > 0);
  if (!hasParts && left.some((facet) => !isBeside(facet) && isOneKind(facet))) return true;
  // 办件总量 of what is told with its parts is the whole.
  const measured = MEASURED.includes(familyOf(figure.quantity.unit));
  if (hasParts ? !(whole && measured) : !whole && !measured) return false;
  const above = facets.inherited.filter((facet) => facet.weight >= DISTINGUISHING && facet.text !== '');
  const isAsked = (facet: Facet): boolean => terms.some((term) => means(term, facet));
  // 农村公路总里程 names the roads, and not that only those are meant which were built; 中心咨询总量 need not say that the 中心 is one 为民服务.
  const isMissed = (facet: Facet): boolean => !isAsked(facet) && (measured || hasParts || isOneKind(facet));
  return left.length > 0 || (above.some(isMissed) && (!hasParts || above.some(isAsked)));
}

/**
 * 中心办理便民服务事项的总量, where 中心共办理便民服务事项4079件，其中中心办理1988件: of a total and a part of it that both fit, the total, which says the very thing
 * that is counted while the part leaves it to the total. Null for any other two.
 */
export function wholeNamed(terms: readonly Term[], best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  const isWhole = ({ candidate }: Ranked, part: Ranked): boolean => candidate.subtotal === null && (candidate.figures[0].id as number) === part.candidate.figures[0].partOf && candidate.report === part.candidate.report;
  const isPart = ({ candidate: { subtotal, figures: [figure] } }: Ranked): boolean => subtotal === null && figure.trust === 'stated' && figure.partOf !== null;
  const whole = fitting.find((one) => one !== best && isPart(best) && isWhole(one, best)) ?? (fitting.some((one) => isPart(one) && isWhole(best, one)) ? best : undefined);
  const thing = whole?.candidate.facets.own.findLast(({ weight }) => weight >= DISTINGUISHING);
  if (whole === undefined || thing === undefined) return null;
  const things = whole.candidate.facets.own.filter(({ text }) => text === thing.text);
  const leavesIt = ({ candidate: { facets } }: Ranked, term: Term): boolean => !facets.own.some((facet) => means(term, facet));
  const parts = fitting.filter((one) => isPart(one) && isWhole(whole, one));
  return terms.some((term) => term.weight >= SAYS_SOMETHING && things.some((facet) => means(term, facet)) && parts.every((part) => leavesIt(part, term))) ? whole : null;
}

/** Weight from which a word says of what kind a thing is (事项). */
const SAYS_SOMETHING = 0.3;

/** True for a figure that two or more others of its own label, told of one place each, add up to: 咨询1171件，其中中心1047件、村站124件 is all the 咨询. */
export function isSumOfItsLike({ report, facets, figures: [figure] }: Candidate, candidates: readonly Candidate[]): boolean {
  const like = candidates.filter((other) => other.subtotal === null && other.report === report && other.figures[0] !== figure && other.facets.ownText === facets.ownText && other.figures[0].quantity.unit === figure.quantity.unit).map(({ figures: [{ quantity }] }) => quantity.value ?? '0');
  return like.length > 1 && figure.quantity.value !== null && compare(sum(like), figure.quantity.value) === 0;
}

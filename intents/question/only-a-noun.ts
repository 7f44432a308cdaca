import { labelCues } from '../language/label-cues.js';
import { familyOf, unitFor } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { isDeed } from './deeds.js';
import { type Fit } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import type { Facet } from './facets.js';
import { kindsOf } from './kind-counted.js';
import type { Term } from './terms.js';

/** So many telling words that a label says beside the noun make it a count of some of the things; of things of another name, one does. */
const SOME_OF_THEM = 2;

/** 收 and 办 tell little and name a deed all the same. */
const SAYS_A_DEED = 0.3;

/** 有几个部门, 多少村: nothing but a name of places or things; what was done with them or which ones they are is not asked. */
export function asksOnlyForNoun(terms: readonly Term[]): boolean {
  // 全县 of another level than the report's stands among the words as such: it says whose, not which.
  const isPlace = (term: Term): boolean => terms.some(({ concept, start }) => concept === 'self' && start === term.start);
  const telling = terms.filter((term) => term.weight > 0 && !isPlace(term));
  return telling.some(isNoun) && telling.every((term) => isNoun(term) || term.weight < SAYS_A_DEED);
}

const THINGS: readonly string[] = ['places', 'objects', 'households'];
/** What is held now and then is a thing too, unless its word says the deed as well (培训). */
const HELD = 'occasions';
/** How many lectures were held: English says the deed beside, in a word that weighs nothing. */
const HAN = /\p{Script=Han}/u;

/** People have rules of their own, but for 群众, who are whoever came. */
function isNoun({ concept, text, weight }: Term): boolean {
  const kinds = kindsOf(concept);
  return kinds.some((kind) => THINGS.includes(kind) || (kind === HELD && !isDeed(concept) && HAN.test(text))) || (kinds.includes('people') && weight < DISTINGUISHING);
}

/**
 * True for a figure that counts only some of the things that a bare noun asks for (点名批评单位9家), or things of another name, or things of which
 * its sentence goes on to say something (2个股室报送不足).
 */
export function countsSomeOnly({ facets: { own, ownText, counted }, figures: [{ trust, quantity }] }: Candidate, fit: Fit, inEnglish: boolean): boolean {
  if (trust !== 'stated' || familyOf(quantity.unit) === 'share') return false;
  // 到会群众1890人次: so many came, however many there are.
  if (!inEnglish && quantity.unit === unitFor('attendance')) return true;
  // 召回渔船306艘次: how often, not how many.
  if (labelCues().occasions.some((word) => counted.startsWith(word))) return true;
  const noun = own.find((facet, i) => fit.used.has(i) && facet.text !== '' && counted.startsWith(facet.text));
  if (noun !== undefined && goesOn(counted.slice(noun.text.length))) return true;
  // 12个行政村和6个站所: what stands behind the number is what is counted.
  if (noun === undefined && own.some(({ text, weight }) => weight >= DISTINGUISHING && text !== '' && counted.startsWith(text))) return true;
  if (own.some(({ text }, i) => !fit.used.has(i) && labelCues().singlesOut.includes(text))) return true;
  const isPrinted = inEnglish || fit.literal > 0;
  // 站所 are 部门, and not all of them.
  if (!isPrinted && fit.narrowed) return true;
  if (noun !== undefined && isPrinted) return false;
  const saysWhere = [ownerOfMeans(own, ownText, fit), placeSetUp(own, ownText, fit)];
  const beside = own.filter(({ text, weight }, i) => weight >= DISTINGUISHING && !fit.used.has(i) && !(text !== '' && saysWhere.some((label) => label.includes(text))));
  return new Set(beside.map(({ text }) => text)).size >= (isPrinted ? SOME_OF_THEM : 1);
}

/** 管委会|公开栏: what stands in a label before the means that is asked for says whose it is. */
function ownerOfMeans(own: readonly Facet[], ownText: string, fit: Fit): string {
  const { channels } = labelCues();
  const means = own.find(({ concepts, text }, i) => fit.used.has(i) && text !== '' && concepts.some((concept) => channels.includes(concept)))?.text;
  const label = means === undefined ? undefined : ownText.split(' ').find((one) => one.includes(means));
  return label === undefined ? '' : label.slice(0, label.indexOf(means!));
}

/** 在门诊楼、敬老院设|信报箱, 镇、村两级 设立 公开栏: what stands before the noun and the verb says where the things stand, and not which ones they are; '' where no verb says so. */
function placeSetUp(own: readonly Facet[], ownText: string, fit: Fit): string {
  const noun = own.findLast(({ text }, i) => fit.used.has(i) && text !== '')?.text;
  const labels = ownText.split(' ');
  const at = noun === undefined ? -1 : labels.findIndex((one) => one.endsWith(noun));
  const before = at < 0 ? [] : [...labels.slice(0, at), labels[at]!.slice(0, -noun!.length)].filter((label) => label !== '');
  return labelCues().setsUp.some((verb) => before.at(-1)?.endsWith(verb) === true) ? before.join(' ') : '';
}

/** The sentence goes on to another number before its next mark, and not as a list does. */
function goesOn(behind: string): boolean {
  return GOES_ON.test(behind) && !labelCues().between.some((word) => behind.startsWith(word));
}

const GOES_ON = /^\p{Script=Han}+\d/u;

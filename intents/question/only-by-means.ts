import type { ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { unitMisfit } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { type Fit } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import type { Facet } from './facets.js';
import type { Ranked, Wanted } from './ranking.js';
import type { Term } from './terms.js';

const PUBLISH: ConceptId = 'publish';
/** How many items: says no more than 条. */
const ITEM: ConceptId = 'matter';
const INFORMATION: ConceptId = 'ogi';

/**
 * 发布了多少条 asked of a report that tells the number only with the means (通过网站、新媒体发布短讯540条): the figure that says nothing more than by
 * which means and of which kinds together. Where several do, the one that names more means than one, if it can hold the others; else null.
 * `explained`: figures that explain every word of the question.
 */
export function onlyByMeans({ terms, counter }: Wanted, explained: readonly Ranked[]): Ranked | null {
  const deeds = terms.filter(({ weight }) => weight > 0);
  if (counter === null || deeds.length === 0 || !deeds.every(({ concept }) => concept !== null && labelCues().publishing.includes(concept))) return null;
  const totals = explained.filter(({ candidate }) => candidate.subtotal === null && candidate.figures[0].trust === 'stated' && candidate.facets.depth === 0 && unitOf(candidate) === counter);
  // 公告公示多少条: one of the kinds that are listed, not the deed.
  const open = totals.filter((one) => saysOnlyMeans(one) && !one.candidate.facets.own.some((facet) => deeds.some((deed) => isListedAsThing(facet, deed))));
  if (totals.length === 1) return open[0] ?? null;
  const [several, ...more] = open.filter(({ candidate }) => meansOf(candidate) > 1);
  if (several === undefined || more.length > 0) return null;
  const rest = totals.filter((one) => one !== several);
  return rest.every(({ candidate }) => meansOf(candidate) === 1) && rest.reduce((sum, { candidate }) => sum + valueOf(candidate), 0) <= valueOf(several.candidate) ? several : null;
}

/** 公开 does not stand in a list for its 政务公开栏, which the lexicon knows as another thing. */
function isListedAsThing({ concepts, listedIn, text }: Facet, deed: Term): boolean {
  return listedIn !== undefined && text.includes(deed.text) && (concepts.length === 0 || concepts.some((concept) => labelCues().publishing.includes(concept)));
}

/**
 * 通过门户网站主动公开政府信息27条, and nowhere else a number of what was published: true where the question names nothing but publishing and that
 * figure is the only one of the report that could be meant. Its label says through what it was published.
 */
export function isSoleChannel({ terms }: Wanted, candidate: Candidate, fit: Fit, candidates: readonly Candidate[]): boolean {
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  if (fit.narrowed || !telling.some(({ concept }) => concept === PUBLISH) || !telling.every(({ concept }) => concept === PUBLISH || concept === ITEM)) return false;
  return says(candidate, INFORMATION) && !candidates.some((other) => other !== candidate && other.subtotal === null && other.figures[0].stat === 'count' && unitMisfit(unitOf(candidate), unitOf(other)) !== null && says(other, PUBLISH));
}

/** True when what its label says beyond the question are means, kinds listed together, words for publishing, and words that tell nothing apart. */
export function saysOnlyMeans({ candidate: { facets: { own, ownText } }, fit }: Ranked): boolean {
  const list = own.findIndex(({ listedIn }) => listedIn !== undefined);
  // 区政府门户网站: whose website it is belongs to the means.
  const means = ownText.split(' ').filter((label) => own.some(({ concepts, text }) => text !== '' && isMeans(concepts) && label.includes(text)));
  const saysNothing = (i: number): boolean => own[i]!.weight < DISTINGUISHING || own[i]!.concepts.some((concept) => labelCues().publishing.includes(concept)) || own[i]!.listedIn !== undefined || (list >= 0 && i > list) || means.some((label) => label.includes(own[i]!.text));
  return own.every((_, i) => fit.used.has(i) || saysNothing(i));
}

function isMeans(concepts: readonly string[]): boolean {
  return concepts.some((concept) => labelCues().channels.includes(concept));
}

/** How many means a figure's label names. */
function meansOf({ facets: { own } }: Candidate): number {
  return new Set(own.flatMap(({ concepts }) => concepts.filter((concept) => isMeans([concept])))).size;
}

function valueOf({ figures: [{ quantity }] }: Candidate): number {
  return Number(quantity.value ?? 0);
}

/** In its own words or in those above it. */
function says({ facets }: Candidate, concept: ConceptId): boolean {
  return [...facets.own, ...facets.inherited].some(({ concepts }) => concepts.includes(concept));
}

import type { ConceptId } from '../../index/mod.js';
import { unitMisfit } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { DISTINGUISHING, type Fit } from './explain.js';
import type { Wanted } from './ranking.js';

const PUBLISH: ConceptId = 'publish';
/** How many items: says no more than 条. */
const ITEM: ConceptId = 'matter';
const INFORMATION: ConceptId = 'ogi';

/**
 * 通过门户网站主动公开政府信息27条, and nowhere else a number of what was published: true where the question names nothing but publishing and that
 * figure is the only one of the report that could be meant. Its label says through what it was published.
 */
export function isSoleChannel({ terms }: Wanted, candidate: Candidate, fit: Fit, candidates: readonly Candidate[]): boolean {
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  if (fit.narrowed || !telling.some(({ concept }) => concept === PUBLISH) || !telling.every(({ concept }) => concept === PUBLISH || concept === ITEM)) return false;
  return says(candidate, INFORMATION) && !candidates.some((other) => other !== candidate && other.subtotal === null && other.figures[0].stat === 'count' && unitMisfit(unitOf(candidate), unitOf(other)) !== null && says(other, PUBLISH));
}

/** In its own words or in those above it. */
function says({ facets }: Candidate, concept: ConceptId): boolean {
  return [...facets.own, ...facets.inherited].some(({ concepts }) => concepts.includes(concept));
}

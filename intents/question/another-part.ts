import type { Candidate } from './candidates.js';
import { DISTINGUISHING, means } from './strength.js';
import { isLevel } from './level-words.js';
import type { Term } from './terms.js';

/** 中心、村站加起来: a part is no sum of itself and of another part that the question names too. */
export function namesAnotherPart(terms: readonly Term[], { facets, subtotal }: Candidate): boolean {
  if (subtotal !== null || facets.depth === 0) return false;
  const says = (term: Term): boolean => facets.own.some((facet) => means(term, facet));
  const taken = (term: Term): boolean => facets.inherited.some((facet) => means(term, facet));
  return terms.some((term) => term.concept !== null && term.weight > 0 && !says(term) && (facets.delegated.has(term.concept) || (isLevel(term) && !taken(term)))) && terms.some((term) => term.weight >= DISTINGUISHING && says(term));
}

/** 村站社保医保几件: of what 乡中心 did by kind (其中社保医保1688件) nothing is told of the 村站, which is another part of the whole. */
export function isOfSiblingPart(terms: readonly Term[], { facets: { own, delegated, depth }, subtotal }: Candidate): boolean {
  if (subtotal !== null || depth < OF_A_PART) return false;
  return terms.some((term) => term.concept !== null && term.weight >= DISTINGUISHING && delegated.has(term.concept) && !own.some((facet) => means(term, facet)));
}

/** A part of a part. */
const OF_A_PART = 2;

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

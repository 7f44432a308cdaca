import { lexicon, type ConceptId } from '../../index/mod.js';
import { contrastsOf, otherDeedsThan, otherHalf } from '../language/contrasts.js';
import { means } from './strength.js';
import type { Facet, Facets } from './facets.js';
import { isLevel } from './level-words.js';
import type { Term } from './terms.js';

/** A level that is the report's own weighs no more than this. */
const SAYS_WHICH = 0.3;

/**
 * True where a figure says of itself the very opposite of a word of the question, and the question does not say that opposite too: 镇级自筹 is not
 * what 村级自筹 asks for, though 村级 stands somewhere in its sentence; nor are 26名信息员 those who are 兼职.
 */
export function saysTheContrary(terms: readonly Term[], facets: Pick<Facets, 'own' | 'inherited' | 'implied'>): boolean {
  const said = [...facets.own, ...facets.inherited];
  const isAsked = (facet: Facet): boolean => terms.some((term) => means(term, facet));
  return terms.some((term) => {
    const { concept } = term;
    // 乡里 asked of a township's own report says whose, not which.
    if (concept === null || (isLevel(term) && term.weight <= SAYS_WHICH)) return false;
    const contrary = [...contrastsOf(concept), ...otherDeedsThan(concept)];
    if (contrary.length === 0 || facets.implied.has(concept) || facets.own.some((facet) => means(term, facet))) return false;
    const isContrary = (one: ConceptId): boolean => contrary.some((other) => other === one || lexicon().withNarrower(other)?.has(one) === true);
    // 受理93件，办结91件（按时办结85件）: what is a part of 受理 and says 办结 is no 按时受理, though 按时 stands in its 按时办结.
    if (facets.own.some((facet) => facet.concepts.some(isContrary)) && !terms.some((other) => other.concept !== null && isContrary(other.concept))) return true;
    if (facets.inherited.some((facet) => means(term, facet))) return false;
    if (otherHalf(concept) !== null) return true;
    return said.some((facet) => facet.concepts.some(isContrary) && !isAsked(facet)) || [...facets.implied].some(isContrary);
  });
}

import { lexicon } from '../../index/mod.js';
import { countsThingsThemselves } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Wanted } from './ranking.js';

/**
 * 约谈几家: the figure that a question for nothing but a deed means, whatever was done to whom, where no other number of that counter is told of
 * the deed; null where the question names more, or where several are.
 */
export function soleOfDeed({ terms, counter, counterEnd = null, text = '', total }: Wanted, candidates: readonly Candidate[]): Candidate | null {
  if (counter === null || counterEnd === null || total === true || !countsThingsThemselves(counter) || /\p{Script=Han}/u.test(text.slice(counterEnd))) return null;
  const telling = terms.filter(({ weight }) => weight > 0);
  if (telling.length === 0 || !telling.every(({ concept, weight }) => weight >= DISTINGUISHING && concept !== null && (lexicon().concept(concept)?.isAction ?? false))) return null;
  const isToldOfIt = ({ subtotal, facets, figures: [{ trust, quantity }] }: Candidate): boolean => subtotal === null && trust === 'stated' && quantity.unit === counter && telling.every((term) => [...facets.own, ...facets.inherited].some((facet) => means(term, facet)));
  const told = candidates.filter(isToldOfIt);
  const saysIt = ({ facets }: Candidate): boolean => telling.every((term) => facets.own.some((facet) => means(term, facet)));
  const [only, ...others] = told.filter(({ figures: [{ partOf }] }) => !told.some(({ figures: [{ id }] }) => (id as number) === partOf));
  return only !== undefined && others.length === 0 && saysIt(only) ? only : null;
}

import { asksForLevel } from '../../index/mod.js';
import { calculations } from '../language/calculations.js';
import type { Facet, Facets } from './facets.js';

/** 公开栏增加到41块: a word by which a number came to be what it is, and which says nothing of what it counts. */
export function saysLevelReached({ concepts, text }: Facet, { ownText }: Pick<Facets, 'ownText'>): boolean {
  return text !== '' && concepts.some((concept) => calculations().moved.includes(concept)) && asksForLevel(ownText, ownText.indexOf(text) + text.length);
}

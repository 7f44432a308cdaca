import { stemOf } from './organisation-names.js';
import type { OrganisationMention } from './organisation.js';
import type { Term } from './terms.js';

/** What makes a name that of a village, unless the word goes on: 青石村务公开, 青石村级代办点 are no village. */
const VILLAGE = /^(?:村(?![级务站委民里镇为便庄公干组口两规])|社区(?![服居工党网]))/u;

/**
 * Villages that a question calls by the name of a township: 青石村 of 青石镇. Each is a word of its own, which a figure has to bear; what the whole
 * township did is not its village's.
 */
export function villagesIn(folded: string, organisations: readonly OrganisationMention[]): Term[] {
  return organisations.flatMap(({ start, end, keys, text }) => {
    const ending = keys.length === 0 || stemOf(text) !== text ? undefined : VILLAGE.exec(folded.slice(end))?.[0];
    return ending === undefined ? [] : [{ text: text + ending, start, end: end + ending.length, concept: null, weight: 1 }];
  });
}

import { firstFit } from '../language/cue-words.js';
import { nameWords } from '../language/name-words.js';
import { stemOf } from './organisation-names.js';
import type { OrganisationMention } from './organisation.js';
import type { Term } from './terms.js';

/**
 * Villages that a question calls by the name of a township: 青石村 of 青石镇. Each is a word of its own, which a figure has to bear; what the whole
 * township did is not its village's.
 */
export function villagesIn(folded: string, organisations: readonly OrganisationMention[]): Term[] {
  return organisations.flatMap(({ start, end, keys, text }) => {
    const behind = folded.slice(end);
    const ending = keys.length === 0 || stemOf(text) !== text ? undefined : (firstFit(nameWords().village, behind) ?? firstFit(nameWords().villageInEnglish, behind))?.[0];
    return ending === undefined ? [] : [{ text: text + ending, start, end: end + ending.length, concept: null, weight: 1 }];
  });
}

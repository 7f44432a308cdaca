import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { DISTINGUISHING } from './strength.js';
import type { Term } from './terms.js';

/** Words that a question about a post may hold and no role needs to explain. */
export const GENERIC: readonly string[] = ['work', 'be-responsible', 'lead', 'leader', 'person', 'staffing-post', 'ogi', 'publish', 'self', 'manage', 'handle', 'connective', 'township-level', 'county-level'];
/** Concepts before an office that only say whose it is. */
const WHOSE: readonly string[] = ['government', 'city-level', 'self'];
const IN_CHIEF = 'main-leader';

/** Words that tell one office from another; 一把手局长 is the 局长. */
export function officeTerms(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ concept, weight }) => weight >= DISTINGUISHING && !GENERIC.includes(concept ?? '') && !WHOSE.includes(concept ?? ''));
  const others = telling.filter(({ concept }) => concept !== IN_CHIEF);
  return others.some(({ text }) => isTitle(text)) ? others : telling;
}

/** True for what ends as offices of people do: 副局长, 办公室主任. */
export function isTitle(text: string): boolean {
  return fits(labelCues().offices, text);
}

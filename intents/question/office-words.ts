import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { reportWording } from '../language/report-wording.js';
import { DISTINGUISHING } from './strength.js';
import type { Term } from './terms.js';

/** Words that a question about a post may hold and no role needs to explain. */
export const GENERIC: readonly string[] = ['work', 'be-responsible', 'lead', 'leader', 'cadre', 'person', 'staffing-post', 'ogi', 'publish', 'self', 'manage', 'handle', 'connective', 'township-level', 'county-level'];
/** What every report is about. */
export const EVERYWHERE: readonly string[] = ['ogi', 'publish', 'work', 'self', 'information'];
/** Concepts before an office that only say whose it is. */
const WHOSE: readonly string[] = ['government', 'city-level', 'self'];
/** 一把手. */
export const IN_CHIEF = 'main-leader';

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

/**
 * 政务公开|办公室主任: what stands right before the title of an office's head is part of its name, though every report is about it: of `offices` (folded)
 * those that end so head another (县政府办公室主任).
 */
export function headsAnother(terms: readonly Term[], offices: readonly string[], read: (text: string) => readonly Term[]): boolean {
  const title = terms.find(({ text }) => fits(reportWording().headOfOffice, text));
  const name = title === undefined ? undefined : terms.find(({ end }) => end === title.start);
  if (title === undefined || name === undefined || name.concept === 'self' || !EVERYWHERE.includes(name.concept ?? '')) return false;
  const headed = offices.filter((office) => office.endsWith(title.text));
  return headed.length > 0 && !headed.some((office) => read(office).some(({ concept }) => concept === name.concept));
}

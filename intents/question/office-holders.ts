import { fold, type FoundRole } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { DISTINGUISHING } from './strength.js';
import type { Question } from './read.js';
import { GENERIC } from './role-match.js';
import type { Term } from './terms.js';

/** Concepts before an office that only say whose it is. */
const WHOSE: readonly string[] = ['government', 'city-level', 'self'];

/**
 * 局长是谁, where the report says that its 局长 is 组长: what it says of the one person whose own office is asked for. Empty where nobody's is, or where
 * it is that of several. `read`: the terms of a text.
 */
export function holdersOfOffice({ terms }: Pick<Question, 'terms'>, roles: readonly FoundRole[], read: (text: string) => readonly Term[]): FoundRole[] {
  const asked = telling(terms);
  if (asked.length === 0) return [];
  const found = roles.filter(({ holder, holderPost }) => holder !== null && holderPost !== null && holderPost.split('、').some((office) => isSame(telling(read(fold(office).text)), asked)));
  return new Set(found.map(({ holder }) => holder)).size === 1 ? found : [];
}

function telling(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ concept, weight }) => weight >= DISTINGUISHING && !GENERIC.includes(concept ?? '') && !WHOSE.includes(concept ?? ''));
}

/** Word for word the same office: a 办公室主任 is not the 主任, nor a 副局长 the 局长. */
function isSame(told: readonly Term[], asked: readonly Term[]): boolean {
  const key = ({ concept, text }: Term): string => concept ?? text;
  return told.some(isOffice) && told.map(key).toSorted().join() === asked.map(key).toSorted().join();
}

function isOffice({ text }: Term): boolean {
  return fits(labelCues().offices, text);
}

import { lexicon } from '../../index/mod.js';
import { countsNoneOf } from '../language/unit-families.js';
import type { Term } from './terms.js';

const HOW_MANY = /\bhow many /u;
/** Weight from which a word is part of the noun phrase behind "how many", and no light verb (got, held). */
const NAMES = 0.35;

/**
 * True when an English question counts people or objects by their noun (how many residents) and the figure counts something else, such as papers or events (条, 次):
 * a figure of text messages about residents tells no number of residents. English has no counter that would say so.
 */
export function countsOtherThanNoun(text: string, terms: readonly Term[], unit: string | null): boolean {
  if (unit === null) return false;
  const concepts = countedNoun(text, terms).flatMap(({ concept }) => concept ?? []);
  return countsNoneOf(concepts.flatMap((concept) => [concept, ...(lexicon().concept(concept)?.broader ?? [])]), unit);
}

/** The last word of the unbroken run of names behind "how many" (boats of "how many fishing boats does"), as all the terms it was read as; empty when there is none. */
function countedNoun(text: string, terms: readonly Term[]): readonly Term[] {
  const asks = HOW_MANY.exec(text);
  if (!asks) return [];
  let end = asks.index + asks[0].length;
  let last: readonly Term[] = [];
  for (let next = namesAt(terms, end); next.length > 0; next = namesAt(terms, end)) {
    last = next;
    end = next[0]!.end + 1;
  }
  return last;
}

function namesAt(terms: readonly Term[], start: number): readonly Term[] {
  return terms.filter((term) => term.start === start && term.weight >= NAMES);
}

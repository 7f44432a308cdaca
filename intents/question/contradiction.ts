import type { ReportCard } from '../../index/mod.js';
import type { Question } from './read.js';
import type { Claimed } from './terms.js';

/** A place that a question puts an organisation in (云岭县的勐来乡) where it does not lie. */
export interface Contradiction {
  /** Where the place stands in the folded question. */
  readonly place: Claimed & { readonly text: string };
  /** A report of the organisation that is named. */
  readonly card: ReportCard;
}

/** What may stand between a place and what lies in it. */
const OF = new Set(['', '的', ' ']);

/** The first place named right before an organisation that lies elsewhere; null when all fits. */
export function contradictionIn({ folded, organisations }: Question, cards: readonly ReportCard[]): Contradiction | null {
  for (const [i, place] of organisations.entries()) {
    const named = organisations[i + 1];
    if (named === undefined || named.keys.length === 0 || place.keys.length === 0 || !OF.has(folded.slice(place.end, named.start))) continue;
    if (named.keys.some((key) => place.keys.includes(key))) continue;
    const isPlace = cards.some(({ orgKey, org }) => place.keys.includes(orgKey) && org.path.slice(0, -1).some((above) => above.startsWith(place.text.slice(0, SHORTEST))));
    const card = cards.find(({ orgKey }) => named.keys.includes(orgKey));
    if (isPlace && card !== undefined) return { place, card };
  }
  return null;
}

/** Two characters name a county to those who live there. */
const SHORTEST = 2;

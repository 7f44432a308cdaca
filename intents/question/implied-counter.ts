import { allUnits, familyOf } from '../language/unit-families.js';
import type { Term } from './terms.js';

let counters: readonly string[] | undefined;

/** Counters of things, longest first. */
function countersOfThings(): readonly string[] {
  counters ??= allUnits().filter((unit) => familyOf(unit) === 'things').sort((a, b) => b.length - a.length);
  return counters;
}

/** The counter that a word for a quantity holds (件 of 办件, 件数 and 年办件量), which counts neither places nor people; null when none does. */
export function impliedCounter(terms: readonly Term[]): string | null {
  for (const { concept, text } of terms) {
    const counter = concept === 'quantity' ? countersOfThings().find((unit) => text.includes(unit)) : undefined;
    if (counter !== undefined) return counter;
  }
  return null;
}

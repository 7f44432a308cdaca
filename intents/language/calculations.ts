import { z } from 'zod';
import { loadData } from '../../index/mod.js';

const Concepts = z.array(z.string().min(1)).min(1);
const Calculations = z.strictObject({
  /** They ask for what is worked out, and are no words of what it is worked out from. */
  calculation: Concepts,
  /** More or less: which way something went, not what went. */
  moved: Concepts,
  /** They set one side against another. */
  setsAgainst: Concepts,
  /** A side that says no more than these stands for all of it, or for another time. */
  wholeOrTime: Concepts,
  /** How two sides are set against each other, not what they are. */
  saysHow: Concepts,
});

let loaded: z.output<typeof Calculations> | undefined;

/** Concepts of words that say how a number is worked out, as opposed to what from. Throws when `calculations.json` does not hold what it should. */
export function calculations(): z.output<typeof Calculations> {
  loaded ??= loadData('intents/language/calculations.json', Calculations);
  return loaded;
}

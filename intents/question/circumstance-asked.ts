import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues, fits } from '../language/cue-words.js';
import type { Question } from './read.js';

/** `asking`: words of a question that only ask. */
const circumstance = z.strictObject({
  zh: z.strictObject({ asks: cues('zh'), asking: cues('zh') }),
  en: z.strictObject({ asks: cues('en'), asking: cues('en') }),
  /** What a clause of a report holds that says it. */
  told: cues('zh'),
  /** Where the rest of the question must be said: in that very clause, or in its sentence (利用周例会，加强学习). */
  within: z.enum(['clause', 'sentence']),
});

/** How often, or by which means and on which occasion: how it is asked and how a report tells it. */
export type Circumstance = z.output<typeof circumstance>;

const Circumstances = z.strictObject({ about: z.string(), howOften: circumstance, byWhat: circumstance });

let loaded: z.output<typeof Circumstances> | undefined;

/** The circumstance of something done that a question asks for; null when it asks for none. Throws when `circumstances.json` does not hold what it should. */
export function circumstanceAsked({ lang, folded }: Pick<Question, 'lang' | 'folded'>): Circumstance | null {
  loaded ??= loadData('intents/language/circumstances.json', Circumstances);
  return [loaded.howOften, loaded.byWhat].find((one) => fits(one[lang].asks, folded)) ?? null;
}

import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues } from './cue-words.js';

const DutyWords = z.strictObject({
  about: z.string(),
  /** Asks what a body is there for. */
  zh: cues('zh'),
  en: cues('en'),
  /** How a clause of a report says it: behind the body, or at the beginning of the clause behind the one that ends in it. */
  tells: cues('zh'),
});

let loaded: z.output<typeof DutyWords> | undefined;

/** How what a body is there for is asked and told, read once. Throws when `duty-told.json` does not hold what it should. */
export function dutyWords(): z.output<typeof DutyWords> {
  loaded ??= loadData('intents/language/duty-told.json', DutyWords);
  return loaded;
}

import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues } from './cue-words.js';

const NumberNamed = z.strictObject({
  about: z.string(),
  /** How a question asks what a number stands for; in the text that is looked at the number is a mark. `ordinal`: what makes a number a place in a row when it ends before it. */
  zh: z.strictObject({ asks: cues('zh'), ordinal: cues('zh'), /** What only looks like a unit behind the number. */ noUnit: cues('zh') }),
  en: z.strictObject({ asks: cues('en'), ordinal: cues('en') }),
});

let loaded: z.output<typeof NumberNamed> | undefined;

/** How people ask which figure has a value (`number-named.json`). Throws when the file does not hold what it should. */
export function numberNamedWords(): z.output<typeof NumberNamed> {
  loaded ??= loadData('intents/language/number-named.json', NumberNamed);
  return loaded;
}

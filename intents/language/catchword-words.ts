import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues } from './cue-words.js';

const Words = z.array(z.string().min(1)).min(1);

const Catchwords = z.strictObject({
  about: z.string(),
  zh: z.strictObject({
    /** Asks what something holds. */
    asked: cues('zh'),
    /** The number right before what it counts, the group `n`, and what may stand between the two. */
    numeral: cues('zh'),
    counter: cues('zh'),
    /** What may stand right behind the catchword, which then is no piece of a longer word (三个一 of 三个一般问题). */
    behind: cues('zh'),
    /** Words of a question that only ask. */
    asking: cues('zh'),
  }),
  en: z.strictObject({
    /** The group `n` is its number; what it counts stands behind. */
    asked: cues('en'),
    /** What may stand right behind the catchword, which then is no piece of a longer name (three improvement directions). */
    behind: cues('en'),
    /** What an English question may call what a catchword counts, in the singular. */
    things: z.record(z.string(), Words),
  }),
});

let loaded: z.output<typeof Catchwords> | undefined;

/** How catchwords are asked for, read once. Throws when `catchwords.json` does not hold what it should. */
export function catchwordWords(): z.output<typeof Catchwords> {
  loaded ??= loadData('intents/language/catchwords.json', Catchwords);
  return loaded;
}

import { z } from 'zod';
import { loadData } from '../../data.js';
import { conceptOf, together, type Gloss } from './gloss.js';

const Entry = z.strictObject({
  /** English words, lower case, singular, verbs in base form; irregular forms stand beside them. */
  en: z.array(z.string().regex(/^[a-z0-9][a-z0-9 -]*$/)).min(1),
  /** Words by which reports say it; one that begins with `-` only as the end of a longer word (-会: 板凳会). */
  zh: z.array(z.string().regex(/^-?[^\s-]+$/)).min(1),
  /** Kinds of things by which it is counted (intents/language/kinds.json). */
  kinds: z.array(z.string()).default([]),
  /** Longer words that hold one of `zh` and mean something else: 出口 is not said by 进出口. */
  butNot: z.array(z.string().regex(/^[^\s-]+$/)).default([]),
  /** How much it tells figures apart, where that is not what the lexicon says of the word: the glossary's reading then stands alone. */
  weight: z.number().min(0).max(1).optional(),
  /** True where only the words listed say it, not others of their concept: 宣布失效 is not 废止. */
  asPrinted: z.boolean().default(false),
});

/** English words with no concept of their own, or with senses beside it. */
export interface Glossary {
  /** The senses of an English phrase in lower case, all together; undefined when it is not listed. */
  of(phrase: string): Gloss | undefined;
  /** Words of the longest phrase. */
  readonly longest: number;
}

/** Files of the glossary: what is done, who does it, what it is done with. */
const DEEDS = 'deeds';
const FILES: readonly string[] = [DEEDS, 'people', 'places', 'things', 'qualities', 'countryside', 'nature', 'welfare', 'care', 'learning', 'economy', 'trade', 'works', 'safety', 'offices', 'administration', 'disclosure'];
/** Everyone in that file is counted as people are. */
const KIND_OF_FILE: Readonly<Record<string, readonly string[]>> = { people: ['people'] };

let loaded: Glossary | undefined;

/**
 * The product's glossary; read once. Throws with file and field when the data is wrong. It is one-way, from English to what reports print,
 * so that broad words do no harm to Chinese questions: those are read by the lexicon alone.
 */
export function glossary(): Glossary {
  loaded ??= build();
  return loaded;
}

function build(): Glossary {
  const senses = new Map<string, Gloss>();
  for (const file of FILES) {
    for (const { en, zh, kinds, butNot, weight, asPrinted } of loadData(`index/language/glossary/${file}.json`, z.array(Entry))) {
      const words = zh.filter((word) => !word.startsWith('-'));
      const gloss: Gloss = {
        of: 'en',
        words,
        concept: asPrinted ? null : conceptOf(words),
        endings: zh.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
        kinds: [...kinds, ...(KIND_OF_FILE[file] ?? [])],
        butNot,
        senses: [],
        weight: weight ?? null,
        isDeed: file === DEEDS,
        mayBeDeed: file === DEEDS,
      };
      for (const phrase of en) senses.set(phrase, together(senses.get(phrase), gloss));
    }
  }
  return { of: (phrase) => senses.get(phrase), longest: Math.max(0, ...[...senses.keys()].map((phrase) => phrase.split(' ').length)) };
}

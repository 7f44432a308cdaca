import { z } from 'zod';
import { loadData } from '../../data.js';
import { lexicon } from '../concepts/lexicon.js';
import { conceptOf, together, type Gloss } from '../glossary/gloss.js';

const Line = z.strictObject({
  /** Words as reports print them, stems without particles. */
  printed: z.array(z.string().regex(/^\p{Script=Han}{1,8}$/u)).min(1),
  /** Words by which people ask for each of them. */
  said: z.array(z.string().regex(/^\p{Script=Han}{1,8}$/u)).min(1),
  /** Longer words that hold one of `printed` and mean something else. */
  butNot: z.array(z.string().min(2)).default([]),
});

/** Everyday Chinese words and what reports may print for them. */
export interface Everyday {
  /** The senses of a folded Chinese word, all together; undefined when it is not listed. */
  of(word: string): Gloss | undefined;
  /** All words that are listed. */
  readonly words: readonly string[];
}

/** Files: what is done; everything else is a thing, a person or a kind. */
const DEEDS = 'deeds';
const FILES: readonly string[] = [DEEDS, 'people', 'media', 'things', 'kinds'];

let loaded: Everyday | undefined;

/**
 * The product's everyday words; read once. Throws with file and field when the data is wrong. They are one-way, from what people say to what reports
 * print: 发 may stand for 印发, 发布 or 发放, and joins none of these with another. Labels of reports are never read by them.
 */
export function everyday(): Everyday {
  loaded ??= build();
  return loaded;
}

function build(): Everyday {
  const senses = new Map<string, Gloss>();
  for (const file of FILES) {
    for (const { printed, said, butNot } of loadData(`index/language/everyday/${file}.json`, z.array(Line))) {
      for (const word of said) senses.set(word, together(senses.get(word), glossOf([word, ...printed], butNot, file === DEEDS)));
    }
  }
  return { of: (word) => senses.get(word), words: [...senses.keys()] };
}

/** A word stands for itself too. Deeds are told apart more finely than by their concepts: 发 is said by 印发 and not by 印制. */
function glossOf(words: readonly string[], butNot: readonly string[], isDeed: boolean): Gloss {
  return { of: 'zh', words, endings: [], kinds: [], butNot, concept: conceptOf(words), senses: isDeed ? [] : [...new Set(words.flatMap((word) => meaningOf(word)))], weight: null, isDeed, mayBeDeed: isDeed };
}

/** A printed word of several concepts at once (村站) is none of them alone. */
function meaningOf(word: string): readonly string[] {
  const means = lexicon().meaning('zh', word) ?? [];
  return means.length === 1 ? means : [];
}

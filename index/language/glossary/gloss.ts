import type { ConceptId } from '../../document/figure.js';
import { lexicon } from '../concepts/lexicon.js';

/** What reports may print for an English word, or for an everyday Chinese one. Terms are remembered as JSON with what they stand for: no sets, no maps. */
export interface Gloss {
  /** The language of the word that it explains. */
  readonly of: 'zh' | 'en';
  /** Chinese words that say it, whatever stands around them. */
  readonly words: readonly string[];
  /** Endings of longer words that say it. */
  readonly endings: readonly string[];
  readonly kinds: readonly string[];
  /** Longer words in which they mean something else. */
  readonly butNot: readonly string[];
  /** The one concept that those of the words mean which the lexicon knows; null when they mean several, or none. */
  readonly concept: ConceptId | null;
  /** Concepts that one of the words means, where any word of those concepts will do; empty where only the words themselves say it. */
  readonly senses: readonly ConceptId[];
  /** Null where the lexicon's weight of the word holds, or 1 for a word it lacks. */
  readonly weight: number | null;
  /** True for what is done and nothing else: it ends the noun before it. */
  readonly isDeed: boolean;
  /** True for what may be done as well (broadcast): it ends a noun that is complete without it. */
  readonly mayBeDeed: boolean;
}

/** A word of several senses may mean any of them. */
export function together(known: Gloss | undefined, more: Gloss): Gloss {
  if (known === undefined) return more;
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  const words = both(known.words, more.words);
  return { of: known.of, words, concept: conceptOf(words), endings: both(known.endings, more.endings), kinds: both(known.kinds, more.kinds), butNot: both(known.butNot, more.butNot), weight: known.weight === null && more.weight === null ? null : Math.max(known.weight ?? 0, more.weight ?? 0), senses: both(known.senses, more.senses), isDeed: known.isDeed && more.isDeed, mayBeDeed: known.mayBeDeed || more.mayBeDeed };
}

/** The one concept that all of the words mean which the lexicon knows; null where they mean several, or none. */
export function conceptOf(words: readonly string[]): ConceptId | null {
  const meanings = words.flatMap((word) => [lexicon().meaning('zh', word) ?? []].filter((means) => means.length > 0));
  const [first] = meanings;
  return first?.length === 1 && meanings.every((means) => means.length === 1 && means[0] === first[0]) ? first[0]! : null;
}

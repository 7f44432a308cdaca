import type { Gloss } from '../../index/mod.js';
import type { Facet } from './facets.js';

/** True when folded Chinese `text` prints one of the words that an English word may mean. */
export function says({ words, endings }: Gloss, text: string): boolean {
  return words.some((word) => text.includes(word)) || endings.some((ending) => endsAWord(text, ending));
}

/** True when a label, folded, prints a word of at least two characters that an English word may mean. */
export function prints({ words }: Gloss, label: string): boolean {
  const bare = label.replaceAll(' ', '');
  return words.some((word) => word.length > 1 && bare.includes(word));
}

/**
 * Facets of a label that say an English word, by index; empty when none does. `text` is the label, folded. A word of one character
 * (桥) and an ending (板凳|会) are looked for in words that the lexicon does not know: in a known one they mean something else.
 */
export function glossed({ words, endings }: Gloss, facets: readonly Facet[], text: string): number[] {
  const label = text.replaceAll(' ', '');
  const printed = words.filter((word) => word.length > 1 && label.includes(word));
  return facets.flatMap((facet, i) => {
    if (facet.text === '') return [];
    if (printed.some((word) => facet.text.includes(word) || (word.includes(facet.text) && (facet.text.length > 1 || facet.concepts.length === 0)))) return [i];
    if (facet.concepts.length > 0) return [];
    return words.some((word) => word.length === 1 && facet.text.includes(word)) || endings.some((ending) => facet.text.endsWith(ending)) ? [i] : [];
  });
}

/** A running text shows no words: there an ending needs only a character before it. */
function endsAWord(text: string, ending: string): boolean {
  for (let at = text.indexOf(ending, 1); at >= 0; at = text.indexOf(ending, at + 1)) if (/\p{Script=Han}/u.test(text[at - 1]!)) return true;
  return false;
}

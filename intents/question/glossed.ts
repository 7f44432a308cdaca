import type { Gloss } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Facet } from './facets.js';
import { wordsHeld } from './words-held.js';

/** True when a folded Chinese text (`running`), cut into `facets`, prints one of the words that an English word may mean; a text that is not cut need only hold it. */
export function says({ words, endings, butNot }: Gloss, running: string, facets: readonly Facet[] = []): boolean {
  const text = without(running, butNot);
  return wordsHeld(words, text).some((word) => facets.length === 0 || isWordOf(text, word, facets)) || endings.some((ending) => endsAWord(text, ending));
}

/** True when a label, folded and cut into `facets`, prints a word of at least two characters that an English word may mean. */
export function prints(gloss: Gloss, label: string, facets: readonly Facet[]): boolean {
  const bare = without(label.replaceAll(' ', ''), gloss.butNot);
  return wordsPrinted(gloss, bare).some((word) => isWordOf(bare, word, facets));
}

/**
 * Facets of a label that say an English word, by index; empty when none does. `text` is the label, folded. A word of one character
 * (桥) and an ending (板凳|会) are looked for in words that the lexicon does not know: in a known one they mean something else.
 */
export function glossed(gloss: Gloss, facets: readonly Facet[], text: string): number[] {
  const { words, endings, butNot, senses } = gloss;
  const printed = wordsPrinted(gloss, without(text.replaceAll(' ', ''), butNot));
  return facets.flatMap((facet, i) => {
    if (facet.text === '') return [];
    if (wordsHeld(butNot, facet.text).length > 0) return [];
    if (facet.concepts.some((concept) => senses.includes(concept))) return [i];
    if (printed.some((word) => isPartOf(facet.text, word) || (word.includes(facet.text) && (facet.text.length > 1 || facet.concepts.length === 0)))) return [i];
    if (facet.concepts.length > 0) return [];
    return wordsHeld(words, facet.text).some((word) => word.length === 1) || endings.some((ending) => facet.text.endsWith(ending)) ? [i] : [];
  });
}

/** Those of its words, longer than a character, that a label without blanks says of what is counted. */
function wordsPrinted({ words, of, isDeed }: Gloss, label: string): readonly string[] {
  return wordsHeld(words, label).filter((word) => word.length > 1 && !isOnlyIntended(label, word) && !(of === 'zh' && isDeed && isOnlyOfBody(label, word)));
}

/** 纠纷调处中心: what a body is there for is not what was done. */
function isOnlyOfBody(label: string, deed: string): boolean {
  const { bodyEndings } = labelCues();
  return label.split(deed).slice(1).every((behind) => bodyEndings.some((ending) => behind.startsWith(ending)));
}

/** A text without the words that only hold what is looked for; what stands before and behind them must not run together. */
function without(text: string, others: readonly string[]): string {
  return wordsHeld(others, text).length === 0 ? text : others.reduce((left, other) => left.replaceAll(other, ' '), text);
}

/** True when a word begins or ends with another: 民政 stands in 人民政府 by chance, and 不合格 denies 合格. A long one may stand anywhere in it. */
function isPartOf(whole: string, word: string): boolean {
  const at = whole.indexOf(word);
  if (at < 0 || isDenied(whole, at)) return false;
  return at === 0 || word.length > 2 || whole.endsWith(word);
}

/** True where a text prints a word that is not made by chance of the end of one facet and the beginning of another: 公开|工作 says no 开工. */
function isWordOf(text: string, word: string, facets: readonly Facet[]): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!isDenied(text, at) && !(isCut(text, at, facets) && isCut(text, at + word.length, facets))) return true;
  return false;
}

/** True where `at` lies within one of the facets of a text. */
function isCut(text: string, at: number, facets: readonly Facet[]): boolean {
  return facets.some(({ text: part }) => {
    if (part.length < 2) return false;
    for (let start = text.indexOf(part, Math.max(0, at - part.length + 1)); start >= 0 && start < at; start = text.indexOf(part, start + 1)) if (start + part.length > at) return true;
    return false;
  });
}

/** 拟聘用 is not yet 聘用. */
function isOnlyIntended(label: string, word: string): boolean {
  const at = label.indexOf(word);
  return labelCues().intends.some((intent) => label.endsWith(intent, at)) && !label.includes(word, at + 1);
}

function isDenied(text: string, at: number): boolean {
  return at > 0 && labelCues().denials.includes(text[at - 1]!);
}

/** A running text shows no words: there an ending needs only a character before it. */
function endsAWord(text: string, ending: string): boolean {
  for (let at = text.indexOf(ending, 1); at >= 0; at = text.indexOf(ending, at + 1)) if (/\p{Script=Han}/u.test(text[at - 1]!)) return true;
  return false;
}

import { glossary, lexicon } from '../../index/mod.js';
import { questionWords } from '../language/words.js';
import { aliasTerms, type AliasTable } from './aliases.js';
import type { Claimed, Term } from './terms.js';

interface Word {
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
  /** True where a mark stands behind it that no phrase goes across: came in, all applicants. */
  readonly isCut: boolean;
}

/** What parts two phrases. */
const CUT = /^\s*[,;:]/;
const WORD = /[a-z0-9]+(?:[-'&][a-z0-9]+)*/g;
/** Café is the word without its accent; one letter stands for one, so that offsets stay. */
const ACCENTED = /[\u00e0-\u00ff]/g;
/** The public security bureau is no public: a phrase that only its article makes known gives way to a longer one behind it. */
const ARTICLES = /^(?:the|an?)$/;
const ARTICLE = /^(?:the|an?) /;
const DIGITS = /^\d+$/;
/** Weight of a frame word that reports print too: below what must be explained. */
const HELPING = 0.4;

/** Base forms a word may have: plural and verb endings off, the word itself first. */
export function baseForms(word: string): string[] {
  const bare = word.replace(/'s?$/, '');
  const forms = [bare];
  const without = (ending: string, add: string): void => {
    if (bare.length > ending.length + 1 && bare.endsWith(ending)) forms.push(bare.slice(0, -ending.length) + add);
  };
  without('ies', 'y');
  without('es', '');
  without('s', '');
  for (const ending of ['ed', 'ing']) {
    without(ending, '');
    without(ending, 'e');
    const stem = bare.endsWith(ending) ? bare.slice(0, -ending.length) : '';
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
  }
  return [...new Set(forms)];
}

/**
 * Reads the content words of lower-case English text by longest phrase: surfaces of the lexicon and of the glossary, then frame words, then raw words.
 * Offsets count in `text`. Chinese inside an English question is left to the caller.
 */
export function englishTerms(text: string, claimed: readonly Claimed[], aliases: AliasTable | null = null): Term[] {
  const words = wordsOf(text, claimed);
  const known = lexicon();
  const glosses = glossary();
  const frames = new Set(questionWords('en').frames);
  const longest = Math.max(known.longest('en'), glosses.longest, 6, aliases?.longest ?? 0);
  const isKnown = (phrase: string): boolean => aliases?.english(phrase) !== undefined || known.meaning('en', phrase) !== undefined || glosses.of(phrase) !== undefined || frames.has(phrase);
  const isClaimedBehind = (end: number): boolean => claimed.some(({ start }) => start > end && text.slice(end, start).trim() === '');
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, phrases } = phraseAt(words, at, longest, isKnown, isClaimedBehind, (phrase) => known.meaning('en', phrase) !== undefined || glosses.of(phrase) !== undefined);
    if (length > 1 && ARTICLES.test(text.slice(words[at]!.start, words[at]!.end)) && longestPhrase(words, at + 1, longest, isKnown).length >= length) {
      at += 1;
      continue;
    }
    if (phrases.length === 0 && splitHyphen(words, at, text, frames)) continue;
    const run = words.slice(at, at + length);
    const place = { text: text.slice(run[0]!.start, run[run.length - 1]!.end), start: run[0]!.start, end: run[run.length - 1]!.end };
    const meaning = firstOf(frames.has(phrases[0] ?? '') ? phrases.slice(0, 1) : phrases, (phrase) => known.meaning('en', phrase));
    const gloss = firstOf(phrases, (phrase) => glosses.of(phrase) ?? glosses.of(phrase.replace(ARTICLE, '')));
    const metric = firstOf(phrases, (phrase) => aliases?.english(phrase));
    if (metric !== undefined) terms.push(...aliasTerms(place, metric, meaning));
    else if (meaning && (gloss === undefined || gloss.weight === null)) terms.push(...meaning.map((id) => ({ ...place, concept: id, weight: known.concept(id)?.weight ?? 1, ...(gloss && { gloss }) })));
    // What is done goes without saying in most questions (how many were issued): such a word helps to choose, and is seldom printed.
    else if (gloss) terms.push({ ...place, concept: gloss.concept, weight: gloss.weight ?? (phrases.some((phrase) => frames.has(phrase)) ? HELPING : 1), gloss });
    else if (phrases.length === 0 && !(DIGITS.test(place.text) && place.text.length < 3)) terms.push({ ...place, concept: null, weight: 1 });
    at += run.length;
  }
  return terms;
}

function firstOf<T>(phrases: readonly string[], find: (phrase: string) => T | undefined): T | undefined {
  for (const phrase of phrases) {
    const found = find(phrase);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** River-chief is two words where nothing knows it as one: puts them in its place. False for a word without hyphen, and for thank-you, whose pieces would say nothing. */
function splitHyphen(words: Word[], at: number, text: string, frames: ReadonlySet<string>): boolean {
  const { start, end, isCut } = words[at]!;
  const pieces = [...text.slice(start, end).matchAll(/[^-]+/g)];
  if (pieces.length < 2 || pieces.every(([piece]) => frames.has(piece))) return false;
  words.splice(at, 1, ...pieces.map(({ index, 0: piece }, i) => ({ forms: baseForms(piece), start: start + index, end: start + index + piece.length, isCut: i === pieces.length - 1 && isCut })));
  return true;
}

function wordsOf(text: string, claimed: readonly Claimed[]): Word[] {
  const words: Word[] = [];
  for (const match of text.replace(ACCENTED, (letter) => letter.normalize('NFD')[0]!).matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const spaced = match[0].includes('-') || match[0].includes('&') ? baseForms(match[0].replaceAll('-', ' ').replaceAll('&', ' and ')) : [];
    if (!claimed.some((run) => run.start < end && start < run.end)) words.push({ forms: [...baseForms(match[0]), ...spaced], start, end, isCut: CUT.test(text.slice(end)) });
  }
  return words;
}

/** The longest known phrase, unless its last word begins one that means something (requests that came in person did not come in) or stands before what is claimed (calls in Hetang). */
function phraseAt(words: readonly Word[], at: number, longest: number, isKnown: (phrase: string) => boolean, isClaimedBehind: (end: number) => boolean, means: (phrase: string) => boolean): { readonly length: number; readonly phrases: readonly string[] } {
  const found = longestPhrase(words, at, longest, isKnown);
  if (found.length < 2 || !PARTICLE.test(words[at + found.length - 1]!.forms[0]!)) return found;
  const behind = longestPhrase(words, at + found.length - 1, longest, means);
  if (behind.length < 2 && !isClaimedBehind(words[at + found.length - 1]!.end)) return found;
  const shorter = longestPhrase(words, at, found.length - 1, isKnown);
  return shorter.length === found.length - 1 && shorter.phrases.length > 0 ? shorter : found;
}

/** What may end a verb of two words as well as begin what says how, where or when. */
const PARTICLE = /^(?:in|on|by|over)$/;

/** The longest run of words that is known, in all its forms that are; one word in no form when none is. */
function longestPhrase(words: readonly Word[], at: number, longest: number, isKnown: (phrase: string) => boolean): { readonly length: number; readonly phrases: readonly string[] } {
  const cut = words.slice(at, at + longest).findIndex(({ isCut }) => isCut);
  for (let length = Math.min(longest, words.length - at, cut < 0 ? longest : cut + 1); length > 0; length -= 1) {
    const phrases = variants(words.slice(at, at + length)).filter(isKnown);
    if (phrases.length > 0) return { length, phrases };
  }
  return { length: 1, phrases: [] };
}

/** The phrase in all base forms of its words, the one as written first; at most 64, so that a long phrase stays cheap. */
function variants(words: readonly Word[]): string[] {
  let phrases = [''];
  for (const word of words) phrases = phrases.flatMap((phrase) => word.forms.map((form) => (phrase === '' ? form : `${phrase} ${form}`))).slice(0, 64);
  return phrases;
}

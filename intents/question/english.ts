import { lexicon } from '../../index/mod.js';
import { questionWords } from '../language/words.js';
import { aliasTerms, type AliasTable } from './aliases.js';
import type { Claimed, Term } from './terms.js';

interface Word {
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
}

const WORD = /[a-z0-9]+(?:[-'][a-z0-9]+)*/g;
const DIGITS = /^\d+$/;

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
 * Reads the content words of lower-case English text by longest phrase: lexicon surfaces, then frame words, then raw words.
 * Offsets count in `text`. Chinese inside an English question is left to the caller.
 */
export function englishTerms(text: string, claimed: readonly Claimed[], aliases: AliasTable | null = null): Term[] {
  const words = wordsOf(text, claimed);
  const known = lexicon();
  const frames = new Set(questionWords('en').frames);
  const longest = Math.max(known.longest('en'), 6, aliases?.longest ?? 0);
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const size = longestPhrase(words, at, longest, (phrase) => aliases?.english(phrase) !== undefined || known.meaning('en', phrase) !== undefined || frames.has(phrase));
    const run = words.slice(at, at + Math.max(1, size.length));
    const place = { text: text.slice(run[0]!.start, run[run.length - 1]!.end), start: run[0]!.start, end: run[run.length - 1]!.end };
    const meaning = size.phrase === null ? undefined : known.meaning('en', size.phrase);
    const metric = size.phrase === null ? undefined : aliases?.english(size.phrase);
    if (metric !== undefined) terms.push(...aliasTerms(place, metric, meaning));
    else if (meaning) terms.push(...meaning.map((id) => ({ ...place, concept: id, weight: known.concept(id)?.weight ?? 1 })));
    else if (size.phrase === null && !(DIGITS.test(place.text) && place.text.length < 3)) terms.push({ ...place, concept: null, weight: 1 });
    at += run.length;
  }
  return terms;
}

function wordsOf(text: string, claimed: readonly Claimed[]): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!claimed.some((run) => run.start < end && start < run.end)) words.push({ forms: baseForms(match[0]), start, end });
  }
  return words;
}

function longestPhrase(words: readonly Word[], at: number, longest: number, isKnown: (phrase: string) => boolean): { length: number; phrase: string | null } {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const phrase = variants(words.slice(at, at + length)).find(isKnown);
    if (phrase !== undefined) return { length, phrase };
  }
  return { length: 1, phrase: null };
}

/** The phrase in all base forms of its words, the one as written first; at most 64, so that a long phrase stays cheap. */
function variants(words: readonly Word[]): string[] {
  let phrases = [''];
  for (const word of words) phrases = phrases.flatMap((phrase) => word.forms.map((form) => (phrase === '' ? form : `${phrase} ${form}`))).slice(0, 64);
  return phrases;
}

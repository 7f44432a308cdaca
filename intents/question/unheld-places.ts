import { glossary, lexicon, type Organisation } from '../../index/mod.js';
import { nameWords } from '../language/name-words.js';
import { questionWords } from '../language/words.js';
import { stemOf, syllables } from './organisation-names.js';

/** A name in pinyin before a level word, lower case: two syllables or more. */
const PINYIN = /(?<![a-z])((?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|uai|uan|iao|ian|ang|eng|ing|ong|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])){2,}) (?:township|town|county|sub-?district)(?![a-z])/gu;

/** Where names of places stand that may not be held, with the whole name. */
export function* placesNamed(text: string): Generator<{ readonly start: number; readonly name: string; readonly said: string }> {
  for (const match of text.matchAll(nameWords().unheldPlace)) yield { start: match.index, name: match[1]!, said: match[0] };
  for (const match of text.matchAll(PINYIN)) if (!isEnglish(match[1]!)) yield { start: match.index, name: match[0], said: match[0] };
}

function isEnglish(word: string): boolean {
  return lexicon().meaning('en', word) !== undefined || glossary().of(word) !== undefined || questionWords('en').frames.includes(word) || nameWords().rankInEnglish.includes(word);
}

/** So many letters of a name in pinyin are alike in two that are mixed up. */
const ALIKE_LETTERS = 3;

/** Of the organisations given those whose name is nearest to one that is not held: a character of it in its place, or how it begins in pinyin. */
export function nearestTo(name: string, organisations: readonly Organisation[]): Organisation[] {
  const latin = /^[a-z]+/u.exec(name.toLowerCase())?.[0];
  const stem = stemOf(name);
  // What every county's office has in its name is no likeness.
  const isNear = (other: string): boolean => (latin === undefined ? [...other].some((character, i) => stem[i] === character && !nameWords().placeLevel.test(character)) : syllables(other).join('').startsWith(latin.slice(0, ALIKE_LETTERS)));
  return organisations.filter((one) => isNear(stemOf(one.name)));
}

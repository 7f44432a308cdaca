import { lexicon, type Organisation } from '../../index/mod.js';
import { questionWords } from '../language/words.js';
import { stemOf, syllables } from './organisation-names.js';

/** A place or office name that nothing held answers to: two or three characters before a level word. */
const CHINESE = /(?<=^|[^\p{Script=Han}]|[的和与跟及、，]|请问|查询|查|问|帮我|年)((?![各全我本每哪]|[一二两三四五六七八九十几]个)(?:(?!全[县市区])\p{Script=Han}){2,3}(?<!副)(?:民族乡|街道|苏木|乡|镇|县|旗|市|区)(?!场|民|政|级|容|域)(?:人民政府|政府)?|(?![各全我本每哪])\p{Script=Han}{2,6}(?<!格|布|结|大|全|开|时|政|定|僵|邮|当|残)局)/gu;
/** A name in pinyin before a level word, lower case: two syllables or more. */
const PINYIN = /(?<![a-z])((?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|uai|uan|iao|ian|ang|eng|ing|ong|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])){2,}) (?:township|town|county|sub-?district)(?![a-z])/gu;

/** Where names of places stand that may not be held, with the whole name. */
export function* placesNamed(text: string): Generator<{ readonly start: number; readonly name: string; readonly said: string }> {
  for (const match of text.matchAll(CHINESE)) yield { start: match.index, name: match[1]!, said: match[0] };
  for (const match of text.matchAll(PINYIN)) if (!isEnglish(match[1]!)) yield { start: match.index, name: match[0], said: match[0] };
}

function isEnglish(word: string): boolean {
  return lexicon().meaning('en', word) !== undefined || questionWords('en').frames.includes(word);
}

/** So many letters of a name in pinyin are alike in two that are mixed up. */
const ALIKE_LETTERS = 3;

/** What every county's office has in its name is no likeness. */
const LEVEL = /[县市区旗乡镇]/u;

/** Of the organisations given those whose name is nearest to one that is not held: a character of it in its place, or how it begins in pinyin. */
export function nearestTo(name: string, organisations: readonly Organisation[]): Organisation[] {
  const latin = /^[a-z]+/u.exec(name.toLowerCase())?.[0];
  const stem = stemOf(name);
  const isNear = (other: string): boolean => (latin === undefined ? [...other].some((character, i) => stem[i] === character && !LEVEL.test(character)) : syllables(other).join('').startsWith(latin.slice(0, ALIKE_LETTERS)));
  return organisations.filter((one) => isNear(stemOf(one.name)));
}

import { CharacterSet } from '../../document/character-set.js';
import { WordSet } from '../../language/numbers/word-set.js';
import { anyOf } from '../pattern.js';
import { notNames, offices, surnames } from './words.js';

const SINGLE = new CharacterSet(surnames.single);
const DOUBLE = new Set(surnames.double);
const OPENER = new RegExp(`^${anyOf(surnames.openers)}`);
const GIVEN_ALONE = new Set(surnames.openers);
const NEVER = new Set(notNames.words);
const NEVER_IN = new CharacterSet(notNames.characters);
const HAN = /^[\u3400-\u9fff\uf900-\ufaff]+$/;
/** Names of other tongues, written with a middle dot: 买买提·艾力. */
const DOTTED = /^[\u3400-\u9fff]{1,8}(?:[·•‧・∙][\u3400-\u9fff]{1,8}){1,3}$/;
/** Names made unrecognisable: 李某, 李某某, 李XX, 王××. */
const HIDDEN = /^(?:某(?:[某甲乙丙丁])?|[Xx×*＊〇○]{1,2})$/;

/** Length of the surname that `text` opens with: 2 for a double surname, 1 for a single one, 0 for none. */
function surnameLength(text: string): number {
  if (DOUBLE.has(text.slice(0, 2))) return 2;
  return SINGLE.has(text.charCodeAt(0)) ? 1 : 0;
}

/**
 * True when folded `text` (no blanks) reads as one person's name and as no other word.
 * A word that opens like a surname but belongs to office language (林业, 党政) is refused.
 */
export function isName(text: string): boolean {
  if (text.length < 2) return false;
  if (DOTTED.test(text)) return true;
  if (text.length > 4) return isLongForeign(text);
  const surname = surnameLength(text);
  if (surname === 0 && !OPENER.test(text)) return false;
  const given = text.slice(surname);
  if (surname > 0 && HIDDEN.test(given)) return true;
  for (let at = surname; at < text.length; at += 1) if (NEVER_IN.has(text.charCodeAt(at))) return false;
  if (!HAN.test(text) || NEVER.has(text) || NEVER.has(text.slice(0, 2)) || NEVER.has(text.slice(-2))) return false;
  if (OPENER.test(text)) return text.length >= 3;
  return surname > 0 && given.length >= 1 && given.length <= 2;
}

const LONG_FOREIGN = { least: 5, most: 7 } as const;
const CLOSER = new RegExp(`(?:${anyOf(surnames.closers)})$`);

/** 乌云其木格, 阿不都热合曼: longer names of other tongues open and end as such names do. */
function isLongForeign(text: string): boolean {
  return text.length >= LONG_FOREIGN.least && text.length <= LONG_FOREIGN.most && HAN.test(text) && OPENER.test(text) && CLOSER.test(text);
}

const PHRASE = new WordSet([...notNames.phraseWords, ...notNames.words, ...offices.titles, ...offices.organs, ...offices.anonymous, ...notNames.phraseCharacters, ...notNames.characters]);
/** Words as long as this are looked for in such names. */
const LONGEST_INSIDE = 2;

/**
 * True when folded `text` can be a name whose surname the table lacks (字永芬, 依力哈木): three or four characters that hold no word of
 * office, function or manner and no grammatical character. Only for slots where nothing but a person can stand, such as behind 乡长 and before 任.
 */
export function mayBeName(text: string): boolean {
  if (text.length < 3 || text.length > 4 || !HAN.test(text)) return false;
  for (let at = 0; at < text.length; at += 1) if (PHRASE.at(text, at, Math.min(text.length, at + LONGEST_INSIDE)) !== null) return false;
  return true;
}

/** True for names of other tongues that are said without a surname (扎西, 巴图). */
export function isGivenAlone(text: string): boolean {
  return GIVEN_ALONE.has(text);
}

/** True when folded `text` can be nothing but a person's name, be its surname known or not: for words that stand where a person or an office may. */
export function isPersonName(text: string): boolean {
  return isName(text) || isGivenAlone(text) || mayBeName(text);
}

/** Longest name this module knows, in UTF-16 code units. */
export const LONGEST_NAME = 24;

import type { FoundList } from '../../index/mod.js';
import { firstFit, valueIn } from '../language/cue-words.js';
import { toldWords } from '../language/told-words.js';
import type { Question } from './read.js';

/** False for a list of other length than the question says: 哪四条 asks for no list of five. */
export function isAsMany({ lang, folded }: Question, { items }: FoundList): boolean {
  const said = firstFit(toldWords().howManyThings[lang], folded)?.groups?.['n'];
  return said === undefined || valueIn(lang, ['numeral'], said) === items.length;
}

/** True where the question says how many things it asks for. */
export function saysHowMany({ lang, folded }: Question): boolean {
  return firstFit(toldWords().howManyThings[lang], folded) !== null;
}

import { fold, type FoundList } from '../../index/mod.js';
import { firstFit, valueIn } from '../language/cue-words.js';
import { toldWords } from '../language/told-words.js';
import type { Question } from './read.js';

/** How many things a question wants to be told (哪三方面); `haveNames` where each has a name of its own (哪五个, 哪三家). */
export interface ThingsAsked {
  readonly count: number;
  readonly haveNames: boolean;
}

/** Null where the question does not say how many. Read from the text as typed, of which a number may be left out once it is read. */
export function thingsAsked({ lang, text }: Pick<Question, 'lang' | 'text'>): ThingsAsked | null {
  const groups = firstFit(toldWords().howManyThings[lang], fold(text).text)?.groups;
  const count = valueIn(lang, ['numeral'], groups?.['n']);
  return count === null ? null : { count, haveNames: groups?.['names'] !== undefined };
}

/** False for a list of other length than the question says: 哪四条 asks for no list of five. */
export function isAsMany(question: Question, { items }: FoundList): boolean {
  const asked = thingsAsked(question);
  return asked === null || asked.count === items.length;
}

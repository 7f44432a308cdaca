import { fold, type FoundList } from '../../index/mod.js';
import { firstFit } from '../language/cue-words.js';
import { toldWords } from '../language/told-words.js';
import type { Question } from './read.js';

const CLAUSE = /[,;:。]/u;

/** What a question names of the things that it asks for (哪几点（数量、栏目那些）); empty when it names fewer than two. Looked for in the question as typed, of which a remark in brackets is no part once it is read. */
export function examplesGiven({ lang, text }: Question): readonly string[] {
  const given = firstFit(toldWords().examplesGiven[lang], fold(text).text)?.groups?.['examples'];
  const examples = toldWords().betweenExamples.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [given ?? '']).filter((one) => one !== '');
  return examples.length > 1 ? examples : [];
}

/** True where `text`, folded, says each of them in a clause or item of its own. */
export function saysEach(examples: readonly string[], text: string): boolean {
  const clauses = text.split(CLAUSE);
  const saying = examples.map((example) => clauses.findIndex((clause) => clause.includes(example)));
  return !saying.includes(-1) && new Set(saying).size === examples.length;
}

/** True for a list of which each of them is said by an item of its own; for any list where no examples are given. */
export function isListOf(examples: readonly string[], { items }: FoundList): boolean {
  return saysEach(examples, items.map(({ text }) => fold(text).text).join(';'));
}

import { fold, type FoundList } from '../../index/mod.js';
import { firstFit } from '../language/cue-words.js';
import { toldWords } from '../language/told-words.js';
import type { Question } from './read.js';

const CLAUSE = /[,;:。]/u;

/** What a question names of the things that it asks for (哪几点（数量、栏目那些）); empty when it names fewer than two. Looked for in the question as typed, of which a remark in brackets is no part once it is read. */
export function examplesGiven({ lang, text }: Question): readonly string[] {
  const examples = partsOf(firstFit(toldWords().examplesGiven[lang], fold(text).text)?.groups?.['examples'] ?? '');
  return examples.length > 1 ? examples : [];
}

/** What a question that asks for the rest of a list knows of it (除了社保和民政，还设了什么窗口): the items, and the question without the words that name them. */
export interface Besides {
  readonly known: readonly string[];
  readonly question: Question;
}

/** Of a question that names nothing of the kind, all of it and no items. */
export function besidesKnown(question: Question): Besides {
  const said = firstFit(toldWords().besides[question.lang], question.folded);
  if (said === null) return { known: [], question };
  const end = said.index + said[0].length;
  return { known: partsOf(said.groups?.['examples'] ?? ''), question: { ...question, terms: question.terms.filter((term) => term.end <= said.index || term.start >= end) } };
}

/** A list without the items that say one of `known`. */
export function withoutKnown(known: readonly string[], list: FoundList): FoundList {
  const items = list.items.filter(({ text }) => !known.some((one) => fold(text).text.includes(one)));
  return { ...list, items };
}

function partsOf(examples: string): readonly string[] {
  return toldWords().betweenExamples.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [examples]).filter((one) => one !== '');
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

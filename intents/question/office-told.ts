import { fold, type FoundRole } from '../../index/mod.js';
import type { Draft } from '../answer/answer.js';
import type { Question } from './read.js';

/**
 * The question with the name of an organisation that is not held read as a word: 财政局公开了几条 may be told by the county's own report.
 * Null when that name stands nowhere in it.
 */
export function withNameAsWord(question: Question, name: string): Question | null {
  const mention = question.organisations.find(({ text }) => text === name);
  if (question.lang !== 'zh' || mention === undefined) return null;
  const { start, end } = mention;
  const word = { text: name, start, end, concept: null, weight: 1 };
  return { ...question, organisations: question.organisations.filter((other) => other !== mention), terms: [...question.terms, word].sort((a, b) => a.start - b.start) };
}

/** True for an answer whose figure the report itself tells of that name. */
export function isToldOf(name: string, { status, rows = [] }: Draft): boolean {
  return status === 'answered' && rows[0]?.label.includes(name) === true;
}

/** 李金锋乡(长): a person whom the report names, and no place. */
export function isOfPerson(name: string, roles: readonly FoundRole[]): boolean {
  return roles.some(({ holder }) => holder !== null && name.startsWith(fold(holder).text));
}

import type { Memory } from '../intent.js';
import { questionWords } from '../language/words.js';
import { longestMention } from './cue.js';
import { DISTINGUISHING } from './strength.js';
import { asksForNumber, startsAsFollowUp } from './find.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** A greeting or thanks with nothing asked, or nothing left once clauses that try to overrule the product are cut off. */
export function politeOnly(question: Question): boolean {
  if (question.terms.length > 0 || question.organisations.length > 0 || question.numbers.length > 0 || question.section !== null) return false;
  return question.folded === '' || longestMention(question.folded, questionWords(question.lang).greeting, question.lang) !== null;
}

/** Asks for what this product never does: edit, write, predict. */
export function unsupported(question: Question): boolean {
  return !asksForNumber(question) && longestMention(question.folded, questionWords(question.lang).refuse, question.lang) !== null;
}

/** True when no word of the question belongs to the world of these reports and nothing before it does. */
export function isUnrelated(question: Question, memory: Memory | null): boolean {
  if ((memory !== null && startsAsFollowUp(question)) || question.terms.length === 0 || question.section !== null || question.numbers.length > 0) return false;
  return !question.terms.some((term) => (term.concept !== null || term.metric !== undefined || namesSomething(term)) && term.weight >= DISTINGUISHING);
}

/** 挂 of 帮我挂个号 is done in any world. */
function namesSomething({ gloss, text }: Term): boolean {
  return gloss !== undefined && (gloss.of === 'en' || text.length > 1);
}

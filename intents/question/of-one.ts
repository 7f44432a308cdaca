import type { ReportCard } from '../../index/mod.js';
import type { Question } from './read.js';

/** The question as if it named the organisation of a report, and no other and no group. */
export function ofOne(question: Question, { orgKey, org }: ReportCard): Question {
  return { ...question, organisations: [{ start: 0, end: 0, keys: [orgKey], guessed: false, text: org.name }] };
}

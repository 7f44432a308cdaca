import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { cues, firstFit } from '../language/cue-words.js';
import type { Question } from './read.js';
import type { Claimed } from './terms.js';

const Words = z.strictObject({ about: z.string(), zh: cues('zh'), en: cues('en') });

let loaded: z.output<typeof Words> | undefined;

/** 2021年公开几条（按2022年年报推算）: the question without the words that say by which report it is to be told, where it names its own year beside them. */
export function withoutBasis(question: Question): Question {
  loaded ??= loadData('intents/language/told-by.json', Words);
  const match = firstFit(loaded[question.lang], question.folded);
  if (match === null) return question;
  const outside = ({ start, end }: Claimed): boolean => end <= match.index || start >= match.index + match[0].length;
  if (question.years.filter(outside).length === 0) return question;
  return { ...question, years: question.years.filter(outside), terms: question.terms.filter(outside), cues: question.cues.filter(outside), numbers: question.numbers.filter(outside) };
}

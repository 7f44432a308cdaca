import { signals, words } from './lexicon.js';
import type { Sentence } from './sentence.js';

/**
 * 我局|公开信息: how far to pass over a word for the office itself, `at` where none stands. What it begins to name (我镇政府) keeps all but the 我;
 * 我局|设6个科室: a deed of one character right before the number. 本单位 names nothing however it goes on, and 我镇政府信息公开 is about 政府信息公开.
 */
export function ownerEnd({ text, numberAt }: Pick<Sentence, 'text' | 'numberAt'>, at: number, to: number): number {
  const pronoun = words.pronounScope.at(text, at, to);
  if (pronoun === null) return at;
  const behind = at + pronoun.length;
  if (words.namesNothing.has(pronoun.slice(1)) || words.ownWork.at(text, behind, to) !== null) return behind;
  const ends = behind >= to - 1 || words.verbs.at(text, behind, to) !== null || words.drop.at(text, behind, to) !== null || words.edgeDrop.at(text, behind, to) !== null || signals.average.at(text, behind, to) !== null || numberAt.get(behind)?.kind === 'date';
  return ends && words.keep.at(text, behind, to) === null ? behind : at + 1;
}

/** 年初、年中两次: when it was done, each time; `at` where fewer than two such times are named. */
export function timesEnd(text: string, at: number, to: number = text.length): number {
  let end = at;
  let named = 0;
  for (let word = words.timesOfYear.at(text, at, to); word !== null; word = words.timesOfYear.at(text, end, to)) {
    named += 1;
    end += word.length;
    const mark = signals.listMarks.at(text, end, to);
    if (mark === null || words.timesOfYear.at(text, end + mark.length, to) === null) break;
    end += mark.length;
  }
  return named > 1 ? end : at;
}

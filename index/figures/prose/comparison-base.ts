import { signals } from './lexicon.js';
import type { Sentence } from './sentence.js';

/** 较上年, 比2021年, 同比: where the comparison's base ends; `at` when none starts here. */
export function baseAt(sentence: Sentence, at: number, to: number): number {
  const { text } = sentence;
  const standing = signals.standing.at(text, at, to);
  if (standing !== null) return at + standing.length;
  const head = signals.comparisonHeads.at(text, at, to);
  if (head === null) return at;
  const behind = at + head.length;
  const date = sentence.numberAt.get(behind);
  if (date?.kind === 'date') return Math.min(to, date.extent.end);
  const base = signals.comparisonBases.at(text, behind, to);
  return base === null ? at : behind + base.length;
}

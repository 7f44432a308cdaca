import { signals } from './lexicon.js';

const PUNCTUATION = /[,;。:、()!?]/;
const YEAR = /(?:19|20)\d{2}年?[初末底]?$/;

/**
 * 栏目由26个精简到19个: true when a number tells what once was, and the number behind it what is now.
 * `before`: the words of its sentence up to the number; `between`: those from its counter to the next number. Both folded.
 */
export function isFormerLevel(before: string, between: string): boolean {
  const led = wordsOfStep(between);
  if (PUNCTUATION.test(between) || signals.levelTo.before(led, led.length) === null) return false;
  if (signals.levelFrom.before(before, before.length) !== null) return true;
  const qualified = beforeOf(before);
  if (qualified === null) return false;
  const base = YEAR.exec(qualified)?.[0] ?? signals.comparisonBases.before(qualified, qualified.length);
  return base !== null && signals.levelFrom.before(qualified, qualified.length - base.length) !== null;
}

/** What stands before the 的 that ends these words; null where none does. */
function beforeOf(words: string): string | null {
  return words.endsWith('的') ? words.slice(0, -1) : null;
}

/** 涨到年底的8900人, 减为2023年的6个: the words by which a number became the next one, without those that say by when. */
export function wordsOfStep(between: string): string {
  const dated = beforeOf(between);
  if (dated === null) return between;
  const moment = YEAR.exec(dated)?.[0] ?? signals.levelMoments.before(dated, dated.length);
  return moment === null ? between : dated.slice(0, dated.length - moment.length);
}

/** True when the word that ends at `end` of a folded question asks for the level reached (精简到几个, 精简后几个), not for how much went (精简了几个). */
export function asksForLevel(question: string, end: number): boolean {
  return signals.levelReached.at(question, end) !== null || signals.levelReached.before(question, end) !== null;
}

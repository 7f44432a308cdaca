import type { Candidate } from './candidates.js';
import { SAID_IN_FULL, type Fit } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import { isLevel, LEVELS } from './level-words.js';
import type { Term } from './terms.js';

/** 乡镇(街道)多少件: a level of government is all that the question names. */
export function namesOnlyLevels(terms: readonly Term[]): boolean {
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  return telling.length > 0 && telling.every(isLevel);
}

/** 收 and 办 tell little and name a deed all the same. */
const SAYS_A_DEED = 0.3;

/** True for a figure of a level itself (乡镇(街道)109件), not of what is called by it (乡便民服务大厅, 县公安局). */
export function isOfLevel({ facets }: Candidate, { explained, surplus, used }: Fit, terms: readonly Term[]): boolean {
  // 镇里头办了好多: a number of towns tells no deed.
  return terms.every((term) => isLevel(term) || term.weight < SAYS_A_DEED || explained.has(term)) && surplus < SAID_IN_FULL && facets.own.some(({ concepts }, i) => used.has(i) && concepts.some((concept) => LEVELS.includes(concept)));
}

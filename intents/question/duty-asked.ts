import { fits } from '../language/cue-words.js';
import { dutyWords } from '../language/duty-words.js';
import type { Question } from './read.js';

/** True for 领导小组负责什么, 窗口是干什么的: asks what something named is there for. */
export function asksDuty({ lang, folded }: Pick<Question, 'lang' | 'folded'>): boolean {
  return fits(dutyWords()[lang], folded);
}

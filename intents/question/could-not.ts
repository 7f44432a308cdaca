import { matchesOf } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';

/** 12户听不清广播: those who could not are not those who could (听清), nor the other way round. */
export function couldOnlyOneOf(failed: string, done: string): boolean {
  return matchesOf(labelCues().couldNot, failed).some(({ 0: said, groups }) => !done.includes(said) && done.includes(`${groups?.['deed']}${groups?.['comes']}`));
}

/** 3个自然村收不到公众号推送: what failed is told only to who asks for it, in that word. */
export function tellsWhatFailed(label: string, question: string): boolean {
  return matchesOf(labelCues().couldNot, label).some(({ 0: said }) => !question.includes(said));
}

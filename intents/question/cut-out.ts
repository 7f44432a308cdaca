import { lexicon } from '../../index/mod.js';

/** Weight from which a word tells figures apart. */
const TELLING = 0.5;
/** Characters from which a shortened word is made of two words. */
const LONG_NAME = 4;
/** Characters that a shortened word leaves out at most. */
const MOST_LEFT_OUT = 3;

/** 行政案件 is not short for 行政复议案件: what it begins with begins a longer name there, which is that of another thing. */
export function isCutOut(short: string, long: string): boolean {
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (short.length < LONG_NAME || same < 2) return false;
  for (let end = same + 1; end <= Math.min(long.length, same + MOST_LEFT_OUT); end += 1) {
    if ((lexicon().meaning('zh', long.slice(0, end)) ?? []).some((id) => (lexicon().concept(id)?.weight ?? 1) >= TELLING)) return true;
  }
  return false;
}

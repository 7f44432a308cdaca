import { matchesOf } from '../../document/matches.js';
import { anyOf } from '../pattern.js';
import { introducers } from './words.js';

/** How strongly the words before a list say that a list follows. */
export type Strength = 'naming' | 'such' | 'object' | 'means';

/** Words that lead in to a list (包括, 分为, 设有), and how surely they do. */
export interface Introducer {
  readonly strength: Strength;
  /** Where the first item begins. */
  readonly end: number;
}

const GROUPS: readonly [Strength, readonly string[]][] = [
  ['naming', introducers.naming],
  ['such', introducers.such],
  ['object', introducers.objects],
  ['means', introducers.means],
];
const STRENGTH = new Map(GROUPS.toReversed().flatMap(([strength, words]) => words.map((word) => [word, strength] as const)));
const KEPT = new Set(introducers.keep);
/** Of a word that is kept (对象) and one that leads in (对象为) the longer is read. */
const ANY = new RegExp(anyOf([...KEPT, ...STRENGTH.keys()]), 'g');
const ORDER: readonly Strength[] = ['naming', 'such', 'object', 'means'];
/** Words further before the first item than this introduce something else. */
const LONGEST_LEAD = 120;
const PARTICLE = /^[了]/;

/**
 * The word in `[start, to)` of folded text behind which the first item begins; null when none stands there.
 * The strongest word wins, among equals the last, as long as words are left behind it. `others` are the other items:
 * 如公布甲、乙 begins behind 公布, 包括公开甲、公开乙 before it.
 */
export function introducerIn(text: string, start: number, to: number, others: readonly string[]): Introducer | null {
  const from = Math.max(start, to - LONGEST_LEAD);
  const found: Introducer[] = [];
  const words = text.slice(from, to);
  for (const match of matchesOf(ANY, words)) {
    const strength = KEPT.has(match[0]) ? undefined : STRENGTH.get(match[0]);
    const end = from + match.index + match[0].length;
    if (strength !== undefined && end < to && !insideQuotes(words, match.index)) found.push({ strength, end });
  }
  const best = ORDER.map((strength) => found.findLast((one) => one.strength === strength)).find((one) => one !== undefined);
  if (best === undefined) return null;
  const behind = found.find((one) => one.strength === 'object' && one.end > best.end && isRightBehind(text, best.end, one.end));
  const word = behind === undefined ? '' : text.slice(best.end, behind.end);
  const end = behind !== undefined && !others.some((other) => other.startsWith(word)) ? behind.end : best.end;
  return { strength: best.strength, end: PARTICLE.test(text.slice(end, to - 1)) ? end + 1 : end };
}

function isRightBehind(text: string, from: number, to: number): boolean {
  return STRENGTH.has(text.slice(from, to));
}

function insideQuotes(words: string, at: number): boolean {
  return words.lastIndexOf('“', at) > words.lastIndexOf('”', at) || words.lastIndexOf('《', at) > words.lastIndexOf('》', at) || words.lastIndexOf('(', at) > words.lastIndexOf(')', at);
}

import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';

/** Words of joining have no more characters. */
const LONGEST_JOINT = 2;

/**
 * True where a title names two things beside each other: 微信、微博情况, and kinds of one thing (依申请公开政府信息和不予公开政府信息). What it says of the
 * one it says nothing of the other.
 */
export function listsBoth(title: string, one: string, other: string): boolean {
  const [a, b] = [title.indexOf(one), title.indexOf(other)];
  if (one === '' || other === '' || a < 0 || b < 0) return false;
  return fits(labelCues().joins, a < b ? title.slice(a + one.length, b) : title.slice(b + other.length, a)) || areKindsOfOne(partsOf(title), one, other);
}

function areKindsOfOne(parts: readonly string[], one: string, other: string): boolean {
  const [first, second] = [parts.filter((part) => part.includes(one)), parts.filter((part) => part.includes(other))];
  return first.length === 1 && second.length === 1 && first[0] !== second[0] && sharesAWord(first[0]!, second[0]!);
}

function sharesAWord(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at += 1) if (b.includes(a.slice(at, at + 2))) return true;
  return false;
}

function partsOf(title: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < title.length; at += 1) {
    const joint = [LONGEST_JOINT, 1].find((length) => at + length <= title.length && fits(labelCues().joins, title.slice(at, at + length)));
    if (joint === undefined) continue;
    parts.push(title.slice(start, at));
    start = at + joint;
    at = start - 1;
  }
  return [...parts, title.slice(start)];
}

import type { PostAt } from './posts.js';
import type { Unit } from './unit.js';

const JOINT = /^[、和与及]$/;

/**
 * 由甲、乙分别任组长、副组长: as many posts as people, so each has one, in order. `posts` are the post words of the sentence, `at` the unit's own.
 * Where the numbers differ nothing says who has which, and nothing is read; a unit with one post or one holder stays as it is.
 */
export function respectively(text: string, unit: Unit, posts: readonly PostAt[], at: number): Unit[] {
  const row = [unit.post];
  for (let next = at + 1; next < posts.length; next += 1) {
    const last = row.at(-1)!;
    if (!JOINT.test(text.slice(last.end, posts[next]!.start))) break;
    row.push(posts[next]!);
  }
  if (row.length === 1 || unit.holders.length === 1) return [unit];
  if (row.length !== unit.holders.length) return [];
  return row.map((post, i) => ({ ...unit, post, end: row.at(-1)!.end, holders: [unit.holders[i]!] }));
}

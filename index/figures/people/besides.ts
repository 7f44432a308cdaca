import { bodyEndingAt } from './body.js';
import type { PostAt } from './posts.js';
import type { Unit } from './unit.js';
import { anyOf, oneOf } from '../pattern.js';
import { roles } from './words.js';

const BESIDES = new RegExp(`^${anyOf(roles.besides.words)}(?!${oneOf(roles.besides.notAfter)})`);
const ENDS = /^(?:$|[,;。、()])/;

/** 甲任副组长兼办公室主任: what the one holder of `unit` is besides, where that post ends its clause. `posts` are the post words of the sentence, `at` the unit's own. */
export function besides(text: string, unit: Unit, posts: readonly PostAt[], at: number): Unit[] {
  const post = posts[at + 1];
  const joint = unit.holders.length === 1 ? BESIDES.exec(text.slice(unit.end, post?.start)) : null;
  if (joint === null || post === undefined || !ENDS.test(text.slice(post.end, post.end + 1))) return [];
  const from = unit.end + joint[0].length;
  const body = bodyEndingAt(text, from, post.start);
  if (body?.start !== from && from < post.start) return [];
  return [{ ...unit, start: from, end: post.end, post, body, listed: false }];
}

import { matchesOf } from '../../document/matches.js';
import { anyOf } from '../pattern.js';
import { posts } from './words.js';

/** A post word in a sentence's folded text. */
export interface PostAt {
  readonly start: number;
  readonly end: number;
}

const POST = new RegExp(`(?:${anyOf(posts.prefixes)})?副?${anyOf(posts.posts.map((post) => post.word))}`, 'g');

/** All post words of folded `text`, in order, each with its 副 and 常务. */
export function postsIn(text: string): PostAt[] {
  return matchesOf(POST, text).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

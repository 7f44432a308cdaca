import { CharacterSet } from '../../document/character-set.js';
import { matchesOf } from '../../document/matches.js';
import type { Range } from './holder.js';
import { anyOf } from '../pattern.js';
import { bodies, posts, roles } from './words.js';

/** A body that a sentence names; offsets count in its folded text. */
export interface Body extends Range {
  readonly kind: string;
}

const KIND = new Map(bodies.nouns.map((noun) => [noun.word, noun.kind]));
const NOUN = new RegExp(anyOf(bodies.nouns.map((noun) => noun.word)), 'g');
const STOP = new RegExp(`${anyOf([...bodies.keep, ...bodies.pronouns])}|(${anyOf(bodies.stops)})`, 'g');
const PRONOUN = new RegExp(`^${anyOf(bodies.pronouns)}`);
const RELATIVE = new RegExp(`^${anyOf(roles.relative)}`);
const KINDS = new Map(posts.posts.map((post) => [post.word, post.kinds]));
const EDGE = new CharacterSet(',;。:!?()、“”"《》<>');
const LONGEST_BODY = 40;

/** All bodies named in folded `text`, in order: a body noun with the words that belong before it. */
export function bodiesIn(text: string): Body[] {
  const found: Body[] = [];
  for (const match of matchesOf(NOUN, text)) {
    const end = match.index + match[0].length;
    const kind = KIND.get(match[0]) ?? 'none';
    if (kind !== 'none') found.push({ start: bodyStart(text, match.index, end), end, kind });
  }
  return found;
}

/** The body that ends exactly at `end`, looking back no further than `from`; null when the words there are no body. */
export function bodyEndingAt(text: string, from: number, end: number): Body | null {
  const last = bodiesIn(text.slice(from, end)).at(-1);
  return last !== undefined && from + last.end === end ? { start: from + last.start, end, kind: last.kind } : null;
}

/** The words in `[from, end)` as a field of work (政府信息公开工作), without verb and pronoun; null when nothing, or only 本单位 …, is left. */
export function fieldOfWork(text: string, from: number, end: number): Body | null {
  if (RELATIVE.test(text.slice(from, end))) return null;
  const start = Math.max(from, bodyStart(text, end, end));
  return end - start >= 2 && !RELATIVE.test(text.slice(start, end)) ? { start, end, kind: 'work' } : null;
}

/** Where the words of a body begin: after the last punctuation, verb or pronoun before its noun. */
function bodyStart(text: string, noun: number, end: number): number {
  let start = noun;
  while (start > 0 && end - start < LONGEST_BODY && !EDGE.has(text.charCodeAt(start - 1))) start -= 1;
  const edge = start;
  for (const match of matchesOf(STOP, text.slice(edge, noun))) if (match[1] !== undefined) start = edge + match.index + match[0].length;
  return start + (PRONOUN.exec(text.slice(start, noun))?.[0].length ?? 0);
}

/** True when a body of this kind can have such a post: a 小组 has a 组长, a 中心 has a 主任. */
export function canHave(kind: string, post: string): boolean {
  return kindsOf(post).includes(kind);
}

/** True for posts of a task rather than of a body: 第一责任人, 负责人. */
export function isOfWork(post: string): boolean {
  return kindsOf(post).includes('work');
}

/** True for posts that need no body and take the words before them into their own name: 信息发布员, 网络发言人. */
export function isOfPerson(post: string): boolean {
  return kindsOf(post).includes('person');
}

function kindsOf(post: string): readonly string[] {
  for (let from = 0; from < post.length - 1; from += 1) {
    const kinds = KINDS.get(post.slice(from));
    if (kinds !== undefined) return kinds;
  }
  return [];
}

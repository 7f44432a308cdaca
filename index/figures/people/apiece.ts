import type { KnownBody } from './assign.js';
import { bodiesIn } from './body.js';
import type { Unit } from './unit.js';
import { anyOf } from '../pattern.js';
import { roles } from './words.js';

const APIECE = new RegExp(anyOf(roles.apiece));
const JOINT = new Set(roles.connectors);

/**
 * For each holder of `unit`, in order, the words of the body that the post is in; null where none is named.
 * 成立甲小组和乙专班，组长分别由丙和丁担任: each has one of the bodies; where their numbers differ nothing says who has which, and none is told.
 */
export function bodiesApiece(text: string, unit: Unit, body: KnownBody | null): (string | null)[] {
  const all = unit.holders.map(() => body?.words ?? null);
  if (body === null || unit.holders.length < 2 || !APIECE.test(text.slice(unit.start, unit.end))) return all;
  const parts = partsOf(body.words);
  if (parts.length < 2) return all;
  return parts.length === unit.holders.length ? parts : unit.holders.map(() => null);
}

/** 甲小组和乙专班: cut where 、 or 和 stands right behind the noun of a body. */
function partsOf(words: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { end } of bodiesIn(words)) {
    if (!JOINT.has(words[end] ?? '\n')) continue;
    parts.push(words.slice(from, end));
    from = end + 1;
  }
  return [...parts, words.slice(from)];
}

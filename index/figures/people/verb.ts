import { matchesOf } from '../../document/matches.js';
import { anyOf } from '../pattern.js';
import { roles } from './words.js';

const STRONG = new RegExp(anyOf(roles.strong), 'g');
const WEAK = new RegExp(anyOf(roles.weak), 'g');
const CLOSER = new RegExp(anyOf(roles.closers), 'g');

/** A verb that gives a post to a holder; offsets in the text that was searched. */
export interface VerbAt {
  readonly start: number;
  readonly end: number;
}

/** 担任, 任 … in `[from, to)`, last first, then 为, 是 …, last first: 为 is a verb only where nothing stronger stands. */
export function roleVerbs(text: string, from: number, to: number): VerbAt[] {
  return [...verbs(text, from, to, STRONG).toReversed(), ...verbs(text, from, to, WEAK).toReversed()];
}

/** 担任, 任, 组成 … in `[from, to)`, in order: what closes 由甲…. */
export function closingVerbs(text: string, from: number, to: number): VerbAt[] {
  return verbs(text, from, to, CLOSER);
}

/** True when a role verb stands in `[from, to)`: such words name no office. */
export function holdsVerb(text: string, from: number, to: number): boolean {
  return verbs(text, from, to, STRONG).length > 0 || verbs(text, from, to, WEAK).length > 0;
}

/** The characters that look like verbs but belong to another word (主任, 为民, 任务) are left out. */
function verbs(text: string, from: number, to: number, pattern: RegExp): VerbAt[] {
  const found: VerbAt[] = [];
  for (const match of matchesOf(pattern, text.slice(from, to))) {
    const start = from + match.index;
    const end = start + match[0].length;
    const before = text[start - 1] ?? '\n';
    const after = text[end] ?? '\n';
    if (!(roles.notVerbBefore[match[0]] ?? '').includes(before) && !(roles.notVerbAfter[match[0]] ?? '').includes(after)) found.push({ start, end });
  }
  return found;
}

import { matchesOf } from '../../document/matches.js';
import { anyOf, oneOf } from '../pattern.js';
import { tails } from './words.js';

/** How the last item of a list ends. Offsets in folded text. */
export interface Tail {
  /** Where the last item ends. */
  readonly end: number;
  /** Ends in 等, so that there may be more. */
  readonly open: boolean;
  /** 三项, 四个 …: how many the text says there are. */
  readonly count: number | null;
  /** True for 负责人为成员 and the like: what was listed are members. */
  readonly members: boolean;
  /** True where the words behind say what the items are together (的工作格局). */
  readonly shapes?: boolean;
  /** True where the words behind say what is set up at the places listed. */
  readonly founds?: boolean;
}

/** A last item with all that may stand behind it; longer chunks are cut here and are then too long for an item. */
const LONGEST_CHUNK = 80;
const OPEN = new RegExp(`${anyOf(tails.notOpen)}|(等等?)`, 'g');
const COUNT = new RegExp(`(?:共计?)?(${oneOf(Object.keys(tails.numerals).join(''))}|\\d{1,2})(?:大)?${oneOf(tails.counters)}`, 'g');
const SLOGAN = new RegExp(`“(${oneOf(Object.keys(tails.numerals).join(''))})[^“”]{1,8}”`);
const MEMBERS = new RegExp(anyOf(tails.members));
/** 的工作格局: what the items are together. */
const SHAPE = new RegExp(`${tails.of}\\p{Script=Han}{0,6}${anyOf(tails.shapes)}$`, 'u');
const CONNECTOR = new RegExp(`${anyOf(tails.connectorKeep)}|(${anyOf(tails.connectors)})`, 'g');
const LATER_COUNT = new RegExp(`^(?:共|共计)?(${oneOf(Object.keys(tails.numerals).join(''))}|\\d{1,2})(?:大)?${oneOf(tails.counters)}`);

/** Reads the end of a list in its last chunk `[from, end)`: 等, a count, or words that make the items members. */
export function tailOf(text: string, from: number, end: number, items: number): Tail {
  const to = Math.min(end, from + LONGEST_CHUNK);
  const words = text.slice(from, to);
  for (const match of matchesOf(OPEN, words)) {
    if (match[1] === undefined || match.index === 0 || insideMarks(words, match.index)) continue;
    const count = numberOf(LATER_COUNT.exec(words.slice(match.index + match[0].length))?.[1]);
    return { end: from + match.index, open: count !== items, count, members: MEMBERS.test(words.slice(match.index)) };
  }
  // 机构、人员、经费“三到位”: the slogan behind the last item counts them.
  const slogan = SLOGAN.exec(words);
  if (slogan !== null && slogan.index > 0 && numberOf(slogan[1]) === items) return { end: from + slogan.index, open: false, count: items, members: false };
  for (const match of matchesOf(COUNT, words)) {
    const count = numberOf(match[1]);
    // 甲和乙两类: a connector in the last chunk is one item more.
    if (match.index > 0 && count !== null && (count === items || count === items + connectorsIn(words.slice(0, match.index)))) return { end: from + match.index, open: false, count, members: false };
  }
  const shape = SHAPE.exec(words);
  if (shape !== null && shape.index > 1) return { end: from + shape.index, open: false, count: null, members: false, shapes: true };
  const members = MEMBERS.exec(words);
  return members !== null && members.index > 0 ? { end: from + members.index, open: false, count: null, members: true } : { end: to, open: false, count: null, members: false };
}

/** Where the last chunk `[from, end)` is cut once more by 和, 及, 以及, 与: the two items' bounds, or null. */
export function lastConnector(text: string, from: number, end: number): { readonly first: number; readonly second: number } | null {
  let best: { first: number; second: number; length: number } | null = null;
  const words = text.slice(from, end);
  for (const match of matchesOf(CONNECTOR, words)) {
    if (match[1] === undefined || match.index < 2 || match.index + match[0].length > words.length - 2 || insideMarks(words, match.index)) continue;
    if (best === null || match[0].length >= best.length) best = { first: from + match.index, second: from + match.index + match[0].length, length: match[0].length };
  }
  return best;
}

function connectorsIn(words: string): number {
  return lastConnector(words, 0, words.length) === null ? 0 : 1;
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return tails.numerals[word] ?? (/^\d+$/.test(word) ? Number(word) : null);
}

function insideMarks(words: string, at: number): boolean {
  return words.lastIndexOf('“', at) > words.lastIndexOf('”', at) || words.lastIndexOf('《', at) > words.lastIndexOf('》', at) || words.lastIndexOf('(', at) > words.lastIndexOf(')', at);
}

import { matchesOf } from '../../document/matches.js';
import { endsInTitle, isOffice, type Range } from './holder.js';
import { isName, LONGEST_NAME } from './name.js';
import { anyOf } from '../pattern.js';
import { roles } from './words.js';

/** A line of a staff list, 甲：副镇长，负责农业。; offsets in its folded text. */
export interface StaffLine {
  readonly name: Range;
  /** All the offices together, and each of them. */
  readonly offices: Range;
  readonly posts: readonly Range[];
  readonly duties: readonly Range[];
}

const OFFICE_PARTS = /[^、兼和]+/gu;
const DUTY = new RegExp(`(${anyOf(roles.staff.omitted)})|${anyOf(roles.staff.kept)}`, 'y');
const ADVERBS = new RegExp(`^(?:[,;。:]|${anyOf(roles.staff.openers)})*`);
/** UTF-16 units; further than this nobody's offices run. */
const LONGEST_OFFICES = 60;

/** Reads folded `text` as a line of a staff list: a name before a colon, then nothing but offices. Null when it is none. */
export function staffLine(text: string): StaffLine | null {
  const colon = text.indexOf(':');
  if (colon < 2 || colon > LONGEST_NAME || !isName(text.slice(0, colon))) return null;
  const offices = officesIn(text, colon + 1);
  return offices === null ? null : { name: { start: 0, end: colon }, ...offices, duties: dutiesFrom(text, offices.offices.end) };
}

/** What a sentence right below a staff line gives the same person to do: 分管林政、信访。 · 具体分管：林政。 None when it does not open with a duty. */
export function dutiesBelow(text: string): readonly Range[] {
  return dutiesFrom(text, 0);
}

/** Runs of offices from `from` on, as far as each clause is nothing else. */
function officesIn(text: string, from: number): Pick<StaffLine, 'offices' | 'posts'> | null {
  const posts: Range[] = [];
  let end = from;
  while (end < text.length && end - from <= LONGEST_OFFICES) {
    const start = end + (text[end] === ',' ? 1 : 0);
    const stop = text.slice(start).search(/[,;。]|$/u) + start;
    const parts = matchesOf(OFFICE_PARTS, text.slice(start, stop)).map((part) => ({ start: start + part.index, end: start + part.index + part[0].length }));
    if (parts.length === 0 || parts.some((part) => !isTitle(text.slice(part.start, part.end)))) break;
    posts.push(...parts);
    end = stop;
    if (text[end] !== ',') break;
  }
  return posts.length === 0 ? null : { offices: { start: from, end: posts.at(-1)!.end }, posts };
}

function isTitle(words: string): boolean {
  return isOffice(words) && endsInTitle(words);
}

/** 负责全场工作 gives the work alone, 分管综合股 the verb too: which of the two says more than who does it. */
function dutiesFrom(text: string, from: number): Range[] {
  const start = from + ADVERBS.exec(text.slice(from))![0].length;
  DUTY.lastIndex = start;
  const verb = DUTY.exec(text);
  if (verb === null) return [];
  const behind = start + verb[0].length + (text[start + verb[0].length] === ':' ? 1 : 0);
  const stop = text.slice(behind).search(/[;。]|$/u) + behind;
  if (stop - behind < 2) return [];
  return [{ start: verb[1] === undefined ? start : behind, end: stop }];
}

import type { Folded } from '../../document/folded.js';
import { matchesOf } from '../../document/matches.js';
import { isGivenAlone, isName, LONGEST_NAME, mayBeName } from './name.js';
import { anyOf } from '../pattern.js';
import { bodies, endingIn, offices, roles } from './words.js';

/** `[start, end)` in the folded text of a sentence. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Who fills a post, as far as the words go. */
export interface Holder {
  readonly name: Range | null;
  readonly office: Range | null;
}

interface Piece extends Range {
  readonly holder: Holder | null;
}

const TITLES = new Set([...offices.titles, ...offices.organs]);
const DOTTED_TITLES = new Set(offices.titles);
const RANKS = new Set(offices.ranks);
const ENDS = new Set([...TITLES, ...offices.anonymous]);
const ANONYMOUS = new Set(offices.anonymous);
const NOT_INSIDE = new RegExp(anyOf(roles.notInOffice));
const LONGEST_END = Math.max(...[...ENDS].map((word) => word.length));
const STARTS = new RegExp(`^${anyOf(offices.starts)}`);
const LEADING = new RegExp(`^(?:[、,]|${anyOf(roles.leading)})`);
const TRAILING = new RegExp(`${anyOf(roles.trailing)}$`);
const CONNECTOR = new RegExp(`${anyOf(roles.connectorKeep)}|(${anyOf(roles.connectors)})`, 'g');
const PAST = new RegExp(`^${anyOf(roles.pastOpeners)}|${anyOf(roles.past)}`);
const SETS_UP = new RegExp(anyOf(bodies.founding));
/** A name behind a rank is at most this long when its surname is unknown. */
const LONGEST_UNKNOWN = 4;
/** 组织召开 is a deed, 组织委员 an office. */
const NO_OFFICE_START = new RegExp(`^(?!${anyOf(roles.officeStart)})${anyOf(roles.notOfficeStart)}`);
const NOT_IN_OFFICE = /[“”"《》<>:;。!?]/;
const LONGEST_PHRASE = 90;

/**
 * Reads `[start, end)` of a folded sentence as the words that say who fills a post.
 * Several people give several holders; offices without a name give one holder that keeps all their words.
 * Null when the words are neither, or speak of a former holder: nothing is joined by guess.
 * With `onlyPeople` the slot takes nobody but people (主编为…, 组长：…), so that a lone name may have a surname that the table lacks.
 */
export function readHolders(line: Folded, start: number, end: number, onlyPeople = false): Holder[] | null {
  const { start: from, end: to } = trimmed(line.text, start, end);
  const words = line.text.slice(from, to);
  if (words === '' || words.length > LONGEST_PHRASE || PAST.test(words)) return null;
  const pieces = split(line, from, to);
  if (pieces.every((piece) => piece.holder === null)) {
    if (isOffice(words)) return [{ name: null, office: { start: from, end: to } }];
    return onlyPeople && pieces.length === 1 && words.length === 3 && mayBeName(words) ? [{ name: { start: from, end: to }, office: null }] : null;
  }
  return joined(line.text, pieces);
}

/** 党委书记、镇长陈某 is one person with two offices; an office with no person behind it stays unnamed. */
function joined(text: string, pieces: readonly Piece[]): Holder[] | null {
  const holders: Holder[] = [];
  let pending: Range | null = null as Range | null;
  for (const piece of pieces) {
    if (piece.holder === null) {
      if (!isOffice(text.slice(piece.start, piece.end))) return null;
      pending = { start: pending === null ? piece.start : pending.start, end: piece.end };
      continue;
    }
    const office: Range | null = piece.holder.office;
    const before = office !== null && piece.holder.name !== null && office.start < piece.holder.name.start;
    if (pending !== null && !before) holders.push({ name: null, office: pending });
    holders.push(pending !== null && before ? { ...piece.holder, office: { start: pending.start, end: office.end } } : piece.holder);
    pending = null;
  }
  if (pending !== null) holders.push({ name: null, office: pending });
  return holders;
}

/** True when the words end in an office, an organ or a nameless kind of person: 乡分管领导, 党政办, 专人. */
export function isOffice(words: string): boolean {
  const plain = words.endsWith('等') ? words.slice(0, -1) : words;
  return plain.length > 1 && !NOT_IN_OFFICE.test(plain) && endingIn(plain, ENDS, LONGEST_END) !== null;
}

/** True when the words end in what a person is called by (股长, 分管领导), not in an organ (股). */
export function endsInTitle(words: string): boolean {
  return endingIn(words, DOTTED_TITLES, LONGEST_END) !== null;
}

/** True for words that open with a verb or preposition (建立主要领导…, 邀请县政府办主任…) or hold one (街道要求主要领导), so that they are no office alone. */
export function startsNoOffice(words: string): boolean {
  return NO_OFFICE_START.test(words) || NOT_INSIDE.test(words);
}

/** True for 专人, 专职人员: somebody who is neither named nor has a title. */
export function isAnonymous(words: string): boolean {
  return endingIn(words, ANONYMOUS, LONGEST_END) !== null;
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  for (let match = LEADING.exec(text.slice(from, to)); match !== null; match = LEADING.exec(text.slice(from, to))) from += match[0].length;
  for (let match = TRAILING.exec(text.slice(from, to)); match !== null && !isOfTitle(text.slice(from, to), match[0]); match = TRAILING.exec(text.slice(from, to))) to -= match[0].length;
  return { start: from, end: to };
}

/** 镇主要负责同志: the last word belongs to the title and is no courtesy. */
function isOfTitle(words: string, last: string): boolean {
  return (endingIn(words, ENDS, LONGEST_END)?.length ?? 0) > last.length;
}

/** Cuts at 、和与及 outside brackets. */
function split(line: Folded, start: number, end: number): Piece[] {
  const words = line.text.slice(start, end);
  const pieces: Piece[] = [];
  let depth = 0;
  let seen = 0;
  let from = start;
  const close = (at: number): void => {
    if (at > from) pieces.push({ start: from, end: at, holder: person(line, from, at) });
  };
  for (const match of matchesOf(CONNECTOR, words)) {
    for (; seen < match.index; seen += 1) depth += words[seen] === '(' ? 1 : words[seen] === ')' ? -1 : 0;
    // 局长某家和: what joins nothing ends a name.
    if (match[1] === undefined || depth > 0 || match.index + match[0].length === words.length) continue;
    close(start + match.index);
    from = start + match.index + match[0].length;
  }
  close(end);
  return pieces;
}

/** One person: a name alone, or with the office before it, behind it, or in a bracket behind it. Null when no name stands there. */
function person(line: Folded, start: number, end: number): Holder | null {
  const bracket = bracketAt(line.text, start, end);
  const { start: from, end: to } = trimmed(line.text, start, bracket?.open ?? end);
  const words = line.text.slice(from, to);
  const dotted = titleBeforeDot(words);
  if (dotted > 0 && isPerson(words.slice(dotted))) return { name: { start: from + dotted, end: to }, office: { start: from, end: from + dotted } };
  if (isPerson(words)) return { name: { start: from, end: to }, office: bracket?.office ?? null };
  for (let length = Math.min(LONGEST_NAME, words.length - 1); length >= 2; length -= 1) {
    const before = words.slice(0, -length);
    if (isPerson(words.slice(-length)) && endingIn(before, TITLES, LONGEST_END) !== null && !goesOn(words, before.length)) return { name: { start: to - length, end: to }, office: { start: from, end: to - length } };
  }
  return nameFirst(line, from, to) ?? unknownSurname(words, from, to);
}

/** 总会计|师江帆: the title before `at` takes one character more, behind which a name is left. */
function goesOn(words: string, at: number): boolean {
  const title = endingIn(words.slice(0, at + 1), TITLES, LONGEST_END);
  return title !== null && title.length > 2 && words.slice(0, at).endsWith(title.slice(0, -1)) && isPerson(words.slice(at + 1));
}

/** 乡人大主席字永芬, 区长巴图: a rank stands directly before a given name alone, or before three or four characters that are no other word. */
function unknownSurname(words: string, from: number, to: number): Holder | null {
  for (let length = 2; length <= LONGEST_UNKNOWN; length += 1) {
    const name = words.slice(-length);
    if ((mayBeName(name) || isGivenAlone(name)) && endingIn(words.slice(0, -length), RANKS, LONGEST_END) !== null) return { name: { start: to - length, end: to }, office: { start: from, end: to - length } };
  }
  return null;
}

/** 鄢北辰 乡长: a blank printed between name and office decides where the name ends; else the office must begin like one. 计财股等股室长 is many offices. */
function nameFirst(line: Folded, from: number, to: number): Holder | null {
  const words = line.text.slice(from, to);
  const spaced = [2, 3, 4].filter((length) => line.start[from + length]! - line.start[from + length - 1]! > 1);
  for (const length of [...spaced.toReversed(), 3, 2, 4]) {
    const office = words.slice(length);
    if (office.length >= 2 && !office.slice(0, -1).includes(offices.andOthers) && !SETS_UP.test(office) && isPerson(words.slice(0, length)) && isOffice(office) && (spaced.includes(length) || STARTS.test(office))) {
      return { name: { start: from, end: from + length }, office: { start: from + length, end: to } };
    }
  }
  return null;
}

/** 副县长阿不都·热合曼: how many characters the title before a dotted name takes; 0 for none. */
function titleBeforeDot(words: string): number {
  const dot = words.search(/[·•‧・∙]/);
  for (let cut = dot - 1; cut >= 2; cut -= 1) if (endingIn(words.slice(0, cut), DOTTED_TITLES, LONGEST_END) !== null) return cut;
  return 0;
}

function bracketAt(text: string, start: number, end: number): { open: number; office: Range | null } | null {
  if (text[end - 1] !== ')') return null;
  const open = text.lastIndexOf('(', end - 1);
  if (open <= start) return null;
  return { open, office: isOffice(text.slice(open + 1, end - 1)) ? { start: open + 1, end: end - 1 } : null };
}

/** A name that is not at the same time an office or an organ: 文化站 opens like a name and is none. */
function isPerson(words: string): boolean {
  return words.length <= LONGEST_NAME && isName(words) && endingIn(words, ENDS, LONGEST_END) === null;
}

import type { Folded } from '../../document/folded.js';
import { matchesOf } from '../../document/matches.js';
import { bodyEndingAt, canHave, fieldOfWork, isOfPerson, isOfWork, type Body } from './body.js';
import { clauseEnd, clauseStart } from './clause.js';
import { endsInTitle, isOffice, readHolders, startsNoOffice, type Holder, type Range } from './holder.js';
import type { Line } from './line.js';
import { isName } from './name.js';
import { closingVerbs, holdsVerb, roleVerbs } from './verb.js';
import { marksIn } from '../lists/marks.js';
import { anyOf } from '../pattern.js';
import { bodies, posts, roles } from './words.js';

/** One statement "these hold this post"; offsets count in the sentence's folded text. */
export interface Unit extends Range {
  readonly post: Range;
  readonly body: Body | null;
  readonly holders: readonly Holder[];
  /** True when the holders run to the end of a 组长：… line, so that the next line may go on with them. */
  readonly listed: boolean;
  /** True for a duty that says what it is about, so that it takes no body from the words before it. */
  readonly complete?: boolean;
}

const INTRODUCER = new RegExp(anyOf(roles.introducers), 'g');
const FOUNDED = new RegExp(anyOf(bodies.founding), 'g');
const NO_LONGER = new RegExp(`(?:${anyOf([...roles.past, ...roles.pastOpeners])})$`);
const AFTER_POST = new RegExp(`^(?:$|[,;。、()!?”"]|${anyOf([...roles.afterPost, ...roles.postWords])})`);
const MODIFIER = new RegExp(`^${anyOf([...roles.modifiers, ...roles.continuing])}$`);
const POST_FIRST = new RegExp(`^\\)?(?:\\([^()]{0,12}\\))?${anyOf(roles.postWords)}?(?:[一二两三四五\\d]{1,2}[${roles.countable}],?)?${anyOf(roles.continuing)}?(${anyOf(roles.namesHolder)})`);
const BEFORE_POST = new RegExp(`(?:的|${anyOf(roles.foundingTails)})$`);
const NOT_PEOPLE = new RegExp(`${anyOf(posts.notPeople)}$`);
/** 填报人：甲 联系电话：…: the next label of a line of labels. */
const LABEL = new RegExp(anyOf(roles.labels));
const CLOSED = new RegExp(`${anyOf(roles.strong)}$`);
const ALONE = new RegExp(`^(?:[、)]|${anyOf([...roles.beforeAlone, ...roles.foundingTails])})*$`);

/** 由甲任（某某小组）组长: the holder stands before a verb, the post behind it. Null when the words say no such thing. */
export function holderFirst(line: Folded, post: Range, floor: number): Unit | null {
  const { text } = line;
  if (!AFTER_POST.test(text.slice(post.end, post.end + 2))) return null;
  const start = clauseStart(text, post.start, floor);
  for (const verb of roleVerbs(text, start, post.start)) {
    const between = betweenVerbAndPost(text, verb.end, post);
    if (between === null) continue;
    const before = holdersBefore(line, start, verb.start, takesPeople(text, post));
    if (before !== null) return { start: before.from, end: post.end, post: between.post, body: between.body ?? before.body, holders: before.holders, listed: false };
  }
  return null;
}

/** What stands between verb and post: a body (任 … 领导小组 组长), the post's own words (担任 信息 发布员) or nothing. Null for other words. */
function betweenVerbAndPost(text: string, from: number, post: Range): { post: Range; body: Body | null } | null {
  let end = post.start;
  if (text[end - 1] === '的') end -= 1;
  const words = text.slice(from, end);
  if (words === '' || MODIFIER.test(words)) return { post, body: null };
  if (words.length > 40 || /[、,;:“”]/.test(words) || holdsVerb(text, from, end)) return null;
  const name = text.slice(post.start, post.end);
  if (isOfPerson(name)) return words.length <= 12 ? { post: { start: from, end: post.end }, body: null } : null;
  const body = bodyEndingAt(text, from, end);
  if (body !== null) return { post, body };
  if (isOfWork(name)) return { post, body: fieldOfWork(text, from, end) };
  return isOffice(words) ? { post, body: { start: from, end, kind: 'work' } } : null;
}

/** True for posts that only people fill: 组长, 主编, not 成员 or 责任科室. */
function takesPeople(text: string, post: Range): boolean {
  return !NOT_PEOPLE.test(text.slice(post.start, post.end));
}

function holdersBefore(line: Folded, start: number, end: number, people: boolean): { from: number; holders: Holder[]; body: Body | null } | null {
  const { text } = line;
  for (const match of matchesOf(INTRODUCER, text.slice(start, end)).toReversed()) {
    const at = start + match.index;
    const holders = plainHolders(line, at + match[0].length, end, people && match[0] === '由');
    if (holders === null) continue;
    return NO_LONGER.test(text.slice(start, at)) ? null : { from: at, holders, body: bodyEndingAt(text, start, at) };
  }
  const from = behindFounding(text, start, end);
  const holders = plainHolders(line, from, end);
  return holders === null ? null : { from, holders, body: null };
}

/** 街道成立办事处主任担任组长…的领导小组: what is founded comes last, who leads it right behind the verb. */
function behindFounding(text: string, start: number, end: number): number {
  const founded = matchesOf(FOUNDED, text.slice(start, end)).at(-1);
  return founded !== undefined && isOffice(text.slice(start + founded.index + founded[0].length, end)) ? start + founded.index + founded[0].length : start;
}

/** Holders whose offices hold no verb: 甲为组长、乙 is not the office of anybody. */
function plainHolders(line: Folded, from: number, to: number, onlyPeople = false): Holder[] | null {
  const holders = readHolders(line, from, to, onlyPeople);
  return holders === null || holders.some(({ office }) => office !== null && holdsVerb(line.text, office.start, office.end)) ? null : holders;
}

/** （某某小组）组长由甲担任 · 组长：甲 · 组长为甲: the post stands first. Null when the words say no such thing. */
export function postFirst(line: Line, post: Range, floor: number, next: Range | undefined): Unit | null {
  const { text } = line;
  const mark = POST_FIRST.exec(text.slice(post.end, post.end + 24)) ?? (isSpaced(line, post.end) ? BLANK : namesFollow(text, post) ? BESIDE : null);
  if (mark === null) return null;
  const left = leftOfPost(text, post, floor);
  if (left === null) return null;
  const people = takesPeople(text, post);
  const [said, sign] = [mark[0] ?? '', mark[1] ?? ''];
  const from = post.end + said.length;
  const to = Math.min(clauseEnd(text, from), nextStatement(text, from, next), nextLabel(text, from));
  const read = sign === '由' ? closed(line, from, to, people) : sign === ':' ? withOfficeBehind(text, open(line, from, to, sign, next, people)) : open(line, from, to, sign, next, people);
  if (read === null) return null;
  const holders = left.office === null ? read.holders : read.holders.map((holder) => ({ ...holder, office: holder.office ?? left.office }));
  if ((mark === BLANK || mark === BESIDE) && !((left.alone || left.body !== null) && holders.every(({ name }) => name !== null))) return null;
  return { start: left.start, end: read.end, post: left.post, body: left.body, holders, listed: sign === ':' && read.end === text.length };
}

/** 2.联络员：甲, 二是组长由甲担任: the mark of an enumeration is no part of the post; where, at most at `to`, the words behind it begin. */
function behindMark(text: string, start: number, to: number): number {
  return start + (marksIn(text.slice(start, to + 1)).find((mark) => mark.start === 0)?.end ?? 0);
}

/** 组长 甲: a blank printed behind a post that opens its clause does the work of a colon, for names only. */
const BLANK: readonly string[] = ['', ':'];

/** 组长甲，副组长乙、丙: nothing but names up to the mark. */
const BESIDE: readonly string[] = ['', ':'];

function namesFollow(text: string, post: Range): boolean {
  if (!canHave('group', text.slice(post.start, post.end)) || !takesPeople(text, post)) return false;
  const names = text.slice(post.end, clauseEnd(text, post.end)).split('、');
  return names.every((name) => isName(name));
}

function isSpaced(line: Folded, at: number): boolean {
  return at < line.text.length && line.start[at]! - line.start[at - 1]! > 1;
}

interface Left {
  /** True when nothing stands before the post in its clause. */
  readonly alone: boolean;
  readonly start: number;
  readonly post: Range;
  readonly body: Body | null;
  /** 局长（领导小组组长）：甲 gives the office before the bracket. */
  readonly office: Range | null;
}

function leftOfPost(text: string, post: Range, floor: number): Left | null {
  const start = behindMark(text, clauseStart(text, post.start, floor), post.start);
  const office = text[start - 1] === '(' && text[post.end] === ')' ? officeBefore(text, start - 1, floor) : null;
  if (ALONE.test(text.slice(start, post.start))) return { alone: true, start, post, body: null, office };
  const end = post.start - (BEFORE_POST.exec(text.slice(start, post.start))?.[0].length ?? 0);
  const name = text.slice(post.start, post.end);
  if (isOfPerson(name)) return end - start <= 12 && end === post.start ? { alone: false, start, post: { start: text[start] === '、' ? start + 1 : start, end: post.end }, body: null, office } : null;
  const body = bodyEndingAt(text, start, end);
  if (body !== null) return { alone: false, start, post, body, office };
  return isOfWork(name) ? { alone: false, start, post, body: fieldOfWork(text, start, end), office } : null;
}

function officeBefore(text: string, end: number, floor: number): Range | null {
  const start = clauseStart(text, end, floor);
  return isOffice(text.slice(start, end)) ? { start, end } : null;
}

/** A following post ends the holders only where its own statement begins (组长：甲副组长：乙); in 主任张三 it belongs to the holder. */
function nextStatement(text: string, from: number, next: Range | undefined): number {
  if (next === undefined || next.start <= from) return text.length;
  return POST_FIRST.test(text.slice(next.end, next.end + 24)) && /[、)\u3400-\u9fff]/.test(text[next.start - 1]!) ? next.start : text.length;
}

function nextLabel(text: string, from: number): number {
  const at = text.slice(from, from + 24).search(LABEL);
  return at < 0 ? text.length : from + at;
}

/** 由甲担任, 由甲等组成: nothing is read unless a verb closes it. */
function closed(line: Folded, from: number, to: number, people: boolean): { end: number; holders: Holder[] } | null {
  for (const verb of closingVerbs(line.text, from, to)) {
    const holders = plainHolders(line, from, verb.start, people);
    if (holders !== null) return { end: verb.end, holders };
  }
  return null;
}

/** 组长：甲 · 副组长：乙、丙 · 组长为甲: to the end of the clause. In 主任为成员 what follows is the post, so nothing is read. */
function open(line: Line, from: number, to: number, mark: string, next: Range | undefined, people: boolean): { end: number; holders: Holder[] } | null {
  // 成员：组长 甲: another post's own statement follows.
  if (mark === ':' && next?.start === from && (isSpaced(line, next.end) || POST_FIRST.test(line.text.slice(next.end, next.end + 24)))) return null;
  if (mark !== ':' && next !== undefined && next.start < to && AFTER_POST.test(line.text.slice(next.end, next.end + 2))) {
    const named = line.text.slice(next.start, next.end);
    if (!canHave('office', named) && !canHave('station', named) && !canHave('title', named)) return null;
    if (next.start === from && !canHave('title', named)) return null;
    // 办公室主任为公开工作的主管领导: who leads a work is a post of the one named first.
    if (BEFORE_POST.test(line.text.slice(from, next.start)) && isOfWork(named)) return null;
  }
  if (mark === ':') {
    const byLine = namesByLine(line, from, to, people);
    if (byLine !== null) return byLine;
  }
  // 保密审查员：局保密办主任兼任。
  const verb = CLOSED.exec(line.text.slice(from, to));
  const holders = plainHolders(line, from, to - (verb?.[0].length ?? 0), people);
  return holders === null ? null : { end: to, holders };
}

/** 负责人：甲，法规科科长；: the title behind the comma, with which the statement closes, is that of the one named before it. */
function withOfficeBehind(text: string, read: { end: number; holders: Holder[] } | null): { end: number; holders: Holder[] } | null {
  const [only, ...others] = read?.holders ?? [];
  const words = read !== null && text[read.end] === ',' ? TO_CLOSE.exec(text.slice(read.end + 1))?.[0] : undefined;
  if (read === null || words === undefined || only === undefined || others.length > 0 || only.name === null || only.office !== null) return read;
  const office = { start: read.end + 1, end: read.end + 1 + words.length };
  return endsInTitle(words) && !holdsVerb(text, office.start, office.end) && !startsNoOffice(words) ? { end: office.end, holders: [{ ...only, office }] } : read;
}

/** Up to a mark that ends more than a clause. */
const TO_CLOSE = /^[^,;。:、()“”]{2,20}(?=$|[;。])/;

/** 副组长：甲 乡长 ⏎ 乙 部长: when the names up to the end of a printed line read as names, the next lines go on with them or with something else. */
function namesByLine(line: Line, from: number, to: number, people: boolean): { end: number; holders: Holder[] } | null {
  const holders: Holder[] = [];
  let end = from;
  for (const seam of [...line.seams.filter((at) => at > from && at < to), to]) {
    const names = plainHolders(line, end, seam, people);
    if (names === null || names.some(({ name }) => name === null)) break;
    holders.push(...names);
    end = seam;
  }
  return holders.length === 0 ? null : { end, holders };
}

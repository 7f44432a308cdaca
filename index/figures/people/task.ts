import type { Folded } from '../../document/folded.js';
import { matchesOf } from '../../document/matches.js';
import { bodiesIn, type Body } from './body.js';
import { clauseStart } from './clause.js';
import { endsInTitle, isAnonymous, isOffice, readHolders, startsNoOffice, type Holder, type Range } from './holder.js';
import { behindLead, endsMechanism } from './mechanism.js';
import { isName, mayBeName } from './name.js';
import { objectBehind, objectBefore } from './object.js';
import type { Unit } from './unit.js';
import { holdsVerb } from './verb.js';
import { anyOf } from '../pattern.js';
import { bodies, offices, roles } from './words.js';

const { tasks } = roles;
const TASK = new RegExp(anyOf([...tasks.plain, ...tasks.said, ...tasks.steering, ...tasks.closing, ...tasks.shared]), 'g');
const PLAIN = new Set(tasks.plain);
/** 主持召开会议, 牵头化解纠纷 tell what somebody did; only with a noun of work behind are they tasks. */
const STEERING = new Set(tasks.steering);
const CLOSING = new Set([...tasks.closing, ...tasks.shared]);
/** 办公室牵头抓、各科室配合抓: in a row of who does what, departments have their part too. */
const SHARED = new Set(tasks.shared);
/** 副乡长分管、工作人员: the words before 、 are another's statement. */
const TASK_IN_ROW = new RegExp(`${anyOf([...tasks.plain, ...tasks.said, ...tasks.steering, ...tasks.closing].filter((word) => word.length > 1))}[、和与及]`);
const NAMED_ONLY = new Set(tasks.namedOnly);
const OF_PEOPLE = new Set(tasks.ofUnnamed);
const OF_UNNAMED = new Set([...tasks.plain, ...tasks.ofUnnamed, ...tasks.closing, ...tasks.shared]);
/** 会议由甲主持 tells of a day, not of a duty. */
const EVENT = new RegExp(`${anyOf(roles.events)}$`);
const BARE_WORK = new Set(roles.bareWork);
const OF_WORK = new RegExp(`${anyOf(roles.workNouns)}$`);
const INTRODUCER = new RegExp(`${anyOf(roles.notIntroducer)}|(${anyOf([...roles.introducers, ...roles.approvedBy])})`, 'g');
const DEPARTMENT = new RegExp(`^(?!${anyOf(offices.manyOf)})[^、()]{1,12}$`);
const DEPARTMENT_END = new RegExp(`${anyOf(offices.departments)}$`);
const PLANNED = new RegExp(`${anyOf(roles.planned)}$`);
const PLANNED_BEFORE = new RegExp(anyOf(roles.plannedBefore));
const PLANNED_START = new RegExp(`^${anyOf(roles.planned)}`);
/** Where a clause says that a body sits: 设在党政办, 下设办公室在局办, 办公室（设在党政办）. */
const SEAT = new RegExp(`(?:${anyOf(roles.seats)}|${anyOf(bodies.founding)}[^,;。()]{2,20}在)([^,;。()]{2,14})[)]?$`);
const SEATED = new RegExp(`^${anyOf(roles.seats)}`);
/** Nothing stands behind the verb: what the task is about was said before. */
const CLOSES = /^(?:$|[,;。、)!?”]|并|后)/;
const DAILY = '日常';

interface Doer {
  /** Where the words about the doer begin, the introducer included. */
  readonly from: number;
  readonly introduced: boolean;
  readonly holders: readonly Holder[];
}

/**
 * Tasks given to somebody: 申请的登记和收发由甲承办, 副主任乙负责网站内容维护, 合法性审核由法规股股长把关, 丙分管政务公开工作.
 * The post is what the task is about (its verb too, where the verb says more than 负责). `units` are the statements already read;
 * `known` are people whom the report named in a post before: a bare name without 由 is believed only of them or when it can be nothing else.
 */
export function tasksIn(line: Folded, units: readonly Unit[], known: ReadonlySet<string>): Unit[] {
  const { text } = line;
  const found: Unit[] = [];
  for (const match of matchesOf(TASK, text)) {
    const verb = { start: match.index, end: match.index + match[0].length };
    if (!isVerb(text, verb, match[0]) || taken(text, verb, [...units, ...found])) continue;
    const floor = Math.max(0, ...[...units, ...found].filter((unit) => unit.end <= verb.start).map((unit) => unit.end));
    const start = clauseStart(text, verb.start, floor);
    const doer = doerOf(line, start, verb, goesOn(text, start, floor, found.at(-1)), known) ?? sameDoer(text, start, verb, units) ?? seatOf(line, start, verb);
    if (doer === null) continue;
    const unit = unitOf(line, start, verb, doer);
    if (unit !== null) found.push(unit);
  }
  return found;
}

/** 负责人, 主管部门, 办公室管理员 hold the characters of such verbs and are none. */
function isVerb(text: string, { start, end }: Range, word: string): boolean {
  return !(roles.notTaskAfter[word] ?? '').includes(text[end] ?? '\n') && !(roles.notTaskBefore[word] ?? '').includes(text[start - 1] ?? '\n');
}

/** True where the verb stands in a statement already read; 甲分管并兼任新闻发言人 says two things with one holder. */
function taken(text: string, verb: Range, units: readonly Unit[]): boolean {
  return text[verb.end] !== '并' && units.some((unit) => unit.start < verb.end && verb.start < unit.end);
}

/** 甲任主任，分管政务公开工作: only people have such a verb, so that the one named before the comma is meant. */
function sameDoer(text: string, start: number, verb: Range, units: readonly Unit[]): Doer | null {
  if (verb.start !== start || text[start - 1] !== ',' || !OF_PEOPLE.has(text.slice(verb.start, verb.end))) return null;
  const holders = units.find((unit) => unit.end === start - 1)?.holders ?? [];
  return holders.length === 1 && holders[0]!.name !== null ? { from: start, introduced: false, holders } : null;
}

/** 工作机构设在党政办，负责日常工作: the office where a body sits does its work. */
function seatOf(line: Folded, start: number, verb: Range): Doer | null {
  const { text } = line;
  if (verb.start !== start || text[start - 1] !== ',' || !PLAIN.has(text.slice(verb.start, verb.end))) return null;
  const clause = text.slice(clauseStart(text, start - 1, 0), start - 1);
  const seat = SEAT.exec(clause)?.[1];
  if (seat === undefined || !DEPARTMENT.test(seat) || !DEPARTMENT_END.test(seat)) return null;
  const end = start - 1 - (clause.endsWith(')') ? 1 : 0);
  return { from: start, introduced: false, holders: [{ name: null, office: { start: end - seat.length, end } }] };
}

/** 由甲负责收集、乙负责发布; 甲负责收集，乙负责发布: the second says the same of another. */
function goesOn(text: string, start: number, floor: number, last: Unit | undefined): boolean {
  if (floor > 0 && start === floor) return true;
  return last !== undefined && last.holders.every(({ name }) => name !== null) && /^[,;]$/.test(text.slice(last.end, start));
}

function doerOf(line: Folded, start: number, verb: Range, parallel: boolean, known: ReadonlySet<string>): Doer | null {
  const { text } = line;
  if (verb.start - start < 2 || PLANNED_BEFORE.test(text.slice(0, start))) return null;
  for (const match of matchesOf(INTRODUCER, text.slice(start, verb.start)).toReversed()) {
    if (match[1] === undefined) continue;
    const from = start + match.index;
    const holders = holdersIn(line, from + match[0].length, verb);
    if (holders !== null) return PLANNED.test(text.slice(start, from)) ? null : { from, introduced: true, holders };
  }
  const from = behindLead(text, start, verb.start);
  if (from > start && PLANNED_BEFORE.test(text.slice(0, from))) return null;
  if (PLANNED_START.test(text.slice(from, verb.start)) || startsNoOffice(text.slice(from, verb.start))) return null;
  const holders = holdersIn(line, from, verb);
  if (holders === null || !holders.every((holder) => isSubject(text, holder, verb, known, parallel))) return null;
  return { from, introduced: false, holders };
}

function holdersIn(line: Folded, from: number, verb: Range): Holder[] | null {
  const { text } = line;
  if (text[verb.start - 1] === '、') return null;
  const holders = readHolders(line, from, verb.start);
  // 甲、乙分别负责收集、发布: each does one of them, and the words leave open which.
  if (holders !== null && holders.length > 1 && text.slice(from, verb.start).includes('分别')) return null;
  if (holders === null || (NAMED_ONLY.has(text.slice(verb.start, verb.end)) && holders.some(({ name }) => name === null))) return null;
  return holders.some(({ office }) => office !== null && (holdsVerb(text, office.start, office.end) || startsNoOffice(text.slice(office.start, office.end)) || TASK_IN_ROW.test(text.slice(office.start, office.end)))) ? null : holders;
}

/** Without 由 before it, a person or one department is read as the one who acts: 各村负责…, 领导小组负责… tell nobody's task. */
function isSubject(text: string, { name, office }: Holder, verb: Range, known: ReadonlySet<string>, parallel: boolean): boolean {
  if (name === null) return office !== null && OF_UNNAMED.has(text.slice(verb.start, verb.end)) && (isActor(text.slice(office.start, office.end)) || (parallel && isShared(text, verb, office)));
  const words = text.slice(name.start, name.end);
  return office !== null || parallel || known.has(words) || (words.length === 3 && isName(words) && mayBeName(words));
}

/** 各科室配合抓: many departments together are somebody only beside those who lead. */
function isShared(text: string, verb: Range, office: Range): boolean {
  const words = text.slice(office.start, office.end);
  return SHARED.has(text.slice(verb.start, verb.end)) && isOffice(words) && !endsInTitle(words);
}

function isActor(office: string): boolean {
  return isUnnamedPerson(office) || (DEPARTMENT.test(office) && DEPARTMENT_END.test(office));
}

function isUnnamedPerson(office: string): boolean {
  return endsInTitle(office) || isAnonymous(office);
}

/** 主要领导亲自抓, 由副乡长分管, 综合股专人负责的工作机制: an office does it that stands for people, and what it is about is the report's own work. */
function saysWhoAlone(text: string, word: string, verb: Range, { holders, introduced }: Doer): boolean {
  const people = holders.every(({ office }) => office !== null && isUnnamedPerson(text.slice(office.start, office.end)));
  if (SHARED.has(word) && holders.every(({ office }) => office !== null)) return true;
  return people && (CLOSING.has(word) || (introduced && OF_PEOPLE.has(word)) || (PLAIN.has(word) && endsMechanism(text, verb.end)));
}

function unitOf(line: Folded, start: number, verb: Range, doer: Doer): Unit | null {
  const { text } = line;
  const word = text.slice(verb.start, verb.end);
  const closes = CLOSES.test(text.slice(verb.end, verb.end + 1)) || endsMechanism(text, verb.end);
  const behind = closes || CLOSING.has(word) ? null : objectBehind(line, verb.end);
  if (behind === null && !closes) return null;
  if (behind !== null && STEERING.has(word) && !OF_WORK.test(text.slice(behind.start, behind.end))) return null;
  const before = doer.introduced ? objectBefore(text, start, doer.from) : null;
  const named = doer.holders.every(({ name }) => name !== null);
  const unit = (post: Range, body: Range | null): Unit => ({
    start: doer.from,
    end: behind?.end ?? verb.end,
    post,
    body: body !== null ? bodyAtWork(text, body, start) : doer.introduced ? seatedBefore(text, start) : null,
    holders: doer.holders,
    listed: false,
    complete: !text.slice(post.start, post.end).includes(DAILY),
  });
  if (behind !== null) return unit(PLAIN.has(word) ? behind : { start: verb.start, end: behind.end }, before);
  if (before !== null && STEERING.has(word) && EVENT.test(text.slice(before.start, before.end))) return null;
  if (before === null) return (named ? !PLAIN.has(word) && !NAMED_ONLY.has(word) : saysWhoAlone(text, word, verb, doer)) ? unit(verb, null) : null;
  if (!PLAIN.has(word)) return unit(verb, before);
  // 各村由村支书负责 says of what place, not what; only a named person makes that worth keeping.
  if (isOffice(text.slice(before.start, before.end))) return named ? unit(verb, before) : null;
  return unit(before, null);
}

/** 公开办主任空缺，工作由甲主持: the work is that of the body named before. */
function bodyAtWork(text: string, about: Range, start: number): Body | null {
  return BARE_WORK.has(text.slice(about.start, about.end)) ? (bodiesIn(text.slice(0, start)).at(-1) ?? null) : { ...about, kind: 'work' };
}

/** 领导小组办公室设在党政办，由…牵头日常调度: the task is of the body that the clause before seats somewhere. */
function seatedBefore(text: string, start: number): Body | null {
  if (text[start - 1] !== ',') return null;
  const from = clauseStart(text, start - 1, 0);
  const body = bodiesIn(text.slice(from, start - 1))[0];
  return body !== undefined && body.start === 0 && SEATED.test(text.slice(from + body.end, from + body.end + 4)) ? { start: from, end: from + body.end, kind: body.kind } : null;
}

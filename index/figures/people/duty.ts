import type { Folded } from '../../document/folded.js';
import { matchesOf } from '../../document/matches.js';
import { fieldOfWork } from './body.js';
import { clauseStart } from './clause.js';
import { readHolders, startsNoOffice } from './holder.js';
import { objectBefore } from './object.js';
import type { Unit } from './unit.js';
import { behindLead } from './mechanism.js';
import { holdsVerb } from './verb.js';
import { anyOf } from '../pattern.js';
import { roles } from './words.js';

const DUTY = new RegExp(`(${anyOf(roles.duties)})|(?:${anyOf(roles.dutyVerbs)})([^,;。:、()“”]{0,24}?)(${anyOf(roles.dutyObjects)})`, 'g');
const INTRODUCER = new RegExp(anyOf(roles.introducers), 'g');
/** 下一步坚持“主要领导负总责”: a slogan of what is to come says nothing of today. */
const PLANNED_BEFORE = new RegExp(anyOf(roles.plannedBefore));
const AFTER = /^(?:$|[,;。、()!?”"]|的)/;

/** Statements of duty in a sentence: 分管领导具体负责, 由党政办负责日常工作. `units` are the posts already read; nothing is read inside them. */
export function dutiesIn(line: Folded, units: readonly Unit[]): Unit[] {
  const { text } = line;
  const found: Unit[] = [];
  for (const match of matchesOf(DUTY, text)) {
    const start = match.index;
    const end = start + match[0].length;
    const objectStart = end - (match[3]?.length ?? 0);
    const bare = match[1] !== undefined;
    if ((insideQuotes(text, start) && PLANNED_BEFORE.test(text.slice(0, start))) || units.some((unit) => unit.start < end && start < unit.end)) continue;
    const floor = Math.max(0, ...[...units, ...found].filter((unit) => unit.end <= start).map((unit) => unit.end));
    const clause = clauseStart(text, start, floor);
    const about = bare ? aboutFor(text, clause, start) : null;
    const read = holdersBefore(line, clause, about?.from ?? start) ?? (bare ? sameHolder(text, clause, start, [...units, ...found]) : null);
    if (read === null) continue;
    const post = bare ? { start, end: start + match[1]!.length } : { start: objectStart, end };
    const field = bare ? (about?.body ?? (read.from === clause && FOR_ALONE.test(text.slice(clause, start)) ? fieldOfWork(text, clause + 1, start) : null) ?? fieldBehind(text, end) ?? (read.opened ? null : aboutBefore(text, start, floor, read.from))) : fieldOfWork(text, objectStart - (match[2]?.length ?? 0), text[objectStart - 1] === '的' ? objectStart - 1 : objectStart);
    if (bare && field === null && !AFTER.test(text.slice(end, end + 1))) continue;
    found.push({ start: read.from, end, post, body: field, holders: read.holders, listed: false });
  }
  return found;
}

/** 局长甲任组长，对公开工作负总责: the one named right before the comma has the duty too. */
function sameHolder(text: string, clause: number, duty: number, units: readonly Unit[]): { from: number; holders: Unit['holders']; opened: boolean } | null {
  if (text[clause - 1] !== ',' || !(clause === duty || FOR_ALONE.test(text.slice(clause, duty)))) return null;
  const holders = units.find((unit) => unit.end === clause - 1)?.holders ?? [];
  return holders.length === 1 && holders[0]!.name !== null ? { from: clause, holders, opened: false } : null;
}

const FOR_ALONE = /^[对就][^对就,]{2,24}$/;
const FOR = /[对就](?=[^对就,]{2,24}$)/;

/** 局长甲对公开工作负总责: what stands between 对 and the duty is what it is about. */
function aboutFor(text: string, from: number, duty: number): { readonly from: number; readonly body: Unit['body'] } | null {
  const at = FOR.exec(text.slice(from, duty))?.index;
  if (at === undefined || at === 0) return null;
  const field = fieldOfWork(text, from + at + 1, duty);
  return field === null ? null : { from: from + at, body: field };
}

/** 登记信息公开由甲具体负责: what stands before 由 in the clause is what the duty is about. */
function aboutBefore(text: string, duty: number, floor: number, from: number): Unit['body'] {
  const start = clauseStart(text, duty, floor);
  const about = from > start ? objectBefore(text, start, from) : null;
  return about === null ? null : { ...about, kind: 'work' };
}

/** 具体负责政府信息公开工作: what the duty is about, to the end of the clause. */
function fieldBehind(text: string, end: number): Unit['body'] {
  const words = /^[^,;。:、()“”的]{4,24}(?=$|[,;。])/.exec(text.slice(end, end + 25));
  return words === null ? null : fieldOfWork(text, end, end + words[0].length);
}

/** `opened`: the words before the holders open a way of working (形成了) and say nothing of what the duty is about. */
function holdersBefore(line: Folded, start: number, end: number): { from: number; holders: Unit['holders']; opened: boolean } | null {
  for (const match of matchesOf(INTRODUCER, line.text.slice(start, end)).toReversed()) {
    const holders = plain(line, start + match.index + match[0].length, end);
    if (holders !== null) return { from: start + match.index, holders, opened: false };
  }
  const from = behindLead(line.text, start, end);
  const holders = plain(line, from, end);
  return holders === null ? null : { from, holders, opened: from > start };
}

function plain(line: Folded, from: number, to: number): Unit['holders'] | null {
  const holders = readHolders(line, from, to);
  return holders === null || holders.some(({ office }) => office !== null && (holdsVerb(line.text, office.start, office.end) || startsNoOffice(line.text.slice(office.start, office.end)))) ? null : holders;
}

function insideQuotes(text: string, at: number): boolean {
  const open = text.lastIndexOf('“', at);
  return open >= 0 && text.lastIndexOf('”', at) < open;
}

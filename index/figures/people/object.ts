import type { Folded } from '../../document/folded.js';
import { readHolders, type Range } from './holder.js';
import { holdsVerb } from './verb.js';
import { anyOf } from '../pattern.js';
import { bodies, roles } from './words.js';

const EDGE = /[,;。:!?()“”]/;
const STOP = /[,;。:!?“”]/;
const NEXT_TASK = new RegExp(anyOf([...roles.tasks.plain, ...roles.tasks.said]));
const OPENERS = new RegExp(`^(?:[、)]|${anyOf([...roles.taskOpeners, ...bodies.pronouns])})`);
const NOT_START = new RegExp(`^(?:\\d|${anyOf(roles.notObjectStart)})`);
const TRAILING = new RegExp(`${anyOf(roles.objectTrailing)}$`);
const NOT_END = new RegExp(`${anyOf(roles.notObjectEnd)}$`);
/** 承办43件, 办理3起: what was done, not what somebody's task is. */
const COUNTED = new RegExp(`\\d[\\d.]*[万余多]*[${roles.deedCounters}]`);
/** 负责公文审核的同志: the words go on to a person and are no task. */
const OF_A_PERSON = new RegExp(`的[^的、]{0,8}${anyOf(roles.doers)}$`);
const LONGEST = 30;

/** What stands behind the verb of a task, to the end of its clause or to the next task in it; null when that is no task. */
export function objectBehind(line: Folded, from: number): Range | null {
  const { text } = line;
  const rest = text.slice(from, from + LONGEST + 1);
  const edge = rest.search(EDGE);
  if (edge < 0 && rest.length > LONGEST) return null;
  let end = from + (edge < 0 ? rest.length : edge);
  for (let at = text.indexOf('、', from); at >= 0 && at < end; at = text.indexOf('、', at + 1)) {
    const next = text.slice(at + 1, end).search(NEXT_TASK);
    if (next >= 2 && readHolders(line, at + 1, at + 1 + next) !== null) end = at;
  }
  return isTask(text, from, end) ? { start: from, end } : null;
}

/** What stands before 由, without 同时, 其中, 我局 and without 暂: 申请的登记和收发 由…; null when that is no task. */
export function objectBefore(text: string, start: number, end: number): Range | null {
  let from = start;
  for (let match = OPENERS.exec(text.slice(from, end)); match !== null; match = OPENERS.exec(text.slice(from, end))) from += match[0].length;
  const to = end - (TRAILING.exec(text.slice(from, end))?.[0].length ?? 0);
  return isTask(text, from, to) && !STOP.test(text.slice(from, to)) ? { start: from, end: to } : null;
}

function isTask(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  return words.length >= 2 && words.length <= LONGEST && !words.includes('由') && !NOT_START.test(words) && !NOT_END.test(words) && !COUNTED.test(words) && !OF_A_PERSON.test(words) && !holdsVerb(text, start, end);
}

import { addDays, daysBetween, lastWorkingDay, momentInChina, type Day, type Deadline, type WorkCalendar } from '../../index/mod.js';
import type { Hours, Ladder } from './book.js';

/** One rung of a ladder: `step` as in `Reminder`. */
export interface Step {
  readonly step: number;
  readonly dueAt: Date;
  readonly expiresAt: Date;
}

interface Diary {
  readonly hours: Hours;
  readonly calendar: WorkCalendar;
}

/** Deadlines and ladders are the same objects from turn to turn, and a turn asks for those of every organisation. */
const known = new WeakMap<object, WeakMap<object, Map<string, unknown>>>();

function once<T>(deadline: object, ladder: object, { hours }: Diary, name: string, make: () => T): T {
  const ofDeadline = known.get(deadline) ?? new WeakMap<object, Map<string, unknown>>();
  known.set(deadline, ofDeadline);
  const ofLadder = ofDeadline.get(ladder) ?? new Map<string, unknown>();
  ofDeadline.set(ladder, ofLadder);
  const key = `${name} ${hours.from} ${hours.everyDay}`;
  if (!ofLadder.has(key)) ofLadder.set(key, make());
  return ofLadder.get(key) as T;
}

/** The days before a deadline, earliest first, each moved back to a working day; of two on one day the nearer step counts. Each holds until the next one, the last one until the day that the law or the notice names is over. */
export function stepsBefore(deadline: Pick<Deadline, 'effective' | 'stated'>, ladder: Ladder, diary: Diary): readonly Step[] {
  return once(deadline, ladder, diary, 'before', () => before(deadline, ladder, diary));
}

function before({ effective, stated }: Pick<Deadline, 'effective' | 'stated'>, { daysBefore }: Ladder, { hours, calendar }: Diary): Step[] {
  const days = new Map<Day, number>();
  for (const step of [...daysBefore].sort((a, b) => b - a)) {
    const exact = addDays(effective, -step);
    days.set(hours.everyDay ? exact : lastWorkingDay(exact, calendar).day, step);
  }
  const sorted = [...days].sort(([a], [b]) => daysBetween(b, a));
  const last = momentInChina(addDays(stated, 1));
  return sorted.map(([day, step], i) => ({ step, dueAt: momentInChina(day, hours.from), expiresAt: sorted[i + 1] ? momentInChina(sorted[i + 1]![0], hours.from) : last }));
}

/**
 * The days after a deadline on which whoever owes and the supervisor are told, in working days after the day that the law or the notice names.
 * Each holds until the next; from `next` on (a later date that binds the same organisation) this one says nothing more.
 */
export function stepsAfter(deadline: Pick<Deadline, 'stated'>, ladder: Ladder, diary: Diary, next: Day | null): StepsAfter {
  return once(deadline, ladder, diary, `after ${next}`, () => after(deadline, ladder, diary, next));
}

interface StepsAfter {
  readonly overdue: readonly Step[];
  readonly escalation: readonly Step[];
}

function after({ stated }: Pick<Deadline, 'stated'>, { overdue, escalate }: Ladder, { hours, calendar }: Diary, next: Day | null): StepsAfter {
  const told = Array.from({ length: overdue.times }, (_, i) => 1 + i * overdue.everyWorkingDays);
  const above = [...escalate].sort((a, b) => a - b);
  const days = workingDaysAfter(stated, Math.max(0, (told.at(-1) ?? 0) + overdue.everyWorkingDays, (above.at(-1) ?? 0) + ESCALATION_HOLDS), calendar);
  const steps = (ordinals: readonly number[], holds: number): Step[] =>
    ordinals
      .map((n, i) => ({ day: days[n - 1]!, until: days[(ordinals[i + 1] ?? n + holds) - 1]! }))
      .filter(({ day }) => next === null || day <= next)
      .map(({ day, until }) => ({ step: -daysBetween(stated, day), dueAt: momentInChina(day, hours.from), expiresAt: next !== null && until > next ? momentInChina(addDays(next, 1)) : momentInChina(until, hours.from) }));
  return { overdue: steps(told, overdue.everyWorkingDays), escalation: steps(above, ESCALATION_HOLDS) };
}

/** After a downtime the supervisor is still told so many working days later. */
const ESCALATION_HOLDS = 10;

function workingDaysAfter(day: Day, count: number, calendar: WorkCalendar): Day[] {
  const found: Day[] = [];
  for (let at = addDays(day, 1); found.length < count; at = addDays(at, 1)) if (calendar.kindOf(at).working) found.push(at);
  return found;
}

import { addDays, dayInChina, lastWorkingDay, momentInChina, type Day } from '../../index/mod.js';
import type { Address } from '../channels/channel.js';
import type { PlanningBook } from './book.js';
import type { Reminder } from './reminder.js';

/** A reminder that a person asked for: once at a moment, some days before a deadline, or daily until the report is handed in. */
export interface OwnReminder {
  readonly id: number;
  /** What its owner calls it, from 1 in each conversation. */
  readonly number: number;
  readonly to: Address;
  readonly lang: 'zh' | 'en';
  readonly speaker: string;
  readonly kind: 'once' | 'before' | 'daily';
  /** What is to be said, in the person's words; '' for a deadline, which has words of its own. */
  readonly text: string;
  /** The moment of `once`. */
  readonly at: Date | null;
  /** Minutes since midnight in China; null for when the working hours begin. */
  readonly minutes: number | null;
  /** Of `before`. */
  readonly daysBefore: number | null;
  /** Also on days that are not worked. */
  readonly everyDay: boolean;
  readonly rule: string | null;
  readonly reportYear: number | null;
  /** Roster id of the organisation whose report ends it. */
  readonly org: string | null;
  readonly state: 'active' | 'done' | 'cancelled';
  /** Put off until. */
  readonly until: Date | null;
  readonly createdAt: Date;
}

/** After a downtime an appointment is still told of for a week. */
const ONCE_HOLDS_DAYS = 7;
/** Daily ones are looked for so many days on: across the longest holiday. */
const LOOKED_AHEAD_DAYS = 14;

type Diary = Pick<PlanningBook, 'calendar' | 'hours' | 'deadlinesOf' | 'owing'>;

/** The moments at which an own reminder is to be said, as far as they matter around `now`; none once it is done, cancelled, or what it waits for is handed in. */
export function ownOccurrences(own: OwnReminder, now: Date, book: Diary): Reminder[] {
  if (own.state !== 'active' || ended(own, book)) return [];
  const told = (name: string, dueAt: Date, expiresAt: Date): Reminder => ({
    key: ['own', own.id, name].join('/'),
    kind: 'own',
    to: own.to,
    lang: own.lang,
    rule: own.rule,
    reportYear: own.reportYear,
    step: own.daysBefore ?? 0,
    org: own.org,
    subject: String(own.id),
    dueAt,
    expiresAt,
    alone: true,
  });
  const putOff = own.until === null ? [] : [told(`again/${own.until.toISOString()}`, own.until, momentInChina(addDays(dayInChina(own.until), ONCE_HOLDS_DAYS)))];
  return [...putOff, ...momentsOf(own, now, book).map(({ day, dueAt, expiresAt }) => told(day, dueAt, expiresAt)).filter(({ dueAt }) => own.until === null || dueAt > own.until)];
}

function ended({ org, reportYear }: OwnReminder, { owing }: Diary): boolean {
  return org !== null && reportYear !== null && owing.some((one) => one.id === org && one.done(reportYear));
}

/** The day and moment of `before`, for whoever confirms it; null when the deadline is not known any more. */
export function momentBefore({ rule, reportYear, daysBefore, minutes, everyDay }: Pick<OwnReminder, 'rule' | 'reportYear' | 'daysBefore' | 'minutes' | 'everyDay'>, { deadlinesOf, calendar, hours }: Diary): { readonly day: Day; readonly dueAt: Date; readonly expiresAt: Date } | null {
  const deadline = reportYear === null ? undefined : deadlinesOf(reportYear).find((one) => one.rule.id === rule);
  if (deadline === undefined) return null;
  const exact = addDays(deadline.effective, -(daysBefore ?? 0));
  const day = everyDay ? exact : lastWorkingDay(exact, calendar).day;
  return { day, dueAt: momentInChina(day, minutes ?? hours.from), expiresAt: momentInChina(addDays(deadline.stated, 1)) };
}

function momentsOf(own: OwnReminder, now: Date, book: Diary): { readonly day: string; readonly dueAt: Date; readonly expiresAt: Date }[] {
  if (own.kind === 'once') return own.at === null ? [] : [{ day: own.at.toISOString(), dueAt: own.at, expiresAt: new Date(own.at.getTime() + ONCE_HOLDS_DAYS * 86_400_000) }];
  if (own.kind === 'before') return [momentBefore(own, book)].flatMap((moment) => moment ?? []);
  const today = dayInChina(now);
  const days = Array.from({ length: LOOKED_AHEAD_DAYS + 2 }, (_, i) => addDays(today, i - 1));
  return days
    .filter((day) => own.everyDay || book.calendar.kindOf(day).working)
    .map((day) => ({ day, dueAt: momentInChina(day, own.minutes ?? book.hours.from), expiresAt: momentInChina(addDays(day, 1)) }))
    .filter(({ dueAt }) => dueAt > own.createdAt);
}

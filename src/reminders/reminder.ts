import { addDays, dayInChina, daysBetween, lastWorkingDay, minutesInChina, momentInChina, yearOf, type Day, type Deadline, type WorkCalendar } from '../../index/mod.js';
import type { Address } from '../channels/channel.js';

/** Somebody who wants to be reminded: where, in which language, of which deadlines. */
export interface Reminded {
  readonly to: Address;
  readonly lang: 'zh' | 'en';
  /** Ids of deadline rules; all of them when empty. */
  readonly deadlines: readonly string[];
}

/** When things are said unasked, in minutes since midnight in China; `everyDay` also on days that are not worked. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly everyDay: boolean;
}

/** Everything that planning depends on, besides the moment. */
export interface ReminderBook {
  readonly reminded: readonly Reminded[];
  /** Calendar days before the effective date on which something is said; 0 is the date itself. */
  readonly ladder: readonly number[];
  readonly hours: Hours;
  readonly calendar: WorkCalendar;
  deadlinesOf(reportYear: number): readonly Deadline[];
}

/** Something to be said to somebody, once. `key` names it for ever. */
export interface Reminder {
  readonly key: string;
  readonly to: Address;
  readonly lang: 'zh' | 'en';
  readonly rule: string;
  readonly reportYear: number;
  /** Step of the ladder, in days before the effective date. */
  readonly step: number;
  /** When it should be said. */
  readonly dueAt: Date;
  /** After this it makes no sense any more: the next step, or the end of the day that the law or the notice names. */
  readonly expiresAt: Date;
}

/**
 * What is to be said by a moment and still makes sense, at most one reminder for each person and deadline: after a downtime only the last
 * step that was missed. Pure and idempotent: planning twice gives the same keys, so that an outbox takes each once.
 */
export function planReminders(now: Date, book: ReminderBook): Reminder[] {
  const year = yearOf(dayInChina(now));
  return [year - 1, year].flatMap((reportYear) => book.deadlinesOf(reportYear).flatMap((deadline) => remindersOf(deadline, book)).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt));
}

/** The next reminders after a moment, soonest first: what `wenbao remind` shows as still to come. */
export function remindersToCome(now: Date, book: ReminderBook): Reminder[] {
  const year = yearOf(dayInChina(now));
  return [year - 1, year, year + 1]
    .flatMap((reportYear) => book.deadlinesOf(reportYear).flatMap((deadline) => remindersOf(deadline, book)))
    .filter(({ dueAt }) => dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

function remindersOf(deadline: Deadline, book: ReminderBook): Reminder[] {
  const concerned = book.reminded.filter(({ deadlines }) => deadlines.length === 0 || deadlines.includes(deadline.rule.id));
  const steps = stepsOf(deadline, book);
  return concerned.flatMap(({ to, lang }) =>
    steps.map(({ step, day }, i) => ({
      key: [deadline.rule.id, deadline.reportYear, step, to.channel, to.conversation, to.thread ?? ''].join('/'),
      to,
      lang,
      rule: deadline.rule.id,
      reportYear: deadline.reportYear,
      step,
      dueAt: momentInChina(day, book.hours.from),
      expiresAt: momentInChina(steps[i + 1]?.day ?? addDays(deadline.stated, 1), steps[i + 1] ? book.hours.from : 0),
    })),
  );
}

/** The days of the ladder, earliest first, each moved back to a working day; of two on one day the nearer step counts. */
function stepsOf({ effective }: Deadline, { ladder, hours, calendar }: ReminderBook): { readonly step: number; readonly day: Day }[] {
  const days = new Map<Day, number>();
  for (const step of [...ladder].sort((a, b) => b - a)) {
    const exact = addDays(effective, -step);
    days.set(hours.everyDay ? exact : lastWorkingDay(exact, calendar).day, step);
  }
  return [...days].map(([day, step]) => ({ step, day })).sort((a, b) => daysBetween(b.day, a.day));
}

/** Whether something may be said unasked at a moment. */
export function withinHours(now: Date, { hours, calendar }: Pick<ReminderBook, 'hours' | 'calendar'>): boolean {
  const minutes = minutesInChina(now);
  return hours.from <= minutes && minutes < hours.to && (hours.everyDay || calendar.kindOf(dayInChina(now)).working);
}

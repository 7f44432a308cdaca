import { dayInChina, minutesInChina, yearOf, type Deadline } from '../../index/mod.js';
import type { Address } from '../channels/channel.js';
import { addressKey, type Conversation, type Owing, type PlanningBook } from './book.js';
import { stepsAfter, stepsBefore, type Step } from './steps.js';
import { ownOccurrences } from './own.js';
import { recurrenceSteps } from './recurrence.js';

/**
 * What a reminder is about: `deadline` a date to come · `overdue` one that has passed · `escalation` the same, told to the supervisor ·
 * `own` what a person asked for · `recurrence` work that a report promises.
 */
export type ReminderKind = 'deadline' | 'overdue' | 'escalation' | 'own' | 'recurrence';

/** Something to be said to somebody, once. `key` names it for ever. */
export interface Reminder {
  readonly key: string;
  readonly kind: ReminderKind;
  readonly to: Address;
  readonly lang: 'zh' | 'en';
  /** Deadline rule and the year reported on; null for what hangs on no deadline. */
  readonly rule: string | null;
  readonly reportYear: number | null;
  /** Days before the effective date; after the date negative, in days since the lawful one; 0 where there is no deadline. */
  readonly step: number;
  /** Roster id of the organisation that owes; null when it is said to whoever reads it. */
  readonly org: string | null;
  /** Id of the own reminder, or of the recurrence and its period; null for deadlines. */
  readonly subject: string | null;
  /** When it should be said. */
  readonly dueAt: Date;
  /** After this it makes no sense any more. */
  readonly expiresAt: Date;
  /** Said as a message of its own at its own time; else it is part of the day's digest. */
  readonly alone: boolean;
}

/**
 * What is to be said by a moment and still makes sense. After a downtime that is only the last step that was missed. Pure and idempotent:
 * planning twice gives the same keys, so that an outbox takes each once.
 */
export function planReminders(now: Date, book: PlanningBook): Reminder[] {
  const year = yearOf(dayInChina(now));
  return remindersOf([year - 1, year], book, now).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt);
}

/** The next reminders after a moment, soonest first: what `wenbao remind` shows as still to come. */
export function remindersToCome(now: Date, book: PlanningBook): Reminder[] {
  const year = yearOf(dayInChina(now));
  return remindersOf([year - 1, year, year + 1], book, now)
    .filter(({ dueAt }) => dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.key < b.key ? -1 : 1));
}

function remindersOf(reportYears: readonly number[], book: PlanningBook, now: Date): Reminder[] {
  const byDeadline = reportYears.flatMap((reportYear) => {
    const deadlines = book.deadlinesOf(reportYear);
    return [...deadlines.flatMap((deadline) => forConversations(deadline, book)), ...book.owing.filter((one) => !one.done(reportYear)).flatMap((one) => forOrganisation(one, deadlines, book))];
  });
  const promised = book.recurrences.flatMap((recurrence) => recurrenceSteps(recurrence, now, book));
  const digests = [...byDeadline, ...promised].filter(({ to }) => !book.muted.has(addressKey(to)));
  const putOff = new Map(book.putOff.map(({ key, until }) => [key, until]));
  const again = digests.flatMap((one): Reminder[] => {
    const until = putOff.get(one.key);
    return until === undefined || until >= one.expiresAt ? [] : [{ ...one, key: `${one.key}/again/${until.toISOString()}`, dueAt: until }];
  });
  return [...digests, ...again, ...book.own.flatMap((own) => ownOccurrences(own, now, book))];
}

/** For a conversation that is told of deadlines as such. With a roster, once nobody owes anything there is nothing to say. */
function forConversations(deadline: Deadline, book: PlanningBook): Reminder[] {
  const bound = boundBy(deadline, book.owing);
  if (bound.length > 0 && bound.every((one) => one.done(deadline.reportYear))) return [];
  const concerned = book.reminded.filter(({ deadlines }) => deadlines.length === 0 || deadlines.includes(deadline.rule.id));
  const steps = stepsBefore(deadline, book.ladder, book);
  return concerned.flatMap((told) => steps.map((step) => reminderOf('deadline', deadline, step, told, null)));
}

/** The organisations of a roster that a deadline binds. */
export function boundBy({ rule }: Pick<Deadline, 'rule'>, owing: readonly Owing[]): Owing[] {
  return owing.filter(({ level }) => rule.levels.includes(level));
}

function forOrganisation(one: Owing, deadlines: readonly Deadline[], book: PlanningBook): Reminder[] {
  const own = deadlines.filter(({ rule }) => rule.levels.includes(one.level)).sort((a, b) => (a.stated < b.stated ? -1 : 1));
  return own.flatMap((deadline, i) => {
    const [told] = one.conversations;
    const [above] = one.supervisor?.conversations ?? [];
    // From the next date on, that one is what has passed.
    const next = own[i + 1]?.stated ?? null;
    const after = stepsAfter(deadline, one.ladder, book, next);
    return [
      ...(told ? stepsBefore(deadline, one.ladder, book).map((step) => reminderOf('deadline', deadline, step, told, one)) : []),
      ...(told ? after.overdue.map((step) => reminderOf('overdue', deadline, step, told, one)) : []),
      ...(above ? after.escalation.map((step) => reminderOf('escalation', deadline, step, above, one)) : []),
    ];
  });
}

function reminderOf(kind: ReminderKind, { rule, reportYear }: Deadline, { step, dueAt, expiresAt }: Step, { to, lang }: Conversation, org: Owing | null): Reminder {
  const who = org === null ? [] : [org.id];
  const what = kind === 'escalation' ? ['escalation'] : [];
  return { key: [rule.id, reportYear, step, ...what, addressKey(to), ...who].join('/'), kind, to, lang, rule: rule.id, reportYear, step, org: org?.id ?? null, subject: null, dueAt, expiresAt, alone: false };
}

/** Whether something may be said unasked at a moment. */
export function withinHours(now: Date, { hours, calendar }: Pick<PlanningBook, 'hours' | 'calendar'>): boolean {
  const minutes = minutesInChina(now);
  return hours.from <= minutes && minutes < hours.to && (hours.everyDay || calendar.kindOf(dayInChina(now)).working);
}

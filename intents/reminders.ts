import type { Day, Deadline, Interval, OrganisationLevel } from '../index/mod.js';
import type { ReportCitation } from './answer/answer.js';

/** What somebody wants to be reminded of; times are minutes since midnight in China, null for when the working hours begin. */
export type ReminderWish =
  | { readonly kind: 'once'; readonly at: Date; readonly text: string }
  | { readonly kind: 'before'; readonly daysBefore: number; readonly minutes: number | null; readonly deadline: Deadline }
  | { readonly kind: 'daily'; readonly minutes: number | null; readonly everyDay: boolean; readonly deadline: Deadline | null; readonly text: string };

/** A reminder that somebody asked for, as they are told of it. */
export interface OwnReminderTold {
  /** What its owner calls it, from 1. */
  readonly number: number;
  readonly kind: ReminderWish['kind'];
  /** In the person's words; '' for the report of a deadline. */
  readonly text: string;
  /** The year reported on; null for what hangs on no deadline. */
  readonly reportYear: number | null;
  /** The next moment at which it is said; null when none is to come. */
  readonly next: Date | null;
  /** Also on days that are not worked. */
  readonly everyDay: boolean;
  /** Whether it ends by itself once the report is in: it is known whose report is meant. */
  readonly endsWithReport: boolean;
}

/** Why a wish is not taken. */
export type WishRefused = 'past' | 'too_many' | 'not_here';

/** A promise of a report, and what became of it. */
export interface PromisedWork {
  /** The same for ever: the report, the interval and the words. */
  readonly id: string;
  readonly interval: Interval;
  readonly times: number | null;
  readonly what: string;
  readonly citation: ReportCitation;
  /** Null while nobody switched it on. */
  readonly on: { readonly owner: string; /** The period under way or last due that is not done. */ readonly open: { readonly name: string; readonly due: Day } | null } | null;
}

/**
 * The reminders of one person in one conversation. What needs a right tells `no_permission`; what cannot be said unasked in that place tells
 * `not_here`. `now` is always the moment of asking.
 */
export interface ReminderBook {
  /** Level of the one organisation that the person or the conversation belongs to; null where that is not known. */
  readonly level: OrganisationLevel | null;
  add(wish: ReminderWish, now: Date): Promise<OwnReminderTold | WishRefused>;
  list(now: Date): Promise<readonly OwnReminderTold[]>;
  /** Ends one of the person's own; null when there is none of that number. */
  end(number: number, how: 'done' | 'cancelled', now: Date): Promise<OwnReminderTold | null>;
  /** Puts what was said last here off until the next working day; null when nothing was said lately. */
  snooze(now: Date): Promise<Date | null>;
  /** Stops the person's own reminders and, for who may, the digests of the conversation. */
  stop(now: Date): Promise<'stopped' | 'own_only'>;
  resume(now: Date): Promise<'resumed' | 'no_permission'>;
  /** What the given reports promise to do again and again, in the order of the reports and of their words. */
  promised(reports: readonly string[], now: Date): Promise<readonly PromisedWork[]>;
  switchOn(id: string, owner: string | null, now: Date): Promise<PromisedWork | 'no_permission' | 'not_here' | null>;
  switchOff(id: string, now: Date): Promise<PromisedWork | 'no_permission' | null>;
  /** Notes the open period of a recurrence as done, with what shows it; null when it is not switched on or nothing is open. */
  recordDone(id: string, evidence: string, now: Date): Promise<{ readonly work: PromisedWork; readonly period: string } | 'no_permission' | null>;
}

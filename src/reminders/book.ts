import type { Deadline, OrganisationLevel, WorkCalendar } from '../../index/mod.js';
import type { Address } from '../channels/channel.js';
import type { OwnReminder } from './own.js';
import type { Recurrence } from './recurrence.js';

/** Where something is said, and in which language. */
export interface Conversation {
  readonly to: Address;
  readonly lang: 'zh' | 'en';
}

/** A conversation that is told of deadlines whoever they bind. */
export interface Reminded extends Conversation {
  /** Ids of deadline rules; all of them when empty. */
  readonly deadlines: readonly string[];
}

/** When things are said unasked, in minutes since midnight in China; `everyDay` also on days that are not worked. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly everyDay: boolean;
}

/** On which days something is said about one deadline. */
export interface Ladder {
  /** Calendar days before the effective date; 0 is the date itself. */
  readonly daysBefore: readonly number[];
  /** After the date: on the first working day, then every so many, so often; `times` 0 says nothing. */
  readonly overdue: { readonly everyWorkingDays: number; readonly times: number };
  /** Working days after the date on which the supervisor is told. */
  readonly escalate: readonly number[];
}

/** An organisation of the roster, as far as reminding goes. */
export interface Owing {
  /** Its id on the roster, in keys for ever. */
  readonly id: string;
  readonly name: string;
  readonly level: OrganisationLevel;
  /** Where it is told: the first, the others only when that cannot be reached. */
  readonly conversations: readonly Conversation[];
  /** Who is told when the date has passed: the supervisor's name and conversations, the first one first. */
  readonly supervisor: { readonly name: string; readonly conversations: readonly Conversation[] } | null;
  readonly ladder: Ladder;
  /** Whether nothing more is owed for a year reported on: handed in, published, exempt. */
  done(reportYear: number): boolean;
}

/** A reminder of the digest that somebody put off (明天再说). */
export interface PutOff {
  readonly key: string;
  readonly until: Date;
}

/** Everything that planning depends on, besides the moment. */
export interface PlanningBook {
  readonly reminded: readonly Reminded[];
  readonly owing: readonly Owing[];
  /** For `reminded`; each organisation has its own. */
  readonly ladder: Ladder;
  readonly hours: Hours;
  readonly calendar: WorkCalendar;
  deadlinesOf(reportYear: number): readonly Deadline[];
  /** What people asked for themselves, ended ones too. */
  readonly own: readonly OwnReminder[];
  /** What reports promise and somebody switched on. */
  readonly recurrences: readonly Recurrence[];
  readonly putOff: readonly PutOff[];
  /** Conversations where somebody stopped the digests, as `addressKey`s. */
  readonly muted: ReadonlySet<string>;
}

/** An address as a piece of a key. */
export function addressKey({ channel, conversation, thread }: Address): string {
  return [channel, conversation, thread ?? ''].join('/');
}

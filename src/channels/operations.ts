import type { Citation, Deadline, Finding, ReportCard, Severity, Text2 } from '../../index/mod.js';
import type { Alias, Unanswered } from '../../intents/mod.js';
import type { Address, ChannelFinding } from './channel.js';

/** A finding with the words it rests on, and who explained it. */
export interface NotedFinding {
  /** Twelve hexadecimal digits. */
  readonly id: string;
  readonly finding: Finding;
  readonly basis: string;
  readonly citations: readonly Citation[];
  readonly explained: { readonly why: string; readonly by: string; readonly at: string } | null;
}

/** A question that nobody could be answered, counted over everybody who asked it; ISO times in UTC. */
export interface CountedQuestion extends Unanswered {
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** One change of an alias as it is kept; null where it was, or is, none. */
export interface AliasChanged {
  readonly id: number;
  readonly phrase: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly by: string;
  readonly at: string;
  /** The change that this one takes back. */
  readonly undoes: number | null;
}

/** A reminder that is due, was planned or comes next, or a reply that was not delivered. */
export interface ReminderLine {
  readonly kind: 'due' | 'outbox' | 'next' | 'reply';
  readonly to: Address;
  /** What it is about: a date to come, one that has passed, the same told to a supervisor, what a person asked for, work that recurs, a reply. */
  readonly about: string;
  /** Id of the deadline's rule and the year reported on; null for what hangs on no deadline. */
  readonly deadline: string | null;
  readonly reportYear: number | null;
  /** After the date negative. */
  readonly daysBefore: number;
  /** Who owes the report; null when it is said to whoever reads it. */
  readonly organisation: string | null;
  /** ISO times in UTC. */
  readonly dueAt: string;
  readonly state: string | null;
  readonly reason: string | null;
  readonly settledAt: string | null;
}

/** Deadlines of the reports that are being made or were just due, and what is said about them. */
export interface Schedule {
  readonly deadlines: readonly Deadline[];
  readonly reminders: readonly ReminderLine[];
  /** How many rooms and people are reminded. */
  readonly reminded: number;
}

/** What was said of a report, or the report that came in. */
export interface SaidOfReport {
  /** `submitted`, `returned`, `published`, `exempt` or `reopened`. */
  readonly change: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly link: string | null;
}

/** How an organisation that owes reports stands with one year's. */
export interface OwedReport {
  /** Its places joined. */
  readonly id: string;
  readonly organisation: string;
  readonly orgPath: readonly string[];
  readonly state: string;
  /** Id of the report that is held. */
  readonly report: string | null;
  /** The day that its deadline names, `YYYY-MM-DD`; null where neither law nor notice names one. */
  readonly due: string | null;
  readonly owner: string | null;
  /** What the state rests on; null where nothing happened that still counts. */
  readonly last: SaidOfReport | null;
}

/** A reminder that a person asked for and that is still to be said. */
export interface OwnReminderLine {
  readonly id: number;
  readonly to: Address;
  readonly speaker: string;
  /** Their words; '' where it is of a deadline. */
  readonly text: string;
  /** Id of the deadline's rule and the year reported on. */
  readonly deadline: string | null;
  readonly reportYear: number | null;
  /** `once`, `before` a deadline, or `daily` until the report is handed in. */
  readonly kind: string;
  /** The moment of `once`, ISO time in UTC; null for the others. */
  readonly at: string | null;
  readonly daysBefore: number | null;
}

/** Work that a report promises again and again and that somebody switched on. */
export interface RecurringWork {
  readonly id: string;
  /** The report that promises it. */
  readonly report: string;
  readonly organisation: string;
  /** In the report's words. */
  readonly what: string;
  readonly owner: string;
  /** Where it is asked after. */
  readonly to: Address;
  /** The period to be done now and its last day, `YYYY-MM-DD`; null when none is open. */
  readonly open: { readonly period: string; readonly due: string } | null;
}

/** How much was deleted of a person or a conversation. */
export interface ForgottenOf {
  readonly memories: number;
  readonly audit: number;
  readonly unanswered: number;
  readonly messages: number;
  readonly reminders: number;
}

/** What happened lately, counted. */
export interface Activity {
  /** Since then, ISO time in UTC. */
  readonly since: string;
  /** Questions by what became of them (`answered`, `clarify`, `not_found`, `out_of_scope`, `fault`, `refused`, `stale`). */
  readonly questions: Readonly<Record<string, number>>;
  /** Messages that are not settled yet. */
  readonly unsettled: number;
}

/** What was done, or why it was not. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly why: Text2 };

/** What an operator does at a terminal, for the pages of the desk: each is one command. */
export interface Operations {
  findings(card: ReportCard): Promise<readonly NotedFinding[]>;
  /** Findings that nobody explained, by edition; of reports that could be counted within `withinMs`. */
  findingCounts(cards: readonly ReportCard[], withinMs: number): Promise<ReadonlyMap<number, Readonly<Record<Severity, number>>>>;
  explain(finding: string, why: string, by: string): Promise<void>;
  withdraw(report: string, why: string): Promise<boolean>;
  unanswered(): Promise<readonly CountedQuestion[]>;
  aliases(): Promise<readonly Alias[]>;
  /** Newest first. */
  aliasChanges(): Promise<readonly AliasChanged[]>;
  addAlias(phrase: string, metric: string, by: string): Promise<Done>;
  undoAlias(change: number, by: string): Promise<Done>;
  schedule(): Promise<Schedule>;
  /** Everybody on the roster with one year's report; empty where there is no roster. */
  owed(year: number): Promise<readonly OwedReport[]>;
  /** Says what became of an organisation's report of one year. */
  mark(organisation: string, year: number, said: Omit<SaidOfReport, 'at'>): Promise<Done>;
  /** Of everybody, soonest asked first. */
  ownReminders(): Promise<readonly OwnReminderLine[]>;
  /** Ends a reminder that somebody asked for; false when there is none of that id any more. */
  endOwnReminder(id: number): Promise<boolean>;
  recurringWork(): Promise<readonly RecurringWork[]>;
  /** Records the period of a recurring work that is open as done, with what shows it. */
  recurringDone(id: string, evidence: string, by: string): Promise<Done>;
  /** Switches a recurring work off; false when it was not on. */
  recurringOff(id: string): Promise<boolean>;
  /** Deletes all that is kept of a person or a conversation: `slack:U0123` on one channel, `U0123` on any. */
  forget(target: string): Promise<ForgottenOf>;
  /** The workbook of one year's totals. */
  totalsBook(year: number): Promise<Uint8Array>;
  /** The workbook of the findings in all reports held. */
  findingsBook(): Promise<Uint8Array>;
  /** What `wenbao doctor` finds in configuration and secrets. */
  configuration(): Promise<readonly ChannelFinding[]>;
  activity(): Promise<Activity>;
}

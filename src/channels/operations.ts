import type { Citation, Deadline, Finding, Lang, ReportCard, Severity, Text2 } from '../../index/mod.js';
import type { Alias, ReportCitation, Unanswered } from '../../intents/mod.js';
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

/** A period of recurring work that was recorded as done. */
export interface PeriodDone {
  readonly period: string;
  readonly evidence: string;
  readonly by: string;
  /** ISO time in UTC. */
  readonly at: string;
}

/** Work that a report promises again and again, as it stands there. */
export interface PromisedLine {
  readonly id: string;
  readonly organisation: string;
  /** `week`, `month`, `quarter`, `half-year` or `year`. */
  readonly interval: string;
  /** How often in each; null where the report does not count. */
  readonly times: number | null;
  /** In the report's words. */
  readonly what: string;
  readonly citation: ReportCitation;
  /** Whether somebody switched it on. */
  readonly on: boolean;
}

/** Who answers for recurring work and where it is asked after. */
export interface RecurringWish {
  /** '' for the organisation itself. */
  readonly owner: string;
  /** `slack:CHANNEL` or `wechat:ROOM`. */
  readonly to: string;
  readonly lang: Lang;
}

/** A conversation that the configuration names. */
export interface NamedRoom {
  /** As `RecurringWish.to` takes it. */
  readonly place: string;
  /** Whose it is; null for one that belongs to nobody. */
  readonly organisation: string | null;
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
  /** Latest first. */
  readonly done: readonly PeriodDone[];
  /** The sentence that promises it. */
  readonly citation: ReportCitation;
}

/** What a spreadsheet of states came to; its problems with row (from 1) and column (letters), null where the file as a whole is meant. */
export type RosterImported =
  | { readonly ok: true; readonly added: number; readonly known: number; /** Rows that say that nothing was handed in. */ readonly idle: number }
  | { readonly ok: false; readonly problems: readonly { readonly row: number | null; readonly column: string | null; readonly message: Text2 }[] };

/** A backup, whole and checked, on its way out. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: ReadableStream<Uint8Array>;
}

/** Something that was done on a page of the desk. */
export interface DeskDeed {
  /** What was called and of what it was, never whom it was about: `withdraw 云岭县青石镇-2021`. */
  readonly what: string;
  readonly by: string;
  readonly done: boolean;
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
  /** Takes a report out of use, or one version of it; false when it is withdrawn already. */
  withdraw(report: string, why: string, version?: number): Promise<boolean>;
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
  /** Keeps the states that a spreadsheet tells, all or none; only looks where `keep` is false. */
  importRoster(file: { readonly name: string; readonly bytes: Uint8Array }, year: number, by: string, keep: boolean): Promise<RosterImported>;
  /** Of everybody, soonest asked first. */
  ownReminders(): Promise<readonly OwnReminderLine[]>;
  /** Ends a reminder that somebody asked for; false when there is none of that id any more. */
  endOwnReminder(id: number): Promise<boolean>;
  recurringWork(): Promise<readonly RecurringWork[]>;
  /** Records the period of a recurring work that is open as done, with what shows it. */
  recurringDone(id: string, evidence: string, by: string): Promise<Done>;
  /** Work that the reports in use of one organisation promise, newest report first. */
  promisedBy(orgKey: string): Promise<readonly PromisedLine[]>;
  /** Conversations where something can be asked after. */
  namedRooms(): readonly NamedRoom[];
  /** Switches on what a report promises; again, and it counts from now. */
  recurringOn(id: string, orgKey: string, wish: RecurringWish, by: string): Promise<Done>;
  /** Switches a recurring work off; false when it was not on. */
  recurringOff(id: string): Promise<boolean>;
  /** Deletes all that is kept of a person or a conversation: `slack:U0123` on one channel, `U0123` on any. */
  forget(target: string): Promise<ForgottenOf>;
  /** All that is held in one file, while everything goes on. */
  backup(): Promise<BackupFile>;
  /** Writes down what was done on the desk, where an audit is kept. */
  note(deed: DeskDeed): Promise<void>;
  /** The workbook of one year's totals. */
  totalsBook(year: number): Promise<Uint8Array>;
  /** The workbook of the findings in all reports held. */
  findingsBook(): Promise<Uint8Array>;
  /** What `wenbao doctor` finds in configuration and secrets. */
  configuration(): Promise<readonly ChannelFinding[]>;
  activity(): Promise<Activity>;
}

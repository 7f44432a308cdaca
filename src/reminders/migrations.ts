import { sql, type Generated, type Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';
import type { ChannelName } from '../channels/channel.js';
import type { ReminderKind } from './reminder.js';

/**
 * What becomes of a posting: `planned` · `claimed` (a process has it until `lease_until`) · `posting` (it is being posted; after the lease
 * nobody can tell whether it was) · `pending` (waits for `not_before`, or for somebody to write there) · then for good `sent`, `handed over`,
 * `refused`, `unknown`, `expired` (came too late, or there was nothing left to say), `moved` (another conversation of the organisation says it).
 */
export type PostingState = 'planned' | 'claimed' | 'posting' | 'pending' | 'sent' | 'handed over' | 'refused' | 'unknown' | 'expired' | 'moved';

/** One message to one conversation: a day's digest, or a reminder of its own. Moments are ISO 8601 in UTC, so that they compare as text. */
export interface PostingRow {
  readonly key: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly thread: string | null;
  readonly lang: string;
  /** 1 for a message of its own. */
  readonly alone: number;
  readonly due_at: string;
  readonly expires_at: string;
  readonly not_before: string;
  /** Until then the working hours do not hold: it was asked for at this time, or somebody just wrote there. */
  readonly free_until: string | null;
  /** 1 when a closed window keeps it until somebody writes there. */
  readonly closed: number;
  readonly state: PostingState;
  readonly holder: string;
  readonly lease_until: string | null;
  readonly attempts: number;
  /** How often it was said again without knowing whether it had been said. */
  readonly resends: number;
  readonly message_id: string | null;
  readonly reason: string | null;
  readonly settled_at: string | null;
}

/** One row for each reminder ever planned, and the posting that says it. */
export interface ItemRow {
  readonly key: string;
  readonly posting: string;
  readonly kind: ReminderKind;
  readonly rule: string | null;
  readonly report_year: number | null;
  readonly step: number;
  readonly org: string | null;
  readonly subject: string | null;
  readonly due_at: string;
  readonly expires_at: string;
}

/** A reminder that a person asked for (`OwnReminder`). */
export interface OwnRow {
  readonly id: Generated<number>;
  readonly number: number;
  /** The channel's id of the message that asked for it. */
  readonly message: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly thread: string | null;
  readonly lang: string;
  readonly speaker: string;
  readonly kind: 'once' | 'before' | 'daily';
  readonly text: string;
  readonly at: string | null;
  readonly minutes: number | null;
  readonly days_before: number | null;
  readonly every_day: number;
  readonly rule: string | null;
  readonly report_year: number | null;
  readonly org: string | null;
  readonly state: 'active' | 'done' | 'cancelled';
  readonly until: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
}

/** A reminder of the digest that was put off, and until when. */
export interface PutOffRow {
  readonly key: string;
  readonly until: string;
  readonly by: string;
  readonly at: string;
}

/** A conversation whose digests somebody stopped. */
export interface MutedRow {
  readonly address: string;
  readonly by: string;
  readonly at: string;
}

/** A recurrence that was switched on, `state` `on` or `off`; the promise as it stood in the report then. */
export interface RecurrenceRow {
  readonly id: string;
  readonly report: string;
  readonly interval: string;
  readonly what: string;
  /** Where it stands, as a `ReportCitation` in JSON. */
  readonly citation: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly thread: string | null;
  readonly lang: string;
  readonly owner: string;
  readonly state: 'on' | 'off';
  readonly since: string;
  readonly by: string;
}

/** A period of a recurrence that is done, with what shows it. */
export interface RecurrenceDoneRow {
  readonly recurrence: string;
  readonly period: string;
  readonly evidence: string;
  readonly by: string;
  readonly at: string;
}

/** The reminders' tables, as Kysely knows them. */
export interface ReminderTables {
  readonly reminder_posting: PostingRow;
  readonly reminder_item: ItemRow;
  readonly reminder_own: OwnRow;
  readonly reminder_put_off: PutOffRow;
  readonly reminder_muted: MutedRow;
  readonly reminder_recurrence: RecurrenceRow;
  readonly reminder_recurrence_done: RecurrenceDoneRow;
}

/** Numbered, never edited once released. */
export const reminderMigrations: OwnMigrations = {
  'reminders-0001-outbox': { up: createOutbox },
  'reminders-0002-postings': { up: createPostings },
  'reminders-0003-own': { up: createOwn },
  'reminders-0004-recurrences': { up: createRecurrences },
};

async function createOutbox({ schema }: Kysely<never>): Promise<void> {
  let table = schema.createTable('reminder_outbox').addColumn('key', 'text', (column) => column.primaryKey());
  for (const name of ['channel', 'conversation', 'lang', 'rule', 'due_at', 'expires_at', 'not_before', 'state']) table = table.addColumn(name, 'text', (column) => column.notNull());
  for (const name of ['report_year', 'step', 'attempts']) table = table.addColumn(name, 'integer', (column) => column.notNull());
  for (const name of ['thread', 'lease_until', 'message_id', 'reason', 'settled_at']) table = table.addColumn(name, 'text');
  await table.execute();
  await schema.createIndex('reminder_outbox_by_state').on('reminder_outbox').columns(['state', 'not_before']).execute();
}

interface Columns {
  readonly text?: readonly string[];
  readonly integer?: readonly string[];
  readonly optionalText?: readonly string[];
  readonly optionalInteger?: readonly string[];
}

async function createTable(database: Kysely<never>, name: string, key: readonly string[], { text = [], integer = [], optionalText = [], optionalInteger = [] }: Columns): Promise<void> {
  let table = database.schema.createTable(name);
  for (const column of text) table = table.addColumn(column, 'text', (built) => built.notNull());
  for (const column of integer) table = table.addColumn(column, 'integer', (built) => built.notNull());
  for (const column of optionalText) table = table.addColumn(column, 'text');
  for (const column of optionalInteger) table = table.addColumn(column, 'integer');
  await (key.length === 0 ? table.addColumn('id', 'integer', (built) => built.primaryKey().autoIncrement()) : table.addPrimaryKeyConstraint(`${name}_key`, key as never)).execute();
}

/** What was planned one reminder a message becomes a posting with one item, under the same key. */
async function createPostings(database: Kysely<never>): Promise<void> {
  await createTable(database, 'reminder_posting', ['key'], {
    text: ['key', 'channel', 'conversation', 'lang', 'due_at', 'expires_at', 'not_before', 'state', 'holder'],
    integer: ['alone', 'closed', 'attempts', 'resends'],
    optionalText: ['thread', 'free_until', 'lease_until', 'message_id', 'reason', 'settled_at'],
  });
  await createTable(database, 'reminder_item', ['key'], { text: ['key', 'posting', 'kind', 'due_at', 'expires_at'], integer: ['step'], optionalText: ['rule', 'org', 'subject'], optionalInteger: ['report_year'] });
  await database.schema.createIndex('reminder_posting_by_state').on('reminder_posting').columns(['state', 'not_before']).execute();
  await database.schema.createIndex('reminder_posting_by_place').on('reminder_posting').columns(['channel', 'conversation', 'state']).execute();
  await database.schema.createIndex('reminder_item_by_posting').on('reminder_item').column('posting').execute();
  await sql`insert into reminder_posting (key, channel, conversation, thread, lang, alone, due_at, expires_at, not_before, closed, state, holder, lease_until, attempts, resends, message_id, reason, settled_at)
    select key, channel, conversation, thread, lang, 0, due_at, expires_at, not_before, 0, state, '', lease_until, attempts, 0, message_id, reason, settled_at from reminder_outbox`.execute(database);
  await sql`insert into reminder_item (key, posting, kind, rule, report_year, step, due_at, expires_at) select key, key, 'deadline', rule, report_year, step, due_at, expires_at from reminder_outbox`.execute(database);
  await database.schema.dropTable('reminder_outbox').execute();
}

async function createOwn(database: Kysely<never>): Promise<void> {
  await createTable(database, 'reminder_own', [], {
    text: ['message', 'channel', 'conversation', 'lang', 'speaker', 'kind', 'text', 'state', 'created_at'],
    integer: ['number', 'every_day'],
    optionalText: ['thread', 'at', 'rule', 'org', 'until', 'ended_at'],
    optionalInteger: ['minutes', 'days_before', 'report_year'],
  });
  await database.schema.createIndex('reminder_own_by_place').on('reminder_own').columns(['channel', 'conversation']).execute();
  await createTable(database, 'reminder_put_off', ['key'], { text: ['key', 'until', 'by', 'at'] });
  await createTable(database, 'reminder_muted', ['address'], { text: ['address', 'by', 'at'] });
}

async function createRecurrences(database: Kysely<never>): Promise<void> {
  await createTable(database, 'reminder_recurrence', ['id'], { text: ['id', 'report', 'interval', 'what', 'citation', 'channel', 'conversation', 'lang', 'owner', 'state', 'since', 'by'], optionalText: ['thread'] });
  await createTable(database, 'reminder_recurrence_done', ['recurrence', 'period'], { text: ['recurrence', 'period', 'evidence', 'by', 'at'] });
}

import type { Kysely, Transaction } from 'kysely';
import { dayInChina } from '../../index/mod.js';
import { addressKey } from './book.js';
import type { PostingRow, ReminderTables } from './migrations.js';
import type { Reminder } from './reminder.js';

/** Bound variables of one statement. */
const AT_ONCE = 500;
/** What is asked for at a time outside the hours is said then, and if that was missed, for so long after. */
const FREE_FOR_MS = 60 * 60_000;

/** Takes reminders into the outbox, those of known keys aside; returns how many were new. */
export async function putInto(database: Kysely<ReminderTables>, reminders: readonly Reminder[], now: Date): Promise<number> {
  const unknown = await withoutKnown(database, reminders);
  if (unknown.length === 0) return 0;
  return database.transaction().execute(async (transaction) => {
    // Another process may have planned the same meanwhile.
    const fresh = await withoutKnown(transaction, unknown);
    let taken = 0;
    for (const group of groupsOf(fresh)) taken += await putGroup(transaction, group, now);
    return taken;
  });
}

/** Which of these keys the outbox has. */
export async function knownKeys(database: Kysely<ReminderTables>, keys: readonly string[]): Promise<string[]> {
  const known: string[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) known.push(...(await database.selectFrom('reminder_item').select('key').where('key', 'in', keys.slice(at, at + AT_ONCE)).execute()).map(({ key }) => key));
  return known;
}

async function withoutKnown(database: Kysely<ReminderTables>, reminders: readonly Reminder[]): Promise<Reminder[]> {
  const known = new Set(await knownKeys(database, reminders.map(({ key }) => key)));
  return reminders.filter(({ key }) => !known.has(key));
}

function groupsOf(reminders: readonly Reminder[]): Reminder[][] {
  const groups = new Map<string, Reminder[]>();
  for (const one of reminders) {
    const key = one.alone ? one.key : addressKey(one.to);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

async function putGroup(database: Transaction<ReminderTables>, group: readonly Reminder[], now: Date): Promise<number> {
  const posting = await postingFor(database, group, now);
  if (posting === null) return 0;
  await database
    .insertInto('reminder_item')
    .values(group.map(({ key, kind, rule, reportYear, step, org, subject, dueAt, expiresAt }) => ({ key, posting, kind, rule, report_year: reportYear, step, org, subject, due_at: dueAt.toISOString(), expires_at: expiresAt.toISOString() })))
    .execute();
  return group.length;
}

/** The posting that says these, made or joined; null when the day's digest is begun already. */
async function postingFor(database: Transaction<ReminderTables>, group: readonly Reminder[], now: Date): Promise<string | null> {
  const { to, lang, alone, key: own } = group[0]!;
  const dueAt = group.map((one) => one.dueAt.toISOString()).sort()[0]!;
  const expiresAt = group.map((one) => one.expiresAt.toISOString()).sort().at(-1)!;
  if (!alone) {
    // What still waits to be said there takes the new ones along: one message when it can be said, not one for each day it could not.
    const waiting = await database
      .updateTable('reminder_posting')
      .set((row) => ({ expires_at: row.fn<string>('max', ['expires_at', row.val(expiresAt)]) }))
      .where('channel', '=', to.channel)
      .where('conversation', '=', to.conversation)
      .where('thread', to.thread === null ? 'is' : '=', to.thread)
      .where('alone', '=', 0)
      .where('state', 'in', ['planned', 'pending'])
      .returning('key')
      .execute();
    if (waiting[0] !== undefined) return waiting[0].key;
  }
  const key = alone ? own : `digest/${dayInChina(now)}/${addressKey(to)}`;
  const row: PostingRow = {
    key,
    channel: to.channel,
    conversation: to.conversation,
    thread: to.thread,
    lang,
    alone: alone ? 1 : 0,
    due_at: dueAt,
    expires_at: expiresAt,
    not_before: dueAt,
    free_until: alone ? new Date(Date.parse(dueAt) + FREE_FOR_MS).toISOString() : null,
    closed: 0,
    state: 'planned',
    holder: '',
    lease_until: null,
    attempts: 0,
    resends: 0,
    message_id: null,
    reason: null,
    settled_at: null,
  };
  const { numInsertedOrUpdatedRows } = await database.insertInto('reminder_posting').values(row).onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? key : null;
}

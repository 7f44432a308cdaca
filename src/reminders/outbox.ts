import type { Kysely } from 'kysely';
import type { Delivery } from '../channels/channel.js';
import type { OutboxRow, ReminderTables } from './migrations.js';
import type { Reminder } from './reminder.js';

/** What was planned and what became of it. Every call is one transaction; what returned is on the disk. */
export interface Outbox {
  /** Takes new reminders; known keys are ignored. Returns how many were new. */
  put(reminders: readonly Reminder[]): Promise<number>;
  /** The next ones to say, each for this process alone until the lease ends. Also takes over what a dead process had claimed but not begun. */
  claim(now: Date, leaseMs: number, limit: number): Promise<OutboxRow[]>;
  /** Marks a claimed one as being posted from now on; false when the lease was lost meanwhile. */
  begin(key: string, now: Date, leaseMs: number): Promise<boolean>;
  settle(key: string, outcome: Delivery, now: Date): Promise<void>;
  /** Puts a claimed one back, to be tried from `notBefore` on. */
  postpone(key: string, notBefore: Date, reason: string): Promise<void>;
  /** Settles what nobody can tell of any more (`unknown`) and what came too late to make sense (`expired`). */
  tidy(now: Date): Promise<void>;
  /** Latest first. */
  history(limit: number): Promise<OutboxRow[]>;
}

/** How long a channel that cannot be reached is left alone, when it does not say itself. */
const RETRY_AFTER_MS = 5 * 60_000;

/** The outbox in the embedded store. */
export function outboxIn(database: Kysely<ReminderTables>): Outbox {
  const iso = (moment: Date): string => moment.toISOString();
  const later = (now: Date, ms: number): string => iso(new Date(now.getTime() + ms));
  return {
    async put(reminders) {
      if (reminders.length === 0) return 0;
      const rows = reminders.map(rowOf);
      const results = await database.insertInto('reminder_outbox').values(rows).onConflict((conflict) => conflict.column('key').doNothing()).execute();
      return results.reduce((count, result) => count + Number(result.numInsertedOrUpdatedRows ?? 0n), 0);
    },
    claim: (now, leaseMs, limit) =>
      database
        .updateTable('reminder_outbox')
        .set((row) => ({ state: 'claimed', lease_until: later(now, leaseMs), attempts: row('attempts', '+', 1) }))
        .where('key', 'in', (query) =>
          query
            .selectFrom('reminder_outbox')
            .select('key')
            .where('expires_at', '>', iso(now))
            .where('not_before', '<=', iso(now))
            .where((row) => row.or([row('state', 'in', ['planned', 'pending']), row.and([row('state', '=', 'claimed'), row('lease_until', '<=', iso(now))])]))
            .orderBy('due_at')
            .orderBy('key')
            .limit(limit),
        )
        .returningAll()
        .execute(),
    async begin(key, now, leaseMs) {
      const begun = await database.updateTable('reminder_outbox').set({ state: 'posting', lease_until: later(now, leaseMs) }).where('key', '=', key).where('state', '=', 'claimed').where('lease_until', '>', iso(now)).executeTakeFirst();
      return begun.numUpdatedRows === 1n;
    },
    async settle(key, { state, messageId, reason, retryAt }, now) {
      const final = state !== 'pending';
      await database
        .updateTable('reminder_outbox')
        .set({ state, message_id: messageId, reason, lease_until: null, settled_at: final ? iso(now) : null, ...(!final && { not_before: retryAt ? iso(retryAt) : later(now, RETRY_AFTER_MS) }) })
        .where('key', '=', key)
        .where('state', '=', 'posting')
        .execute();
    },
    async postpone(key, notBefore, reason) {
      await database.updateTable('reminder_outbox').set({ state: 'pending', reason, lease_until: null, not_before: iso(notBefore) }).where('key', '=', key).where('state', '=', 'claimed').execute();
    },
    async tidy(now) {
      await database.updateTable('reminder_outbox').set({ state: 'unknown', reason: 'the process ended while posting', settled_at: iso(now), lease_until: null }).where('state', '=', 'posting').where('lease_until', '<=', iso(now)).execute();
      await database
        .updateTable('reminder_outbox')
        .set({ state: 'expired', settled_at: iso(now), lease_until: null })
        .where('expires_at', '<=', iso(now))
        .where((row) => row.or([row('state', 'in', ['planned', 'pending']), row.and([row('state', '=', 'claimed'), row('lease_until', '<=', iso(now))])]))
        .execute();
    },
    history: (limit) => database.selectFrom('reminder_outbox').selectAll().orderBy('due_at', 'desc').orderBy('key').limit(limit).execute(),
  };
}

function rowOf({ key, to, lang, rule, reportYear, step, dueAt, expiresAt }: Reminder): OutboxRow {
  return {
    key,
    channel: to.channel,
    conversation: to.conversation,
    thread: to.thread,
    lang,
    rule,
    report_year: reportYear,
    step,
    due_at: dueAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    not_before: dueAt.toISOString(),
    state: 'planned',
    lease_until: null,
    attempts: 0,
    message_id: null,
    reason: null,
    settled_at: null,
  };
}

import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import type { Address, ChannelName, Delivery } from '../channels/channel.js';
import { addressKey, type Conversation } from './book.js';
import type { ItemRow, PostingRow, ReminderTables } from './migrations.js';
import { knownKeys, putInto } from './outbox-put.js';
import type { Reminder } from './reminder.js';

/** One message to be said, and the reminders it says. */
export interface Posting {
  readonly row: PostingRow;
  readonly items: readonly ItemRow[];
}

/** What was planned and what became of it. Every call is one transaction; what returned is on the disk. */
export interface Outbox {
  /**
   * Takes new reminders; known keys are ignored. Those for one conversation share a posting a day: what is new when the day's digest is begun
   * is left out, and planned again for the next. Returns how many were taken.
   */
  put(reminders: readonly Reminder[], now: Date): Promise<number>;
  /** The next one to say, for this process alone until the lease ends: also one that a dead process had claimed but not begun. Outside the hours only what they do not hold for. */
  claim(now: Date, withinHours: boolean, only?: ChannelName): Promise<Posting | null>;
  /** Marks a claimed one as being posted from now on; false when another process has it meanwhile. */
  begin(key: string, now: Date): Promise<boolean>;
  /** What became of one that was begun. `closed`: a closed window keeps it until somebody writes there. */
  settle(key: string, outcome: Delivery, now: Date): Promise<void>;
  /** Leaves one that was begun as it is: after the lease it is looked up. */
  leaveOpen(key: string, reason: string | null): Promise<void>;
  /** Puts a claimed one back, to be tried from `notBefore` on. */
  postpone(key: string, notBefore: Date, reason: string): Promise<void>;
  /** Ends a claimed one of which nothing is left to say. */
  drop(key: string, reason: string, now: Date): Promise<void>;
  /** Those that a process which is gone had begun: nobody can tell whether they were posted. Each is this process's own for a lease. */
  undecided(now: Date, only?: ChannelName): Promise<Posting[]>;
  /** Says one again that was begun and, as far as anybody knows, not posted. `blindly` counts it against the policy. */
  again(key: string, blindly: boolean): Promise<void>;
  /** Ends what came too late to make sense. */
  tidy(now: Date): Promise<void>;
  /** Somebody wrote in a conversation: what waits for it may be said now. Returns how many that are. */
  heard(place: Pick<Address, 'channel' | 'conversation'>, now: Date): Promise<number>;
  /**
   * Gives some reminders of a posting that this process holds and that was not posted to another conversation. When nothing is left of it, it
   * ends as `moved`, or as `refused` with the channel's reason where that is why.
   */
  move(key: string, items: readonly string[], to: Conversation, now: Date, why?: { readonly refused: string | null }): Promise<void>;
  /** The message that a thread hangs on, else the last one that was said in a conversation since a moment; null when there was none. */
  lastSaid(place: Address, since: Date): Promise<Posting | null>;
  /** Which of these keys were ever taken. */
  known(keys: readonly string[]): Promise<string[]>;
  /** Latest first. What another conversation was given stands under both. */
  history(limit: number): Promise<Posting[]>;
}

/** Long enough for a slow channel; after it another process takes over what was not begun. */
export const LEASE_MS = 2 * 60_000;
/** How long a channel that cannot be reached is left alone, when it does not say itself. */
const RETRY_AFTER_MS = 5 * 60_000;
/** Nothing waits for longer than that: a moment further off was written by a clock that ran ahead. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** Who wrote is still there for so long. */
const HEARD_FOR_MS = 15 * 60_000;

/** The outbox in the embedded store; `holder` names this process among all that share it. */
export function outboxIn(database: Kysely<ReminderTables>, holder: string): Outbox {
  const iso = (moment: Date): string => moment.toISOString();
  const later = (now: Date, ms: number): string => iso(new Date(now.getTime() + ms));
  const held = (now: Date): Pick<PostingRow, 'holder' | 'lease_until'> => ({ holder, lease_until: later(now, LEASE_MS) });
  const free = { holder: '', lease_until: null };
  const mine = (key: string, state: PostingRow['state']) => database.updateTable('reminder_posting').where('key', '=', key).where('state', '=', state).where('holder', '=', holder);
  const itemsOf = async (rows: readonly PostingRow[]): Promise<Posting[]> => {
    if (rows.length === 0) return [];
    const items = await database.selectFrom('reminder_item').selectAll().where('posting', 'in', rows.map(({ key }) => key)).orderBy('due_at').orderBy('key').execute();
    return rows.map((row) => ({ row, items: items.filter(({ posting }) => posting === row.key) }));
  };
  return {
    put: (reminders, now) => putInto(database, reminders, now),
    async claim(now, withinHours, only) {
      const rows = await database
        .updateTable('reminder_posting')
        .set((row) => ({ state: 'claimed' as const, ...held(now), attempts: row('attempts', '+', 1) }))
        .where('key', 'in', (query) =>
          query
            .selectFrom('reminder_posting')
            .select('key')
            .where('expires_at', '>', iso(now))
            .where('due_at', '<=', iso(now))
            .where((row) => row.or([row('not_before', '<=', iso(now)), row('not_before', '>', later(now, LONGEST_WAIT_MS))]))
            .$if(only !== undefined, (claimable) => claimable.where('channel', '=', only!))
            .$if(!withinHours, (claimable) => claimable.where('free_until', '>', iso(now)))
            .where((row) => row.or([row('state', 'in', ['planned', 'pending']), row.and([row('state', '=', 'claimed'), leaseEnded(row, now)])]))
            .orderBy('due_at')
            .orderBy('key')
            .limit(1),
        )
        .returningAll()
        .execute();
      return (await itemsOf(rows))[0] ?? null;
    },
    async begin(key, now) {
      const begun = await mine(key, 'claimed').set({ state: 'posting', ...held(now) }).executeTakeFirst();
      return begun.numUpdatedRows === 1n;
    },
    async settle(key, { state, messageId, reason, retryAt, closed }, now) {
      const waits = state === 'pending';
      const until = retryAt === null ? later(now, closed === true ? LONGEST_WAIT_MS : RETRY_AFTER_MS) : iso(retryAt);
      const most = later(now, LONGEST_WAIT_MS);
      await mine(key, 'posting')
        .set({ state, message_id: messageId, reason, ...free, closed: closed === true ? 1 : 0, settled_at: waits ? null : iso(now), ...(waits && { not_before: until < most ? until : most }) })
        .execute();
    },
    async leaveOpen(key, reason) {
      await mine(key, 'posting').set({ reason, holder: '' }).execute();
    },
    async postpone(key, notBefore, reason) {
      await mine(key, 'claimed').set({ state: 'pending', ...free, not_before: iso(notBefore), reason }).execute();
    },
    async drop(key, reason, now) {
      await mine(key, 'claimed').set({ state: 'expired', ...free, reason, settled_at: iso(now) }).execute();
    },
    async undecided(now, only) {
      const rows = await database
        .updateTable('reminder_posting')
        .set(held(now))
        .where('state', '=', 'posting')
        .$if(only !== undefined, (begun) => begun.where('channel', '=', only!))
        .where((row) => leaseEnded(row, now))
        .returningAll()
        .execute();
      return itemsOf(rows);
    },
    async again(key, blindly) {
      await mine(key, 'posting').set((row) => ({ state: 'planned' as const, ...free, resends: row('resends', '+', blindly ? 1 : 0) })).execute();
    },
    async tidy(now) {
      await database
        .updateTable('reminder_posting')
        .set({ state: 'expired', ...free, settled_at: iso(now) })
        .where('expires_at', '<=', iso(now))
        .where((row) => row.or([row('state', 'in', ['planned', 'pending']), row.and([row('state', '=', 'claimed'), leaseEnded(row, now)])]))
        .execute();
    },
    async heard({ channel, conversation }, now) {
      const opened = await database
        .updateTable('reminder_posting')
        .set({ not_before: iso(now), free_until: later(now, HEARD_FOR_MS), closed: 0 })
        .where('channel', '=', channel)
        .where('conversation', '=', conversation)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      return Number(opened.numUpdatedRows);
    },
    move: (key, items, to, now, why) => database.transaction().execute((transaction) => moveTo(transaction, holder, key, items, to, iso(now), why === undefined ? { state: 'moved', reason: `${to.to.channel} ${to.to.conversation}` } : { state: 'refused', reason: why.refused })),
    async lastSaid({ channel, conversation, thread }, since) {
      const rows = await database
        .selectFrom('reminder_posting')
        .selectAll()
        .where('channel', '=', channel)
        .where('conversation', '=', conversation)
        .where('state', 'in', ['sent', 'handed over', 'unknown'])
        .where('settled_at', '>=', iso(since))
        .orderBy((row) => row.case().when('message_id', '=', thread).then(0).when('thread', '=', thread).then(1).else(2).end())
        .orderBy('settled_at', 'desc')
        .orderBy('key', 'desc')
        .limit(1)
        .execute();
      return (await itemsOf(rows))[0] ?? null;
    },
    known: (keys) => knownKeys(database, keys),
    history: async (limit) => {
      const postings = await itemsOf(await database.selectFrom('reminder_posting').selectAll().orderBy('due_at', 'desc').orderBy('key').limit(limit).execute());
      return Promise.all(postings.map(async ({ row, items }) => (items.length > 0 ? { row, items } : { row, items: await givenAway(database, row.key) })));
    },
  };
}

/** A lease that ends further off than any lease lasts was given by a clock that ran ahead. */
function leaseEnded({ eb, or }: ExpressionBuilder<ReminderTables, 'reminder_posting'>, now: Date): ExpressionWrapper<ReminderTables, 'reminder_posting', SqlBool> {
  return or([eb('lease_until', '<=', now.toISOString()), eb('lease_until', '>', new Date(now.getTime() + LEASE_MS).toISOString())]);
}

/** Between the key of a posting and where its reminders went: `digest/2026-01-15/wechat/room@1/>slack/U1/#1`. */
const WENT_TO = '>';

/** What other conversations were given of a posting. */
function givenAway(database: Kysely<ReminderTables>, key: string): Promise<ItemRow[]> {
  const begins = `${key}${WENT_TO}`;
  return database.selectFrom('reminder_item').selectAll().where('posting', '>=', begins).where('posting', '<', `${begins}\u{10ffff}`).orderBy('due_at').orderBy('key').execute();
}

async function moveTo(database: Kysely<ReminderTables>, holder: string, key: string, items: readonly string[], { to, lang }: Conversation, now: string, ended: Pick<PostingRow, 'state' | 'reason'>): Promise<void> {
  const from = await database.selectFrom('reminder_posting').selectAll().where('key', '=', key).where('state', 'in', ['claimed', 'posting']).where('holder', '=', holder).executeTakeFirst();
  if (from === undefined) return;
  // Each claim counts, so that what is moved later never joins a posting that is settled already.
  const target = `${key}${WENT_TO}${addressKey(to)}#${from.attempts}`;
  await database
    .insertInto('reminder_posting')
    .values({ ...from, key: target, channel: to.channel, conversation: to.conversation, thread: to.thread, lang, state: 'planned', holder: '', lease_until: null, not_before: now, closed: 0, attempts: 0, reason: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  await database.updateTable('reminder_item').set({ posting: target }).where('posting', '=', key).where('key', 'in', items).execute();
  const left = await database.selectFrom('reminder_item').select('key').where('posting', '=', key).limit(1).executeTakeFirst();
  if (left === undefined) await database.updateTable('reminder_posting').set({ ...ended, holder: '', lease_until: null, settled_at: now }).where('key', '=', key).execute();
}

import type { Kysely, Selectable } from 'kysely';
import type { Lang } from '../../index/mod.js';
import { LONGEST_QUESTION, type Remembered } from '../../intents/mod.js';
import type { Address, Delivery, Incoming } from '../channels/channel.js';
import type { Message } from '../render/message.js';
import { insertAudit, settleAudit, type AuditLine } from './audit.js';
import { Claims } from './claims.js';
import type { DeedName } from './deeds.js';
import { remember } from './memory.js';
import { bounded } from './message-key.js';
import type { DeskTables, MessageRow } from './tables.js';

/** How a message ended: as its reply was delivered, or without one. */
export type Outcome = Delivery['state'] | 'stale' | 'fault';

/** A message that this process has claimed. */
export interface ClaimedMessage {
  readonly id: string;
  readonly from: Address;
  readonly speaker: string;
  readonly direct: boolean;
  /** At most one unit longer than the longest question, so that it is refused as too long without being kept. */
  readonly text: string;
  readonly sentAt: Date;
  /** True where its speaker alone is answered. */
  readonly alone: boolean;
  /** The language of what was used to say it; null where its words tell it. */
  readonly lang: Lang | null;
}

/** One left by a process that is gone, with how far it had come; `reply` stands where it was answered. */
export interface UnfinishedMessage extends ClaimedMessage {
  readonly state: 'received' | 'answered' | 'posting';
  readonly reply: Message | null;
  /** What its speaker was doing; null for what was asked. */
  readonly deed: DeedName | null;
  readonly receivedAt: Date;
}

/** How long a process may work at a message before another takes it over. Answering takes milliseconds, posting seconds. */
export const LEASE_MS = 30_000;

/**
 * The messages taken in and how far each has come. Every step is one transaction and holds only for who holds the message: a process that
 * lost it to another is told so (false) and lets go.
 */
export class MessageBook {
  readonly #database: Kysely<DeskTables>;
  readonly #claims: Claims;
  readonly #holder: string;
  readonly #now: () => Date;

  /** `holder` names this process among all that share the database. */
  constructor(database: Kysely<DeskTables>, holder: string, now: () => Date) {
    this.#database = database;
    this.#claims = new Claims(database);
    this.#holder = holder;
    this.#now = now;
  }

  /**
   * Takes a message in, before anything else is done about it; null when its id was taken before, by whatever process. As `posting` it is
   * nothing to be answered: a process that is killed meanwhile leaves it for good. `deed` is what is done about it, for who finds it unfinished.
   */
  async claim(incoming: Incoming, as: 'received' | 'posting' = 'received', deed: DeedName | null = null): Promise<ClaimedMessage | null> {
    const { from, direct, sentAt } = incoming;
    const claimed: ClaimedMessage = {
      id: bounded(incoming.id),
      from: { channel: from.channel, conversation: bounded(from.conversation), thread: from.thread === null ? null : bounded(from.thread) },
      speaker: bounded(incoming.speaker),
      direct,
      text: incoming.text.slice(0, LONGEST_QUESTION + 1),
      sentAt,
      alone: incoming.alone === true,
      lang: incoming.lang ?? null,
    };
    const row: MessageRow = {
      channel: from.channel,
      message: claimed.id,
      conversation: claimed.from.conversation,
      thread: claimed.from.thread,
      speaker: claimed.speaker,
      direct: direct ? 1 : 0,
      text: claimed.text,
      sent_at: sentAt.toISOString(),
      received_at: this.#now().toISOString(),
      state: as,
      outcome: null,
      reply: null,
      deed,
      alone: claimed.alone ? 1 : 0,
      ...this.#hold(LEASE_MS),
    };
    return (await this.#claims.put(row)) ? claimed : null;
  }

  /** Says that this process is still at it, for what takes longer than a lease. */
  keep(message: ClaimedMessage): Promise<boolean> {
    return this.#step(this.#database, message, this.#hold(LEASE_MS));
  }

  /** Keeps the reply, what the conversation remembers and the audit's line together. */
  answered(message: ClaimedMessage, reply: Message, line: AuditLine | null, memory: { readonly session: string; readonly remembered: Remembered } | null): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#step(transaction, message, { state: 'answered', reply: JSON.stringify(reply), ...this.#hold(LEASE_MS) }))) return false;
      if (line !== null) await insertAudit(transaction, message, line);
      if (memory !== null) await remember(transaction, memory.session, memory.remembered, this.#now());
      return true;
    });
  }

  /** From here on nobody can tell whether the reply arrived, until it is settled. */
  posting(message: ClaimedMessage): Promise<boolean> {
    return this.#step(this.#database, message, { state: 'posting', ...this.#hold(LEASE_MS) });
  }

  /** The channel could not take the reply now: it waits until `retryAt`, for whichever process comes first. */
  later(message: ClaimedMessage, retryAt: Date): Promise<boolean> {
    return this.#step(this.#database, message, { state: 'answered', holder: '', held_until: retryAt.toISOString() });
  }

  /** Lets go of a message as it stands; whichever process comes first goes on with it after `retryAt`. */
  letGo(message: ClaimedMessage, retryAt: Date): Promise<boolean> {
    return this.#step(this.#database, message, { holder: '', held_until: retryAt.toISOString() });
  }

  /** Ends a message; what was said and the reply are let go. `line` is for one that was never answered. */
  settle(message: ClaimedMessage, outcome: Outcome, line: AuditLine | null = null): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#step(transaction, message, { state: 'settled', outcome, text: null, reply: null, holder: '', held_until: '' }))) return false;
      if (line !== null) await insertAudit(transaction, message, line);
      await settleAudit(transaction, message, outcome);
      return true;
    });
  }

  /** Takes over what no process holds any more, oldest first. */
  async takeOver(): Promise<UnfinishedMessage[]> {
    const rows = await this.#database
      .updateTable('desk_message')
      .set(this.#hold(LEASE_MS))
      .where('state', 'in', ['received', 'answered', 'posting'])
      .where('held_until', '<=', this.#now().toISOString())
      .where('holder', '!=', this.#holder)
      .returningAll()
      .execute();
    return rows.sort((a, b) => (a.received_at < b.received_at ? -1 : 1)).map(unfinished);
  }

  #hold(ms: number): Pick<MessageRow, 'holder' | 'held_until'> {
    return { holder: this.#holder, held_until: new Date(this.#now().getTime() + ms).toISOString() };
  }

  async #step(database: Kysely<DeskTables>, { id, from }: ClaimedMessage, to: Partial<MessageRow>): Promise<boolean> {
    const { numUpdatedRows } = await database.updateTable('desk_message').set(to).where('channel', '=', from.channel).where('message', '=', id).where('holder', '=', this.#holder).where('state', '!=', 'settled').executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

function unfinished(row: Selectable<MessageRow>): UnfinishedMessage {
  return {
    id: row.message,
    from: { channel: row.channel, conversation: row.conversation, thread: row.thread },
    speaker: row.speaker,
    direct: row.direct === 1,
    text: row.text ?? '',
    sentAt: new Date(row.sent_at),
    state: row.state === 'settled' ? 'posting' : row.state,
    alone: row.alone === 1,
    lang: null,
    deed: row.deed as DeedName | null,
    receivedAt: new Date(row.received_at),
    reply: row.reply === null ? null : (JSON.parse(row.reply) as Message),
  };
}

import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ConversationBook, Remembered } from '../../intents/mod.js';
import type { ChannelName, Incoming } from '../channels/channel.js';
import { bounded } from './message-key.js';
import type { DeskTables, MemoryRow } from './tables.js';

const Session = z.tuple([z.enum(['terminal', 'web', 'slack', 'wechat']), z.string(), z.string(), z.string(), z.boolean()]);

/** The assistant's name for a conversation: whose memory it is, by channel, conversation, thread and speaker. */
export function sessionOf({ from, speaker, direct }: Pick<Incoming, 'from' | 'speaker' | 'direct'>): string {
  return JSON.stringify([from.channel, bounded(from.conversation), bounded(from.thread ?? ''), bounded(speaker), direct] satisfies z.input<typeof Session>);
}

/** Session of the command line (`ask --session ID`), which has neither threads nor speakers. */
export function terminalSession(id: string): string {
  return sessionOf({ from: { channel: 'terminal', conversation: id, thread: null }, speaker: 'terminal', direct: true });
}

type Key = Pick<MemoryRow, 'channel' | 'conversation' | 'thread' | 'speaker' | 'direct'>;

function keyOf(session: string): Key {
  const [channel, conversation, thread, speaker, direct] = Session.parse(JSON.parse(session));
  return { channel: channel satisfies ChannelName, conversation, thread, speaker, direct: direct ? 1 : 0 };
}

/** For how long a conversation is remembered, in milliseconds. */
export interface MemoryLimits {
  readonly group: number;
  readonly direct: number;
}

/** Conversations that outlive the process, one row each. Session names are those of `sessionOf` and `terminalSession`. */
export class StoredConversations implements ConversationBook {
  readonly #database: Kysely<DeskTables>;
  readonly #limits: MemoryLimits;
  readonly #now: () => Date;

  constructor(database: Kysely<DeskTables>, limits: MemoryLimits, now: () => Date) {
    this.#database = database;
    this.#limits = limits;
    this.#now = now;
  }

  async get(session: string): Promise<Remembered | null> {
    const { channel, conversation, thread, speaker, direct } = keyOf(session);
    const row = await this.#database.selectFrom('desk_memory').select(['memory', 'asked_at', 'kept_at']).where('channel', '=', channel).where('conversation', '=', conversation).where('thread', '=', thread).where('speaker', '=', speaker).executeTakeFirst();
    if (row === undefined) return null;
    const limit = direct === 1 ? this.#limits.direct : this.#limits.group;
    return this.#now().getTime() - Date.parse(row.kept_at) > limit ? null : { ...turnIn(row.memory), at: row.asked_at };
  }

  put(session: string, remembered: Remembered): Promise<void> {
    return remember(this.#database, session, remembered, this.#now());
  }
}

type Turn = Omit<Remembered, 'at'>;

/** The column holds the turn with what it offered; rows written before offers were kept hold the memory alone. */
function turnIn(column: string): Turn {
  const held = JSON.parse(column) as Turn | Turn['memory'];
  return 'memory' in held ? held : { memory: held };
}

/** Writes what is remembered, in the transaction it is given. */
export async function remember(database: Kysely<DeskTables>, session: string, { at, ...turn }: Remembered, now: Date): Promise<void> {
  const kept = { memory: JSON.stringify(turn), asked_at: at, kept_at: now.toISOString() };
  await database
    .insertInto('desk_memory')
    .values({ ...keyOf(session), ...kept })
    .onConflict((conflict) => conflict.columns(['channel', 'conversation', 'thread', 'speaker']).doUpdateSet(kept))
    .execute();
}

/**
 * Holds what the assistant wants remembered until the desk keeps it together with the answer: a process killed between the two would else
 * answer the question again as a follow-up to itself.
 */
export class StagedConversations implements ConversationBook {
  readonly #stored: ConversationBook;
  readonly #staged = new Map<string, Remembered>();

  constructor(stored: ConversationBook) {
    this.#stored = stored;
  }

  get(session: string): Promise<Remembered | null> {
    return this.#stored.get(session);
  }

  put(session: string, remembered: Remembered): Promise<void> {
    this.#staged.set(session, remembered);
    return Promise.resolve();
  }

  /** What was to be remembered of a session, once. */
  take(session: string): Remembered | null {
    const remembered = this.#staged.get(session) ?? null;
    this.#staged.delete(session);
    return remembered;
  }
}

import { sql, type Kysely } from 'kysely';
import type { ChannelName } from '../channels/channel.js';
import { forgetUnanswered, purgeUnanswered } from '../ledger/ledger.js';
import type { DeskTables } from './tables.js';

/** How long each kind of thing is kept, in milliseconds. */
export interface KeptFor {
  readonly ids: number;
  readonly audit: number;
  readonly memory: number;
}

/** Deletes what is past its time. A message that is not settled stays, however old: it is ended first. */
export async function purge(database: Kysely<DeskTables>, now: Date, keptFor: KeptFor): Promise<void> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  await database.deleteFrom('desk_message').where('state', '=', 'settled').where('received_at', '<', before(keptFor.ids)).execute();
  await database.deleteFrom('desk_audit').where('at', '<', before(keptFor.audit)).execute();
  await database.deleteFrom('desk_feedback').where('at', '<', before(keptFor.audit)).execute();
  await purgeUnanswered(database, new Date(now.getTime() - keptFor.audit));
  await database.deleteFrom('desk_memory').where('kept_at', '<', before(keptFor.memory)).execute();
}

/** How much was deleted of somebody or of a conversation. */
export interface Forgotten {
  readonly memories: number;
  readonly audit: number;
  /** Lines of the ledger of unanswered questions. */
  readonly unanswered: number;
  /** Messages whose words, place and speaker were removed; their ids stay until they are purged, so that none is answered twice. */
  readonly messages: number;
}

/**
 * Deletes everything kept of a person or a conversation, named by the channel's id: memory, audit, ledger, feedback, chosen language, words of messages. A message of theirs
 * that was not answered yet is not answered any more.
 */
export async function forget(database: Kysely<DeskTables>, id: string, channel: ChannelName | null): Promise<Forgotten> {
  const forgotten = await database.transaction().execute(async (transaction) => {
    const memories = await transaction.deleteFrom('desk_memory').where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)])).$if(channel !== null, (query) => query.where('channel', '=', channel!)).executeTakeFirst();
    const audit = await transaction.deleteFrom('desk_audit').where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)])).$if(channel !== null, (query) => query.where('channel', '=', channel!)).executeTakeFirst();
    await transaction.deleteFrom('desk_feedback').where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)])).$if(channel !== null, (query) => query.where('channel', '=', channel!)).execute();
    await transaction.deleteFrom('desk_preference').where('speaker', '=', id).$if(channel !== null, (query) => query.where('channel', '=', channel!)).execute();
    const unanswered = await forgetUnanswered(transaction satisfies Kysely<DeskTables> as Kysely<DeskTables>, id, channel);
    const messages = await transaction
      .updateTable('desk_message')
      .set(({ fn, val }) => ({ text: null, reply: null, conversation: '', thread: null, speaker: '', state: 'settled' as const, holder: '', held_until: '', outcome: fn.coalesce('outcome', val('forgotten')) }))
      .where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)]))
      .$if(channel !== null, (query) => query.where('channel', '=', channel!))
      .executeTakeFirst();
    return { memories: Number(memories.numDeletedRows), audit: Number(audit.numDeletedRows), unanswered, messages: Number(messages.numUpdatedRows) };
  });
  await letGo(database);
  return forgotten;
}

/** A reader at work holds the log; so long it is waited for, since nothing else goes on in this process meanwhile. */
const WAIT_FOR_READERS_MS = 1000;

/**
 * The store's log holds what stood on a page before; it is emptied, so that what was deleted is nowhere any more. Where a reader holds the log for
 * longer, it is overwritten by what comes next.
 */
async function letGo(database: Kysely<DeskTables>): Promise<void> {
  await database.connection().execute(async (connection) => {
    const { rows } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
    await sql`pragma busy_timeout = ${sql.lit(WAIT_FOR_READERS_MS)}`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(rows[0]?.timeout ?? WAIT_FOR_READERS_MS)}`.execute(connection);
    }
  });
}

import type { Kysely } from 'kysely';
import type { ChannelName } from '../channels/channel.js';
import type { DeskTables } from './tables.js';

/** A reply that did not reach its asker, as far as anybody knows. */
export interface UndeliveredReply {
  readonly channel: ChannelName;
  readonly conversation: string;
  /** The channel's id of the question. */
  readonly message: string;
  /** When it was asked, ISO 8601 in UTC. */
  readonly at: string;
  /** `pending`: its channel never took it while it still made sense. */
  readonly delivery: 'pending' | 'refused' | 'unknown';
}

/** Replies that were not delivered, latest first, for as long as the audit keeps them. */
export async function undeliveredReplies(database: Kysely<DeskTables>, most: number): Promise<UndeliveredReply[]> {
  const rows = await database.selectFrom('desk_audit').select(['channel', 'conversation', 'message', 'at', 'delivery']).where('delivery', 'in', ['pending', 'refused', 'unknown']).orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
  return rows as UndeliveredReply[];
}

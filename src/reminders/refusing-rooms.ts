import type { Kysely } from 'kysely';
import type { ChannelName } from '../channels/channel.js';
import type { ReminderTables } from './migrations.js';

/** A conversation that would not take the last thing that was said there. */
export interface RefusingRoom {
  readonly channel: ChannelName;
  readonly conversation: string;
  /** What the channel said; null when it said nothing. */
  readonly reason: string | null;
  /** ISO time in UTC. */
  readonly at: string;
}

/** Rooms whose last settled posting was refused: gone, renamed, or without the bot. What was taken since clears them. */
export async function refusingRooms(database: Kysely<ReminderTables>): Promise<RefusingRoom[]> {
  const rows = await database.selectFrom('reminder_posting').select(['channel', 'conversation', 'state', 'reason', 'settled_at']).where('state', 'in', ['sent', 'handed over', 'refused']).where('settled_at', 'is not', null).orderBy('settled_at').execute();
  const last = new Map(rows.map((row) => [JSON.stringify([row.channel, row.conversation]), row]));
  return [...last.values()].flatMap(({ channel, conversation, state, reason, settled_at: at }) => (state === 'refused' ? [{ channel, conversation, reason, at: at! }] : []));
}

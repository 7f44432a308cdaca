import type { Kysely } from 'kysely';
import type { Verdict } from '../channels/channel.js';
import { bounded } from './message-key.js';
import type { DeskTables } from './tables.js';

/** Keeps what somebody thinks of an answer, as long as the audit; a later verdict of the same person takes its place. */
export async function keepFeedback(database: Kysely<DeskTables>, { answerId, channel, conversation, speaker, helpful, at: pressed }: Verdict, now: Date): Promise<void> {
  const row = { answer_id: bounded(answerId), channel, conversation: bounded(conversation), speaker: bounded(speaker), helpful: helpful ? 1 : 0, at: (pressed ?? now).toISOString() };
  await database
    .insertInto('desk_feedback')
    .values(row)
    .onConflict((conflict) => conflict.columns(['answer_id', 'channel', 'speaker']).doUpdateSet({ helpful: row.helpful, at: row.at, conversation: row.conversation }).where('desk_feedback.at', '<=', row.at))
    .execute();
}

import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DeskTables } from './tables.js';

/** Stands as `intent` in the audit for what was done on a page of the desk; `conversation` is the desk itself. */
export const PAGE_DEED = 'desk page';

/** Writes down what was done on a page of the desk, by whom and whether it came about. */
export async function notePageDeed(database: Kysely<DeskTables>, { what, by, done }: { readonly what: string; readonly by: string; readonly done: boolean }, now: Date): Promise<void> {
  await database
    .insertInto('desk_audit')
    .values({ at: now.toISOString(), channel: 'web', message: `desk:${randomUUID()}`, conversation: 'desk', speaker: by, question: what, answer_id: null, status: done ? 'answered' : 'refused', reason: null, intent: PAGE_DEED, citations: '[]', delivery: null, ms: 0, shared: 0 })
    .execute();
}

import type { Kysely } from 'kysely';
import { PAGE_DEED } from './page-deeds.js';
import type { DeskTables } from './tables.js';

/** What was asked since a moment, by what became of it, and how many messages are not settled. Without an audit nothing is counted. */
export async function activitySince(database: Kysely<DeskTables>, since: Date): Promise<{ readonly since: string; readonly questions: Readonly<Record<string, number>>; readonly unsettled: number }> {
  const asked = await database
    .selectFrom('desk_audit')
    .select(({ fn }) => ['status', fn.countAll<number>().as('many')])
    .where('at', '>=', since.toISOString())
    .where((row) => row.or([row('intent', 'is', null), row('intent', '!=', PAGE_DEED)]))
    .groupBy('status')
    .orderBy('status')
    .execute();
  const { many } = await database.selectFrom('desk_message').select(({ fn }) => fn.countAll<number>().as('many')).where('state', '!=', 'settled').executeTakeFirstOrThrow();
  return { since: since.toISOString(), questions: Object.fromEntries(asked.map(({ status, many: count }) => [status, count])), unsettled: many };
}

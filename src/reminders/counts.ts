import type { Kysely } from 'kysely';
import type { ReminderTables } from './migrations.js';

/** How many postings are kept in each state. */
export async function postingsByState(database: Kysely<ReminderTables>): Promise<Record<string, number>> {
  const rows = await database.selectFrom('reminder_posting').select(({ fn }) => ['state', fn.countAll<number>().as('count')]).groupBy('state').orderBy('state').execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

import type { Transaction } from 'kysely';
import type { Tables } from './database.js';

/** Puts the newest version of a report that is not withdrawn into use, and no other. */
export async function chooseCurrent(write: Transaction<Tables>, id: string): Promise<void> {
  await write
    .updateTable('report')
    .set((row) => ({ current: row('version', '=', row.selectFrom('report as other').select((other) => other.fn.max('other.version').as('newest')).where('other.id', '=', id).where('other.withdrawn', 'is', null)) as never }))
    .where('id', '=', id)
    .where('withdrawn', 'is', null)
    .execute();
}

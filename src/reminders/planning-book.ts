import type { Kysely } from 'kysely';
import type { Owing, PlanningBook } from './book.js';
import type { ConfiguredBook } from './config.js';
import type { ReminderTables } from './migrations.js';
import { OwnStore } from './own-store.js';
import { RecurrenceStore } from './recurrence-store.js';

/** Who owes what as of a moment, from the roster; nobody where there is none. */
export type OwingNow = (now: Date) => Promise<readonly Owing[]>;

/** Where there is no roster, nobody owes a report. */
export const nobodyOwes: OwingNow = () => Promise.resolve([]);

/** The book as it stands: what the configuration says, who owes, and what people asked for. */
export async function planningBook(database: Kysely<ReminderTables>, configured: ConfiguredBook, owing: OwingNow, now: Date): Promise<PlanningBook> {
  const [own, recurrences, putOff, muted] = await Promise.all([
    new OwnStore(database).active(),
    new RecurrenceStore(database).on(),
    database.selectFrom('reminder_put_off').select(['key', 'until']).execute(),
    database.selectFrom('reminder_muted').select('address').execute(),
  ]);
  return { ...configured, owing: await owing(now), own, recurrences, putOff: putOff.map(({ key, until }) => ({ key, until: new Date(until) })), muted: new Set(muted.map(({ address }) => address)) };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openLibrary, type OpenLibrary } from '../../../index/mod.js';
import type { ReminderTables } from '../../../src/reminders/migrations.js';
import { outboxIn, type Outbox } from '../../../src/reminders/outbox.js';
import { ownMigrations } from '../../../src/tables.js';

/** An outbox in a store of its own; `again` opens the same one as another process would. */
export async function outboxHere(): Promise<{ outbox: Outbox; database: Kysely<ReminderTables>; again(): Promise<Outbox>; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-outbox-'));
  const opened: OpenLibrary[] = [];
  const again = async (): Promise<Outbox> => {
    const held = await openLibrary(folder, { migrations: ownMigrations });
    opened.push(held);
    return outboxIn(held.database<ReminderTables>(), `process ${opened.length}`);
  };
  const outbox = await again();
  return {
    outbox,
    database: opened[0]!.database<ReminderTables>(),
    again,
    async close() {
      for (const held of opened) await held.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../index/mod.js';
import type { PostingRow, ReminderTables } from '../../../src/reminders/migrations.js';
import { refusingRooms } from '../../../src/reminders/refusing-rooms.js';
import { ownMigrations } from '../../../src/tables.js';

const posting = (key: string, conversation: string, state: PostingRow['state'], settled: string | null, reason: string | null = null): PostingRow => ({ key, channel: 'slack', conversation, thread: null, lang: 'zh', alone: 0, due_at: '2026-01-01T00:00:00Z', expires_at: '2026-02-01T00:00:00Z', not_before: '2026-01-01T00:00:00Z', free_until: null, closed: 0, state, holder: '', lease_until: null, attempts: 1, resends: 0, message_id: null, reason, settled_at: settled });

it('a room refuses when the last thing said there was refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-refusing-'));
  const held = await openLibrary(folder, { migrations: ownMigrations });
  try {
    const database = held.database<ReminderTables>();
    await database
      .insertInto('reminder_posting')
      .values([
        posting('1', 'C1', 'sent', '2026-01-01T00:00:00Z'),
        posting('2', 'C1', 'refused', '2026-01-02T00:00:00Z', 'channel_not_found'),
        posting('3', 'C2', 'refused', '2026-01-01T00:00:00Z', 'not_in_channel'),
        posting('4', 'C2', 'sent', '2026-01-03T00:00:00Z'),
        posting('5', 'C3', 'planned', null),
      ])
      .execute();
    expect(await refusingRooms(database)).toEqual([{ channel: 'slack', conversation: 'C1', reason: 'channel_not_found', at: '2026-01-02T00:00:00Z' }]);
  } finally {
    await held.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

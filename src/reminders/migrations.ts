import type { ChannelName } from '../channels/channel.js';
import type { Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';

/**
 * One row for each reminder ever planned. `state`: `planned` · `claimed` (a process has it until `lease_until`) · `posting` (it is being
 * posted; whoever finds it so after the lease cannot tell whether it was) · then for good `sent`, `handed over`, `refused`, `unknown`,
 * `expired`; `pending` waits for `not_before`. Moments are ISO 8601 in UTC, so that they compare as text.
 */
export interface OutboxRow {
  readonly key: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly thread: string | null;
  readonly lang: string;
  readonly rule: string;
  readonly report_year: number;
  readonly step: number;
  readonly due_at: string;
  readonly expires_at: string;
  readonly not_before: string;
  readonly state: OutboxState;
  readonly lease_until: string | null;
  readonly attempts: number;
  readonly message_id: string | null;
  readonly reason: string | null;
  readonly settled_at: string | null;
}

export type OutboxState = 'planned' | 'claimed' | 'posting' | 'pending' | 'sent' | 'handed over' | 'refused' | 'unknown' | 'expired';

export interface ReminderTables {
  readonly reminder_outbox: OutboxRow;
}

export const reminderMigrations: OwnMigrations = {
  'reminders-0001-outbox': { up: createOutbox },
};

async function createOutbox({ schema }: Kysely<never>): Promise<void> {
  let table = schema.createTable('reminder_outbox').addColumn('key', 'text', (column) => column.primaryKey());
  for (const name of ['channel', 'conversation', 'lang', 'rule', 'due_at', 'expires_at', 'not_before', 'state']) table = table.addColumn(name, 'text', (column) => column.notNull());
  for (const name of ['report_year', 'step', 'attempts']) table = table.addColumn(name, 'integer', (column) => column.notNull());
  for (const name of ['thread', 'lease_until', 'message_id', 'reason', 'settled_at']) table = table.addColumn(name, 'text');
  await table.execute();
  await schema.createIndex('reminder_outbox_by_state').on('reminder_outbox').columns(['state', 'not_before']).execute();
}

import type { Generated, Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';
import type { ChannelName } from '../channels/channel.js';

/** One row each time a question was asked and not answered, so that what one person asked can be forgotten without what others asked. */
export interface UnansweredRow {
  readonly id: Generated<number>;
  /** ISO time in UTC. */
  readonly at: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly speaker: string;
  readonly question: string;
  /** What equal questions share, however they were typed. */
  readonly same: string;
  readonly lang: string;
  readonly status: string;
  readonly reason: string;
  readonly intent: string;
  /** JSON list of complete questions, nearest first. */
  readonly nearest: string;
}

/** The ledger's tables, as Kysely knows them. */
export interface LedgerTables {
  readonly ledger_unanswered: UnansweredRow;
}

/** The ledger's tables. Numbered, never edited once released. */
export const ledgerMigrations: OwnMigrations = { 'ledger-0001-unanswered': { up: createUnanswered } };

async function createUnanswered({ schema }: Kysely<never>): Promise<void> {
  let table = schema.createTable('ledger_unanswered').addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement());
  for (const name of ['at', 'channel', 'conversation', 'speaker', 'question', 'same', 'lang', 'status', 'reason', 'intent', 'nearest']) table = table.addColumn(name, 'text', (column) => column.notNull());
  await table.execute();
  await schema.createIndex('ledger_unanswered_by_question').on('ledger_unanswered').columns(['same', 'id']).execute();
  await schema.createIndex('ledger_unanswered_by_time').on('ledger_unanswered').column('at').execute();
}

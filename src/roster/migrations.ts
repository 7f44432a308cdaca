import type { Generated, Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';
import type { Change, Happened } from './standing.js';

/** One thing that somebody said or imported about one organisation's report of one year. Rows are only ever added. */
export interface RosterChangeRow {
  readonly id: Generated<number>;
  /** Names the cause (a message, a line of a file), so that nothing counts twice; null where it cannot come twice. */
  readonly cause: string | null;
  /** `RosterOrganisation.id`. */
  readonly organisation: string;
  readonly year: number;
  readonly change: Change;
  /** When it happened, ISO time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly how: Exclude<Happened['how'], 'ingest'>;
  readonly why: string | null;
  readonly link: string | null;
}

/** The roster's table, as Kysely knows it. */
export interface RosterTables {
  readonly roster_change: RosterChangeRow;
}

/** The roster's table. Numbered, never edited once released. */
export const rosterMigrations: OwnMigrations = { 'roster-0001-changes': { up: createChanges } };

async function createChanges({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('roster_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('cause', 'text', (column) => column.unique())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('link', 'text')
    .execute();
  await schema.createIndex('roster_change_by_year').on('roster_change').columns(['year', 'organisation', 'id']).execute();
}

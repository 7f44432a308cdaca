import type { Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';

/** A finding that somebody has explained. `finding` is its id, which changes with the words it rests on: then it counts as new. */
export interface ExplainedRow {
  readonly finding: string;
  readonly why: string;
  readonly by: string;
  /** ISO time in UTC. */
  readonly at: string;
}

/** The tables of the checks, as Kysely knows them. */
export interface CheckTables {
  readonly check_explained: ExplainedRow;
}

/** The checks' tables. Numbered, never edited once released. */
export const checkMigrations: OwnMigrations = {
  'checks-0001-explained': { up: createExplained },
};

async function createExplained({ schema }: Kysely<never>): Promise<void> {
  let table = schema.createTable('check_explained').addColumn('finding', 'text', (column) => column.primaryKey());
  for (const name of ['why', 'by', 'at']) table = table.addColumn(name, 'text', (column) => column.notNull());
  await table.execute();
}

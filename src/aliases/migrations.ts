import type { Generated, Kysely } from 'kysely';
import type { OwnMigrations } from '../../index/mod.js';

/** One change of one alias; the newest of a phrase is what holds. Rows are only ever added. */
export interface AliasChangeRow {
  readonly id: Generated<number>;
  /** As it was given. */
  readonly phrase: string;
  /** What spellings of one phrase share. */
  readonly folded: string;
  /** The metric before and after; null where it was, or is, no alias. */
  readonly before: string | null;
  readonly after: string | null;
  readonly by: string;
  /** ISO time in UTC. */
  readonly at: string;
  /** The change that this one takes back; null for one of its own. */
  readonly undoes: number | null;
}

/** The aliases' tables, as Kysely knows them. */
export interface AliasTables {
  readonly aliases_change: AliasChangeRow;
}

/** The aliases' tables. Numbered, never edited once released. */
export const aliasMigrations: OwnMigrations = { 'aliases-0001-changes': { up: createChanges } };

async function createChanges({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('aliases_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('phrase', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('undoes', 'integer')
    .execute();
  await schema.createIndex('aliases_change_by_phrase').on('aliases_change').columns(['folded', 'id']).execute();
}

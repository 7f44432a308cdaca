import { Migrator, type Kysely, type Migration } from 'kysely';
import type { Tables } from './database.js';
import { fillMetricPlaces } from './metric-places.js';

/** Numbered, never edited once released: a change of the schema is a new migration. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-reports': { up: createReports },
  '0002-layout': { up: addLayout },
  '0003-metric-places': { up: addMetricPlaces },
  '0004-hints': { up: addHints },
};

/** Migrations of the floors above, by name; a name starts with its floor's room (`desk-0001-…`) and is never edited once released. */
export type OwnMigrations = Readonly<Record<string, Migration>>;

/** Names of all migrations, those of the floors above too: what a store written by this product may have run. */
export function migrationNames(own: OwnMigrations): ReadonlySet<string> {
  return new Set([...Object.keys(MIGRATIONS), ...Object.keys(own)]);
}

/** Brings a store to the newest schema, that of the floors above too; throws when a migration fails (and leaves the store as it was). */
export async function migrate(database: Kysely<Tables>, own: OwnMigrations = {}): Promise<void> {
  // Each floor numbers its own, so a lower floor's next one may sort before one of a higher floor that has run already.
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...MIGRATIONS, ...own }) }, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function createReports(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('source')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob')
    .execute();

  await schema
    .createTable('organisation')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('full_name', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('assumed', 'integer', (column) => column.notNull())
    .addColumn('stands_for', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('organisation_by_name').on('organisation').column('name').execute();

  await schema
    .createTable('report')
    .addColumn('edition', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('stated', 'text', (column) => column.notNull())
    .addColumn('year', 'integer')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('forms', 'text', (column) => column.notNull())
    .addColumn('figures', 'integer', (column) => column.notNull())
    .addColumn('ingested_at', 'text', (column) => column.notNull())
    .addColumn('withdrawn', 'text')
    .addColumn('current', 'integer', (column) => column.notNull())
    .addColumn('diagnostics', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addUniqueConstraint('report_id_version', ['id', 'version'])
    .addUniqueConstraint('report_source', ['source'])
    .execute();
  await schema.createIndex('report_by_stated').on('report').column('stated').execute();
  await schema.createIndex('report_by_organisation').on('report').columns(['organisation', 'year']).execute();

  await schema
    .createTable('figure')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('metric', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();

  for (const table of ['role', 'list'] as const) {
    await schema
      .createTable(table)
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_place`, ['edition', 'n'])
      .execute();
  }

  await schema
    .createTable('moved')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('moved_from', ['id', 'version'])
    .execute();

  await schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function addLayout({ schema }: Kysely<never>): Promise<void> {
  await schema.alterTable('source').addColumn('layout', 'text').execute();
}

async function addMetricPlaces(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('metric_places')
    .addColumn('edition', 'integer', (column) => column.primaryKey())
    .addColumn('places', 'blob', (column) => column.notNull())
    .execute();
  // Reports are large rows: which of them a year or an organisation means is told without opening any.
  await schema.createIndex('report_in_use').on('report').columns(['current', 'year', 'organisation', 'id']).execute();
  await fillMetricPlaces(database as unknown as Kysely<Tables>);
}

async function addHints({ schema }: Kysely<never>): Promise<void> {
  await schema.alterTable('source').addColumn('hints', 'text').execute();
}

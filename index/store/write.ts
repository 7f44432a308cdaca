import type { Kysely, Transaction } from 'kysely';
import type { Diagnostic } from '../document/diagnostic.js';
import { chooseCurrent } from './current.js';
import { FIGURES, type ReportRow, type Tables } from './database.js';
import { insertMany } from './insert-many.js';
import { meaningsOf, organisationKey, reportId, type Meaning, type Stated } from './naming.js';
import type { Kept, ReportCard } from './prepared.js';
import { cardsWhere, DERIVED_WITH, GENERATION, readMeta } from './read.js';
import { putBack, refiled, takeOut, toldAnew } from './refile.js';
import type { WrittenReport } from './written.js';

/** A write that is under way: all of it is kept, or nothing. */
export type Write = Transaction<Tables>;

/** A version by the number it had before. */
export type Numbered = Pick<ReportCard, 'version' | 'edition'> & { readonly report: string };

const FACT_COLUMNS = ['edition', 'n', 'content'];

/** Keeps files, all or none: when this returns, every one of them is on the disk. `now` is ISO time. */
export async function keepAll(database: Kysely<Tables>, batch: readonly WrittenReport[], now: string): Promise<Kept[]> {
  return database.transaction().execute(async (write) => {
    const kept: Kept[] = [];
    for (const report of batch) kept.push(await keep(write, report, now));
    if (kept.some(({ status }) => status !== 'unchanged')) await touch(write);
    return kept;
  });
}

/** A version that is made anew: the number it had, and by id the highest number that was given to any. */
export interface Again {
  readonly was: Numbered;
  readonly given: ReadonlyMap<string, number>;
}

/** Keeps one file inside a transaction. With `again` it gets the number it had, where its id stays. */
export async function keep(write: Write, report: WrittenReport, now: string, again: Again | null = null): Promise<Kept> {
  const known = await write.selectFrom('report').select('edition').where('source', '=', report.source.id).executeTakeFirst();
  const before = known === undefined ? null : await cardOf(write, known.edition);
  if (before !== null && !(await toldAnew(write, report.source))) return { status: 'unchanged', card: before, diagnostics: [] };
  if (before !== null) await takeOut(write, before, report.source);

  const stated = organisationKey(report.organisation);
  const meaning = await place(write, stated, report);
  const id = reportId(meaning.key, report.year, report.source.id);
  const version = await nextVersion(write, id, before ?? again?.was ?? null, again?.given);
  await write
    .insertInto('source')
    .values(report.sourceRow)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const diagnostics = [...report.diagnostics, ...joining(meaning, report.organisation.name), ...(before === null ? [] : refiled(before, id))];
  const edition = await writeRows(write, { id, version: version.next, organisation: meaning.key, stated, year: report.year, source: report.source.id, ingested_at: now, diagnostics: JSON.stringify(diagnostics) }, report);
  // The newest is the one in use; whatever was before it no longer is.
  if (version.newest !== null) await write.updateTable('report').set({ current: 0 }).where('id', '=', id).where('edition', '!=', edition).execute();
  if (before !== null) await putBack(write, before, id, edition);
  return { status: version.newest === null && before === null ? 'added' : 'updated', card: await cardOf(write, edition), diagnostics };
}

async function cardOf(write: Write, edition: number): Promise<ReportCard> {
  const [card] = await cardsWhere(write, (query) => query.where('report.edition', '=', edition));
  return card!;
}

/** Remembers with what everything held was derived. */
export async function markDerived(write: Kysely<Tables>, mark: string): Promise<void> {
  await write
    .insertInto('meta')
    .values({ key: DERIVED_WITH, value: mark })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: mark }))
    .execute();
}

async function writeRows(write: Write, label: Pick<ReportRow, 'id' | 'version' | 'organisation' | 'stated' | 'year' | 'source' | 'ingested_at' | 'diagnostics'>, report: WrittenReport): Promise<number> {
  const { title, forms, wording, passages, figures, metrics, metricPlaces, roles, lists } = report;
  const { edition } = await write
    .insertInto('report')
    .values({ ...label, title, forms, wording, passages, figures: figures.length, withdrawn: null, current: 1 })
    .returning('edition')
    .executeTakeFirstOrThrow();
  await insertMany(write, 'figure', ['id', 'metric', 'content'], figures.map((content, n) => [edition * FIGURES + n, metrics[n], content]));
  await write.insertInto('metric_places').values({ edition, places: metricPlaces }).execute();
  await insertMany(write, 'role', FACT_COLUMNS, roles.map((content, n) => [edition, n, content]));
  await insertMany(write, 'list', FACT_COLUMNS, lists.map((content, n) => [edition, n, content]));
  return edition;
}

/** Tells other readers that something changed. Inside a transaction, so no count is lost. */
export async function touch(write: Write): Promise<void> {
  const value = String(Number(await readMeta(write, GENERATION)) + 1);
  await write
    .insertInto('meta')
    .values({ key: GENERATION, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** Takes every version of a report out of use. False when there is none in use. */
export async function withdraw(database: Kysely<Tables>, id: string, why: string, version: number | null): Promise<boolean> {
  return database.transaction().execute(async (write) => {
    const inUse = write.updateTable('report').set({ withdrawn: why, current: 0 }).where('id', '=', id).where('withdrawn', 'is', null);
    const { numUpdatedRows } = await (version === null ? inUse : inUse.where('version', '=', version)).executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await chooseCurrent(write, id);
    await touch(write);
    return true;
  });
}

/** Finds out who is meant, remembers the stated name, and moves the reports of names that now mean another organisation. */
async function place(write: Write, key: string, { organisation, assumed }: WrittenReport): Promise<Meaning> {
  const rows = await write.selectFrom('organisation').selectAll().where('name', '=', organisation.name).execute();
  const group: Stated[] = rows.map((row) => ({ key: row.key, path: JSON.parse(row.path) as string[], assumed: row.assumed === 1 }));
  const isNew = !rows.some((row) => row.key === key);
  if (isNew) group.push({ key, path: organisation.path, assumed });
  const meanings = meaningsOf(group);
  if (isNew) {
    await write
      .insertInto('organisation')
      .values({ key, name: organisation.name, full_name: organisation.fullName, path: JSON.stringify(organisation.path), level: organisation.level, assumed: assumed ? 1 : 0, stands_for: meanings.get(key)!.key })
      // A name of another group can share the key (甲乙 + 丙 and 甲 + 乙丙): it is the same organisation then.
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    for (const row of rows) {
      const meaning = meanings.get(row.key)!;
      if (meaning.key !== row.stands_for) await move(write, row.key, row.name, meaning);
    }
  }
  return meanings.get(key)!;
}

async function move(write: Write, stated: string, name: string, meaning: Meaning): Promise<void> {
  await write.updateTable('organisation').set({ stands_for: meaning.key }).where('key', '=', stated).execute();
  const rows = await write.selectFrom('report').select(['edition', 'id', 'version', 'year', 'source', 'diagnostics']).where('stated', '=', stated).orderBy('version').execute();
  for (const row of rows) {
    const id = reportId(meaning.key, row.year, row.source);
    const diagnostics = (JSON.parse(row.diagnostics) as Diagnostic[]).filter(({ code }) => !JOINING.has(code));
    await write
      .updateTable('report')
      .set({ id, version: (await nextVersion(write, id, { report: row.id, version: row.version, edition: row.edition })).next, organisation: meaning.key, diagnostics: JSON.stringify([...diagnostics, ...joining(meaning, name)]) })
      .where('edition', '=', row.edition)
      .execute();
    await write.insertInto('moved').values({ id: row.id, version: row.version, edition: row.edition }).onConflict((conflict) => conflict.doNothing()).execute();
    await chooseCurrent(write, row.id);
    await chooseCurrent(write, id);
  }
}

/** A number that this id never gave to another text; an edition that comes back gets the number it had. `newest`: of the versions held, null when there is none. */
async function nextVersion(write: Write, id: string, before: Numbered | null = null, given: ReadonlyMap<string, number> = NONE_GIVEN): Promise<{ readonly next: number; readonly newest: number | null }> {
  const moved = await write.selectFrom('moved').select(['version', 'edition']).where('id', '=', id).execute();
  const versions = (await write.selectFrom('report').select('version').where('id', '=', id).execute()).map(({ version }) => version);
  const had = before === null ? undefined : before.report === id ? before.version : moved.find((row) => row.edition === before.edition)?.version;
  const highest = Math.max(0, given.get(id) ?? 0, ...versions, ...moved.map(({ version }) => version));
  return { next: had !== undefined && !versions.includes(had) ? had : highest + 1, newest: versions.length === 0 ? null : Math.max(...versions) };
}

const NONE_GIVEN: ReadonlyMap<string, number> = new Map();

const JOINING = new Set(['joined-by-short-name', 'short-name-ambiguous']);

function joining(meaning: Meaning, name: string): Diagnostic[] {
  if (meaning.how === 'itself') return [];
  return meaning.how === 'joined'
    ? [{ code: 'joined-by-short-name', severity: 'info', message: { zh: `标题只写“${name}”，按唯一同名机构归入“${meaning.key}”`, en: `the title says only “${name}”; filed under “${meaning.key}”, the only organisation held by that name` }, span: null }]
    : [{ code: 'short-name-ambiguous', severity: 'warning', message: { zh: `标题只写“${name}”，库中有不止一个同名机构，单独存放`, en: `the title says only “${name}” and more than one organisation held has that name; kept apart` }, span: null }];
}

import { CompiledQuery, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { FoundList, FoundRole } from '../document/figure.js';
import type { Hints, SourceId, SourceText } from '../document/source-text.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { FormId, OrganisationLevel, ReportId } from '../document/tree.js';
import { FIGURES, type FigureRow, type Tables } from './database.js';
import type { ReportCard, StoredPassage } from './prepared.js';
import { readLayout, readWording } from './encoding.js';
import { listOf } from './metric-places.js';
import { figureOf, readPassages, type Figure } from './rows.js';

type Cards = SelectQueryBuilder<Tables, 'report' | 'organisation', CardRow>;
interface CardRow {
  edition: number;
  id: string;
  version: number;
  organisation: string;
  year: number | null;
  source: string;
  title: string;
  forms: string;
  figures: number;
  ingested_at: string;
  withdrawn: string | null;
  current: number;
  name: string;
  full_name: string;
  path: string;
  level: string;
}

/** Labels of versions, by organisation, year and version; `narrow` adds conditions. */
export async function cardsWhere(database: Kysely<Tables>, narrow: (query: Cards) => Cards = (query) => query): Promise<ReportCard[]> {
  const all = database
    .selectFrom('report')
    .innerJoin('organisation', 'organisation.key', 'report.organisation')
    .select(['report.edition', 'report.id', 'report.version', 'report.organisation', 'report.year', 'report.source', 'report.title', 'report.forms', 'report.figures', 'report.ingested_at', 'report.withdrawn', 'report.current'])
    .select(['organisation.name', 'organisation.full_name', 'organisation.path', 'organisation.level']);
  const rows = await narrow(all as Cards).orderBy('report.organisation').orderBy('report.year').orderBy('report.version').execute();
  return rows.map((row) => ({
    report: row.id as ReportId,
    version: row.version,
    org: { name: row.name, fullName: row.full_name, path: JSON.parse(row.path) as string[], level: row.level as OrganisationLevel },
    orgKey: row.organisation,
    year: row.year,
    forms: JSON.parse(row.forms) as FormId[],
    title: row.title,
    source: row.source,
    figures: row.figures,
    ingestedAt: row.ingested_at,
    withdrawn: row.withdrawn,
    current: row.current === 1,
    edition: row.edition,
  }));
}

/** The version asked for, else the one in use, else the newest. An id that moved with its organisation still opens. */
export async function findCard(database: Kysely<Tables>, id: string, version?: number): Promise<ReportCard | null> {
  const held = await cardsWhere(database, (query) => (version === undefined ? query.where('report.id', '=', id) : query.where('report.id', '=', id).where('report.version', '=', version)));
  if (held.length > 0) return held.find(({ current }) => current) ?? held.at(-1)!;
  const moved = database.selectFrom('moved').select('edition').where('id', '=', id).orderBy('version', 'desc').limit(1);
  const row = await (version === undefined ? moved : moved.where('version', '=', version)).executeTakeFirst();
  if (row === undefined) return null;
  const [card] = await cardsWhere(database, (query) => query.where('report.edition', '=', row.edition));
  // Without a version the newest is meant, wherever the report stands now.
  return card === undefined ? null : version === undefined ? findCard(database, card.report) : card;
}

/** Texts by their ids, in one statement; what is not held is not among them. */
export async function readSources(database: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, SourceText>> {
  const rows = await database.selectFrom('source').select(['id', 'origin', 'reader', 'text', 'layout', 'hints']).where('id', 'in', listOf<string>(ids)).execute();
  return new Map(
    rows.map(({ layout, hints, ...rest }) => {
      const id = rest.id as SourceId;
      return [id, { ...rest, id, ...(layout !== null && { layout: readLayout(layout) }), ...(hints !== null && { hints: JSON.parse(hints) as Hints }) }];
    }),
  );
}

/** What was known of a source beside its text: its folder, a person's word; null when nothing was. */
export async function readHints(database: Kysely<Tables>, source: string): Promise<Hints | null> {
  const row = await database.selectFrom('source').select('hints').where('id', '=', source).executeTakeFirst();
  return row?.hints == null ? null : (JSON.parse(row.hints) as Hints);
}

/** The file that a source was read from, byte for byte; `name` is its base name. */
export async function readOriginal(database: Kysely<Tables>, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { origin, text, bytes } = await database.selectFrom('source').select(['origin', 'text', 'bytes']).where('id', '=', id).executeTakeFirstOrThrow();
  return { name: origin, bytes: bytes ?? new TextEncoder().encode(text) };
}

/** True when a file with these bytes is kept already. */
export async function holdsSource(database: Kysely<Tables>, id: string): Promise<boolean> {
  return (await database.selectFrom('report').select('edition').where('source', '=', id).executeTakeFirst()) !== undefined;
}

/** The figures of a version in their order; empty when there is no such version, like the facts below. */
export async function readFigures(database: Kysely<Tables>, { edition, report }: Pick<ReportCard, 'edition' | 'report'>): Promise<Figure[]> {
  const texts = (figureReads ??= {
    wording: database.selectFrom('report').select('wording').where('edition', '=', 0).compile().sql,
    rows: database.selectFrom('figure').select(['metric', 'content']).where('id', '>=', 0).where('id', '<', 0).orderBy('id').compile().sql,
  });
  const [held] = (await database.executeQuery<{ readonly wording: string }>(CompiledQuery.raw(texts.wording, [edition]))).rows;
  if (held === undefined) return [];
  const wording = readWording(held.wording);
  const { rows } = await database.executeQuery<Pick<FigureRow, 'metric' | 'content'>>(CompiledQuery.raw(texts.rows, [edition * FIGURES, (edition + 1) * FIGURES]));
  return rows.map((row, n) => figureOf(row, wording, report, n));
}

/** Asked for every report that a question is put to: Kysely writes the statements once. */
let figureReads: { readonly wording: string; readonly rows: string } | undefined;

/** Who holds which post, in reading order. */
export async function readRoles(database: Kysely<Tables>, edition: number): Promise<FoundRole[]> {
  return readFacts<FoundRole>(database, 'role', edition);
}

/** The enumerations, in reading order. */
export async function readLists(database: Kysely<Tables>, edition: number): Promise<FoundList[]> {
  return readFacts<FoundList>(database, 'list', edition);
}

async function readFacts<T>(database: Kysely<Tables>, table: 'role' | 'list', edition: number): Promise<T[]> {
  const rows = await database.selectFrom(table).select('content').where('edition', '=', edition).orderBy('n').execute();
  return rows.map(({ content }) => JSON.parse(content) as T);
}

/** What was noticed when the version was derived. Throws when there is no such version. */
export async function readDiagnostics(database: Kysely<Tables>, edition: number): Promise<Diagnostic[]> {
  const row = await database.selectFrom('report').select('diagnostics').where('edition', '=', edition).executeTakeFirstOrThrow();
  return JSON.parse(row.diagnostics) as Diagnostic[];
}

/** What search finds of a version. */
export async function readPassagesOf(database: Kysely<Tables>, edition: number): Promise<StoredPassage[]> {
  const row = await database.selectFrom('report').innerJoin('source', 'source.id', 'report.source').select(['passages', 'wording', 'text']).where('edition', '=', edition).executeTakeFirst();
  return row === undefined ? [] : readPassages(row.passages, readWording(row.wording), row.text);
}

/** Report → edition of every version in use. */
export async function currentEditions(database: Kysely<Tables>): Promise<Map<ReportId, number>> {
  const rows = await database.selectFrom('report').select(['id', 'edition']).where('current', '=', 1).execute();
  return new Map(rows.map(({ id, edition }) => [id as ReportId, edition]));
}

/** Key of the count that grows with every change, so that another process notices. */
export const GENERATION = 'generation';
/** Key of the fingerprint of what everything held was derived with. */
export const DERIVED_WITH = 'derived-with';

/** A value that the store keeps of itself; null when it has none under that key. */
export async function readMeta(database: Kysely<Tables>, key: string): Promise<string | null> {
  return (await database.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value ?? null;
}

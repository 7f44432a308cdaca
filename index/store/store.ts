import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundList, FoundRole } from '../document/figure.js';
import type { Hints, SourceText } from '../document/source-text.js';
import type { ReportId } from '../document/tree.js';
import { openDatabase, type Tables } from './database.js';
import { migrate, type OwnMigrations } from './migrations.js';
import type { Kept, ReportCard, StoredPassage } from './prepared.js';
import { figuresAt, findFigures, findValues, type FigureNumber, type FigureQuery } from './find-figures.js';
import * as read from './read.js';
import type { Figure, HeldValue } from './rows.js';
import { replayAll } from './replay.js';
import { keepAll, markDerived, withdraw } from './write.js';
import type { WrittenReport } from './written.js';

/** What is kept of reports. Writes are whole or not at all; what a write returned is on the disk. */
export interface Store {
  keepAll(batch: readonly WrittenReport[], now: string): Promise<Kept[]>;
  /** Takes every version out of use, or `version` alone: then the newest of the others is in use. False when there was nothing to take. */
  withdraw(report: string, why: string, version: number | null): Promise<boolean>;
  /** Makes everything derived again from the sources, whole or not at all, and remembers `fingerprint`. */
  replayAll(prepare: (source: SourceText) => WrittenReport, fingerprint: string): Promise<void>;
  /** With what everything held was derived; null in a new store. */
  derivedWith(): Promise<string | null>;
  markDerived(fingerprint: string): Promise<void>;
  /** The version that was made of these bytes. */
  cardOfSource(source: string): Promise<ReportCard | null>;
  /** Every version, by organisation, year and version. */
  cards(): Promise<ReportCard[]>;
  card(report: string, version?: number): Promise<ReportCard | null>;
  /** The newest version before `version`, withdrawn or not; null when it is the first. */
  earlier(report: string, version: number): Promise<ReportCard | null>;
  /** Texts by their ids; what is not held is not among them. */
  sources(ids: readonly string[]): Promise<ReadonlyMap<string, SourceText>>;
  original(id: string): Promise<{ name: string; bytes: Uint8Array }>;
  /** What was known of a file beside its bytes; null when that is nothing, or the file is not held. */
  hints(source: string): Promise<Hints | null>;
  figures(version: Pick<ReportCard, 'edition' | 'report'>): Promise<Figure[]>;
  /** In the order of asking; null for what a version does not have. */
  figuresAt(wanted: readonly FigureNumber[]): Promise<(Figure | null)[]>;
  findFigures(query: FigureQuery): Promise<Figure[]>;
  findValues(query: FigureQuery): Promise<HeldValue[]>;
  roles(edition: number): Promise<FoundRole[]>;
  lists(edition: number): Promise<FoundList[]>;
  diagnostics(edition: number): Promise<Diagnostic[]>;
  passages(edition: number): Promise<StoredPassage[]>;
  currentEditions(): Promise<Map<ReportId, number>>;
  /** Changes with every write, of this process or another. */
  generation(): Promise<string>;
  /** Renews the planner's statistics: a lookup by metric is many times slower without. Call after many writes. */
  analyse(): Promise<void>;
  /** The same database, for tables that a floor above keeps beside the reports (`OwnMigrations`). */
  readonly database: Kysely<Tables>;
  close(): Promise<void>;
}

/** Name of the database within a data folder. */
export const STORE_FILE = 'wenbao.sqlite';

/** Opens the store in `folder`, creating both when absent and bringing the schema up to date. */
export async function openStore(folder: string, own: OwnMigrations = {}): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const { database, glance } = openDatabase(join(folder, STORE_FILE));
  try {
    await migrate(database, own);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  // Asked before everything that is read, a dozen times for one answer: Kysely's way through its queue would take longer than the statement.
  const generation = database.selectFrom('meta').select('value').where('key', '=', read.GENERATION).compile();
  return {
    database,
    keepAll: (batch, now) => keepAll(database, batch, now),
    withdraw: (report, why, version) => withdraw(database, report, why, version),
    replayAll: (prepare, fingerprint) => replayAll(database, prepare, fingerprint),
    derivedWith: () => read.readMeta(database, read.DERIVED_WITH),
    markDerived: (fingerprint) => markDerived(database, fingerprint),
    // Nearly every file is new: ask cheaply first.
    cardOfSource: async (source) => ((await read.holdsSource(database, source)) ? (await read.cardsWhere(database, (query) => query.where('report.source', '=', source)))[0]! : null),
    cards: () => read.cardsWhere(database),
    card: (report, version) => read.findCard(database, report, version),
    earlier: async (report, version) => (await read.cardsWhere(database, (query) => query.where('report.id', '=', report).where('report.version', '<', version))).at(-1) ?? null,
    sources: (ids) => read.readSources(database, ids),
    original: (id) => read.readOriginal(database, id),
    hints: (source) => read.readHints(database, source),
    figures: (version) => read.readFigures(database, version),
    figuresAt: (wanted) => figuresAt(database, wanted),
    findFigures: (query) => findFigures(database, query),
    findValues: (query) => findValues(database, query),
    roles: (edition) => read.readRoles(database, edition),
    lists: (edition) => read.readLists(database, edition),
    diagnostics: (edition) => read.readDiagnostics(database, edition),
    passages: (edition) => read.readPassagesOf(database, edition),
    currentEditions: () => read.currentEditions(database),
    generation: async () => (glance(generation) ?? (await database.executeQuery(generation)).rows[0])?.value ?? '0',
    analyse: async () => {
      await sql`pragma analysis_limit = 1000`.execute(database);
      await sql`analyze`.execute(database);
    },
    close: () => database.destroy(),
  };
}

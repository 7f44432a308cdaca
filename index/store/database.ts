import Database from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection, type DialectAdapter, type Driver, type Generated, type SqliteDatabase, type SqliteDialectConfig, type SqliteStatement } from 'kysely';

/** One row a file: its text for quoting, its bytes for keeping; null when they are just the text in UTF-8. */
export interface SourceRow {
  readonly id: string;
  readonly origin: string;
  readonly reader: string;
  readonly bytes: Uint8Array | null;
  readonly text: string;
  /** What the file's format says about places, as `encoding.ts` writes it; null where it says nothing. */
  readonly layout: string | null;
  /** `Hints` as JSON; null when nothing is known beside the bytes. */
  readonly hints: string | null;
}

/** An issuer as some report states it; `stands_for` is the organisation it is taken to be (itself, or the only fuller one held). */
export interface OrganisationRow {
  readonly key: string;
  readonly name: string;
  readonly full_name: string;
  readonly path: string;
  readonly level: string;
  /** 1 when no title named it and the file's name had to serve: such a one is never taken to be another. */
  readonly assumed: number;
  readonly stands_for: string;
}

/** One row a version of a report. `edition` is its number for the inside: ids may change when organisations are joined, editions never. */
export interface ReportRow {
  readonly edition: Generated<number>;
  readonly id: string;
  readonly version: number;
  readonly organisation: string;
  readonly stated: string;
  readonly year: number | null;
  readonly source: string;
  readonly title: string;
  readonly forms: string;
  readonly diagnostics: string;
  /** Lists of words that this version's figures and passages share; they name them by number. */
  readonly wording: string;
  readonly passages: string;
  readonly figures: number;
  readonly ingested_at: string;
  readonly withdrawn: string | null;
  /** 1 for the newest version that is not withdrawn: the one that answers use. */
  readonly current: number;
}

/**
 * A figure: its metric and the rest as `rows.ts` writes it. `id` is `edition * FIGURES + n`, so that the figures of a report
 * stand side by side without an index of their own. By metric they are found through `metric_places`.
 */
export interface FigureRow {
  readonly id: number;
  readonly metric: string | null;
  readonly content: string;
}

/** More figures than a report can have (files end at 20 MB). */
export const FIGURES = 2 ** 24;

/** Where the metrics of a report stand among its figures, as `metric-places.ts` writes it. */
export interface MetricPlacesRow {
  readonly edition: number;
  readonly places: Uint8Array;
}

/** A role or a list of an edition, as JSON; `n` is its place in reading order, from 0. */
export interface FactRow {
  readonly edition: number;
  readonly n: number;
  readonly content: string;
}

/** Where a report went whose organisation turned out to be another: old ids keep opening. */
export interface MovedRow {
  readonly id: string;
  readonly version: number;
  readonly edition: number;
}

/** The tables of this floor, as Kysely knows them. */
export interface Tables {
  source: SourceRow;
  organisation: OrganisationRow;
  report: ReportRow;
  figure: FigureRow;
  metric_places: MetricPlacesRow;
  role: FactRow;
  list: FactRow;
  moved: MovedRow;
  meta: { readonly key: string; readonly value: string };
}

/** A database as it was opened. */
export interface OpenDatabase {
  readonly database: Kysely<Tables>;
  /**
   * The first row of a statement, at once; undefined when there is none, and while a transaction is open: it would see what may yet be undone.
   * Looked at once in a turn of the event loop, in which only this process could change it, and that by a transaction.
   */
  glance<Row>(query: CompiledQuery<Row>): Row | undefined;
}

/** Opens (or creates) the file. Throws what the driver throws: an unreadable or foreign file is the operator's to mend. */
export function openDatabase(file: string): OpenDatabase {
  const database = new Database(file);
  // Full sync on every commit: what was acknowledged survives a power cut. The log lets others read meanwhile.
  database.pragma('busy_timeout = 15000');
  // Of a new store. Half as many pages to write, each twice, than with pages of 4 kB, and a report's figures on three of them.
  database.pragma('page_size = 8192');
  keepLog(database);
  database.pragma('synchronous = FULL');
  database.pragma('cache_size = -32000');
  // What is deleted is overwritten: people's words are deleted to be gone, not to lie on in a free page.
  database.pragma('secure_delete = ON');
  const statements = keepingStatements(database);
  const glanced = new Map<CompiledQuery<unknown>, unknown>();
  return {
    database: new Kysely<Tables>({ dialect: new EmbeddedDialect({ database: statements, onTransaction: () => glanced.clear() }) }),
    glance: <Row>(query: CompiledQuery<Row>) => {
      if (database.inTransaction) return undefined;
      // A look at the file's lock takes longer than the statement, and an answer asks for it a dozen times.
      if (glanced.size === 0) process.nextTick(() => glanced.clear());
      if (!glanced.has(query)) glanced.set(query, statements.prepare(query.sql).all(query.parameters)[0]);
      return glanced.get(query) as Row | undefined;
    },
  };
}

/** Two processes that make a store at the same moment turn each other away so often at most. */
const TURNS = 20;

/**
 * Puts a new store on its write-ahead log. Where another process does the same at this moment, SQLite turns one of them away at once, whatever
 * `busy_timeout` says (both read, and neither may write before the other has stopped): it waits its turn for writing and tries again.
 */
function keepLog(database: Database.Database): void {
  for (let turn = 1; ; turn += 1) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (turn === TURNS || (error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
      database.exec('begin immediate; commit');
    }
  }
}

/** SQLite can undo schema changes, so a migration that is killed half-way leaves nothing behind. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** How the file is opened, and who is told when a transaction begins. */
interface EmbeddedConfig extends SqliteDialectConfig {
  readonly onTransaction: () => void;
}

/** Transactions are for writing: taking the lock at once waits its turn, upgrading later would fail when another process wrote. */
class EmbeddedDriver extends SqliteDriver {
  readonly #onTransaction: () => void;
  constructor(config: EmbeddedConfig) {
    super(config);
    this.#onTransaction = config.onTransaction;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#onTransaction();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class EmbeddedDialect extends SqliteDialect {
  readonly #config: EmbeddedConfig;
  constructor(config: EmbeddedConfig) {
    super(config);
    this.#config = config;
  }
  override createAdapter(): DialectAdapter {
    return new EmbeddedAdapter();
  }
  override createDriver(): Driver {
    return new EmbeddedDriver(this.#config);
  }
}

const KEPT_STATEMENTS = 200;

/** Kysely prepares a statement at every call; preparing is most of what a small query costs, so statements are kept by their text. */
function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      let statement = kept.get(text);
      if (statement === undefined) {
        statement = database.prepare(text) as unknown as SqliteStatement;
        if (kept.size >= KEPT_STATEMENTS) kept.clear();
        kept.set(text, statement);
      }
      return statement;
    },
    close: () => database.close(),
  };
}

import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { BOOST, type PassageTerms, type TermQuery } from './term-query.js';

// The only file that knows FTS5. The index is a file of its own beside the store: all of it can be made again, so it may be thrown away
// whenever it is damaged or was made with other words, and it need not wait for the disk as the store does.

/** Numbers of passages kept for one report's edition. */
const SPREAD = 2 ** 20;
/** Raise when the tables below or what is written into them change. */
const LAYOUT = 1;

/** A passage found: `n` counts from 0 within the edition. */
export interface FtsHit {
  readonly edition: number;
  readonly n: number;
  /** Higher is better. */
  readonly score: number;
}

/** A report as the index holds it. `last`: the highest number among its passages, -1 when it has none. */
export interface FtsReport {
  readonly report: string;
  readonly edition: number;
  readonly last: number;
}

/** An open index file. `change` may run while other processes read. */
export interface FtsFile {
  /** Runs the changes as one, waiting for other processes; all or none are kept. */
  change(work: (write: FtsWriter) => void): void;
  held(): FtsReport[];
  /** Changes whenever another process wrote; what this one writes does not count. */
  seenFromOutside(): number;
  /** Best first; `editions` null: all. */
  find(query: TermQuery, editions: readonly number[] | null, limit: number): FtsHit[];
  close(): void;
}

/** What may be done to the index within one change. */
export interface FtsWriter {
  held(): FtsReport[];
  add(report: string, edition: number, passages: readonly PassageTerms[]): void;
  drop(report: FtsReport): void;
}

/** Opens the index, or an empty one when there is none, when it is damaged or when its fingerprint is another. Throws when the folder cannot be written. */
export function openFts(file: string, fingerprint: string): FtsFile {
  const mark = `${LAYOUT}/${fingerprint}`;
  try {
    const database = connect(file);
    if (markOf(database) === mark) return over(database);
    database.close();
  } catch {
    // Not a database, or one that broke: the same as none.
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const database = connect(file);
  create(database, mark);
  return over(database);
}

function connect(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // A power cut may cost the last changes, never the file; they are made again from the store.
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 15000');
  database.pragma('cache_size = -16000');
  return database;
}

function markOf(database: Database.Database): string | null {
  const known = database.prepare("select 1 from sqlite_master where name = 'made_with'").get();
  return known === undefined ? null : ((database.prepare('select mark from made_with').pluck().get() as string | undefined) ?? null);
}

function create(database: Database.Database, mark: string): void {
  database.exec(`
    begin immediate;
    create table made_with (mark text not null);
    create table held (report text primary key, edition integer not null, last integer not null) without rowid;
    create virtual table passages using fts5 (heading, text, pairs, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.%-_'");
  `);
  database.prepare('insert into made_with values (?)').run(mark);
  database.exec('commit');
}

interface Row {
  readonly rowid: number;
  /** As bm25 gives it: lower is better. */
  readonly score: number;
}

/** Up to so many reports, looking only where each one's passages stand is quicker than looking through all that match. */
const MOST_RANGES = 4;
const SCORE = `bm25(passages, ${BOOST.heading}, ${BOOST.text}, ${BOOST.pairs})`;

function over(database: Database.Database): FtsFile {
  const held = database.prepare('select report, edition, last from held');
  const add = database.prepare('insert into passages (rowid, heading, text, pairs) values (?, ?, ?, ?)');
  const remember = database.prepare('insert or replace into held values (?, ?, ?)');
  const forget = database.prepare('delete from held where report = ?');
  const remove = database.prepare('delete from passages where rowid = ?');
  // Ordered by what bm25 gives, not by FTS5's own "rank": that sorts all that match inside before scope and limit are looked at.
  const best = (scope: string): Database.Statement => database.prepare(`select rowid, ${SCORE} as score from passages where passages match ? ${scope} order by score limit ?`);
  const all = best('');
  const one = best('and rowid between ? and ?');
  const some = best(`and rowid / ${SPREAD} in (select value from json_each(?))`);
  const version = database.prepare('pragma data_version').pluck();

  const writer: FtsWriter = {
    held: () => held.all() as FtsReport[],
    add: (report, edition, passages) => {
      for (const { n, heading, text, pairs } of passages) add.run(edition * SPREAD + n, heading.join(' '), text.join(' '), pairs.join(' '));
      remember.run(report, edition, Math.max(-1, ...passages.map(({ n }) => n)));
    },
    drop: ({ report, edition, last }) => {
      for (let n = 0; n <= last; n += 1) remove.run(edition * SPREAD + n);
      forget.run(report);
    },
  };

  function rowsIn(words: string, editions: readonly number[] | null, limit: number): Row[] {
    if (editions === null) return all.all(words, limit) as Row[];
    if (editions.length > MOST_RANGES) return some.all(words, JSON.stringify(editions), limit) as Row[];
    const rows = editions.flatMap((edition) => one.all(words, edition * SPREAD, (edition + 1) * SPREAD - 1, limit) as Row[]);
    return rows.toSorted((a, b) => a.score - b.score || a.rowid - b.rowid).slice(0, limit);
  }

  return {
    change: (work) => database.transaction(work).immediate(writer),
    held: writer.held,
    seenFromOutside: () => version.get() as number,
    find: (query, editions, limit) => {
      const words = written(query);
      return rowsIn(words, editions, limit).map(({ rowid, score }) => ({ edition: Math.floor(rowid / SPREAD), n: rowid % SPREAD, score: -score }));
    },
    close: () => database.close(),
  };
}

/** The query in FTS5's language. Terms are quoted, so that nothing in them is taken for an operator. */
function written(query: TermQuery): string {
  if (typeof query === 'string') return `"${query.replaceAll('\u0000', ' ').replaceAll('"', '""')}"`;
  return `(${query.queries.map(written).join(` ${query.combineWith} `)})`;
}

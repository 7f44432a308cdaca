import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Of the file that a backup is; raised when an older product could not restore it. */
const FORMAT = 1;
/** Pages copied at a time: all of them, so that what is written meanwhile neither gets half into the copy nor makes it begin anew. */
const AT_ONCE = 0x7fff_ffff;

/** What a backup says of itself, in a table of its own that the restored store no longer has. */
const Facts = z.strictObject({ format: z.number().int().positive(), madeAt: z.string(), product: z.string() });
/** What a backup says of itself; `madeAt` is an ISO moment, `product` the version that made it. */
export type BackupFacts = z.output<typeof Facts>;

/** Why a file is no backup that can be restored. */
export type BackupProblem = 'damaged' | 'foreign' | 'newer';

/** A backup that cannot be made or put back; `problem` says why. */
export class BackupProblemError extends Error {
  readonly problem: BackupProblem;
  constructor(problem: BackupProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}

/**
 * Copies the database at `source` into the new file `target` as it stands at one moment, while others write on. `target` is there whole and checked,
 * readable to its owner only, or not at all. Throws what file system and driver throw, and `BackupProblemError` when the copy is damaged: then the
 * store is.
 */
export async function copyDatabase(source: string, target: string, made: Omit<BackupFacts, 'format'>): Promise<void> {
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, '', { flag: 'wx', mode: 0o600 });
  try {
    const from = new Database(source, { fileMustExist: true });
    try {
      from.pragma('busy_timeout = 15000');
      await from.backup(draft, { progress: () => AT_ONCE });
    } finally {
      from.close();
    }
    const copy = new Database(draft, { fileMustExist: true });
    try {
      // One file with nothing beside it can be carried away.
      copy.pragma('journal_mode = DELETE');
      copy.exec('create table backup_facts (facts text not null)');
      copy.prepare('insert into backup_facts (facts) values (?)').run(JSON.stringify({ format: FORMAT, ...made } satisfies BackupFacts));
      soundOrThrow(copy);
    } finally {
      copy.close();
    }
    onDisk(draft);
    renameSync(draft, target);
    onDisk(dirname(target));
  } finally {
    for (const left of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`]) rmSync(left, { force: true });
  }
}

/**
 * Copies a backup to the new file `target` as a store, checked: every page, every original against the hash that it is known by, and that nothing in it
 * was written by a newer product. `known` are the names of all migrations of this product. Throws `BackupProblemError`; `target` is then not there.
 */
export async function copyBackup(backup: string, target: string, known: ReadonlySet<string>): Promise<BackupFacts> {
  try {
    const from = opened(backup);
    try {
      factsOf(from);
      await from.backup(target, { progress: () => AT_ONCE });
    } finally {
      from.close();
    }
    const copy = new Database(target, { fileMustExist: true });
    try {
      const facts = factsOf(copy);
      soundOrThrow(copy);
      oursOrThrow(copy, known);
      originalsOrThrow(copy);
      copy.exec('drop table backup_facts');
      return facts;
    } finally {
      copy.close();
      onDisk(target);
    }
  } catch (error) {
    for (const left of [target, `${target}-journal`, `${target}-wal`, `${target}-shm`]) rmSync(left, { force: true });
    if (error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT|ERROR)/.test(error.code)) throw new BackupProblemError('damaged', error.message, error);
    throw error;
  }
}

/** Whether no other process has the database at `file` open; true where there is none. */
export function isAtRest(file: string): boolean {
  if (!existsSync(file)) return true;
  const database = new Database(file, { fileMustExist: true });
  try {
    // SQLite leaves the write-ahead log only for who is alone.
    database.pragma('busy_timeout = 200');
    return database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    // What is damaged is at rest: it is to be replaced.
    return true;
  } finally {
    database.close();
  }
}

function opened(file: string): Database.Database {
  try {
    return new Database(file, { fileMustExist: true, readonly: true });
  } catch (error) {
    throw new BackupProblemError('damaged', error instanceof Error ? error.message : String(error), error);
  }
}

function factsOf(database: Database.Database): BackupFacts {
  const tables = database.prepare("select count(*) from sqlite_master where type = 'table' and name = 'backup_facts'").pluck().get();
  if (tables !== 1) throw new BackupProblemError('foreign', 'it does not say that it is a backup');
  const told: unknown = database.prepare('select facts from backup_facts limit 1').pluck().get();
  const loose = z.object({ format: z.number() }).safeParse(parsed(told));
  if (loose.success && loose.data.format > FORMAT) throw new BackupProblemError('newer', `format ${loose.data.format}`);
  const facts = Facts.safeParse(parsed(told));
  if (!facts.success) throw new BackupProblemError('foreign', 'what it says of itself cannot be read');
  return facts.data;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function soundOrThrow(database: Database.Database): void {
  const told = database.pragma('integrity_check(1)', { simple: true });
  if (told !== 'ok') throw new BackupProblemError('damaged', String(told));
}

/** Only tables and indexes, and only of migrations that this product knows: a trigger or view of a strange file would run inside the store. */
function oursOrThrow(database: Database.Database, known: ReadonlySet<string>): void {
  const strange = database.prepare("select name from sqlite_master where type not in ('table', 'index') limit 1").pluck().get();
  if (strange !== undefined) throw new BackupProblemError('foreign', `it holds ${String(strange)}`);
  const ran = database.prepare('select name from kysely_migration').pluck().all() as string[];
  const newer = ran.filter((name) => !known.has(name));
  if (newer.length > 0) throw new BackupProblemError('newer', newer.join(', '));
}

/** Bytes are stored only where they are not just the text in UTF-8 (`SourceRow`). */
function originalsOrThrow(database: Database.Database): void {
  for (const row of database.prepare('select id, text, bytes from source').iterate() as Iterable<{ id: string; text: string; bytes: Buffer | null }>) {
    if (createHash('sha256').update(row.bytes ?? Buffer.from(row.text)).digest('hex') !== row.id) throw new BackupProblemError('damaged', `the file ${row.id.slice(0, 12)} is not as it was taken in`);
  }
}

/** Waits until a file or folder is on the disk. */
function onDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

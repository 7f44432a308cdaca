import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from './errors.js';
import { openLibrary } from './library.js';
import { standardSteps } from './steps.js';
import { BackupProblemError, copyBackup, copyDatabase, isAtRest, migrationNames, STORE_FILE, type BackupFacts, type OwnMigrations } from './store/mod.js';

/** What a backup or a restored store holds. */
export interface BackupTold extends BackupFacts {
  /** Versions of reports, withdrawn ones too. */
  readonly reports: number;
}

/**
 * Writes all that a data folder holds which cannot be made again into one new file, while others may read and write there: texts, original bytes,
 * figures, and the tables of the floors above. Left out are the passage index, which follows the store by itself, and the sessions of channels, which
 * are secrets. Throws `LibraryError` when there is no store or it is damaged, and what the file system throws for `file`.
 */
export async function backUp(folder: string, file: string, made: { readonly now: Date; readonly product: string }): Promise<void> {
  const store = join(folder, STORE_FILE);
  if (!existsSync(store)) throw new LibraryError('nothing-held', `${folder} holds no store`, { zh: `数据目录 ${folder} 里还没有数据，没有可备份的。请检查 --data。`, en: `The data folder ${folder} holds nothing to back up. Check --data.` });
  try {
    await copyDatabase(store, file, { madeAt: made.now.toISOString(), product: made.product });
  } catch (error) {
    if (!(error instanceof BackupProblemError)) throw error;
    throw new LibraryError('store-unreadable', `${store}: ${error.message}`, { zh: `数据库 ${store} 已损坏（${error.message}），没有备份。请从以前的备份恢复。`, en: `The store ${store} is damaged (${error.message}); nothing was written. Restore an earlier backup.` }, error);
  }
}

/** What a backup may be put into, and which tables of the floors above come with it. */
export interface RestoreOptions {
  readonly migrations: OwnMigrations;
  /** Whether a folder that holds something already may be replaced; its store is moved aside, not deleted. */
  readonly replace: boolean;
  readonly now: () => Date;
}

/**
 * Makes a data folder of a backup: checked first, brought to the newest schema and derived anew where this product reads otherwise, and only then put
 * in place. Killed at any point it leaves the folder as it was, or with the store moved aside and nothing in its place yet. Returns what is held now,
 * and where the store from before stands. Throws `LibraryError` when the file is no backup, is damaged, is of a newer product, or the folder is not free.
 */
export async function restore(file: string, folder: string, { migrations, replace, now }: RestoreOptions): Promise<BackupTold & { readonly aside: string | null }> {
  const store = join(folder, STORE_FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const occupied = readdirSync(folder).length > 0;
  if (occupied && !replace) throw new LibraryError('folder-not-empty', `${folder} is not empty`, { zh: `数据目录 ${folder} 不是空的。换一个目录，或加 --replace（原来的数据会移到旁边，不会删除）。`, en: `The data folder ${folder} is not empty. Name another, or add --replace (what is there is moved aside, not deleted).` });
  if (!isAtRest(store)) throw new LibraryError('folder-in-use', `${folder} is in use`, { zh: `数据目录 ${folder} 正被使用，请先停止 wenbao serve。`, en: `The data folder ${folder} is in use; stop wenbao serve first.` });
  const staging = mkdtempSync(join(folder, '.restoring-'));
  try {
    const draft = join(staging, STORE_FILE);
    const facts = await copyBackup(file, draft, migrationNames(migrations)).catch((error: unknown) => {
      throw error instanceof BackupProblemError ? explained(file, error) : error;
    });
    const held = await openLibrary(staging, { steps: standardSteps, migrations, now });
    const reports = (await held.library.reports({ history: true })).length;
    await held.close();
    const aside = existsSync(store) ? asideOf(folder, now()) : null;
    if (aside !== null) renameSync(store, aside);
    // Indexes of the store that was there before would be taken for this one's; what was left of its log belongs to it alone.
    for (const name of readdirSync(folder)) if (BESIDE_STORE.test(name)) rmSync(join(folder, name), { force: true });
    renameSync(draft, store);
    return { ...facts, reports, aside };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Files that belong to a store and can be made again: its log, the passage index and its snapshot. */
const BESIDE_STORE = /^(?:wenbao\.sqlite-(?:wal|shm|journal)|passages\..*)$/;

function asideOf(folder: string, now: Date): string {
  const name = `wenbao.before-restore-${now.toISOString().replace(/[^0-9]/g, '').slice(0, 14)}.sqlite`;
  for (let n = 0; ; n += 1) {
    const path = join(folder, n === 0 ? name : `${n}-${name}`);
    if (!existsSync(path)) return path;
  }
}

function explained(file: string, { problem, message, cause }: BackupProblemError): LibraryError {
  const hints = {
    damaged: { zh: `${file} 已损坏或不完整（${message}），没有恢复，数据目录没有动。`, en: `${file} is damaged or not whole (${message}); nothing was restored, the data folder is as it was.` },
    foreign: { zh: `${file} 不是 wenbao backup 写的备份（${message}），没有恢复。`, en: `${file} is no backup that wenbao backup wrote (${message}); nothing was restored.` },
    newer: { zh: `${file} 是更新版本的程序写的（${message}），请先升级程序。`, en: `${file} was written by a newer version (${message}); upgrade first.` },
  } as const;
  return new LibraryError(`backup-${problem}`, `${file}: ${message}`, hints[problem], cause);
}

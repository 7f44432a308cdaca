import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createFileIndex, createMemoryIndex, type SectionIndex } from './search/mod.js';
import type { Analyzer } from './text/mod.js';

/** Which index serves, where it is kept and when it is made anew. */
export interface KeptIndex {
  /** The one in use; null before the first and after it was discarded. */
  readonly now: SectionIndex | null;
  /** True when the one in use is in a file. */
  readonly inFile: boolean;
  /** The index for so many reports: what was kept of it, else an empty one. */
  forReports(count: number): Promise<SectionIndex>;
  /** Told how many reports were put or removed. */
  changed(reports: number): void;
  save(): Promise<void>;
  /** Throws away an index in a file that does not work; false when the one in use is none. */
  discard(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where an index is kept and what its content depends on. Up to `memoryUpTo` reports it is held in memory, beyond in a file. */
export interface IndexPlace {
  /** Path of what is kept, without its ending. */
  readonly file: string;
  readonly fingerprint: string;
  readonly analyzer: () => Analyzer;
  readonly memoryUpTo: number;
}

/** Writing a snapshot costs about as much as indexing a fiftieth of what it holds: below that, following up at the next start is cheaper. */
const WORTH_SAVING = 1 / 50;

/**
 * MiniSearch in memory for up to `memoryUpTo` reports, SQLite's FTS5 in a file beyond: the first is faster while it is small and needs no
 * second file, but a question over everything takes it a second where there are ten thousand reports (docs/decisions).
 */
export function keptIndex({ file, fingerprint, analyzer, memoryUpTo }: IndexPlace): KeptIndex {
  const snapshotFile = `${file}.snapshot`;
  const indexFile = `${file}.sqlite`;
  let now: SectionIndex | null = null;
  let inFile = false;
  let unsaved = 0;

  async function restored(): Promise<SectionIndex> {
    const fresh = createMemoryIndex(analyzer);
    const snapshot = await readFile(snapshotFile).catch(() => null);
    if (snapshot !== null) await fresh.restore(snapshot, fingerprint);
    return fresh;
  }

  function opened(): SectionIndex | null {
    try {
      return createFileIndex(indexFile, fingerprint, analyzer);
    } catch {
      // A folder that can only be read: slower in memory, but served.
      return null;
    }
  }

  async function forReports(count: number): Promise<SectionIndex> {
    // Once in a file it stays there until the next start: a shelf about that size must not make it go to and fro.
    if (now !== null && (inFile || count <= memoryUpTo)) return now;
    const larger = count > memoryUpTo ? opened() : null;
    if (larger === null) return (now ??= await restored());
    await now?.close();
    [now, inFile, unsaved] = [larger, true, 0];
    await rm(snapshotFile, { force: true });
    return now;
  }

  async function save(): Promise<void> {
    if (now === null || inFile || unsaved === 0 || unsaved < (await now.held()).size * WORTH_SAVING) return;
    const snapshot = await now.snapshot(fingerprint);
    if (snapshot === null) return;
    const draft = `${snapshotFile}.${process.pid}.tmp`;
    try {
      await writeFile(draft, snapshot);
      await rename(draft, snapshotFile);
      unsaved = 0;
    } catch {
      // A snapshot only saves time: without one the next start builds the index anew.
      await rm(draft, { force: true });
    }
  }

  async function close(): Promise<void> {
    await now?.close();
    now = null;
  }

  return {
    get now() {
      return now;
    },
    get inFile() {
      return now !== null && inFile;
    },
    forReports,
    changed: (reports) => void (unsaved += reports),
    save,
    discard: async () => {
      if (!inFile) return false;
      await close();
      inFile = false;
      for (const suffix of ['', '-wal', '-shm']) await rm(indexFile + suffix, { force: true });
      return true;
    },
    close,
  };
}

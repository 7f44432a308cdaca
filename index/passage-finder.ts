import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportId } from './document/tree.js';
import { derivationFingerprint } from './fingerprint.js';
import { Recent } from './recent.js';
import { createMemoryIndex, indexedText, searchPassages, type PassageHit, type PassageQuery, type SearchPassage, type SectionIndex } from './search/mod.js';
import type { Store } from './store/mod.js';
import { analyzerFingerprint, createAnalyzer, lexiconThesaurus, loadSegmenter, segmenterFingerprint, type Analyzer } from './text/mod.js';

/** Passage search over a store: the index in memory follows what the store holds, whoever wrote it. */
export interface PassageFinder {
  search(query: PassageQuery): Promise<PassageHit[]>;
  /** Brings the index up to date now, so that the next search need not. */
  follow(): Promise<void>;
  /** Keeps a snapshot beside the store when enough has changed since the last one. */
  save(): Promise<void>;
}

const SNAPSHOT = 'passages.snapshot';
/** Writing a snapshot costs about as much as indexing a fiftieth of what it holds: below that, following up at the next start is cheaper. */
const WORTH_SAVING = 1 / 50;
/** Reports indexed before other work gets a turn. */
const AT_A_TIME = 16;
const KEPT_REPORTS = 40;

export function createPassageFinder(store: Store, folder: string): PassageFinder {
  const fingerprint = `${analyzerFingerprint(segmenterFingerprint())}/${derivationFingerprint()}`;
  const file = join(folder, SNAPSHOT);
  const passages = new Recent<number, readonly SearchPassage[]>(KEPT_REPORTS);
  let analyzer: Analyzer | null = null;
  let index: SectionIndex | null = null;
  let editions: ReadonlyMap<ReportId, number> = new Map();
  let seen = '';
  let unsaved = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const theAnalyzer = (): Analyzer => (analyzer ??= createAnalyzer(loadSegmenter(), lexiconThesaurus()));

  /** One at a time: two searches at once must not both bring the index up to date. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }

  async function restored(): Promise<SectionIndex> {
    const fresh = createMemoryIndex(theAnalyzer);
    const snapshot = await readFile(file).catch(() => null);
    if (snapshot !== null) await fresh.restore(snapshot, fingerprint);
    return fresh;
  }

  async function follow(): Promise<SectionIndex> {
    index ??= await restored();
    const generation = await store.generation();
    if (generation === seen) return index;
    editions = await store.currentEditions();
    const held = await index.held();
    for (const [report, edition] of held) {
      if (editions.get(report) === edition) continue;
      await index.remove(report);
      unsaved += 1;
    }
    let done = 0;
    for (const [report, edition] of editions) {
      if (held.get(report) === edition) continue;
      await index.put(report, edition, (await store.passages(edition)).map(indexedText));
      unsaved += 1;
      done += 1;
      if (done % AT_A_TIME === 0) await new Promise(setImmediate);
    }
    seen = generation;
    return index;
  }

  async function save(): Promise<void> {
    if (index === null || unsaved === 0 || unsaved < (await index.held()).size * WORTH_SAVING) return;
    const snapshot = await index.snapshot(fingerprint);
    if (snapshot === null) return;
    const draft = `${file}.${process.pid}.tmp`;
    try {
      await writeFile(draft, snapshot);
      await rename(draft, file);
      unsaved = 0;
    } catch {
      // A snapshot only saves time: without one the next start builds the index anew.
      await rm(draft, { force: true });
    }
  }

  return {
    search: async (query) => {
      const ready = await inTurn(follow);
      const passagesIn = async (report: ReportId): Promise<readonly SearchPassage[]> => {
        const edition = editions.get(report);
        return edition === undefined ? [] : passages.get(edition, () => store.passages(edition));
      };
      return searchPassages(ready, theAnalyzer(), passagesIn, query);
    },
    follow: () => inTurn(async () => void (await follow())),
    save: () => inTurn(save),
  };
}

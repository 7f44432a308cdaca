import { join } from 'node:path';
import type { ReportId } from './document/tree.js';
import { derivationFingerprint } from './fingerprint.js';
import { keptIndex, type KeptIndex } from './passage-index.js';
import { Recent } from './recent.js';
import { createMemoryIndex, createTermReader, indexedText, searchPassages, type PassageHit, type PassageQuery, type PassageText, type ReportPassages, type SearchPassage, type SectionIndex } from './search/mod.js';
import type { Store } from './store/mod.js';
import { analyzerFingerprint, createAnalyzer, lexiconThesaurus, loadSegmenter, segmenterFingerprint, type Analyzer } from './text/mod.js';

/** Passage search over a store: the index follows what the store holds, whoever wrote it. */
export interface PassageFinder {
  search(query: PassageQuery): Promise<PassageHit[]>;
  /** Brings the index up to date now, so that the next search need not. `fresh`: passages just made, by edition, that need not be read again. */
  follow(fresh?: ReadonlyMap<number, readonly PassageText[]>): Promise<void>;
  /** Keeps what the index needs to be there at the next start when enough has changed since the last time. */
  save(): Promise<void>;
  close(): Promise<void>;
}

/** Reports indexed before other work gets a turn. */
const AT_A_TIME = 16;
const KEPT_REPORTS = 40;
/** So many reports are read and searched by themselves in some milliseconds. */
const FEW = 6;
const KEPT_SMALL = 20;

/** `memoryUpTo`: how many reports are searched in memory; more are searched in a file. */
export function createPassageFinder(store: Store, folder: string, memoryUpTo: number): PassageFinder {
  const passages = new Recent<number, readonly SearchPassage[]>(KEPT_REPORTS);
  let analyzer: Analyzer | null = null;
  let editions: ReadonlyMap<ReportId, number> = new Map();
  let seen = '';
  let turn: Promise<unknown> = Promise.resolve();

  const theAnalyzer = (): Analyzer => (analyzer ??= createAnalyzer(loadSegmenter(), lexiconThesaurus()));
  const reader = createTermReader(theAnalyzer);
  const small = new Recent<string, SectionIndex>(KEPT_SMALL);
  const kept: KeptIndex = keptIndex({ file: join(folder, 'passages'), fingerprint: `${analyzerFingerprint(segmenterFingerprint())}/${derivationFingerprint()}`, analyzer: theAnalyzer, memoryUpTo });

  /** One at a time: two searches at once must not both bring the index up to date. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(() => work());
    turn = mine.catch(() => {});
    return mine;
  }

  async function follow(fresh: ReadonlyMap<number, readonly PassageText[]> = new Map()): Promise<SectionIndex> {
    const generation = await store.generation();
    if (generation === seen && kept.now !== null) return kept.now;
    editions = await store.currentEditions();
    const index = await kept.forReports(editions.size);
    const held = await index.held();
    const gone = [...held].filter(([report, edition]) => editions.get(report) !== edition).map(([report]) => report);
    if (gone.length > 0) await index.remove(gone);
    kept.changed(gone.length);
    const missing = [...editions].filter(([report, edition]) => held.get(report) !== edition);
    for (let at = 0; at < missing.length; at += AT_A_TIME) {
      const some: ReportPassages[] = [];
      for (const [report, edition] of missing.slice(at, at + AT_A_TIME)) some.push({ report, edition, passages: fresh.get(edition) ?? (await store.passages(edition)).map(indexedText) });
      await index.put(some);
      kept.changed(some.length);
      await new Promise(setImmediate);
    }
    seen = generation;
    return index;
  }

  const passagesIn = async (report: ReportId): Promise<readonly SearchPassage[]> => {
    const edition = editions.get(report);
    return edition === undefined ? [] : passages.get(edition, () => store.passages(edition));
  };

  /** An index over these reports alone: the one in a file weighs words by all it holds, which takes longer than reading a few reports. */
  function over(reports: readonly ReportId[]): Promise<SectionIndex> {
    return small.get(reports.map((report) => `${report} ${editions.get(report)}`).join('\n'), async () => {
      const index = createMemoryIndex(theAnalyzer, reader);
      for (const report of reports) await index.put([{ report, edition: editions.get(report) ?? 0, passages: (await passagesIn(report)).map(indexedText) }]);
      return index;
    });
  }

  async function search(query: PassageQuery): Promise<PassageHit[]> {
    const whole = await inTurn(follow);
    const index = kept.inFile && query.reports !== undefined && query.reports.length <= FEW ? await over(query.reports) : whole;
    return searchPassages(index, theAnalyzer(), passagesIn, query);
  }

  return {
    search: async (query) => {
      try {
        return await search(query);
      } catch (error) {
        // An index in a file can break under our hands; what it holds is in the store as well.
        if (!(await inTurn(kept.discard))) throw error;
        return search(query);
      }
    },
    follow: (fresh) => inTurn(async () => void (await follow(fresh))),
    save: () => inTurn(kept.save),
    close: () => inTurn(kept.close),
  };
}

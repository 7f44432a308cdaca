import type { ReportId } from '../document/tree.js';

/** What is put into an index: the words a passage can be found by, and no more. Texts stay in the store. */
export interface PassageText {
  /** Number of the passage within its report, from 0. */
  readonly n: number;
  /** Titles of the sections it stands in; they weigh more than the text. */
  readonly heading: string;
  /** Sentences or rows. Official labels come again in every report, so an index may keep the terms of a piece for the next one. */
  readonly pieces: readonly string[];
}

/** What passages are looked for and how many at most. */
export interface PassageQuery {
  readonly text: string;
  /** Only passages of these reports; absent: of all. An empty list finds nothing. */
  readonly reports?: readonly ReportId[];
  readonly limit: number;
  /** When so many hold all words, those that hold only some need not be looked for. Absent: `limit`. */
  readonly enough?: number;
}

/** A passage found, by its report and its number in it (from 0). */
export interface PassageRef {
  readonly report: ReportId;
  readonly n: number;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

/** A report with its passages, as it is put into an index. `edition` is the caller's mark of what was put. */
export interface ReportPassages {
  readonly report: ReportId;
  readonly edition: number;
  readonly passages: readonly PassageText[];
}

/**
 * Passages found again by words. One contract, tested once over every implementation: in memory for up to some thousand reports, in a file beyond.
 * Passages that hold all words of a query come before those that hold some.
 */
export interface SectionIndex {
  /** Each takes the place of whatever was put for its report before. All of them or, when this throws, none. */
  put(reports: readonly ReportPassages[]): Promise<void>;
  /** Does nothing for a report that is not held. */
  remove(reports: readonly ReportId[]): Promise<void>;
  /** Report → edition of what was put last. */
  held(): Promise<ReadonlyMap<ReportId, number>>;
  search(query: PassageQuery): Promise<PassageRef[]>;
  /** All that is needed to `restore`; null for an index that keeps itself. */
  snapshot(fingerprint: string): Promise<Uint8Array | null>;
  /** False, and the index is left empty, when the snapshot is damaged or has another fingerprint. An index that keeps itself takes none. */
  restore(snapshot: Uint8Array, fingerprint: string): Promise<boolean>;
  /** Lets go of files and memory; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

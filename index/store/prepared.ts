import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure, FoundList, FoundRole } from '../document/figure.js';
import type { Passage } from '../document/passage.js';
import type { SourceText } from '../document/source-text.js';
import type { FormId, Organisation, ReportId } from '../document/tree.js';

/** A passage as `index/search` finds it; declared here too because the store keeps it without knowing search. */
export interface StoredPassage {
  readonly kind: 'paragraph' | 'table' | 'heading';
  readonly path: readonly string[];
  readonly units: readonly Passage[];
}

/** Everything that was made of one text; all of it can be made again. */
export interface Derived {
  readonly title: string;
  readonly forms: readonly FormId[];
  readonly figures: readonly FoundFigure[];
  readonly roles: readonly FoundRole[];
  readonly lists: readonly FoundList[];
  readonly passages: readonly StoredPassage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that has been read and is ready to be kept. */
export interface PreparedReport extends Derived {
  readonly source: SourceText;
  readonly bytes: Uint8Array;
  readonly organisation: Organisation;
  /** True when no title named the organisation and the file's name had to serve. */
  readonly assumed: boolean;
  readonly year: number | null;
}

/** What keeping a file did. */
export interface Kept {
  readonly status: 'added' | 'updated' | 'unchanged';
  readonly card: ReportCard;
  readonly diagnostics: readonly Diagnostic[];
}

/** One version of a report as a shelf label. */
export interface ReportCard {
  readonly report: ReportId;
  readonly version: number;
  readonly org: Organisation;
  /** Key of `org`, for `findFigures`. */
  readonly orgKey: string;
  readonly year: number | null;
  readonly forms: readonly FormId[];
  readonly title: string;
  readonly source: string;
  readonly figures: number;
  /** ISO time in UTC. */
  readonly ingestedAt: string;
  /** Why it was withdrawn; null while it is in use. */
  readonly withdrawn: string | null;
  /** True for the version that answers use. */
  readonly current: boolean;
  /** Inner number of this version: never changes and is never given again. */
  readonly edition: number;
}

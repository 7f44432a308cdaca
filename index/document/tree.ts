import type { Diagnostic } from './diagnostic.js';
import type { Passage } from './passage.js';
import type { Brand, SourceId } from './source-text.js';
import type { Span, Spans } from './span.js';

/** Stable for the same organisation and year: the organisation's key, a hyphen, the year. */
export type ReportId = Brand<string, 'ReportId'>;

/** Official forms (handbook 1.2–1.4). The form is per table, not per year: real reports mix them. */
export type FormId = 'gen2008' | 'form35' | 'stat2014' | 'gen2019' | 'gen2021';

/** Where an organisation stands among governments; `department` is an office of one of them, `unknown` what its name does not tell. */
export type OrganisationLevel = 'province' | 'city' | 'county' | 'township' | 'department' | 'unknown';

/** Who issues a report. */
export interface Organisation {
  /** The short name people use: 勐来乡. */
  readonly name: string;
  /** As the report prints it, blanks dropped: 沧源佤族自治县勐来乡人民政府. */
  readonly fullName: string;
  /** Places from the outermost to the organisation itself: ['沧源佤族自治县', '勐来乡']. */
  readonly path: readonly string[];
  readonly level: OrganisationLevel;
}

/** One cell as found. `spans` is null for an empty cell (nothing printed, so no place). */
export interface Cell {
  /** 0-based, in the table as found. */
  readonly row: number;
  readonly column: number;
  /** As printed, trimmed at both ends. */
  readonly text: string;
  readonly spans: Spans | null;
  /** Set where a merged cell of a drawn table covers the position: nothing of its own can stand there, which is not the same as an empty cell. */
  readonly covered?: true;
}

/** A grid as found: rows may have different widths; nothing has been moved or repaired. */
export interface Table {
  readonly kind: 'table';
  readonly spans: Spans;
  readonly rows: readonly (readonly Cell[])[];
  /**
   * `drawn`: the file's own format drew the grid (HTML, Word, lines round the cells of a PDF), columns, empty cells and merged ones are exact, and
   * a position without any cell has none here either. `placed`: it was rebuilt from the places of the words alone and may be wrong. Absent where
   * tabs, pipes or lines of the text made it.
   */
  readonly grid?: 'drawn' | 'placed';
}

/** Sentences in reading order; between them only blanks and left-over marks. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: Spans;
  readonly sentences: readonly Passage[];
}

/** A heading with what stands under it, down to the next of its level. */
export interface Section {
  readonly kind: 'section';
  readonly level: 1 | 2 | 3;
  /** The heading as printed, number included; null for what stands before the first heading. */
  readonly heading: Passage | null;
  /** The heading's words without number, blanks and marks; '' without heading. */
  readonly title: string;
  /** Heading and content. */
  readonly span: Span;
  readonly children: readonly (Section | Paragraph | Table)[];
}

/** A report as read. `issuer` and `year` are null where the text does not say. */
export interface ReportDocument {
  readonly source: SourceId;
  readonly title: Passage | null;
  readonly issuer: Organisation | null;
  readonly year: number | null;
  readonly sections: readonly Section[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A section's heading as a citation's path shows it: as printed, number included, blanks and the stop of a run-in heading dropped; '' without heading. */
export function headingWords(section: Section): string {
  return section.heading === null ? '' : section.heading.text.replace(/[\s\u3000*#]+/gu, '').replace(/[。：:；;]$/u, '');
}

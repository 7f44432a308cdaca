import type { Span } from './span.js';

declare const brand: unique symbol;
/** A `T` that cannot be taken for another `T`: ids of one kind fit only where that kind is asked for. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** SHA-256 of the file's bytes, lower-case hex. */
export type SourceId = Brand<string, 'SourceId'>;

/** What a reader made of a file's bytes. `text` never changes afterwards: every span counts in it. */
export interface SourceText {
  readonly id: SourceId;
  /** Where the bytes came from, as a person would recognise it: a file's base name. */
  readonly origin: string;
  readonly text: string;
  /** Name of the reader that made the text. */
  readonly reader: string;
  /** What the file's format says about places and the text alone cannot; absent where it says nothing. Kept with the text. */
  readonly layout?: Layout;
  /** What was known of the file besides its bytes when it came in; kept with the text, so that it still counts when reading is done anew. */
  readonly hints?: Hints;
}

/** What stands outside a file's bytes and helps to say whose report it is and of which year. */
export interface Hints {
  /** Name of the nearest folder above the file that holds a year (2021n): weak, folders lie. */
  readonly folder?: string;
  /** What a person said when taking the file in; comes before anything the file says. */
  readonly told?: { readonly organisation?: string; readonly year?: number };
}

/** Hints from a file's format. They never hold text of their own: delete them and nothing is lost. */
export interface Layout {
  /** In the order of the text; they do not overlap. */
  readonly tables: readonly DrawnTable[];
  /** What the file holds beside text, which nobody read. */
  readonly unread?: readonly Unread[];
}

/** A picture, or a page that is blank or a picture; `at` is the place in the text before which it stood. */
export interface Unread {
  readonly kind: 'picture' | 'page';
  readonly at: number;
}

/**
 * A table as the file's own format drew it. In the text each row is one line, its positions parted by tabs; a merged cell
 * is printed at its first position and the others it covers stay empty there.
 */
export interface DrawnTable {
  /**
   * Where the grid comes from: `markup` is exact (HTML, Word); `rules` was rebuilt from the lines printed round the cells,
   * `positions` from the places of the words alone, which can be wrong.
   */
  readonly from: 'markup' | 'rules' | 'positions';
  /** From the start of the first row's line to the end of the last one's, its line end left out. */
  readonly span: Span;
  /** Places of the cells, trimmed; `start === end` where nothing is printed. */
  readonly cells: readonly Span[];
  /**
   * Rows of equal length, top to bottom. A position names the cell (index into `cells`) that covers it: a merged cell is named
   * at every position it covers. `null` where the file has no cell at all, which is not the same as an empty one.
   */
  readonly rows: readonly (readonly (number | null)[])[];
}

import type { FormTableId } from './form.js';
import type { Seen, SeenRow, SeenTable } from './align-grid.js';
import type { ColumnPlace, Meaning, RowPlace } from './label-index.js';

/** A printed head or group label, put together from the cells that a page break may have cut it into. */
export interface Printed {
  readonly meaning: Meaning;
  readonly cells: Seen[];
}

/** The heads that stand above rows of values. */
export interface Heads {
  readonly table: number;
  readonly width: number;
  readonly columns: { readonly places: readonly ColumnPlace[]; readonly cell: Seen; readonly row: SeenRow }[];
  /** Heads of heads: 法人或其他组织, 行政复议. */
  readonly groups: Printed[];
  /** Heads that no form knows. */
  readonly unknown: Seen[];
  /** The block's title as printed, if any. */
  title: Seen | null;
  /** True once a row of values has used them: the next head starts anew. */
  used: boolean;
}

/** A row of an official table, as far as its label says: the values are not yet given to columns. */
export interface Line {
  readonly official: FormTableId;
  /** Where the forms have this row; of `disputes`, which prints no row label, all its rows. */
  readonly places: readonly RowPlace[];
  /** How the label was recognised: as known, by likeness, or from its beginning. */
  how: 'exact' | 'near' | 'cut';
  /** The row's own label cells, number included. */
  readonly label: Seen[];
  /** Labels of the groups it stands in, outermost first. */
  readonly groups: readonly Printed[];
  /** Cells behind the label, blanks included. */
  region: Seen[];
  readonly heads: Heads | null;
  /** Where the row's values stand. */
  source: SeenRow;
  /** True when label and values stand one cell a line. */
  readonly stream: boolean;
  /** True when label and values, or parts of either, stood in two rows. */
  joined: boolean;
  /** True when the values themselves stood in two rows, so that their grid columns say nothing. */
  cutValues: boolean;
  /** True when more values follow than any reading explains. */
  overflow: boolean;
  /** True when values without a label follow a row that is already full. */
  crowded: boolean;
  /** Tells one printed table of requests from the next. */
  readonly instance: number;
}

/** All that the scan of a document's tables found. */
export interface Scan {
  readonly tables: readonly SeenTable[];
  readonly lines: readonly Line[];
  /** Heads in the order found: rows that no form knows may stand under one of them. */
  readonly heads: readonly Heads[];
}

/** Number of values a line may hold: what the widest block of its table has. */
export function capacity(line: Line): number {
  if (line.official === 'disputes') return line.label.length > 0 ? 5 : 15;
  if (line.official === 'requests') return 7;
  return line.heads === null ? 3 : Math.max(1, line.heads.columns.length);
}

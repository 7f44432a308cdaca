import type { Text2 } from '../document/diagnostic.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import type { SourceText } from '../document/source-text.js';
import type { Span, Spans } from '../document/span.js';
import type { OrganisationLevel, ReportDocument } from '../document/tree.js';

/** `error`: the report contradicts itself or the form · `warning`: it needs a word of explanation · `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A place that a finding rests on. `report` tells reports apart when a rule looks at two years. */
export interface CheckedPlace {
  readonly report: string;
  readonly spans: Spans;
  readonly unit: 'passage' | 'cell';
  readonly path: readonly string[];
}

/** Something that a reviewer would send the report back for, or ask about. */
export interface Finding {
  /** Id of the rule (handbook, section 2). */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text2;
  /** What the other side of the rule says, exact; null where nothing is compared. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** Both sides; never empty for what stands in the text, empty only when something is missing as a whole. */
  readonly places: readonly CheckedPlace[];
  /** The cell that is most likely wrong; null when several could be. */
  readonly suspect: MetricId | null;
  /** The cells that the rule compares. */
  readonly metrics: readonly MetricId[];
  /** True when a value was read from a damaged table: our reading may be at fault. */
  readonly doubtful: boolean;
}

/** A report as checks see it, held or not. */
export interface Facts {
  readonly report: string;
  readonly organisation: { readonly name: string; readonly fullName: string; readonly level: OrganisationLevel };
  readonly year: number | null;
  readonly source: SourceText;
  readonly document: ReportDocument;
  readonly figures: readonly FoundFigure[];
  /** Cells of the official tables by metric; a metric that stands in two tables is left out, since nobody can tell which counts. */
  readonly cells: ReadonlyMap<MetricId, FoundFigure>;
  /** Places at which a table was found shifted, cut or glued, so that it was read with a repair. */
  readonly damaged: readonly Span[];
  /** The same organisation's report of the year before; null when it is not held. */
  readonly previous: Facts | null;
}

/** A rule, or a few that look at the same thing. Pure: depends on the facts alone. */
export interface Check {
  /** Ids of the rules it may find, each described in `rules.json`. */
  readonly rules: readonly string[];
  run(facts: Facts): Iterable<Finding>;
}

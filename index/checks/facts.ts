import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import type { SourceText } from '../document/source-text.js';
import type { Organisation, ReportDocument } from '../document/tree.js';
import type { Facts } from './check.js';

/** What facts are made of, whether a report is held or only handed over. */
export interface FactSources {
  readonly report: string;
  readonly organisation: Organisation;
  readonly year: number | null;
  readonly source: SourceText;
  readonly document: ReportDocument;
  readonly figures: readonly FoundFigure[];
  readonly diagnostics: readonly Diagnostic[];
  readonly previous: Facts | null;
}

/** Codes of diagnostics that say a table was found out of shape; one that only does not add up was read as printed. */
const OUT_OF_SHAPE: readonly string[] = ['table-cells-shifted', 'table-row-cut', 'table-value-repeated', 'table-value-missing', 'table-digits-glued', 'table-row-collapsed', 'table-row-undecided'];

/** A report as checks see it. */
export function factsOf({ diagnostics, ...rest }: FactSources): Facts {
  const damaged = diagnostics.flatMap(({ code, span }) => (span !== null && OUT_OF_SHAPE.includes(code) ? [span] : []));
  return { ...rest, cells: cellsOf(rest.figures), damaged };
}

/** Cells of official tables by metric. A metric that two cells claim is left out: nobody can tell which of them counts. */
function cellsOf(figures: readonly FoundFigure[]): ReadonlyMap<MetricId, FoundFigure> {
  const cells = new Map<MetricId, FoundFigure>();
  const twice = new Set<MetricId>();
  for (const figure of figures) {
    if (figure.unit !== 'cell' || figure.metric === null || figure.trust === 'read') continue;
    if (cells.has(figure.metric)) twice.add(figure.metric);
    cells.set(figure.metric, figure);
  }
  for (const metric of twice) cells.delete(metric);
  return cells;
}

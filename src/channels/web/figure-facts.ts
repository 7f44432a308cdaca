import { metricById, type Figure, type FigureId, type IdentityHeld, type MetricId } from '../../../index/mod.js';
import type { NotedFinding } from '../operations.js';

/** What the rules say of the figures of one version of a report. */
export interface FigureFacts {
  /** The sums of the official tables that a figure takes part in, in the order of the form. */
  identitiesOf(figure: Figure): readonly IdentityHeld[];
  /** Findings that rest on a figure, worst first. */
  findingsOf(figure: Figure): readonly NotedFinding[];
  /** The cell that stands for a metric in those sums; null where none does for certain. */
  cellOf(metric: MetricId): Figure | null;
  /** True where a figure stands in a sum that does not come out, or a finding rests on it that nobody explained. */
  isOdd(figure: Figure): boolean;
}

/** Facts over the figures, sums and findings of the version `report`. */
export function factsOfFigures(report: string, figures: readonly Figure[], identities: readonly IdentityHeld[], findings: readonly NotedFinding[]): FigureFacts {
  const cells = cellsByMetric(figures);
  const byMetric = new Map<MetricId, IdentityHeld[]>();
  for (const identity of identities) for (const metric of new Set([...identity.parts, ...identity.equals])) byMetric.set(metric, [...(byMetric.get(metric) ?? []), identity]);
  const known = new Map<FigureId, readonly NotedFinding[]>();

  const stands = (figure: Figure): boolean => figure.metric !== null && cells.get(figure.metric) === figure;
  const identitiesOf = (figure: Figure): readonly IdentityHeld[] => (stands(figure) ? (byMetric.get(figure.metric!) ?? []) : []);
  const findingsOf = (figure: Figure): readonly NotedFinding[] => {
    const found = known.get(figure.id) ?? findings.filter((one) => restsOn(one, figure, report, stands(figure)));
    known.set(figure.id, found);
    return found;
  };
  return {
    identitiesOf,
    findingsOf,
    cellOf: (metric) => cells.get(metric) ?? null,
    isOdd: (figure) => identitiesOf(figure).some(({ holds }) => !holds) || findingsOf(figure).some(({ finding, explained }) => explained === null && finding.severity !== 'info'),
  };
}

/** A rule that compares cells names them; one that looks at sentences names places only. */
function restsOn({ finding }: NotedFinding, figure: Figure, report: string, isCell: boolean): boolean {
  if (isCell && finding.metrics.length > 0) return finding.metrics.includes(figure.metric!);
  const place = figure.place ?? [];
  return finding.places.some((one) => one.report === report && (figure.unit === 'passage' || finding.metrics.length === 0) && one.spans.some((cited) => place.some(({ start, end }) => cited.start < end && start < cited.end)));
}

/** Cells by metric as the rules see them: without those of no sure meaning, and without metrics that two cells claim. */
function cellsByMetric(figures: readonly Figure[]): ReadonlyMap<MetricId, Figure> {
  const cells = new Map<MetricId, Figure>();
  const twice = new Set<MetricId>();
  for (const figure of figures) {
    if (figure.unit !== 'cell' || figure.metric === null || figure.trust === 'read' || metricById(figure.metric) === undefined) continue;
    if (cells.has(figure.metric)) twice.add(figure.metric);
    cells.set(figure.metric, figure);
  }
  for (const metric of twice) cells.delete(metric);
  return cells;
}

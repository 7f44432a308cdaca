import { metrics, sum, type Decimal, type Figure, type Metric, type ReportCard } from '../../index/mod.js';
import { facetsOfMetric, type FacetReader, type Facets } from './facets.js';

/** Something that a question about a figure may mean: a figure held, or a subtotal that the form implies but does not print. */
export interface Candidate {
  readonly report: ReportCard;
  /** The figure itself, or the operands of a subtotal in the formula's order. */
  readonly figures: readonly [Figure, ...Figure[]];
  /** Null for a figure as printed; the addends' sum otherwise. */
  readonly subtotal: { readonly metric: Metric; readonly value: Decimal } | null;
  readonly facets: Facets;
}

/** All candidates of one report: each figure once, then the subtotals whose every operand is a number. */
export function candidatesOf(report: ReportCard, figures: readonly Figure[], reader: FacetReader): Candidate[] {
  const printed = figures.map((figure): Candidate => ({ report, figures: [figure], subtotal: null, facets: reader.facets(figure, ancestorLabels(figure, figures)) }));
  return [...printed, ...subtotalsOf(report, figures)];
}

/** Labels of the totals that a figure is a part of, innermost first: what a part does not say again, its total says. */
function ancestorLabels(figure: Figure, figures: readonly Figure[]): string[] {
  const labels: string[] = [];
  for (let at = figure.partOf, steps = 0; at !== null && steps < 6; steps += 1) {
    const total: Figure | undefined = figures[at];
    if (!total || (total.id as number) !== at) break;
    labels.push(...total.inherited, ...total.labels);
    at = total.partOf;
  }
  return labels;
}

/** Sums of the dictionary's derived metrics (`a + b + c`) over figures that are all held as numbers. */
function subtotalsOf(report: ReportCard, figures: readonly Figure[]): Candidate[] {
  const byMetric = new Map(figures.flatMap((figure) => (figure.metric !== null && figure.trust !== 'stated' ? [[figure.metric, figure] as const] : [])));
  if (byMetric.size === 0) return [];
  return sumMetrics().flatMap(({ metric, operands }): Candidate[] => {
    if (byMetric.has(metric.id)) return [];
    const found = operands.map((id) => byMetric.get(id));
    const [first, ...rest] = found.filter((figure): figure is Figure => figure?.quantity.value != null);
    const facets = facetsOfMetric(metric.id, [metric.zh]);
    if (first === undefined || rest.length !== operands.length - 1 || facets === null) return [];
    const value = sum([first, ...rest].map((figure) => figure.quantity.value!));
    return [{ report, figures: [first, ...rest], subtotal: { metric, value }, facets }];
  });
}

let sums: readonly { readonly metric: Metric; readonly operands: readonly string[] }[] | undefined;

function sumMetrics(): NonNullable<typeof sums> {
  sums ??= metrics.flatMap((metric) => {
    const operands = metric.formula?.split('+').map((operand) => operand.trim()) ?? [];
    return metric.derived === true && operands.length > 1 && operands.every((operand) => /^[a-z0-9_.]+$/.test(operand)) ? [{ metric, operands }] : [];
  });
  return sums;
}


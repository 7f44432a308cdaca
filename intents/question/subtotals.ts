import { metrics, sum, type Decimal, type Figure, type Metric, type MetricId, type ReportCard } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import { facetsOfMetric, type Facets } from './facets.js';

/** Sums of the dictionary's derived metrics (`a + b + c`) over figures that are all held as numbers. */
export function subtotalsOf(report: ReportCard, figures: readonly Figure[]): Candidate[] {
  const byMetric = new Map<MetricId, Figure>();
  for (const figure of figures) if (figure.metric !== null && figure.trust !== 'stated') byMetric.set(figure.metric, figure);
  const subtotals: Candidate[] = [];
  if (byMetric.size === 0) return subtotals;
  for (const { metric, operands } of sumMetrics()) {
    if (byMetric.has(metric.id) || !operands.every((id) => byMetric.get(id)?.quantity.value != null)) continue;
    const facets = facetsOfSum(metric);
    if (facets === null) continue;
    const [first, ...rest] = operands.map((id) => byMetric.get(id)!);
    subtotals.push({ report, year: null, figures: [first!, ...rest], subtotal: subtotalOf(metric, [first!, ...rest]), hasParts: false, accumulated: false, former: false, step: null, topic: null, facets });
  }
  return subtotals;
}

/** Of the sums that a form implies hardly one is ever asked for: it is added up when it is. */
function subtotalOf(metric: Metric, operands: readonly Figure[]): NonNullable<Candidate['subtotal']> {
  let value: Decimal | undefined;
  return {
    metric,
    get value() {
      return (value ??= sum(operands.map(({ quantity }) => quantity.value!)));
    },
  };
}

/** Facets of the dictionary's sums, which are the same in every report. */
const facetsOfSums = new Map<string, Facets | null>();

function facetsOfSum({ id, zh }: Metric): Facets | null {
  let facets = facetsOfSums.get(id);
  if (facets === undefined) {
    const read = facetsOfMetric(id, [zh]);
    facets = read === null ? null : { ...read, metrics: { own: id, above: [] } };
    facetsOfSums.set(id, facets);
  }
  return facets;
}

let sums: readonly { readonly metric: Metric; readonly operands: readonly string[] }[] | undefined;

function sumMetrics(): NonNullable<typeof sums> {
  sums ??= metrics.flatMap((metric) => {
    const operands = metric.formula?.split('+').map((operand) => operand.trim()) ?? [];
    return metric.derived === true && operands.length > 1 && operands.every((operand) => /^[a-z0-9_.]+$/.test(operand)) ? [{ metric, operands }] : [];
  });
  return sums;
}


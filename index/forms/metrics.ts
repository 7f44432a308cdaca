import { z } from 'zod';
import { loadData } from '../data.js';
import type { MetricId } from '../document/figure.js';

const metricSchema = z.array(
  z.object({
    id: z.string(),
    zh: z.string(),
    en: z.string(),
    synonyms: z.array(z.string()),
    generations: z.array(z.string()),
    unit: z.string().nullable(),
    units: z.array(z.string()).optional(),
    table: z.string(),
    note: z.string(),
    signed: z.boolean().optional(),
    derived: z.boolean().optional(),
    formula: z.string().optional(),
  }),
);

/** One entry of the metric dictionary: what an official cell or a well-known prose figure counts. `unit` is the form's, null when only the printed one holds. */
export type Metric = z.output<typeof metricSchema>[number];

/** All metrics, in the dictionary's order. */
export const metrics: readonly Metric[] = loadData('index/forms/metrics.json', metricSchema);

const byId: ReadonlyMap<MetricId, Metric> = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric with this id, or undefined. */
export function metricById(id: MetricId): Metric | undefined {
  return byId.get(id);
}

import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { ReportId } from '../document/tree.js';
import { FIGURES, type Tables } from './database.js';

// Where each metric of a report stands: one small row a report that is looked into by halves. An index over all figures by metric
// would cost three times what the rows do, because each figure would go to another page of it.

/** A figure's place in the store: `edition * FIGURES + n`. */
export type FigurePlace = number;

/** Bytes of one entry: `hash * FIGURES + number` as a double, which holds whole numbers of 53 bits exactly. */
const ENTRY = 8;
const HASH_BITS = 29;

/** The numbers of the figures that have a metric, each with the metric's hash before it, ascending. */
export function writeMetricPlaces(metrics: readonly (string | null)[]): Buffer {
  const entries = new Float64Array(metrics.length);
  let count = 0;
  metrics.forEach((metric, n) => {
    if (metric !== null) entries[count++] = hashOf(metric) * FIGURES + n;
  });
  const sorted = entries.subarray(0, count).sort();
  const bytes = Buffer.allocUnsafe(count * ENTRY);
  for (let i = 0; i < count; i += 1) bytes.writeDoubleLE(sorted[i]!, i * ENTRY);
  return bytes;
}

/** Numbers of the figures that may have the metric, ascending: two metrics can share a hash, so the figure's own metric has the last word. */
export function numbersOf(places: Buffer, metric: string): number[] {
  const first = hashOf(metric) * FIGURES;
  let low = 0;
  let high = places.length / ENTRY;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places.readDoubleLE(middle * ENTRY) < first) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low * ENTRY; at < places.length; at += ENTRY) {
    const number = places.readDoubleLE(at) - first;
    if (number >= FIGURES) break;
    found.push(number);
  }
  return found;
}

const hashes = new Map<string, number>();
/** Forms and dictionary have some hundreds of metrics; a question may name anything. */
const MOST_REMEMBERED = 4096;

/** FNV-1a over UTF-16 code units, its upper bits. Part of what is stored: another hash needs a migration. */
function hashOf(metric: string): number {
  let hash = hashes.get(metric);
  if (hash !== undefined) return hash;
  hash = 0x811c9dc5;
  for (let i = 0; i < metric.length; i += 1) hash = Math.imul(hash ^ metric.charCodeAt(i), 0x01000193);
  hash >>>= 32 - HASH_BITS;
  if (hashes.size >= MOST_REMEMBERED) hashes.clear();
  hashes.set(metric, hash);
  return hash;
}

/** Makes the places of every report held from its figures: for stores that were filled before there were any. */
export async function fillMetricPlaces(database: Kysely<Pick<Tables, 'report' | 'figure' | 'metric_places'>>): Promise<void> {
  for (const { edition } of await database.selectFrom('report').select('edition').execute()) {
    const figures = await database.selectFrom('figure').select('metric').where('id', '>=', edition * FIGURES).where('id', '<', (edition + 1) * FIGURES).orderBy('id').execute();
    await database.insertInto('metric_places').values({ edition, places: writeMetricPlaces(figures.map(({ metric }) => metric)) }).execute();
  }
}

/** Where each of a report's metrics stands among its figures. */
export interface PlacedReport {
  readonly edition: number;
  readonly report: ReportId;
  readonly places: readonly FigurePlace[];
}

/** What is absent does not narrow; an empty list leaves nothing. */
export interface ReportScope {
  readonly reports?: readonly string[];
  readonly organisations?: readonly string[];
  readonly years?: readonly number[];
}

/** Reports in use within the scope that may have one of the metrics, by organisation and year, with the places of those figures in reading order. */
export async function placesOfMetrics(database: Kysely<Tables>, metrics: readonly string[], scope: ReportScope): Promise<PlacedReport[]> {
  const rows = await inScope(database, scope).innerJoin('metric_places', 'metric_places.edition', 'report.edition').select('metric_places.places').execute();
  return rows.flatMap(({ edition, id, places }) => {
    const bytes = Buffer.from(places.buffer, places.byteOffset, places.byteLength);
    const numbers = [...new Set(metrics.flatMap((metric) => numbersOf(bytes, metric)))].toSorted((a, b) => a - b);
    return numbers.length === 0 ? [] : [{ edition, report: id as ReportId, places: numbers.map((n) => edition * FIGURES + n) }];
  });
}

/** Reports in use within the scope, by organisation and year. */
export async function reportsInScope(database: Kysely<Tables>, scope: ReportScope): Promise<{ edition: number; report: ReportId }[]> {
  return (await inScope(database, scope).execute()).map(({ edition, id }) => ({ edition, report: id as ReportId }));
}

function inScope(database: Kysely<Tables>, { reports, organisations, years }: ReportScope): SelectQueryBuilder<Tables, 'report', { edition: number; id: string }> {
  let query = database.selectFrom('report').select(['report.edition', 'report.id']).where('report.current', '=', 1);
  if (reports !== undefined) query = query.where('report.id', 'in', listOf<string>(reports));
  if (organisations !== undefined) query = query.where('report.organisation', 'in', listOf<string>(organisations));
  if (years !== undefined) query = query.where('report.year', 'in', listOf<number>(years));
  return query.orderBy('report.organisation').orderBy('report.year').orderBy('report.edition');
}

/** A list as one value of a statement, whatever its length: statements are kept by their text, and drivers limit the number of values. */
export function listOf<T extends string | number>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
}

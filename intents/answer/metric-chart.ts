import { metricById, type Lang, type Library, type MetricId, type ReportCard } from '../../index/mod.js';
import { byMetric, newestOfEach, ranked } from '../question/across-values.js';
import type { ReportCitation } from './answer.js';
import { Evidence } from './present.js';
import { seriesByRank, seriesOverYears } from './series-points.js';
import type { Series } from './series.js';

/** Organisations whose lines are looked up: more lines than this no chart shows. */
const MOST_ORGANISATIONS = 12;

/**
 * An official figure of the reports given, to be drawn: `years` over the years with a line for each organisation, `rank` by size with the newest report
 * of each. With the crosswalk's notes where forms count differently. Null when fewer than two values are held.
 */
export async function metricChart(library: Library, lang: Lang, metric: MetricId, cards: readonly ReportCard[], kind: Series['kind']): Promise<{ readonly series: Series; readonly citations: readonly ReportCitation[] } | null> {
  const keys = new Set([...new Set(cards.map(({ orgKey }) => orgKey))].slice(0, MOST_ORGANISATIONS));
  const chosen = kind === 'rank' ? newestOfEach(cards) : cards.filter(({ orgKey, year }) => keys.has(orgKey) && year !== null);
  const across = await byMetric(metric, { library }, chosen);
  const evidence = new Evidence(library);
  const title = metricById(metric)?.[lang] ?? metric;
  const [only] = keys;
  const series = kind === 'rank' ? await seriesByRank({ library, lang }, evidence, across, ranked(across.values, false), title) : await seriesOverYears({ library, lang }, evidence, across, chosen, keys.size === 1 && only !== undefined ? `${chosen[0]?.org.name ?? ''} ${title}` : title);
  return series && { series, citations: evidence.citations };
}

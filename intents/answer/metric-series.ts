import { metricById, type Lang, type Library, type MetricId, type ReportCard } from '../../index/mod.js';
import { byMetric, ranked, type Across } from '../question/across-values.js';
import type { ReportCitation } from './answer.js';
import { Evidence } from './present.js';
import type { Series } from './series.js';
import { seriesByRank, seriesOverYears } from './series-points.js';

/** A figure of the dictionary over reports, with what a chart of it is drawn from. */
export interface MetricSeries {
  readonly across: Across;
  /** Null where there are fewer than two values to draw. */
  readonly series: Series | null;
  /** What the points of the series cite. */
  readonly citations: readonly ReportCitation[];
  /** Organisations that are drawn; `across` holds the others too. */
  readonly drawn: number;
}

/** What a chart can show so that it is told apart; each point costs a look at its report's text. */
const MOST_ORGANISATIONS = 6;
const MOST_RANKED = 40;

/** One figure over `cards`, chosen from a list rather than asked for: over the years where there are several, else by size. */
export async function metricSeries(metric: MetricId, { library, lang }: { readonly library: Library; readonly lang: Lang }, cards: readonly ReportCard[]): Promise<MetricSeries> {
  const across = await byMetric(metric, { library }, cards);
  const evidence = new Evidence(library);
  const name = metricById(metric)?.[lang] ?? metric;
  const years = new Set(cards.flatMap(({ year }) => year ?? []));
  if (years.size > 1) {
    const having = new Set(across.values.map(({ card }) => card.orgKey));
    const keys = new Set([...new Set(cards.map(({ orgKey }) => orgKey))].filter((key) => having.has(key)).slice(0, MOST_ORGANISATIONS));
    const isDrawn = ({ orgKey }: ReportCard): boolean => keys.has(orgKey);
    const series = await seriesOverYears({ library, lang }, evidence, { ...across, values: across.values.filter(({ card }) => isDrawn(card)) }, cards.filter(isDrawn), name);
    return { across, series, citations: evidence.citations, drawn: keys.size };
  }
  const order = ranked(across.values, false).slice(0, MOST_RANKED);
  return { across, series: await seriesByRank({ library, lang }, evidence, across, order, name), citations: evidence.citations, drawn: order.length };
}

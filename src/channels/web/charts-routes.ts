import { Hono, type Context } from 'hono';
import { metricById, type ReportCard } from '../../../index/mod.js';
import { metricSeries, type MetricSeries } from '../../../intents/mod.js';
import { chartSvg } from '../../render/charts/chart.js';
import type { HostPorts } from '../channel.js';
import { lookOf, SVG_HEADERS } from './chart-picture.js';
import { chartsPage, type ChartWish } from './charts-page.js';
import type { Frame } from './layout.js';

/** What the charts need of the site around them. `missing` answers for what is not there, with the words of `key`. */
export interface ChartsSurroundings extends Pick<HostPorts, 'library'> {
  readonly frameOf: (c: Context) => Frame;
  readonly missing: (c: Context, key: string) => Response | Promise<Response>;
}

/** What is charted when nothing was chosen yet: requests received, the figure that is asked for most. */
const USUAL = 'req.new.total';
const MOST_ORGANISATIONS = 500;

/** Charts, under `/charts`: any figure of the dictionary over years and organisations. */
export function chartsRoutes({ library, frameOf, missing }: ChartsSurroundings): Hono {
  const charts = new Hono();

  charts.get('/', async (c) => {
    const wish = wishOf(c);
    const cards = await library.reports();
    return c.html(chartsPage(frameOf(c), wish, cards, await seriesOf(wish, cards, frameOf(c))));
  });

  charts.get('/chart.svg', async (c) => {
    const { lang } = frameOf(c);
    const told = await seriesOf(wishOf(c), await library.reports(), { lang });
    if (told?.series == null) return missing(c, 'notFound');
    return c.body(await chartSvg({ series: told.series, citations: told.citations, lang }, lookOf(c.req.query())), 200, SVG_HEADERS);
  });

  async function seriesOf(wish: ChartWish, cards: readonly ReportCard[], { lang }: Pick<Frame, 'lang'>): Promise<MetricSeries | null> {
    if (metricById(wish.metric) === undefined) return null;
    const wanted = new Set(wish.organisations);
    const chosen = cards.filter(({ orgKey, year }) => (wanted.size === 0 || wanted.has(orgKey)) && (year === null ? wish.from === null && wish.to === null : (wish.from ?? year) <= year && year <= (wish.to ?? year)));
    return metricSeries(wish.metric, { library, lang }, chosen);
  }

  return charts;
}

function wishOf(c: Context): ChartWish {
  const year = (text: string | undefined): number | null => (text !== undefined && /^\d{4}$/.test(text) ? Number(text) : null);
  return { metric: c.req.query('metric') ?? USUAL, organisations: (c.req.queries('org') ?? []).slice(0, MOST_ORGANISATIONS), from: year(c.req.query('from')), to: year(c.req.query('to')) };
}

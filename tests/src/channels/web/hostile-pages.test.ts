import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics, type FigureId, type ReportCard } from '../../../../index/mod.js';
import type { MetricSeries } from '../../../../intents/mod.js';
import { loadAssets } from '../../../../src/channels/web/assets.js';
import { chartsPage } from '../../../../src/channels/web/charts-page.js';
import { siteOver, type TestSite } from './site-over.js';

const EVIL = '<script>alert(1)</script>';
const TEXT = `<img src=x onerror=alert(1)>县"><b>乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况${EVIL}\n\n全年公开${EVIL}信息5条，其中<i>网站</i>3条、公众号9条。\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 行政规范性文件 | 1 | 0 | ${EVIL} |\n`;

let site: TestSite;
let card: ReportCard;
beforeAll(async () => {
  site = await siteOver({ [`"><script>alert(2)</script>.txt`]: TEXT });
  [card] = (await site.desk.held.library.reports()) as [ReportCard];
});
afterAll(() => site.close());

describe('a hostile report', () => {
  it('is text on every page that shows it', async () => {
    const own = `/reports/${encodeURIComponent(card.report)}`;
    const figures = await site.desk.held.library.figures(card.report);
    expect(figures.length).toBeGreaterThan(2);
    const paths = ['/', '/reports', own, `${own}/figures`, `${own}/card`, ...figures.map(({ id }) => `${own}?f=${id}`), '/charts?metric=prose.disclosed_items', '/totals', '/desk', '/desk/unanswered'];
    for (const path of paths) {
      const response = await site.get(path);
      const page = load(await response.text());
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      expect({ path, scripts: page('script').toArray().filter((script) => !page(script).attr('src')?.startsWith('/assets/')).length }).toEqual({ path, scripts: 0 });
      expect({ path, found: page('main img[src="x"], main [onerror]').length }).toEqual({ path, found: 0 });
    }
  });
});

describe('a chart of 3,000 points', () => {
  it('is a page of bounded size with every value in its table', () => {
    const cards = Array.from({ length: 3000 }, (_, n): ReportCard => ({ ...card, report: `r${n}` as ReportCard['report'], orgKey: `o${Math.floor(n / 6)}`, org: { ...card.org, name: `${EVIL}${Math.floor(n / 6)}` }, year: 2018 + (n % 6) }));
    const values = cards.map((one, n) => ({ card: one, id: 0 as FigureId, quantity: { value: String(n), state: 'number' as const, unit: '件', approx: null, asWritten: String(n) } }));
    const told: MetricSeries = { across: { values, blank: [], missing: cards, metric: metrics[0]!.id, unlike: [], unsure: [], notes: [], incomparable: [] }, series: null, citations: [], drawn: 6 };
    const html = chartsPage({ lang: 'zh', assets: loadAssets(), here: '/charts', may: () => true }, { metric: metrics[0]!.id, organisations: [], from: null, to: null }, cards, told);
    const page = load(html);
    expect(page('td.value a').length).toBe(3000);
    expect(page('.sheet').text()).toContain('只画前 6 个');
    expect(page('main script').length).toBe(0);
    expect(html.length).toBeLessThan(1_000_000);
  });
});

import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identitiesHeld, type ReportCard } from '../../../../index/mod.js';
import { samples, siteOver, type TestSite } from './site-over.js';

/** Requests of a year, one cell broken: new and carried in no longer come to handled and carried forward. */
const BROKEN = '青石镇';

let site: TestSite;
let card: ReportCard;

beforeAll(async () => {
  const texts = samples();
  const [name, text] = Object.entries(texts).find(([file, one]) => file.startsWith('qingshi') && one.includes('2021年')) ?? Object.entries(texts).find(([, one]) => one.includes(BROKEN))!;
  site = await siteOver({ [name]: text });
  [card] = (await site.desk.held.library.reports()) as [ReportCard];
});
afterAll(() => site.close());

const address = (tail = ''): string => `/reports/${encodeURIComponent(card.report)}${tail}`;
const page = async (path: string, headers: Record<string, string> = {}): Promise<CheerioAPI> => load(await (await site.get(path, headers)).text());

describe('the card of a figure', () => {
  it('tells metric, trust and every sum of the official tables that the cell takes part in, each term linked to its cell', async () => {
    const { library } = site.desk.held;
    const figures = await library.figures(card.report);
    const total = figures.find(({ metric, unit }) => metric === 'req.new.total' && unit === 'cell')!;
    const wanted = (await identitiesHeld(library, card)).filter(({ parts, equals }) => [...parts, ...equals].includes('req.new.total'));
    const shown = await page(address(`?f=${total.id}`));
    expect(shown('#figure').attr('hidden')).toBeUndefined();
    expect(shown('#figure code').text()).toBe('req.new.total');
    expect(shown('#figure .figure-head .value').text()).toBe(`${total.quantity.value}件`);
    expect(shown('#figure dd').text()).toContain('与官方表式逐格对上');
    expect(wanted.length).toBeGreaterThan(1);
    expect(shown('#figure .identities li').length).toBe(wanted.length);
    expect(shown('#figure .identities .holds').length).toBe(wanted.filter(({ holds }) => holds).length);
    const terms = shown('#figure .identities .sum').toArray().map((sum) => shown(sum).find('a, strong').length);
    expect(terms).toEqual(wanted.map(({ parts, equals }) => parts.length + equals.length));
    expect(shown('mark').text()).toBe(total.quantity.asWritten);
  });

  it('is told in a line for hovering, in the reader’s language, one for each mark of the text', async () => {
    const shown = await page(address());
    const hints = (await (await site.get(shown('#report').attr('data-hints')!, { 'accept-language': 'en' })).json()) as Record<string, string>;
    const marked = shown('.fig').toArray().map((mark) => new URLSearchParams(shown(mark).attr('href')!.split('#')[0]).get('f')!);
    expect(marked.length).toBeGreaterThan(100);
    expect(marked.filter((id) => hints[id] === undefined)).toEqual([]);
    const total = (await site.desk.held.library.figures(card.report)).find(({ metric, unit }) => metric === 'req.new.total' && unit === 'cell')!;
    expect(hints[total.id]).toMatch(/^.*[A-Za-z].* \d+件 · \w+/u);
    expect((await site.get(address('/hints?s=000000000000'))).status).toBe(404);
  });

  it('comes alone for the script, the same as on the page', async () => {
    const alone = await page(address('?f=3'), { 'x-wenbao-part': '1' });
    expect(alone('html > body > *').toArray().map((element) => element.tagName)).toEqual(['div', 'a']);
    expect(alone('.figure-card').html()).toBe((await page(address('?f=3')))('.figure-card').html());
  });

  it.each(['99999', '-1', 'x', '1e3', ''])('%s names no figure', async (f) => {
    expect((await site.get(address(`?f=${f}`), { 'x-wenbao-part': '1' })).status).toBe(404);
    expect((await page(address(`?f=${f}`)))('#figure').attr('hidden')).toBeDefined();
  });
});

describe('what the rules found', () => {
  it('stands at the figures that it rests on, in the list and in the card', async () => {
    const texts = samples();
    const [name, text] = Object.entries(texts).find(([, one]) => /本年新收政府信息公开申请数量/.test(one))!;
    const broken = text.replace(/(本年新收政府信息公开申请数量[^\n\d]*)(\d+)/, (_, label: string, digits: string) => `${label}${Number(digits) + 40}`);
    const own = await siteOver({ [name]: broken });
    const [held] = await own.desk.held.library.reports();
    const findings = await own.ports.operations.findings(held!);
    const wrong = findings.find(({ finding }) => finding.rule.startsWith('C3'))!;
    expect(wrong.finding.severity).toBe('error');
    const list = load(await (await own.get(`/reports/${encodeURIComponent(held!.report)}/figures`)).text());
    const odd = list('tr.odd code').toArray().map((code) => list(code).text());
    for (const metric of wrong.finding.metrics) expect(odd).toContain(metric);
    const shown = load(await (await own.get(`/reports/${encodeURIComponent(held!.report)}`)).text());
    expect(shown('.fig.odd').length).toBeGreaterThan(0);
    expect(shown('.findings .found .error').text()).toContain(wrong.finding.message.zh);
    const figure = (await own.desk.held.library.figures(held!.report)).find(({ metric, unit }) => unit === 'cell' && metric === wrong.finding.metrics[0])!;
    const figureCard = load(await (await own.get(`/reports/${encodeURIComponent(held!.report)}?f=${figure.id}`)).text());
    expect(figureCard('#figure .identities .broken').length).toBeGreaterThan(0);
    expect(figureCard('#figure .found .error').text()).toContain(wrong.finding.message.zh);
    await own.close();
  });
});

describe('the list of figures', () => {
  it('holds each figure once, in reading order, with a link to its very words', async () => {
    const figures = await site.desk.held.library.figures(card.report);
    const { text } = await site.desk.held.library.source(card.report);
    const list = await page(address('/figures'));
    const links = list('tbody td.value a').toArray().map((link) => list(link).attr('href')!);
    expect(links.length).toBe(figures.length);
    const at = figures.findIndex(({ place, unit }) => place !== null && unit === 'passage');
    const marked = await page(links[at]!.split('#')[0]!);
    expect(marked('mark').text()).toBe(figures[at]!.place!.map(({ start, end }) => text.slice(start, end)).join(''));
  });
});

describe('a report’s card', () => {
  it('tells versions, what changed, what was found; who may, explains there', async () => {
    const first = '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n';
    const own = await siteOver({ 'a.txt': first });
    await own.desk.add({ 'b.txt': first.replace('5条', '<b>15</b>条') });
    const [held] = await own.desk.held.library.reports();
    const there = `/reports/${encodeURIComponent(held!.report)}/card`;
    const shown = load(await (await own.get(there)).text());
    expect(shown('.versions li').length).toBe(2);
    expect(shown('.versions strong').text()).toBe('第 2 版');
    expect(shown('details summary').text()).toContain('与第 1 版不同');
    const findings = await own.ports.operations.findings(held!);
    const [finding] = findings;
    expect(shown('form[action="/desk/explain"]').length).toBe(findings.length);
    expect((await own.post('/desk/explain', { finding: finding!.id, report: held!.report, why: '<i>乡里没有申请</i>' })).status).toBe(303);
    const explained = load(await (await own.get(there)).text());
    expect(explained('.found .explained').text()).toContain('<i>乡里没有申请</i>');
    expect(explained('form[action="/desk/explain"]').length).toBe(findings.length - 1);
    await own.close();
  });
});

import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples, siteOver, type TestSite } from './site-over.js';

let site: TestSite;
beforeAll(async () => {
  // One cell wrong, so that the sums of its year do not come out.
  const texts = Object.entries(samples()).map(([name, text]): [string, string] => [name, name === 'qingshi-2021.txt' ? text.replace(/(本年新收政府信息公开申请数量[^\n\d]*)(\d+)/, (_, label: string, digits: string) => `${label}${Number(digits) + 40}`) : text]);
  site = await siteOver(Object.fromEntries(texts));
});
afterAll(() => site.close());

const page = async (path: string, headers: Record<string, string> = {}): Promise<CheerioAPI> => load(await (await site.get(path, headers)).text());

describe('totals', () => {
  it.each([
    ['zh', '各类申请人之和＝总计列'],
    ['en', 'the applicants add up to the total column'],
  ])('that do not come out are told by what the rule asks for and the cells it is about (%s)', async (lang, rule) => {
    const told = (await page('/totals?year=2021', { 'accept-language': lang }))('.found .error').text();
    expect(told).toContain(rule);
    expect(told).toMatch(/≠/u);
    expect(told).not.toMatch(/C\d-\d|req\./u);
  });
});

describe('the table under a chart', () => {
  it('has the largest of one year first, as the chart has', async () => {
    const values = (await page('/charts?metric=req.new.total&from=2021&to=2021'))('td.value a').toArray().map((cell) => Number(load(cell).text().replaceAll(',', '')));
    expect(values.length).toBeGreaterThan(1);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it('of several years goes by the sound of the names', async () => {
    const names = (await page('/charts?metric=req.new.total'))('tbody th').toArray().map((cell) => load(cell).text());
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh').compare));
  });
});

import type { Page } from 'playwright-core';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, visit, type Visit } from './browser.js';
import { siteOver, type TestSite } from './site-over.js';

const TEXT = '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n';
const LATER = [TEXT.replace('5条', '15条'), TEXT.replace('5条', '25条')];
const SURE = { why: '数据<b>有误</b>', sure: '1' };

/** Version numbers, each with whether it is withdrawn and in use. */
async function standing(site: TestSite): Promise<string[]> {
  const cards = await site.desk.held.library.reports({ history: true });
  return cards.toSorted((a, b) => a.version - b.version).map(({ version, withdrawn, current }) => `${version}${withdrawn === null ? '' : ' withdrawn'}${current ? ' in use' : ''}`);
}

describe('withdrawing on a report’s card', () => {
  let site: TestSite;
  let report: string;

  beforeEach(async () => {
    site = await siteOver({ 'a.txt': TEXT });
    for (const [n, text] of LATER.entries()) await site.desk.add({ [`later-${n}.txt`]: text });
    report = (await site.desk.held.library.reports())[0]!.report;
  });
  afterEach(() => site.close());

  const cardOf = async (version: number): Promise<ReturnType<typeof load>> => {
    const card = (await site.desk.held.library.report(report, version))!;
    return load(await (await site.get(`/reports/${encodeURIComponent(report)}/card?s=${card.source.slice(0, 12)}`)).text());
  };

  it('takes the version in use alone: the newest of the others is used', async () => {
    const response = await site.post('/desk/withdraw', { report, version: '3', ...SURE });
    expect(response.status).toBe(303);
    expect(await standing(site)).toEqual(['1', '2 in use', '3 withdrawn']);
    const shown = load(await (await site.get(response.headers.get('location')!)).text());
    expect(shown('.notice.withdrawn').text()).toContain('数据<b>有误</b>');
    expect(shown('#withdraw').length).toBe(0);
  });

  it('takes an older version: the one in use stays', async () => {
    expect((await cardOf(1))('input[name=version]').toArray().map((one) => one.attribs['value'])).toEqual(['1', '']);
    expect((await site.post('/desk/withdraw', { report, version: '1', ...SURE })).status).toBe(303);
    expect(await standing(site)).toEqual(['1 withdrawn', '2', '3 in use']);
  });

  it('says which version answers use then', async () => {
    expect((await cardOf(3))('.choice').text()).toContain('回答用第 2 版');
    expect((await cardOf(1))('.choice').text()).toContain('回答用第 3 版');
  });

  it('takes all versions, and tells when nothing is left to take', async () => {
    expect((await site.post('/desk/withdraw', { report, version: '', ...SURE })).status).toBe(303);
    expect(await standing(site)).toEqual(['1 withdrawn', '2 withdrawn', '3 withdrawn']);
    expect((await site.post('/desk/withdraw', { report, ...SURE })).status).toBe(422);
    expect((await site.post('/desk/withdraw', { report, version: '2', ...SURE })).status).toBe(422);
  });

  it('asks for a reason and for being sure, and takes no other site’s word', async () => {
    for (const form of [{ why: '', sure: '1' }, { why: 'x' }]) expect((await site.post('/desk/withdraw', { report, version: '3', ...form })).status).toBe(400);
    expect((await site.post('/desk/withdraw', { report, version: '3', ...SURE }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(await standing(site)).toEqual(['1', '2', '3 in use']);
  });

  it('is for who may run the desk', async () => {
    const guarded = await siteOver({ 'a.txt': TEXT }, { access: { may: (role) => role === 'ask', contact: null } });
    const [held] = await guarded.desk.held.library.reports();
    expect(load(await (await guarded.get(`/reports/${encodeURIComponent(held!.report)}/card`)).text())('#withdraw').length).toBe(0);
    expect((await guarded.post('/desk/withdraw', { report: held!.report, ...SURE })).status).toBe(403);
    expect(await standing(guarded)).toEqual(['1 in use']);
    await guarded.close();
  });

  it('is written down with its version', async () => {
    const noted: string[] = [];
    const { operations } = site.ports;
    const audited = await siteOver({ 'a.txt': TEXT }, { operations: { ...operations, withdraw: () => Promise.resolve(true), note: async ({ what }) => void noted.push(what) } });
    const [held] = await audited.desk.held.library.reports();
    await audited.post('/desk/withdraw', { report: held!.report, version: '1', ...SURE });
    expect(noted).toEqual([`withdraw report=${held!.report} version=1`]);
    await audited.close();
  });
});

describe.runIf(hasChromium)('withdrawing in a browser', () => {
  let there: Visit;
  let page: Page;

  afterEach(async () => {
    await page.context().close();
    expect(there.complaints).toEqual([]);
    await there.close();
  });

  it.each([
    ['zh-CN', true, '已撤回'],
    ['zh-CN', false, '已撤回'],
    ['en-GB', true, 'withdrawn'],
    ['en-GB', false, 'withdrawn'],
  ])('takes one version by the keyboard (%s, script %s)', async (locale, javaScriptEnabled, told) => {
    there = await visit({ 'a.txt': TEXT });
    await there.site.desk.add({ 'b.txt': LATER[0]! });
    const report = (await there.site.desk.held.library.reports())[0]!.report;
    page = await there.open(`/reports/${encodeURIComponent(report)}/card`, { locale, javaScriptEnabled, viewport: { width: 360, height: 640 } });
    await page.focus('#withdraw-why');
    await page.keyboard.type('数据有误');
    await page.keyboard.press('Enter');
    // Not sure yet: the browser does not send it.
    expect(await standing(there.site)).toEqual(['1', '2 in use']);
    await page.focus('#withdraw input[name=sure]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL(/card\?s=/), page.keyboard.press('Enter')]);
    expect(await standing(there.site)).toEqual(['1 in use', '2 withdrawn']);
    expect(await page.textContent('.notice.withdrawn')).toContain(told);
  });
});

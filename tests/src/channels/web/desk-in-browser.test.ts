import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportCitations } from '../../../../intents/mod.js';
import { ledgerIn } from '../../../../src/ledger/ledger.js';
import type { LedgerTables } from '../../../../src/ledger/migrations.js';
import { shortPath } from '../../../../src/render/message.js';
import { hasChromium, inSight, markedWords, tooWide, visit, type Visit } from './browser.js';
import { samples } from './site-over.js';

const PHONE = { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true };
let there: Visit;
let report: string;
const pages: Page[] = [];

async function open(...args: Parameters<Visit['open']>): Promise<Page> {
  const page = await there.open(...args);
  pages.push(page);
  return page;
}

/** Whether every picture of a page has arrived and holds something. */
function picturesThere(page: Page): Promise<boolean> {
  return page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
}

/** The mark of the cell that says how many requests were received. */
async function totalOf(page: Page): Promise<Locator> {
  const figures = await there.site.desk.held.library.figures(decodeURIComponent(report.slice('/reports/'.length)));
  const total = figures.find(({ metric, unit }) => metric === 'req.new.total' && unit === 'cell')!;
  return page.locator(`.fig[href*="&f=${total.id}#"]`);
}

describe.runIf(hasChromium)('the desk in a browser', () => {
  beforeAll(async () => {
    there = await visit(samples(), {}, { roster: { within: '云岭县', organisations: [{ name: '柳河乡' }, { name: '白塔镇' }] } });
    const card = (await there.site.desk.held.library.reports()).find(({ org, year }) => org.name === '柳河乡' && year === 2021)!;
    report = `/reports/${encodeURIComponent(card.report)}`;
    await ledgerIn(there.site.desk.held.database<LedgerTables>()).note({ question: '小铺办了多少件', lang: 'zh', status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', nearest: [] }, { channel: 'web', conversation: 'c', speaker: 's' }, there.site.ports.now());
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(there.complaints).toEqual([]);
  });
  afterAll(() => there.close());

  it('tells of a figure beside the text: by a click, from term to term, by the keyboard, closed by Escape', async () => {
    const page = await open(report);
    await (await totalOf(page)).click();
    await page.waitForSelector('.figure-card');
    expect(await page.textContent('.figure-card code')).toBe('req.new.total');
    expect(await page.locator('.figure-card .identities .holds').count()).toBeGreaterThan(1);
    const term = page.locator('.figure-card .sum a').first();
    const other = (await term.getAttribute('data-figure'))!;
    await term.click();
    await page.waitForSelector(`.figure-card[data-figure="${other}"]`);
    await expect.poll(() => inSight(page, '.fig.chosen')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#figure .figure-card')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('fig'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.figure-card');
  });

  it('tells the same without a script, and shows where it stands', async () => {
    const page = await open(report, { javaScriptEnabled: false });
    await (await totalOf(page)).click();
    expect(await page.isVisible('.figure-card')).toBe(true);
    await expect.poll(() => inSight(page, 'mark')).toBe(true);
    await page.click('.figure-card .sum a >> nth=0');
    expect(await page.isVisible('.figure-card')).toBe(true);
    await page.click('.close');
    expect(await page.isVisible('.figure-card')).toBe(false);
  });

  it('draws the chart of an answer and of any figure, for the reader’s colours', async () => {
    const page = await open('/', { colorScheme: 'dark' });
    await page.fill('#q', '柳河乡历年新收申请多少件');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.chart img');
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.chart img')!.naturalWidth > 0);
    expect(await page.evaluate(() => document.querySelector<HTMLImageElement>('.chart img')!.currentSrc)).toContain('theme=dark');
    expect(await page.getAttribute('.chart img', 'alt')).toContain('2020');
    await page.goto(`${there.base}/charts`);
    await page.selectOption('#metric', 'req.new.total');
    await page.selectOption('#org', { label: '柳河乡' });
    await page.click('.filters button');
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.chart img')!.naturalWidth > 0);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.click('td.value a >> nth=0');
    await page.waitForSelector('.figure-card');
  });

  it('makes an alias of a question’s words and takes it back', async () => {
    const page = await open('/desk/unanswered');
    await page.click('.teach');
    expect(await page.inputValue('#phrase')).toBe('小铺办了多少件');
    await page.fill('#phrase', '小铺');
    await page.selectOption('#metric', 'prose.service.village.total');
    await page.click('.filters button');
    expect(await page.textContent('#aliases tbody th')).toBe('小铺');
    await page.click('#aliases tbody button');
    expect(await there.site.ports.operations.aliases()).toEqual([]);
  });

  describe.each(['zh-CN', 'en-GB'])('in %s', (locale) => {
    it.each(['/', '/reports', '/charts', '/totals?year=2021', '/intake', '/desk', '/desk/deadlines', '/desk/roster', '/desk/people', '/desk/unanswered'])('fits a phone, every part of the site in reach: %s', async (path) => {
      const page = await open(path, { ...PHONE, locale });
      expect(await tooWide(page)).toBe(false);
      expect(await page.evaluate(() => [...document.querySelectorAll('.top a')].every((link) => link.getBoundingClientRect().right <= document.documentElement.clientWidth))).toBe(true);
      expect(await picturesThere(page)).toBe(true);
    });
  });

  it.each(['', '?f=100', '/figures', '/card'])('fits a phone: a report’s page %s', async (tail) => {
    const page = await open(`${report}${tail}`, PHONE);
    expect(await tooWide(page)).toBe(false);
  });

  it('leads whoever logs in on the way from a chat to the very words', async () => {
    const TOKEN = 'correct-horse-battery-staple';
    const guarded = await visit(samples(), { door: { kind: 'token', token: TOKEN } });
    const [citation] = reportCitations(await guarded.site.desk.ask('勐来乡村为民服务站办理了多少件？'));
    const page = await guarded.open(shortPath(citation!));
    await page.fill('#token', TOKEN);
    await page.keyboard.press('Enter');
    await page.waitForSelector('mark');
    expect(await markedWords(page)).toBe(citation!.quote);
    await page.context().close();
    await guarded.close();
  });
});

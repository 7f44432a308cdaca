import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, inSight, markedWords, tooWide, visit, type Visit } from './browser.js';
import { samples } from './site-over.js';

const EVIL = '<script>window.evil=1;alert(1)</script>';
const HOSTILE = `东山县石桥乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况"><img src=x onerror=alert(2)>\n\n全年公开信息5条${EVIL}，其中\r\n\r\n文件2条😀。\n\n三、表\n\n${EVIL}\t自然人\t总计\n一、新收${EVIL}\t4\t5\n`;

let there: Visit;
const pages: Page[] = [];

async function open(...args: Parameters<Visit['open']>): Promise<Page> {
  const page = await there.open(...args);
  pages.push(page);
  return page;
}

async function reportOf(org: string, year: number): Promise<{ path: string; text: string; report: string }> {
  const card = (await there.site.desk.held.library.reports()).find((one) => one.org.name.includes(org) && one.year === year)!;
  return { report: card.report, path: `/reports/${encodeURIComponent(card.report)}`, text: (await there.site.desk.held.library.source(card.report)).text };
}

/** Opens each place on the page in turn and gives the words marked for it. */
function markedAt(page: Page, places: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    return all.map((place) => {
      history.replaceState(null, '', `#c-${place}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
      return [...document.querySelectorAll('mark')].map((mark) => mark.textContent).join('');
    });
  }, places);
}

describe.runIf(hasChromium)('a report in a browser', () => {
  beforeAll(async () => {
    there = await visit({ ...samples(), 'hostile.txt': HOSTILE });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(there.complaints).toEqual([]);
  });
  afterAll(() => there.close());

  it('reads in the browser as the source, unit for unit', async () => {
    for (const [org, year] of [['柳河乡', 2019], ['勐来乡', 2020], ['石桥乡', 2020]] as const) {
      const { path, text } = await reportOf(org, year);
      const page = await open(path);
      expect(await page.evaluate(() => [...document.querySelectorAll('[data-s]')].map((stretch) => stretch.textContent).join(''))).toBe(text);
    }
  });

  it.each([
    ['柳河乡', 2019],
    ['柳河乡', 2020],
    ['青石镇', 2022],
    ['市场监督管理局', 2023],
  ])('marks the words of every figure of %s %i by the fragment alone', async (org, year) => {
    const { path, text, report } = await reportOf(org, year);
    const quotes = (await there.site.desk.held.library.figures(report)).map(({ quote }) => quote);
    const page = await open(path);
    const marked = await markedAt(page, quotes.map((quote) => quote.map(({ start, end }) => `${start}-${end}`).join('.')));
    const words = quotes.map((quote) => [...quote].sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end)).join(''));
    expect(marked).toEqual(words);
    expect(quotes.some((quote) => quote.length > 1)).toBe(true);
  });

  it('marks across sentences, page breaks, headings and cells, and goes there', async () => {
    const { path, text } = await reportOf('柳河乡', 2019);
    const page = await open(path);
    const places = [[100, 700], [0, text.length], [text.indexOf('行政处罚'), text.indexOf('行政处罚') + 30]].map(([start, end]) => ({ start: start!, end: end! }));
    expect(await markedAt(page, places.map(({ start, end }) => `${start}-${end}`))).toEqual(places.map(({ start, end }) => text.slice(start, end)));
    expect(await inSight(page, 'mark')).toBe(true);
    expect(await page.textContent('.report')).toBe(text);
  });

  it.each([
    [1280, 800],
    [360, 640],
  ])('is at the cited words as soon as it stands, though nothing before them is laid out (%i px)', async (width, height) => {
    for (const [org, year] of [['柳河乡', 2019], ['勐来乡', 2020]] as const) {
      const { path, text } = await reportOf(org, year);
      const end = text.trimEnd().length;
      for (const at of [Math.floor(text.length / 2), end - 12]) {
        const page = await open(`${path}#c-${at}-${at + 10}`, { viewport: { width, height } });
        expect(await markedWords(page)).toBe(text.slice(at, at + 10));
        expect(await inSight(page, 'mark')).toBe(true);
        // What comes into sight is laid out in the next frames, and must not push the words away.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        expect(await inSight(page, 'mark')).toBe(true);
      }
    }
  });

  it.each(['0-999999', '5-2', '1-1', 'nonsense', '%E0%A4%A', '9'.repeat(400)])('ignores the place %s with a notice', async (place) => {
    const { path } = await reportOf('勐来乡', 2020);
    const page = await open(`${path}#c-${place}`);
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.isVisible('#bad-place')).toBe(true);
  });

  it('marks no half of a character', async () => {
    const { path, text } = await reportOf('石桥乡', 2020);
    const at = text.indexOf('😀');
    const page = await open(`${path}#c-${at}-${at + 1}`);
    expect(await page.isVisible('#bad-place')).toBe(true);
    expect(await markedAt(page, [`${at}-${at + 2}`])).toEqual(['😀']);
    expect(await page.isVisible('#bad-place')).toBe(false);
  });

  it('marks nothing when the link names a version that is not held', async () => {
    const { path } = await reportOf('勐来乡', 2020);
    const page = await open(`${path}?s=0123456789ab#c-10-20`);
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.isVisible('.notice >> nth=0')).toBe(true);
  });

  it('tells what a figure is, by pointer and by keyboard', async () => {
    const { path } = await reportOf('勐来乡', 2020);
    const page = await open(path);
    await page.waitForSelector('.fig[title]');
    await page.hover('.fig.stated >> text=2091');
    expect(await page.textContent('#figure')).toMatch(/2091件 · 正文写明/);
    await page.focus('.fig[tabindex="0"]');
    const first = await page.textContent('#figure');
    await page.keyboard.press('ArrowRight');
    expect(await page.isVisible('#figure')).toBe(true);
    expect(await page.textContent('#figure')).not.toBe(first);
    expect(await page.locator('.fig[tabindex="0"]').count()).toBe(1);
  });

  it('shows a hostile report as text', async () => {
    const { path, text } = await reportOf('石桥乡', 2020);
    const page = await open(path);
    expect(await page.evaluate(() => (globalThis as { evil?: number }).evil)).toBeUndefined();
    expect(await page.locator('.report script, .report img').count()).toBe(0);
    const at = text.indexOf('全年公开');
    expect((await markedAt(page, [`${at}-${at + 60}`]))[0]).toBe(text.slice(at, at + 60));
  });

  it('keeps the place when the language is switched', async () => {
    const { path } = await reportOf('勐来乡', 2020);
    const page = await open(`${path}#c-10-20`);
    const before = await markedWords(page);
    await page.click('a.language');
    await page.waitForURL(/lang=en/);
    expect(await markedWords(page)).toBe(before);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it.each([1280, 360])('says beside the cited words that their version was withdrawn (%i px)', async (width) => {
    const { held } = there.site.desk;
    const card = (await held.library.reports({ history: true })).find(({ org, year }) => org.name === '柳河乡' && year === 2020)!;
    await held.withdraw(card.report, '数字有误');
    const middle = Math.floor((await held.library.source(card.report, card.version)).text.length / 2);
    const page = await open(`/reports/${encodeURIComponent(card.report)}?s=${card.source.slice(0, 12)}#c-${middle}-${middle + 9}`, { viewport: { width, height: 640 } });
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    for (const selector of ['mark', '.version-notices']) expect([selector, await inSight(page, selector)]).toEqual([selector, true]);
    const covered = await page.evaluate(() => {
      const [bar, notice] = ['.top', '.version-notices'].map((one) => document.querySelector(one)!.getBoundingClientRect());
      return notice!.top < bar!.bottom - 1;
    });
    expect(covered).toBe(false);
  });

  it('fits a phone, wide tables scrolling by themselves', async () => {
    const { path } = await reportOf('柳河乡', 2019);
    const page = await open(path, { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true });
    expect(await tooWide(page)).toBe(false);
  });
});

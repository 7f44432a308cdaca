import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportCitations } from '../../../../intents/mod.js';
import { hasChromium, inSight, markedWords, tooWide, visit, type Visit } from './browser.js';
import { samples } from './site-over.js';

let there: Visit;
const pages: Page[] = [];

async function open(...args: Parameters<Visit['open']>): Promise<Page> {
  const page = await there.open(...args);
  pages.push(page);
  return page;
}

const FIGURE = '勐来乡村为民服务站办理了多少件？';
/** Not answered as it is asked: what can be answered is offered. */
const OFFERING = '青石镇线下接待多少人？';

describe.runIf(hasChromium)('asking in a browser', () => {
  beforeAll(async () => {
    there = await visit(samples());
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(there.complaints).toEqual([]);
  });
  afterAll(() => there.close());

  it.each([
    ['Chinese', 'zh-CN', FIGURE, '2091件', '查看原文'],
    ['English', 'en-GB', 'How many requests did Liuhe receive in 2020?', '5件', 'Open the source'],
  ])('in %s, and following the citation to the very words', async (_, locale, question, figure, link) => {
    const page = await open('/', { locale });
    await page.fill('#q', question);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.message');
    expect(await page.textContent('.lead .cited')).toBe(figure);
    const [citation] = reportCitations(await there.site.desk.ask(question));
    await page.click(`text=${link}`);
    await page.waitForSelector('mark');
    expect(await markedWords(page)).toBe(citation!.quote);
    expect(await inSight(page, 'mark')).toBe(true);
  });

  it('sends by Enter, breaks the line by Shift+Enter, leaves Enter to an input method', async () => {
    const page = await open('/');
    await page.locator('#q').pressSequentially('甲');
    await page.keyboard.press('Shift+Enter');
    await page.locator('#q').pressSequentially('乙');
    expect(await page.inputValue('#q')).toBe('甲\n乙');
    await page.evaluate(() => document.querySelector('#q')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
    expect(await page.locator('.turn').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.message');
    expect(await page.textContent('.asked p')).toBe('甲\n乙');
  });

  it('recalls what was asked', async () => {
    const page = await open('/');
    for (const question of ['收录了哪些报告', FIGURE]) {
      await page.fill('#q', question);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.waiting') === null);
    }
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue('#q')).toBe(FIGURE);
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue('#q')).toBe('收录了哪些报告');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.inputValue('#q')).toBe('');
  });

  it('takes examples and choices by a click, keeps the conversation over a reload, clears it', async () => {
    const page = await open('/');
    await page.click('.examples button');
    await page.waitForSelector('.message');
    await page.fill('#q', OFFERING);
    await page.keyboard.press('Enter');
    await page.click('.choices button');
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 3);
    await page.reload();
    expect(await page.locator('.turn').count()).toBe(3);
    await page.click('#clear button');
    await page.waitForSelector('#intro');
    expect(await page.locator('.turn').count()).toBe(0);
  });

  it('copies the answer with where it stands', async () => {
    const page = await open('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.fill('#q', FIGURE);
    await page.keyboard.press('Enter');
    await page.click('.copy');
    await page.waitForFunction(() => document.querySelector('.copy')!.textContent === '已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('2091件');
    expect(copied).toContain('2020年政府信息公开工作年度报告');
    expect(copied).toContain(`${there.base}/s/`);
  });

  it('says so when nobody answers, and keeps the question', async () => {
    const page = await open('/');
    await page.route('**/ask', (route) => route.abort());
    await page.fill('#q', FIGURE);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.answer')?.textContent?.includes('没有连上') === true);
    expect(await page.inputValue('#q')).toBe(FIGURE);
    there.complaints.splice(0);
  });

  it('works with the keyboard alone', async () => {
    const page = await open('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type(FIGURE);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.message');
    for (let n = 0; n < 12 && !(await page.evaluate(() => document.activeElement?.classList.contains('open-source'))); n += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('mark');
    expect(page.url()).toContain('/reports/');
  });

  it('fits a phone with an answer, and shows the figure at once', async () => {
    const page = await open('/', { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true });
    await page.fill('#q', FIGURE);
    await page.tap('.send');
    await page.waitForSelector('.message');
    expect(await tooWide(page)).toBe(false);
    expect(await inSight(page, '.lead .cited')).toBe(true);
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.lead .cited')!).fontSize))).toBeGreaterThan(28);
  });

  it('works without a script', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    // Keys that a script gives are not promised.
    expect(await page.isVisible('#keys')).toBe(false);
    await page.fill('#q', FIGURE);
    await page.click('.send');
    expect(await page.textContent('.lead .cited')).toBe('2091件');
    await page.fill('#q', OFFERING);
    await page.click('.send');
    await page.click('.choices button');
    expect(await page.locator('.turn').count()).toBe(3);
    await page.click('.open-source >> nth=0');
    const [citation] = reportCitations(await there.site.desk.ask(FIGURE));
    expect((await page.locator('mark').allTextContents()).join('')).toBe(citation!.quote);
    const box = await page.locator('mark').first().boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y).toBeLessThan(800);
  });

  it('switches the language and keeps it', async () => {
    const page = await open('/');
    await page.click('a.language');
    await page.goto(`${there.base}/reports`);
    expect(await page.textContent('h1')).toBe('Reports held');
  });

  it('is readable in the dark', async () => {
    const page = await open('/', { colorScheme: 'dark' });
    const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
    expect([paper, ink]).toEqual(['rgb(18, 23, 29)', 'rgb(227, 232, 238)']);
  });
});

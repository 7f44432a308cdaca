import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportCitations } from '../../../../intents/mod.js';
import { shortPath } from '../../../../src/render/message.js';
import { hasChromium, markedWords, visit, type Visit } from './browser.js';
import { samples, siteOver, type TestSite } from './site-over.js';

const QUESTION = '勐来乡村为民服务站办理了多少件？';

describe('the short address of a citation', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await siteOver(samples());
  });
  afterAll(() => site.close());

  it('leads to the version it names, and is short', async () => {
    const [citation] = reportCitations(await site.desk.ask(QUESTION));
    const [path = ''] = shortPath(citation!).split('#');
    const response = await site.get(path);
    expect([response.status, response.headers.get('location')]).toEqual([302, `/reports/${encodeURIComponent(citation!.report)}?s=${citation!.source.slice(0, 12)}`]);
    expect(`https://wenbao.example.gov.cn${shortPath(citation!)}`.length).toBeLessThan(70);
  });

  it('keeps opening a version that was replaced', async () => {
    const own = await siteOver({ 'a.txt': '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n' });
    const [old] = await own.desk.held.library.reports();
    await own.desk.add({ 'b.txt': '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息7条。\n' });
    const location = (await own.get(`/s/${old!.source.slice(0, 12)}`)).headers.get('location')!;
    expect(await (await own.get(location)).text()).toContain('公开信息');
    expect(location).toContain(`s=${old!.source.slice(0, 12)}`);
    await own.close();
  });

  it.each(['0123456789ab', 'x', '..%2F..%2Fetc%2Fpasswd', 'ABCDEF012345', '', `${'a'.repeat(65)}`])('%s names nothing', async (source) => {
    expect((await site.get(`/s/${source}`)).status).toBe(404);
  });
});

describe.runIf(hasChromium)('the short address in a browser', () => {
  let there: Visit;
  beforeAll(async () => {
    there = await visit(samples());
  });
  afterAll(() => there.close());

  it('takes its place along, and the words are marked', async () => {
    const [citation] = reportCitations(await there.site.desk.ask(QUESTION));
    const page = await there.open(shortPath(citation!));
    await page.waitForSelector('mark');
    expect(page.url()).toContain(`/reports/`);
    expect(await markedWords(page)).toBe(citation!.quote);
    await page.context().close();
    expect(there.complaints).toEqual([]);
  });
});

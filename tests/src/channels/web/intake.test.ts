import { load } from 'cheerio';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessBy } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import { createIntake } from '../../../../src/desk/intake.js';
import { hasChromium, visit, type Visit } from './browser.js';
import { HOST, siteOver, type TestSite } from './site-over.js';

const reportText = (org: string, year: number): string => `东山县${org}人民政府${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n`;

function handIn(site: TestSite, files: readonly (readonly [name: string, content: string | Uint8Array])[], headers: Record<string, string> = {}, said: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(said)) body.append(name, value);
  for (const [name, content] of files) body.append('file', new File([content as BlobPart], name));
  return Promise.resolve(site.app.request(`${HOST}/intake`, { method: 'POST', body, headers: { host: '127.0.0.1:8620', origin: HOST, ...headers } }));
}

describe('handing reports in', () => {
  let site: TestSite;
  afterEach(() => site.close());

  it('says what became of each, by a form alone', async () => {
    site = await siteOver({});
    const response = await handIn(site, [['a.txt', reportText('石桥乡', 2020)], ['b.txt', reportText('石桥乡', 2020)], ['<b>.bin', new Uint8Array([0, 1, 2, 3])]]);
    const page = load(await response.text());
    expect(page('.outcome').toArray().map((line) => page(line).attr('class'))).toEqual(['outcome added', 'outcome unchanged', 'outcome refused']);
    expect(page('.outcome.refused .file').text()).toBe('<b>.bin');
    expect((await site.desk.held.library.reports()).map(({ org, year }) => `${org.name} ${year}`)).toEqual(['石桥乡 2020']);
  });

  it('goes by what is said of whose a file is and of which year, also to put right one that is held', async () => {
    site = await siteOver({});
    await handIn(site, [['a.txt', reportText('石桥乡', 2020)]]);
    expect((await handIn(site, [['a.txt', reportText('石桥乡', 2020)]], {}, { org: '东山县大河镇', year: '2021' })).status).toBe(200);
    expect((await site.desk.held.library.reports()).map(({ org, year }) => `${org.name} ${year}`)).toEqual(['大河镇 2021']);
  });

  it.each([
    [{ year: '21' }, '四位年份'],
    [{ year: '2021"><b>' }, '四位年份'],
    [{ org: 'Qingshi' }, '机关的名称'],
  ])('takes nothing where %j is said', async (said, why) => {
    site = await siteOver({});
    for (const headers of [{}, { 'x-wenbao-part': '1' }] as Record<string, string>[]) {
      const response = await handIn(site, [['a.txt', reportText('石桥乡', 2020)]], headers, said);
      expect([response.status, load(await response.text())('.sheet p').text()]).toEqual([422, expect.stringContaining(why)]);
    }
    expect(await site.desk.held.library.reports()).toEqual([]);
  });

  it('takes nothing from another site', async () => {
    site = await siteOver({});
    expect((await handIn(site, [['a.txt', reportText('石桥乡', 2020)]], { origin: 'https://evil.example' })).status).toBe(403);
    expect(await site.desk.held.library.reports()).toEqual([]);
  });

  it('takes no upload beyond its limit', async () => {
    site = await siteOver({});
    const response = await site.app.request(`${HOST}/intake`, { method: 'POST', body: 'x', headers: { host: '127.0.0.1:8620', 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(1024 ** 3) } });
    expect(response.status).toBe(413);
  });

  it('reads at most a few at once and tells the others to wait; waiting, all come in', async () => {
    site = await siteOver({});
    const left = Array.from({ length: 20 }, (_, n) => n);
    const seen: number[] = [];
    while (left.length > 0) {
      const tried = left.splice(0);
      const statuses = await Promise.all(tried.map(async (n) => (await handIn(site, [[`${n}.txt`, reportText('石桥乡', 2000 + n)]])).status));
      tried.forEach((n, at) => statuses[at] === 429 && left.push(n));
      seen.push(...statuses);
    }
    expect(new Set(seen)).toEqual(new Set([200, 429]));
    expect((await site.desk.held.library.reports()).length).toBe(20);
  });

  it.each([
    ['nobody by default', {}, 403],
    ['whom a rule lets', { rules: [{ channel: 'web', speaker: 'li', roles: ['ingest'] }] }, 200],
    ['not whom a rule lets only ask', { rules: [{ channel: 'web', speaker: 'li', roles: ['ask'] }] }, 403],
  ])('behind a login: %s', async (_, access, status) => {
    site = await siteOver({}, { takeIn: (file, who) => createIntake(site.desk.held, accessPart.schema.parse(access))(file, who), access: accessBy(accessPart.schema.parse(access)) }, { door: { kind: 'proxy', header: 'X-Forwarded-User' } });
    expect((await handIn(site, [['a.txt', reportText('石桥乡', 2020)]], { 'x-forwarded-user': 'li' })).status).toBe(status);
  });

  it('is for the roles too where a public address leads here', async () => {
    site = await siteOver({}, { publicAddress: 'https://wenbao.example' });
    expect((await handIn(site, [['a.txt', reportText('石桥乡', 2020)]])).status).toBe(403);
  });
});

describe.runIf(hasChromium)('handing reports in with a browser', () => {
  let there: Visit;
  beforeAll(async () => {
    there = await visit({});
  });
  afterAll(() => there.close());

  it('takes many files dropped on the page, one after the other', async () => {
    const page = await there.open('/intake');
    await page.evaluate((texts) => {
      const data = new DataTransfer();
      texts.forEach((text, n) => data.items.add(new File([text], `${n}.txt`)));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, Array.from({ length: 6 }, (_, n) => reportText('石桥乡', 2015 + n)));
    await page.waitForFunction(() => document.querySelectorAll('.outcome.added').length === 6);
    await page.click('.outcome a');
    expect(await page.textContent('.report')).toContain('石桥乡');
    await page.goto(`${there.base}/reports`);
    expect(await page.locator('.held-table td > a:first-child').allTextContents()).toEqual(['2015', '2016', '2017', '2018', '2019', '2020']);
    await page.context().close();
  });

  it('says of files that are dropped what stands in the form', async () => {
    const page = await there.open('/intake');
    await page.click('summary');
    await page.fill('#year', '2014');
    await page.setInputFiles('#file', [{ name: 'y.txt', mimeType: 'text/plain', buffer: Buffer.from(reportText('小河乡', 2021)) }]);
    await page.click('.send');
    await page.waitForSelector('.outcome.added');
    expect(await page.textContent('.outcome a')).toContain('2014');
    await page.fill('#year', '14');
    await page.setInputFiles('#file', [{ name: 'z.txt', mimeType: 'text/plain', buffer: Buffer.from(reportText('小河乡', 2022)) }]);
    await page.click('.send');
    await page.waitForSelector('.outcome.refused');
    expect(await page.textContent('.outcome.refused p')).toContain('四位年份');
    there.complaints.splice(0, there.complaints.length, ...there.complaints.filter((one) => !one.includes('422')));
    await page.context().close();
  });

  it('works without a script', async () => {
    const page = await there.open('/intake', { javaScriptEnabled: false });
    await page.setInputFiles('#file', [{ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from(reportText('大河镇', 2021)) }]);
    await page.click('.send');
    expect(await page.textContent('.outcome.added')).toContain('大河镇');
    expect(there.complaints).toEqual([]);
    await page.context().close();
  });
});

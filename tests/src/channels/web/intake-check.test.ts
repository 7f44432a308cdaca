import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { hasChromium, visit } from './browser.js';
import { HOST, siteOver, type TestSite } from './site-over.js';

/** It lacks what the law asks of such a report, and holds markup. */
const TEXT = '东山县石桥乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条，其中<b>文件</b>2条。\n';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('files that are only checked', () => {
  let site: TestSite;
  afterEach(() => site.close());

  const check = async (files: readonly (readonly [name: string, content: string | Uint8Array])[], headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const body = new FormData();
    for (const [name, content] of files) body.append('file', new File([content as BlobPart], name));
    return site.app.request(`${HOST}/intake/check`, { method: 'POST', body, headers: { host: '127.0.0.1:8620', origin: HOST, ...headers } });
  };

  it('tell what the rules find in each, with its basis, and are not kept', async () => {
    site = await siteOver({});
    const page = load(await (await check([['a<i>.txt', TEXT], ['b.bin', new Uint8Array([0, 1, 2, 3])]])).text());
    const outcome = await site.ports.check.file({ name: 'a<i>.txt', bytes: new TextEncoder().encode(TEXT) });
    const findings = 'findings' in outcome ? outcome.findings : [];
    expect(findings.length).toBeGreaterThan(0);
    expect(page('.outcome').toArray().map((one) => page(one).attr('class'))).toEqual(['outcome', 'outcome refused']);
    expect(page('.outcome .file').first().text()).toBe('a<i>.txt');
    expect(page('.outcome .found > li:not(.places) > span').toArray().map((one) => page(one).text())).toEqual(findings.map(({ message, basis }) => expect.stringMatching(new RegExp(`^${escaped(message.zh)}.*${escaped(basis)}`, 's'))));
    expect(await site.desk.held.library.reports({ history: true })).toEqual([]);
  });

  it('say so where nothing is found', async () => {
    site = await siteOver({}, { check: { held: () => Promise.resolve(null), file: () => Promise.resolve({ findings: [] }) } });
    expect(load(await (await check([['a.txt', TEXT]], { 'accept-language': 'en' })).text())('.outcome').text()).toContain('Nothing was found');
  });

  it('are for who may hand in, and for no other site’s page', async () => {
    site = await siteOver({}, { access: { may: (role) => role === 'ask', contact: null } });
    expect((await check([['a.txt', TEXT]])).status).toBe(403);
    expect((await check([['a.txt', TEXT]], { origin: 'https://elsewhere.example' })).status).toBe(403);
  });

  it('are no longer than those taken in', async () => {
    site = await siteOver({});
    const response = await site.app.request(`${HOST}/intake/check`, { method: 'POST', body: 'x', headers: { host: '127.0.0.1:8620', 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(1024 ** 3) } });
    expect(response.status).toBe(413);
  });
});

describe.runIf(hasChromium)('checking in a browser', () => {
  it.each([true, false])('keeps nothing (script %s)', async (javaScriptEnabled) => {
    const there = await visit({});
    const page = await there.open('/intake', { javaScriptEnabled, viewport: { width: 360, height: 640 } });
    await page.setInputFiles('#file', [{ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) }]);
    await page.click('[formaction]');
    await page.waitForSelector('.outcome .found');
    expect(await page.textContent('.outcome strong')).toBe('已检查');
    expect(await there.site.desk.held.library.reports()).toEqual([]);
    expect(there.complaints).toEqual([]);
    await page.context().close();
    await there.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoopback } from '../../../../src/channels/web/guard.js';
import { Refusal } from '../../../../src/channels/web/api-schemas.js';
import { createSite } from '../../../../src/channels/web/pages.js';
import { HOST, siteOver, type TestSite } from './site-over.js';

let site: TestSite;

beforeAll(async () => {
  site = await siteOver({ 'a.txt': '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n' });
});
afterAll(() => site.close());

describe('every response', () => {
  it.each(['/', '/reports', '/nowhere', '/assets/style.css', '/api/reports'])('%s may run no script but ours', async (path) => {
    const { headers } = await site.get(path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('holds no script and no style of its own', async () => {
    const page = await (await site.get('/')).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  });
});

describe('text', () => {
  it.each([
    ['to a reader elsewhere is packed', { 'x-forwarded-for': '192.0.2.7' }, 'gzip'],
    ['to a reader elsewhere who cannot unpack is not', { 'x-forwarded-for': '192.0.2.7', 'accept-encoding': 'identity' }, null],
    ['on this machine is not', {}, null],
  ])('%s', async (_, headers, encoding) => {
    for (const path of ['/', '/assets/style.css']) {
      const response = await site.get(path, { 'accept-encoding': 'gzip, br', ...headers });
      expect([response.status, response.headers.get('content-encoding')]).toEqual([200, encoding]);
      const body = encoding === null ? response.body! : response.body!.pipeThrough(new DecompressionStream('gzip'));
      expect(await new Response(body).text()).toBe(await (await site.get(path, { ...headers, 'accept-encoding': 'identity' })).text());
    }
  });
});

describe('the host of a request', () => {
  it.each(['localhost:8620', '127.0.0.1', '[::1]:8620', 'LOCALHOST'])('%s is served', async (host) => {
    expect((await site.get('/', { host })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:8620', '127.0.0.1.evil.example', '', '10.0.0.5:8620'])('%s is refused', async (host) => {
    expect((await site.get('/', { host })).status).toBe(421);
  });

  it.each(['/api/reports', '/api', '/metrics'])('%s refuses it as programs read it', async (path) => {
    const response = await site.get(path, { host: 'evil.example' });
    expect([response.status, Refusal.parse(await response.json()).error.code]).toEqual([421, 'wrong_host']);
  });

  it('may be the public address', async () => {
    const { app } = createSite(site.ports, { hosts: ['wenbao.example'], door: { kind: 'open' } });
    expect((await app.request(`${HOST}/`, { headers: { host: 'wenbao.example' } })).status).toBe(200);
  });
});

describe('what another site makes a browser send', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['another site by its metadata', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
  ])('%s is refused', async (_, headers) => {
    const before = site.asked.length;
    expect((await site.post('/ask', { q: '公开信息多少条' }, headers)).status).toBe(403);
    expect(site.asked.length).toBe(before);
  });

  it('is refused as programs read it where they ask', async () => {
    const response = await site.post('/api/ask', {}, { origin: 'https://evil.example' });
    expect([response.status, Refusal.parse(await response.json()).error.code]).toEqual([403, 'wrong_origin']);
  });

  it('a form posted as JSON is refused', async () => {
    const response = await site.app.request(`${HOST}/api/ask`, { method: 'POST', body: '{"q":"x"}', headers: { host: '127.0.0.1:8620', 'content-type': 'text/plain' } });
    expect(response.status).toBe(415);
  });
});

describe('an address that only this machine reaches', () => {
  it.each([['127.0.0.1', true], ['127.8.8.8', true], ['localhost', true], ['::1', true], ['0.0.0.0', false], ['::', false], ['192.168.1.4', false], ['127.0.0.1.example', false]])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { accessBy } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import { isOpenToAll } from '../../../../src/channels/web/door.js';
import { roleFor } from '../../../../src/channels/web/gate.js';
import { HOST, siteOver, type TestSite } from './site-over.js';

const REPORT = { 'a.txt': '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n' };
const PROXY = { kind: 'proxy', header: 'X-Forwarded-User' } as const;
const named = (speaker: string): Record<string, string> => ({ 'x-forwarded-user': speaker });

let site: TestSite;
afterEach(() => site.close());

/** Every route of the site that is not for everybody, filled in with a report that is held. */
function routesOf({ app }: TestSite, report: string, source: string): { readonly method: string; readonly path: string }[] {
  const filled = (path: string): string => path.replace(':id', encodeURIComponent(report)).replace(':source', source.slice(0, 12)).replace(/:\w+/g, '1');
  const own = app.routes.filter(({ method, path }) => method !== 'ALL' && !isOpenToAll(path) && !path.startsWith('/assets/'));
  return [...new Map(own.map(({ method, path }) => [`${method} ${path}`, { method, path: filled(path) }])).values()];
}

describe('roles', () => {
  it('are asked for on every route, whatever stands behind it', async () => {
    const access = accessBy(accessPart.schema.parse({ everyone: [], contact: '县政务公开办' }));
    site = await siteOver(REPORT, { access }, { door: PROXY });
    const [card] = await site.desk.held.library.reports();
    const routes = routesOf(site, card!.report, card!.source);
    expect(routes.length).toBeGreaterThan(12);
    for (const { method, path } of routes) {
      const response = await site.app.request(`${HOST}${path}`, { method, headers: { host: '127.0.0.1:8620', origin: HOST, ...named('li') } });
      const text = await response.text();
      expect({ method, path, status: response.status }).toEqual({ method, path, status: 403 });
      expect(text).toContain('县政务公开办');
      expect(text).not.toContain('乙乡');
    }
    expect(site.asked).toEqual([]);
  });

  it.each([
    ['/', 'ask'],
    ['/reports', 'ask'],
    ['/s/0123456789ab', 'ask'],
    ['/api/figures', 'ask'],
    ['/intake', 'ingest'],
    ['/intake/', 'ingest'],
    ['/intakes', 'ask'],
    ['/desk', 'admin'],
    ['/desk/status', 'admin'],
  ])('%s is for who may %s', async (path, role) => {
    site = await siteOver({});
    expect(roleFor(path)).toBe(role);
  });

  it('decide by the name that the proxy gives', async () => {
    const access = accessBy(accessPart.schema.parse({ everyone: [], rules: [{ channel: 'web', speaker: 'li', roles: ['ask'] }, { channel: 'web', speaker: 'wang', roles: ['admin'] }] }));
    site = await siteOver(REPORT, { access }, { door: PROXY });
    const statuses = async (speaker: string): Promise<number[]> => Promise.all(['/reports', '/intake'].map(async (path) => (await site.get(path, named(speaker))).status));
    expect(await statuses('li')).toEqual([200, 403]);
    expect(await statuses('wang')).toEqual([200, 200]);
    expect(await statuses('zhao')).toEqual([403, 403]);
  });

  it('do not bind whoever sits at this machine, but whoever a proxy before it passes on', async () => {
    site = await siteOver(REPORT);
    expect((await site.get('/intake')).status).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) expect((await site.get('/intake', { [header]: '203.0.113.9' })).status).toBe(403);
  });
});

describe('cookies', () => {
  it.each([
    ['plain http on this machine', null, {}, false],
    ['a public https address', 'https://wenbao.example', { host: 'wenbao.example', origin: 'https://wenbao.example' }, true],
    ['that address of a site that is also reached on this machine', 'https://wenbao.example', {}, false],
    ['a proxy that says so', 'https://wenbao.example', { 'x-forwarded-proto': 'https', origin: 'https://wenbao.example' }, true],
  ])('are Secure for %s: as it should be', async (_, publicAddress, headers, secure) => {
    site = await siteOver({}, { publicAddress }, { hosts: ['wenbao.example'] });
    const response = await site.post('/ask?lang=en', { q: 'x' }, headers);
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBe(1);
    for (const cookie of cookies) {
      expect(cookie).toContain('HttpOnly');
      expect(cookie).toContain('SameSite=Lax');
      expect(cookie.includes('Secure')).toBe(secure);
    }
  });
});

describe('what another site makes a browser send', () => {
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://wenbao.example', 'sec-fetch-site': 'same-origin' }, 303],
  ])('%j', async (headers, status) => {
    site = await siteOver({}, { publicAddress: 'https://wenbao.example' });
    expect((await site.post('/ask', { q: 'x' }, headers)).status).toBe(status);
  });
});

describe('the pace', () => {
  it('is one for each session that has logged in, and one for the address of those who have not', async () => {
    const TOKEN = 'correct-horse-battery-staple';
    site = await siteOver(REPORT, {}, { door: { kind: 'token', token: TOKEN } });
    const headers = (session: string): Record<string, string> => ({ authorization: `Bearer ${TOKEN}`, cookie: `wenbao-session=${session}` });
    const [first, second] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    for (let n = 0; n < 121; n += 1) await site.get('/api/reports', headers(first!));
    expect((await site.get('/api/reports', headers(first!))).status).toBe(429);
    expect((await site.get('/api/reports', headers(second!))).status).toBe(200);
    for (let n = 0; n < 120; n += 1) await site.get('/', { cookie: `wenbao-session=${n}` });
    expect((await site.get('/')).status).toBe(429);
    expect((await site.get('/assets/style.css')).status).toBe(200);
  });

  it('holds where a public address leads here, by the address that the proxy names', async () => {
    site = await siteOver({}, { publicAddress: 'https://wenbao.example' });
    const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.1, ${address}` });
    for (let n = 0; n < 120; n += 1) await site.get('/login', from('203.0.113.9'));
    expect((await site.get('/', from('203.0.113.9'))).status).toBe(429);
    expect((await site.get('/', from('203.0.113.10'))).status).toBe(200);
  });
});

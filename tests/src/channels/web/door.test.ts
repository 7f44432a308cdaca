import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import type { Door } from '../../../../src/channels/web/door.js';
import { ownPath } from '../../../../src/channels/web/login-page.js';
import { web } from '../../../../src/channels/web/module.js';
import { siteOver, type TestSite } from './site-over.js';

const TOKEN = 'correct-horse-battery-staple';
const REPORT = { 'a.txt': '甲县乙乡人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n' };

let site: TestSite;

async function behind(door: Door): Promise<TestSite> {
  site = await siteOver(REPORT, {}, { door });
  return site;
}

afterEach(() => site.close());

const PATHS = ['/', '/reports', '/reports/x', '/reports/x/original', '/nowhere', '/api/reports', '/api/openapi.json'];

describe('behind a token', () => {
  it('shows nothing without it', async () => {
    await behind({ kind: 'token', token: TOKEN });
    for (const path of PATHS) {
      const response = await site.get(path);
      expect({ path, status: response.status }).toEqual({ path, status: 401 });
      expect(await response.text()).not.toContain('乙乡');
    }
    expect((await site.post('/ask', { q: '公开信息多少条' })).status).toBe(401);
    expect(site.asked).toEqual([]);
    expect((await site.get('/assets/style.css')).status).toBe(200);
  });

  it('lets programs in by bearer, and nobody by another', async () => {
    await behind({ kind: 'token', token: TOKEN });
    expect((await site.get('/api/reports', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    for (const authorization of [`Bearer ${TOKEN}x`, 'Bearer ', TOKEN, `Basic ${TOKEN}`]) expect((await site.get('/api/reports', { authorization })).status).toBe(401);
  });

  it('lets people in by its page, to where they wanted to go, with a cookie that does not hold it', async () => {
    await behind({ kind: 'token', token: TOKEN });
    const page = load(await (await site.get('/reports?c=1-2')).text());
    expect(page('script').attr('src')).toContain('/assets/login.js');
    expect(page('input[name=next]').attr('value')).toBe('/reports?c=1-2');
    expect((await site.post('/login', { token: 'wrong', next: '/reports' })).status).toBe(401);
    const entered = await site.post('/login', { token: TOKEN, next: '/reports' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/reports']);
    const [cookie] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/^wenbao-login=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await site.get('/reports', { cookie: cookie!.split(';')[0]! })).status).toBe(200);
    expect((await site.get('/reports', { cookie: 'wenbao-login=' })).status).toBe(401);
  });

  it('makes one who asks too fast wait', async () => {
    await behind({ kind: 'token', token: TOKEN });
    const headers = { authorization: `Bearer ${TOKEN}` };
    for (let n = 0; n < 120; n += 1) expect((await site.get('/api/reports', headers)).status).toBe(200);
    const late = await site.get('/api/reports', headers);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
  });
});

describe('behind a proxy', () => {
  it('lets in whom it names, and asks in that name', async () => {
    await behind({ kind: 'proxy', header: 'X-Forwarded-User' });
    for (const path of ['/', '/reports']) expect((await site.get(path)).status).toBe(403);
    expect((await site.get('/', { 'x-forwarded-user': '  ' })).status).toBe(403);
    expect((await site.post('/ask', { q: '公开信息多少条' }, { 'x-forwarded-user': 'li' })).status).toBe(303);
    expect(site.asked[0]!.speaker).toBe('li');
  });
});

describe('where the login leads', () => {
  it.each([
    ['/reports?c=1-2', '/reports?c=1-2'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    ['/a b', '/'],
  ])('%s → %s', async (asked, led) => {
    await behind({ kind: 'open' });
    expect(ownPath(asked)).toBe(led);
  });
});

describe('the configuration', () => {
  const bad = (config: object, secrets: Record<string, string> = {}): string[] => web.check(web.config.parse(config), new Map(Object.entries(secrets))).filter(({ ok }) => !ok).map(({ check }) => check);

  it.each([
    ['nothing configured', {}, {}, []],
    ['another host without a login', { host: '0.0.0.0' }, {}, ['web.host']],
    ['another host with a token', { host: '0.0.0.0', login: 'token' }, { WENBAO_WEB_TOKEN: TOKEN }, []],
    ['a token that is not set', { login: 'token' }, {}, ['web.login']],
    ['another host behind a proxy', { host: '10.0.0.1', login: 'proxy' }, {}, []],
  ])('%s', async (_, config, secrets, expected) => {
    await behind({ kind: 'open' });
    expect(bad(config, secrets)).toEqual(expected);
  });
});

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { Logins } from '../../../../src/channels/logins.js';
import { LoginCode } from '../../../../src/channels/wechat/login-code.js';
import { accessBy } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import { siteOver, type TestSite } from './site-over.js';

const CODE = 'https://login.weixin.qq.com/l/Ab3_secret==';

describe('the page that shows a code to log in with', () => {
  const open: TestSite[] = [];
  const site = async (...told: Parameters<typeof siteOver> extends [unknown, ...infer Rest] ? Rest : never): Promise<{ site: TestSite; logins: Logins }> => {
    const logins = new Logins();
    const made = await siteOver({}, { logins, ...told[0] }, told[1]);
    open.push(made);
    return { site: made, logins };
  };
  afterEach(async () => {
    for (const made of open.splice(0)) await made.close();
  });

  it('asks first, shows the code once, and is void afterwards', async () => {
    const { site: at, logins } = await site();
    const path = logins.offer('wechat', CODE);
    const asked = await at.get(path);
    expect([asked.status, (await asked.text()).includes('<svg')]).toEqual([200, false]);
    const shown = await at.post(path, {});
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const page = load(await shown.text());
    expect(page('svg.qr').length).toBe(1);
    expect(page.html()).not.toContain('Ab3_secret');
    expect([(await at.post(path, {})).status, (await at.get(path)).status]).toEqual([410, 410]);
  });

  it('draws the code that a terminal would show', async () => {
    const { site: at, logins } = await site();
    const code = new LoginCode(mkdtempSync(join(tmpdir(), 'login-')), logins);
    const page = load(await (await at.post(code.show(CODE)!, {})).text());
    // The terminal's drawing: a frame around lines of two rows of modules each, light ones drawn.
    const lines = readFileSync(code.file, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.slice(1, -1).split(''));
    const terminal = lines.flatMap((line) => [line.map((sign) => ' ▄'.includes(sign)), line.map((sign) => ' ▀'.includes(sign))]);
    const dark = new Set([...page('svg.qr path').attr('d')!.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, column, row]) => `${Number(column) - 4},${Number(row) - 4}`));
    const side = terminal[0]!.length;
    expect(page('svg.qr').attr('viewBox')).toBe(`0 0 ${side + 8} ${side + 8}`);
    for (let row = 0; row < side; row += 1) for (let column = 0; column < side; column += 1) expect([row, column, dark.has(`${column},${row}`)]).toEqual([row, column, terminal[row]![column]]);
  });

  it('is void when another code came, leads to that one, and when somebody logged in', async () => {
    const { site: at, logins } = await site();
    const [first, second] = [logins.offer('wechat', 'one'), logins.offer('wechat', 'two')];
    const replaced = await at.post(first, {});
    expect([replaced.status, load(await replaced.text())('.login-code a').attr('href')]).toEqual([410, second]);
    logins.withdraw('wechat');
    expect((await at.post(second, {})).status).toBe(410);
  });

  it('is linked from the status page while a code waits', async () => {
    const { site: at, logins } = await site();
    const linked = async (): Promise<string | undefined> => load(await (await at.get('/desk')).text())('.login-code a').attr('href');
    expect(await linked()).toBeUndefined();
    const path = logins.offer('wechat', CODE);
    expect(await linked()).toBe(path);
    await at.post(path, {});
    expect(await linked()).toBeUndefined();
  });

  it('is for administrators only, and no other site can press its button', async () => {
    const rules = accessPart.schema.parse({ rules: [{ channel: 'web', speaker: 'chief', roles: ['admin'] }] });
    const { site: at, logins } = await site({ access: accessBy(rules) }, { door: { kind: 'proxy', header: 'X-User' } });
    const path = logins.offer('wechat', CODE);
    expect([(await at.post(path, {})).status, (await at.post(path, {}, { 'X-User': 'clerk' })).status]).toEqual([403, 403]);
    expect((await at.post(path, {}, { 'X-User': 'chief', origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await at.post(path, {}, { 'X-User': 'chief' })).status).toBe(200);
  });

  it.each(['/desk/login/', '/desk/login/x', `/desk/login/${'a'.repeat(5000)}`, '/desk/login/../login/x'])('%s is nothing', async (path) => {
    const { site: at, logins } = await site();
    logins.offer('wechat', CODE);
    expect([404, 410]).toContain((await at.get(path)).status);
  });
});

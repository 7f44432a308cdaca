import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskTables } from '../../../../src/desk/tables.js';
import { ledgerIn } from '../../../../src/ledger/ledger.js';
import type { ReminderTables } from '../../../../src/reminders/migrations.js';
import { OwnStore } from '../../../../src/reminders/own-store.js';
import { changesIn } from '../../../../src/roster/changes.js';
import type { RosterTables } from '../../../../src/roster/migrations.js';
import { AT } from '../../../intents/assistant-over.js';
import { samples, siteOver, type TestSite } from './site-over.js';

const LIUHE = '云岭县柳河乡';
const WHITE = '云岭县白塔镇';
const CONFIG = { roster: { within: '云岭县', organisations: [{ name: '柳河乡', owner: { name: '张<i>三' } }, { name: '白塔镇' }] } };

let site: TestSite;
beforeAll(async () => {
  site = await siteOver(samples(), {}, {}, CONFIG);
});
afterAll(() => site.close());

const page = async (path: string): Promise<CheerioAPI> => load(await (await site.get(path)).text());
const mark = (form: Readonly<Record<string, string>>): Promise<Response> => site.post('/desk/roster', { organisation: WHITE, year: '2025', change: 'published', ...form });
const stateOf = async (id: string, year: number): Promise<string> => (await site.ports.operations.owed(year)).find((one) => one.id === id)!.state;

describe('the roster', () => {
  it('tells how everybody stands with a year’s report and what that rests on', async () => {
    const shown = await page('/desk/roster?year=2021');
    const rows = shown('tbody tr').toArray().map((row) => shown(row).text());
    expect(rows[0]).toContain('柳河乡');
    expect(rows[0]).toContain('已报送');
    expect(rows[0]).toContain('张<i>三');
    expect(rows[1]).toContain('待报');
    expect(shown('#year option').toArray().map((one) => shown(one).text())).toContain('2025');
  });

  it('takes what became of a report, by the rules of the command, and what takes it back', async () => {
    expect((await mark({ link: 'https://gov.example/2025' })).status).toBe(303);
    expect(await stateOf(WHITE, 2025)).toBe('published');
    expect(await changesIn(site.desk.held.database<RosterTables>()).of({ organisation: WHITE })).toMatchObject([{ change: 'published', how: 'page', by: 'web', link: 'https://gov.example/2025', at: AT }]);
    expect((await page('/desk/roster?year=2025'))('a[href="https://gov.example/2025"]').attr('rel')).toContain('noreferrer');
    expect((await mark({ change: 'reopened' })).status).toBe(303);
    expect(await stateOf(WHITE, 2025)).not.toBe('published');
  });

  it.each([
    ['no link', {}, '已发布要附链接'],
    ['a link that is none', { link: 'javascript:alert(1)' }, 'http'],
    ['no reason', { change: 'returned' }, '都要写原因'],
    ['no such organisation', { organisation: '<b>nobody', link: 'https://a.example' }, '没有这个单位'],
    ['no such state', { change: 'drop table' }, '没有这种状态'],
  ])('%s: says why, keeps nothing, and leaves what was typed', async (_, form, why) => {
    const before = await changesIn(site.desk.held.database<RosterTables>()).of();
    const response = await mark({ why: '', ...form });
    const shown = load(await response.text());
    expect([response.status, shown('.notice').text()]).toEqual([422, expect.stringContaining(why)]);
    if ('link' in form) expect(shown('#link').attr('value')).toBe(form.link);
    expect(await changesIn(site.desk.held.database<RosterTables>()).of()).toEqual(before);
  });

  it.each([{ year: '1066' }, { year: '2025; drop' }, { organisation: '' }])('%j is no call', async (form) => {
    expect((await mark(form)).status).toBe(400);
  });

  it('says how to make one where there is none, and a link of an import leads nowhere unless to the web', async () => {
    const bare = await siteOver({});
    expect(load(await (await bare.get('/desk/roster')).text())('.sheet').text()).toContain('docs/roster.md');
    await bare.close();
    await changesIn(site.desk.held.database<RosterTables>()).add([{ organisation: LIUHE, year: 2024, change: 'published', at: AT, by: '<s>', how: 'import', why: null, link: 'javascript:alert(1)', cause: null }]);
    const shown = await page('/desk/roster?year=2024');
    expect(shown('td.words').text()).toContain('javascript:alert(1)');
    expect(shown('a[href^="javascript"]').length).toBe(0);
  });
});

describe('people’s own', () => {
  const to = { channel: 'wechat', conversation: '<i>room', thread: null } as const;
  const own = (): OwnStore => new OwnStore(site.desk.held.database<ReminderTables>());
  const wish = { text: '<b>交表', at: AT, minutes: null, daysBefore: null, everyDay: false, rule: null, reportYear: null, org: null } as const;

  it('reminders are shown with whose they are, and one can be ended', async () => {
    await own().add({ to, speaker: 'wxid_li', lang: 'zh' }, { ...wish, kind: 'once' }, 'm1', AT);
    await own().add({ to, speaker: 'wxid_li', lang: 'zh' }, { ...wish, kind: 'before', text: '', at: null, daysBefore: 3, rule: 'publish', reportYear: 2025 }, 'm2', AT);
    const shown = await page('/desk/people');
    expect(shown('tbody tr').toArray().map((row) => shown(row).find('td').slice(0, 3).text())).toEqual(['微信 <i>roomwxid_li<b>交表', expect.stringContaining('2025')]);
    const reminder = shown('input[name=reminder]').first().attr('value')!;
    expect((await site.post('/desk/people/end', { reminder })).status).toBe(303);
    expect((await site.post('/desk/people/end', { reminder })).status).toBe(404);
    expect((await site.post('/desk/people/end', { reminder: '1 or 1' })).status).toBe(400);
    expect((await own().active()).map(({ kind }) => kind)).toEqual(['before']);
  });

  it('records are deleted once it is sure, and what was deleted is told', async () => {
    await ledgerIn(site.desk.held.database<DeskTables>()).note({ question: 'q', lang: 'zh', status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', nearest: [] }, { channel: 'wechat', conversation: '<i>room', speaker: 'wxid_li' }, AT);
    for (const form of [{ whom: 'wechat:wxid_li' }, { sure: '1' }] as Record<string, string>[]) expect((await site.post('/desk/people/forget', form)).status).toBe(400);
    expect(await site.ports.operations.unanswered()).toHaveLength(1);
    await site.post('/desk/people/forget', { whom: 'slack:wxid_li', sure: '1' });
    expect(await site.ports.operations.unanswered()).toHaveLength(1);
    const told = load(await (await site.post('/desk/people/forget', { whom: 'wechat:wxid_li', sure: '1' })).text());
    expect(told('.notice').text()).toMatch(/^wechat:wxid_li：.*未答问题 1 条.*提醒 2 个/u);
    expect(await site.ports.operations.unanswered()).toEqual([]);
    expect(await own().active()).toEqual([]);
  });
});

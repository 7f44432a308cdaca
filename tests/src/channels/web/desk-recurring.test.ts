import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReminderTables } from '../../../../src/reminders/migrations.js';
import { RecurrenceStore } from '../../../../src/reminders/recurrence-store.js';
import { AT } from '../../../intents/assistant-over.js';
import { siteOver, type TestSite } from './site-over.js';

const TEXT = '云岭县白塔镇人民政府2025年政府信息公开工作年度报告\n\n一、总体情况\n\n我镇建立信息公开<b>台账，每季度开展一次自查。\n';
const CONFIG = { roster: { within: '云岭县', organisations: [{ name: '白塔镇', rooms: [{ channel: 'wechat', conversation: '1@chatroom' }, { channel: 'web', conversation: 'w' }] }] }, reminders: { to: [{ channel: 'slack', conversation: 'C0123456789' }] } };

let site: TestSite;
let orgKey: string;
beforeAll(async () => {
  site = await siteOver({ 'a.txt': TEXT }, {}, {}, CONFIG);
  orgKey = (await site.desk.held.library.reports())[0]!.orgKey;
});
afterAll(() => site.close());

const page = async (path: string): Promise<CheerioAPI> => load(await (await site.get(path)).text());
const store = (): RecurrenceStore => new RecurrenceStore(site.desk.held.database<ReminderTables>());
const promises = (): Promise<CheerioAPI> => page(`/desk/recurring?org=${encodeURIComponent(orgKey)}`);

describe('recurring work', () => {
  it('is offered with the sentence that promises it, a link to its words, and the rooms that are known', async () => {
    expect((await page('/desk/recurring'))('.promises').length).toBe(0);
    const shown = await promises();
    expect(shown('.promises li').length).toBe(1);
    expect(shown('.promises blockquote').text()).toContain('信息公开<b>台账，每季度开展一次自查');
    expect(shown('.promises .open-source').attr('href')).toMatch(/^\/reports\/.+[?]s=[0-9a-f]+&c=\d+-\d+#c-\d+-\d+$/u);
    expect(shown('datalist option').toArray().map((one) => shown(one).attr('value'))).toEqual(['wechat:1@chatroom', 'slack:C0123456789']);
    expect((await page('/desk/recurring?org=nobody'))('.promises').length).toBe(0);
  });

  it.each([
    ['no place', { to: '' }, '提醒到哪里'],
    ['a place that is none', { to: 'mailto:<b>x' }, '提醒到哪里'],
    ['no such promise', { work: '00000000', to: 'slack:C1' }, '没有这项承诺'],
    ['a promise of others', { org: 'nobody', to: 'slack:C1' }, '没有这项承诺'],
  ])('%s: says why, switches nothing on, and leaves what was typed', async (_, form, why) => {
    const work = (await promises())('input[name=work]').attr('value')!;
    const response = await site.post('/desk/recurring/on', { work, org: orgKey, owner: '李<i>四', lang: 'zh', ...form });
    const shown = load(await response.text());
    expect([response.status, shown('.notice').text()]).toEqual([422, expect.stringContaining(why)]);
    if (!('work' in form) && !('org' in form)) expect([shown('input[name=owner]').attr('value'), shown('input[name=to]').attr('value')]).toEqual(['李<i>四', form.to]);
    expect(await store().on()).toEqual([]);
  });

  it('is switched on, recorded as done with what shows it, and switched off', async () => {
    const work = (await promises())('input[name=work]').attr('value')!;
    expect((await site.post('/desk/recurring/on', { work, org: orgKey, owner: '', to: 'wechat:1@chatroom', lang: 'en' })).status).toBe(303);
    expect(await store().on()).toMatchObject([{ id: work, owner: '白塔镇', lang: 'en', to: { channel: 'wechat', conversation: '1@chatroom', thread: null }, since: AT }]);
    expect((await promises())('.promises form').length).toBe(0);
    for (const [form, why] of [[{ work, evidence: ' ' }, '依据'], [{ work: '1 or 1', evidence: 'x' }, '没有这项']] as const) {
      const refused = await site.post('/desk/recurring/done', form);
      expect([refused.status, load(await refused.text())('.notice').text()]).toEqual([422, expect.stringContaining(why)]);
    }
    expect((await site.post('/desk/recurring/done', { work, evidence: '<i>纪要' })).status).toBe(303);
    expect(await store().done()).toMatchObject([{ recurrence: work, evidence: '<i>纪要', by: 'web' }]);
    expect((await page('/desk/recurring'))('#running tbody').text()).toContain('<i>纪要');
    expect((await site.post('/desk/recurring/off', { work })).status).toBe(303);
    expect((await site.post('/desk/recurring/off', { work })).status).toBe(404);
    expect(await store().on()).toEqual([]);
  });

  it('is in English for who reads English', async () => {
    const shown = load(await (await site.get(`/desk/recurring?org=${encodeURIComponent(orgKey)}`, { 'accept-language': 'en' })).text());
    expect(shown('.promises').text()).toContain('every quarter');
  });
});

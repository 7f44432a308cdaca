import ExcelJS from 'exceljs';
import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics, totalsOf } from '../../../../index/mod.js';
import { ledgerIn } from '../../../../src/ledger/ledger.js';
import type { LedgerTables } from '../../../../src/ledger/migrations.js';
import { outboxIn } from '../../../../src/reminders/outbox.js';
import type { ReminderTables } from '../../../../src/reminders/migrations.js';
import { AT } from '../../../intents/assistant-over.js';
import { samples, siteOver, type TestSite } from './site-over.js';

const CONFIG = {
  deadlines: { local: [{ id: 'townships', levels: ['township'], date: '01-15', who: '各乡镇（街道）', notice: '关于编制年度报告的通知', says: '<b>1月15日</b>前报送。' }] },
  roster: { within: '云岭县', organisations: [{ name: '柳河乡' }, { name: '白塔镇' }] },
  reminders: { to: [{ channel: 'wechat', conversation: 'room-1' }] },
};

let site: TestSite;
beforeAll(async () => {
  site = await siteOver(samples(), {}, {}, CONFIG);
});
afterAll(() => site.close());

const page = async (path: string): Promise<CheerioAPI> => load(await (await site.get(path)).text());

describe('the grid', () => {
  it('shows what is held with what was found, what is owed, and gaps', async () => {
    await site.get('/reports');
    const { library } = site.desk.held;
    const cards = await library.reports();
    const counted = await site.ports.operations.findingCounts(cards, 60_000);
    const grid = await page('/reports');
    expect(grid('tbody th').toArray().map((head) => grid(head).contents().first().text()).slice(0, 2)).toEqual(['柳河乡', '白塔镇']);
    expect(grid('td.held > a:first-child').length).toBe(cards.length);
    const wrong = cards.filter(({ edition }) => counted.get(edition)!.error + counted.get(edition)!.warning > 0);
    expect(grid('td.held .counts').length).toBe(wrong.length);
    const white = grid('tbody tr').eq(1);
    expect(white.find('td.owed.overdue').length).toBeGreaterThan(3);
    expect(white.find('td.owed').last().text()).toContain('2026-01-15');
  });

  it('narrows to a name, and says when there is none', async () => {
    expect((await page('/reports?q=柳河'))('tbody tr').length).toBe(1);
    expect((await page('/reports?q=<script>'))('.sheet').text()).toContain('没有这个单位');
    expect((await page('/reports?page=999999999999999999999&q='))('tbody tr').length).toBeGreaterThan(2);
  });
});

describe('totals', () => {
  it('are those of the command, on the page and in the workbook', async () => {
    const totals = await totalsOf(site.desk.held.library, 2021);
    const shown = await page('/totals?year=2021');
    const [form] = totals.forms;
    const cell = form!.cells.get('req.new.total')!;
    const row = shown('tbody tr').toArray().find((one) => shown(one).find('th').text() === metrics.find(({ id }) => id === 'req.new.total')!.zh)!;
    expect(shown(row).find('td.value a').text()).toBe(`${cell.value}${cell.unit ?? ''}`);
    const response = await site.get('/totals/2021.xlsx');
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toContain('来源');
  });

  it.each(['1999.xlsx', '2021', '..%2F2021.xlsx', '2021.xlsx.exe'])('there is no %s', async (file) => {
    expect((await site.get(`/totals/${file}`)).status).toBe(404);
  });
});

describe('charts', () => {
  it('set one figure beside others, every value leading to its words, with the notes of the crosswalk', async () => {
    const shown = await page('/charts?metric=req.new.total');
    const picture = await site.get(shown('picture img').attr('src')!);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg/);
    expect(shown('picture source').length).toBe(3);
    const value = shown('td.value a').first();
    const [path] = value.attr('href')!.split('#');
    expect(load(await (await site.get(path!)).text())('.figure-head .value').text()).toBe(`${value.text()}件`);
  });

  it.each(['metric=<script>', 'metric=', 'metric=req.new.total&org=nobody', 'metric=req.new.total&from=0001&to=0002', `metric=req.new.total&${'org=x&'.repeat(2000)}`])('%.60s is no fault', async (query) => {
    const shown = await page(`/charts?${query}`);
    expect(shown('.sheet').text()).toContain('没有这样的数');
    expect(shown('script').length).toBe(0);
    expect((await site.get(`/charts/chart.svg?${query}`)).status).toBe(404);
  });
});

describe('deadlines and reminders', () => {
  it('are shown with their basis, days left and what became of each', async () => {
    const planned = { key: 'k', kind: 'deadline', to: { channel: 'wechat', conversation: '<i>room', thread: null }, lang: 'zh', rule: 'townships', reportYear: 2025, step: 5, org: null, subject: null, dueAt: AT, expiresAt: new Date(AT.getTime() + 60_000), alone: false } as const;
    await outboxIn(site.desk.held.database<ReminderTables>(), 'test').put([planned], AT);
    const shown = await page('/desk/deadlines');
    expect(shown('tbody').first().text()).toContain('<b>1月15日</b>前报送。');
    expect(shown('tbody').first().text()).toContain('2027-01-15');
    expect(shown('.delivery').text()).toContain('待发');
    expect(shown('td small').text()).toContain('<i>room');
  });
});

describe('unanswered questions', () => {
  it('become aliases by a form, checked as the command checks them, and are taken back', async () => {
    await ledgerIn(site.desk.held.database<LedgerTables>()).note({ question: '小铺办了多少件', lang: 'zh', status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', nearest: ['<u>近</u>'] }, { channel: 'web', conversation: 'c', speaker: 's' }, AT);
    const before = await page('/desk/unanswered');
    expect(before('.asked-words').text()).toBe('小铺办了多少件');
    expect(before('.nearest').text()).toContain('<u>近</u>');
    expect((await site.post('/desk/aliases', { phrase: '小铺', metric: 'prose.service.village.total' })).status).toBe(303);
    expect(await site.ports.operations.aliases()).toEqual([{ phrase: '小铺', metric: 'prose.service.village.total' }]);
    const refused = await site.post('/desk/aliases', { phrase: '<s>行政许可', metric: 'req.new.total' });
    expect(refused.status).toBe(422);
    const told = load(await refused.text());
    expect(told('.notice').text().length).toBeGreaterThan(5);
    expect(told('#phrase').attr('value')).toBe('<s>行政许可');
    const shown = await page('/desk/unanswered');
    expect((await site.post('/desk/aliases/undo', { change: shown('input[name=change]').attr('value')! })).status).toBe(303);
    expect(await site.ports.operations.aliases()).toEqual([]);
    expect((await site.post('/desk/aliases/undo', { change: '99' })).status).toBe(422);
  });

  it.each([
    ['/desk/aliases', {}, 400],
    ['/desk/aliases/undo', { change: '1;drop' }, 400],
    ['/desk/explain', { finding: 'x', report: '云岭县柳河乡-2021', why: 'y' }, 400],
    ['/desk/explain', { finding: '0123456789ab', report: '../..', why: 'y' }, 404],
    ['/desk/withdraw', { report: '云岭县柳河乡-2021' }, 400],
    ['/desk/withdraw', { report: '云岭县柳河乡-2021', why: 'x' }, 400],
    ['/desk/withdraw', { report: '云岭县柳河乡-2021', sure: '1' }, 400],
    ['/desk/withdraw', { report: '云岭县柳河乡-2021', why: 'x', sure: '1', version: '1 or 1' }, 400],
    ['/desk/withdraw', { report: '云岭县柳河乡-2021', why: 'x', sure: '1', version: '99' }, 404],
    ['/desk/withdraw', { report: 'nobody', why: 'x', sure: '1' }, 404],
  ])('%s %j is refused', async (path, form, status) => {
    expect((await site.post(path, form as Record<string, string>)).status).toBe(status);
  });
});

describe('the status page', () => {
  it('tells channels, what is held and the configuration', async () => {
    const own = await siteOver({}, { health: () => [{ name: 'wechat', health: { state: 'down', detail: { zh: '<b>掉线</b>', en: 'offline' } } }] });
    const shown = load(await (await own.get('/desk')).text());
    expect(shown('.broken').text()).toContain('微信 不通 <b>掉线</b>');
    expect(shown('dl').text()).toContain('0 份报告');
    expect(shown('section').last().text()).toContain('配置');
    await own.close();
  });

  it('gives the findings of everything held as a workbook', async () => {
    const response = await site.get('/desk/findings.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets[0]!.rowCount).toBeGreaterThan(3);
  });
});

import { load } from 'cheerio';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesIn } from '../../../../src/roster/changes.js';
import type { RosterTables } from '../../../../src/roster/migrations.js';
import { HOST, siteOver, type TestSite } from './site-over.js';

const CONFIG = { roster: { within: '云岭县', organisations: [{ name: '柳河乡' }, { name: '白塔镇' }] } };
const GOOD = '单位,状态,日期,原因\n柳河乡,已报送,2026-01-05,\n白塔镇,退回,2026-01-08,<b>表三不平\n';

let site: TestSite;
beforeAll(async () => {
  site = await siteOver({}, {}, {}, CONFIG);
});
afterAll(() => site.close());

function bring(name: string, content: string | Uint8Array, fields: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  body.append('sheet', new File([content as BlobPart], name));
  for (const [field, value] of Object.entries({ year: '2025', ...fields })) body.append(field, value);
  return Promise.resolve(site.app.request(`${HOST}/desk/roster/import`, { method: 'POST', body, headers: { host: '127.0.0.1:8620', origin: HOST, ...headers } }));
}
const kept = () => changesIn(site.desk.held.database<RosterTables>()).of();
const noticeOf = async (response: Response): Promise<string> => load(await response.text())('#import .notice').text();

describe('a spreadsheet of states', () => {
  it('is only looked at where that is asked', async () => {
    const response = await bring('报送.csv', GOOD, { check: '1' });
    expect([response.status, await noticeOf(response)]).toEqual([200, '报送.csv：只作检查，没有导入：2 条可以导入，0 行写着未交。']);
    expect(await kept()).toEqual([]);
  });

  it('is taken over, once however often it comes, in the year and under the name of whoever brings it', async () => {
    expect(await noticeOf(await bring('报送.csv', GOOD))).toContain('新记 2 条，原有 0 条');
    expect(await kept()).toMatchObject([{ organisation: '云岭县柳河乡', year: 2025, change: 'submitted', how: 'import', by: 'web' }, { organisation: '云岭县白塔镇', change: 'returned', why: '<b>表三不平' }]);
    expect(await noticeOf(await bring('again.csv', GOOD))).toContain('新记 0 条，原有 2 条');
    expect(await kept()).toHaveLength(2);
    const page = load(await (await site.get('/desk/roster?year=2025')).text());
    expect(page('tbody').text()).toContain('<b>表三不平');
  });

  it('of Excel as well', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('报送').addRows([['单位', '状态'], ['柳河乡', '未报']]);
    expect(await noticeOf(await bring('报送.xlsx', new Uint8Array(await book.xlsx.writeBuffer())))).toContain('1 行写着未交');
  });

  it('with problems is refused whole, each named by row and column, in the reader’s language', async () => {
    const before = await kept();
    const response = await bring('<i>.csv', '单位,状态,日期\n柳河乡,已报送,2026-02-30\n<b>无名镇,已报送,\n', {}, { 'accept-language': 'en' });
    const page = load(await response.text());
    expect(response.status).toBe(422);
    expect(page('#import .notice').text()).toBe('<i>.csv：2 problems; nothing was imported.');
    expect(page('#import tbody tr').toArray().map((row) => page(row).find('td').toArray().map((cell) => page(cell).text()))).toEqual([['2', 'C', 'there is no such day: 2026-02-30'], ['3', 'A', 'the roster has no "<b>无名镇"']]);
    expect(await kept()).toEqual(before);
  });

  it.each([
    ['another kind of file', 'a.exe', new Uint8Array([1, 2]), 422, '只能导入'],
    ['no workbook', 'a.xlsx', new TextEncoder().encode('not a zip'), 422, '不'],
    ['nothing in it', 'a.csv', '', 422, '没有'],
  ])('%s is told', async (_, name, content, status, says) => {
    const response = await bring(name, content);
    expect([response.status, load(await response.text())('#import').text()]).toEqual([status, expect.stringContaining(says)]);
  });

  it('is no call without a file, of a strange year, or from another site; too large a one is refused', async () => {
    expect((await site.post('/desk/roster/import', { year: '2025' })).status).toBe(400);
    expect((await bring('a.csv', GOOD, { year: '1066' })).status).toBe(400);
    expect((await bring('a.csv', GOOD, {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await bring('a.csv', GOOD, {}, { 'content-length': String(1024 ** 3) })).status).toBe(413);
  });
});

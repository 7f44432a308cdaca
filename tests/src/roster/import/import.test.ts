import ExcelJS, { type Worksheet } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterPart } from '../../../../src/roster/config.js';
import { importedChanges, type Imported } from '../../../../src/roster/import/import.js';
import { rosterOf } from '../../../../src/roster/roster.js';

const roster = rosterOf(rosterPart.schema.parse({ organisations: [{ name: '云岭县青石镇' }, { name: '云岭县柳河乡', aliases: ['柳河'] }, { name: '云岭县教育局' }, { name: '罗邑县教育局' }] }));
const NOW = new Date('2022-02-10T10:00:00+08:00');
const facts = { roster, year: 2021, by: '李明', now: NOW };

const csv = (text: string, bytes: Uint8Array = new TextEncoder().encode(text)): Promise<Imported> => importedChanges('a.csv', bytes, facts);

async function xlsx(fill: (sheet: Worksheet) => void): Promise<Imported> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('报送情况'));
  return importedChanges('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()), facts);
}

const said = (imported: Imported): unknown => (imported.ok ? imported.changes.map(({ organisation, year, change, at, by, why, link }) => [organisation, year, change, at.toISOString().slice(0, 10), by, why, link]) : imported.problems);
const places = (imported: Imported): unknown => (imported.ok ? [] : imported.problems.map(({ row, column }) => [row, column]));

describe('an import', () => {
  it('reads a .csv file: heads wherever they stand, rows that say nothing was handed in left out', async () => {
    const imported = await csv('报送情况表\n序号,单位名称,报送状态,报送日期,备注,经办人\n1,青石镇,已报送,2022年1月20日,,王芳\n2,柳河,退回,2022/1/25,表三不平,\n3,云岭县教育局,未交,,,\n');
    expect(said(imported)).toEqual([['云岭县青石镇', 2021, 'submitted', '2022-01-20', '王芳', null, null], ['云岭县柳河乡', 2021, 'returned', '2022-01-25', '李明', '表三不平', null]]);
    expect(imported).toMatchObject({ ok: true, idle: 1 });
  });

  it('reads a .csv file in GB18030', async () => {
    const bytes = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xd7, 0xb4, 0xcc, 0xac, 0x0a, 0xc1, 0xf8, 0xba, 0xd3, 0xcf, 0xe7, 0x2c, 0xd2, 0xd1, 0xbd, 0xbb, 0x0a]);
    expect(said(await csv('', bytes))).toEqual([['云岭县柳河乡', 2021, 'submitted', '2022-02-10', '李明', null, null]]);
  });

  it('reads an .xlsx file: days that are days, links, runs of text, results of formulas', async () => {
    const imported = await xlsx((sheet) => {
      sheet.addRow(['单位', '年度', '状态', '日期', '链接']);
      sheet.addRow([{ richText: [{ text: '青石' }, { text: '镇' }] }, 2020, '已发布', new Date('2021-01-20T00:00:00Z'), { text: '点这里', hyperlink: 'https://example.cn/1' }]);
      sheet.addRow(['柳河乡', '2021年', { formula: 'C2', result: '已发布' }, '2022.1.5']);
    });
    expect(said(imported)).toEqual([['云岭县青石镇', 2020, 'published', '2021-01-20', '李明', null, 'https://example.cn/1'], ['云岭县柳河乡', 2021, 'published', '2022-01-05', '李明', null, null]]);
  });

  it('gives the same causes when it is read again, and others for another file', async () => {
    const causes = async (text: string): Promise<unknown> => {
      const imported = await csv(text);
      return imported.ok && imported.changes.map(({ cause }) => cause);
    };
    expect(await causes('单位,状态\n青石镇,已交\n')).toEqual(await causes('单位,状态\n青石镇,已交\n'));
    expect(await causes('单位,状态\n青石镇,已交\n')).not.toEqual(await causes('单位,状态\n青石镇,已交\n\n'));
  });

  it.each([
    ['an unknown organisation', '单位,状态\n青石镇,已交\n石板镇,已交\n', [[3, 'A']]],
    ['a name that two have', '单位,状态\n教育局,已交\n', [[2, 'A']]],
    ['no organisation', '单位,状态\n,已交\n', [[2, 'A']]],
    ['an unknown state', '单位,状态\n青石镇,在写\n', [[2, 'B']]],
    ['30 February', '单位,状态,日期\n青石镇,已交,2022-02-30\n', [[2, 'C']]],
    ['what is no date', '单位,状态,日期\n青石镇,已交,上周\n', [[2, 'C']]],
    ['a day to come', '单位,状态,日期\n青石镇,已交,2022-02-11\n', [[2, 'C']]],
    ['a day before the year', '单位,状态,日期\n青石镇,已交,2020-12-31\n', [[2, 'C']]],
    ['a year that is none', '单位,年度,状态\n青石镇,去年,已交\n', [[2, 'B']]],
    ['a return without a reason', '单位,状态,原因\n青石镇,退回,\n', [[2, 'C']]],
    ['a link that is none', '单位,状态,链接\n青石镇,已发布,javascript:alert(1)\n', [[2, 'C']]],
    ['several things at once', '单位,状态,日期\n石板镇,在写,2022-02-30\n', [[2, 'A'], [2, 'B'], [2, 'C']]],
    ['no heads', '青石镇,已交\n', [[null, null]]],
    ['a head twice', '单位,名称,状态\n青石镇,青石镇,已交\n', [[1, 'B']]],
    ['nothing under the heads', '单位,状态\n', [[null, null]]],
    ['a quote without end', '单位,状态\n"青石镇,已交\n', [[null, null]]],
  ])('refuses %s with row and column, and keeps nothing', async (_what, text, expected) => {
    expect(places(await csv(text))).toEqual(expected);
  });

  it('refuses merged cells, formulas in error and what is no spreadsheet', async () => {
    const merged = await xlsx((sheet) => {
      sheet.addRow(['单位', '状态']);
      sheet.addRow(['青石镇', '已交']);
      sheet.addRow(['柳河乡', '已交']);
      sheet.mergeCells('B2:B3');
    });
    expect(places(merged)).toEqual([[2, 'B']]);
    const broken = await xlsx((sheet) => {
      sheet.addRow(['单位', '状态']);
      sheet.addRow(['青石镇', { formula: 'A9/0', result: { error: '#DIV/0!' } }]);
    });
    expect(places(broken)).toEqual([[2, 'B']]);
    for (const [name, bytes] of [['a.xlsx', new Uint8Array([1, 2, 3])], ['a.pdf', new Uint8Array()], ['a.csv', new Uint8Array(6_000_000)]] as const) expect((await importedChanges(name, bytes, facts)).ok).toBe(false);
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.csv', 'a.xlsx'), fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(`单位,状态\n${text}`))), async (name, bytes) => {
        const imported = await importedChanges(name, bytes, facts);
        expect(imported.ok ? imported.changes.length + imported.idle : imported.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

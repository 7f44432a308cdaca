import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, projectRoot, totalsOf, type OpenLibrary, type YearTotals } from '../../index/mod.js';
import { writeTotals } from '../../src/totals/totals-xlsx.js';

const sample = (name: string): string => readFileSync(join(projectRoot, 'samples', `${name}.txt`), 'utf8');
const FILES: Readonly<Record<string, string>> = {
  'qingshi.txt': sample('qingshi-2021'),
  'shijianju.txt': sample('shijianju-2021'),
  'liuhe.txt': sample('liuhe-2021'),
  'liuhe-2020.txt': sample('liuhe-2020'),
  'county.txt': sample('qingshi-2021').replace('云岭县青石镇人民政府2021年', '云岭县人民政府2021年'),
  'bare.txt': '云岭县白沙乡人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息12条。\n',
};

let folder: string;
let held: OpenLibrary;
let totals: YearTotals;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-totals-'));
  held = await openLibrary(join(folder, 'data'));
  await held.ingest(Object.entries(FILES).map(([name, text]) => ({ name, path: name, bytes: () => Promise.resolve(new TextEncoder().encode(text)) })), () => {});
  totals = await totalsOf(held.library, 2021);
});
afterAll(async () => {
  await held.close();
  await rm(folder, { recursive: true, force: true });
});

const cell = (metric: string) => totals.forms[0]!.cells.get(metric)!;

describe('the official tables added over the organisations of a year', () => {
  it('are of one form, and of that year only', () => {
    expect(totals.forms.map(({ form, organisations }) => [form, organisations.length])).toEqual([['gen2021', 3]]);
  });

  it('add exactly, each addend with its report', () => {
    const { value, unit, addends } = cell('req.new.total');
    expect([value, unit]).toEqual(['52', '件']);
    expect(addends.reduce((sum, one) => sum + Number(one.value), 0)).toBe(52);
    expect(cell('active.fees.amount').value).toBe('19.78');
  });

  it('tell a blank cell from nought and leave it out', () => {
    const { value, addends, blank } = cell('active.compulsory.decisions');
    expect([value, addends.length, blank.map(({ org }) => org.name)]).toEqual(['37', 2, ['柳河乡']]);
  });

  it('hold the identities of the form where all terms are there', () => {
    expect(totals.forms[0]!.broken).toEqual([]);
  });

  it('leave out what cannot be added and say why', () => {
    expect(totals.leftOut.map(({ card, why }) => [card.org.name, why]).sort()).toEqual([['云岭县', 'no-sum-of-its-own'], ['白沙乡', 'no-official-table']].sort());
  });

  it("set a government's own report against the sum", () => {
    const { sum, own } = totals.forms[0]!.against.find(({ metric }) => metric === 'req.new.total')!;
    expect([sum, own]).toEqual(['52', '12']);
  });

  it('have nothing for a year of which nothing is held', async () => {
    expect(await totalsOf(held.library, 1999)).toEqual({ year: 1999, forms: [], leftOut: [] });
  });
});

describe('the workbook', () => {
  it('has the official tables and says which organisation gave which cell', async () => {
    const file = join(folder, 'total.xlsx');
    await writeTotals(file, totals);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['2021主动公开（gen2021）', '2021申请（gen2021）', '2021复议诉讼（gen2021）', '来源', '未计入']);
    const row = book.worksheets[1]!.getSheetValues().find((values) => Array.isArray(values) && String(values[1]).startsWith('一、')) as unknown[];
    expect(row.slice(-7)).toEqual([33, 11, 0, 3, 4, 1, 52]);
    const sources = book.getWorksheet('来源')!.getSheetValues().filter((values) => Array.isArray(values) && values[3] === 'req.new.total') as unknown[][];
    expect(sources.map((values) => [values[4], values[5]]).sort()).toEqual([['云岭县市场监督管理局', 36], ['柳河乡', 4], ['青石镇', 12]].sort());
  });
});

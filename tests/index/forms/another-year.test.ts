import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { sourceOf } from '../parse/invariants.js';

const table = (issued: number, first = ''): string => `${first}信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t${issued}\t1\t9\n`;
const report = (...parts: string[]): string => ['青石镇2023年政府信息公开工作年度报告', '一、总体情况', '全年公开信息3条。', '二、主动公开政府信息情况', ...parts, '五、存在的主要问题及改进情况', '更新不够及时。'].join('\n\n');

function read(text: string): { issued: [string | null, number | null, string][]; codes: string[] } {
  const { figures, diagnostics } = alignTables(parseDocument(sourceOf(text)));
  const shown = figures.filter(({ quantity }) => quantity.value === '4' || quantity.value === '7');
  return { issued: shown.map(({ quantity, year, metric }) => [quantity.value, year, metric === null ? 'none' : metric]), codes: diagnostics.map(({ code }) => code) };
}

describe('a table of another year beside the report\'s own', () => {
  it.each<[string, string, number]>([
    ['a caption that names the year', '附：上年度（2022年）数据如下：', 2022],
    ['a caption that says the year before', '上年度情况：', 2022],
    ['an earlier year', '2019年主动公开情况表', 2019],
  ])('%s', (_, caption, year) => {
    const { issued, codes } = read(report(table(4), caption, table(7)));
    expect(issued).toEqual([['4', null, 'active.normative.issued'], ['7', year, 'none']]);
    expect(codes).toContain('table-of-another-year');
  });

  it('before the report\'s own, or in the table\'s first row', () => {
    expect(read(report('2022年情况：', table(7), '2023年情况：', table(4))).issued).toEqual([['7', 2022, 'none'], ['4', null, 'active.normative.issued']]);
    expect(read(report(table(4), '见下表。', table(7, '2022年度统计\t\t\t\n'))).issued.at(-1)).toEqual(['7', 2022, 'none']);
  });

  it.each<[string, string]>([
    ['a sentence that compares', report('公开数比2022年增加。', table(4), '单位合计：', table(7))],
    ['the same values again', report(table(4), '附：2022年', table(4))],
    ['nothing that tells', report(table(4), '其他单位：', table(7))],
  ])('is no other year by %s', (_, text) => {
    const { issued, codes } = read(text);
    expect(issued.every(([, year, metric]) => year === null && metric !== 'none')).toBe(true);
    expect(codes).not.toContain('table-of-another-year');
  });
});

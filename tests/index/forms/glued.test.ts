import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport, wrongCells } from './read-report.js';

const report = (...lines: readonly string[]): string => ['青石镇2022年政府信息公开工作年度报告', '一、总体情况', '我镇按照要求开展政府信息公开工作。', ...lines, '五、存在的主要问题及改进情况', '力量不足。'].join('\n\n');
const LICENCE = ['二、主动公开政府信息情况', '信息内容本年处理决定数量'];
const REQUESTS = ['三、收到和处理政府信息公开申请情况', '自然人法人或其他组织总计\n商业企业科研机构社会公益组织法律服务机构其他'];
const COLUMNS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org', 'total'];
const valuesOf = (text: string, beginning: string): (string | null)[] => readReport(text).figures.flatMap(({ metric, quantity }) => (metric?.startsWith(beginning) ? [quantity.value] : []));

describe('digits printed without a gap', () => {
  it.each([
    ['行政许可57', ['57']],
    ['行政许可0', ['0']],
    ['行政许可007', []],
  ])('of a block with one column are one number: %s', (row, values) => {
    expect(valuesOf(report(...LICENCE, row), 'active.licence.')).toEqual(values);
  });

  it.each([
    ['一、本年新收政府信息公开申请数量2000002', ['2', '0', '0', '0', '0', '0', '2']],
    ['一、本年新收政府信息公开申请数量120000012', ['12', '0', '0', '0', '0', '0', '12']],
    // Two cells of it are lost, and no way to part the rest adds up.
    ['一、本年新收政府信息公开申请数量1212', []],
    ['一、本年新收政府信息公开申请数量120000013', []],
  ])('of a row with a sum are parted where one way adds up: %s', (row, values) => {
    expect(valuesOf(report(...REQUESTS, row), 'req.new.')).toEqual(values);
  });

  it('are never parted wrong', () => {
    const cell = fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400));
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell, cell, cell), (parts) => {
        const printed = [...parts, parts.reduce((sum, part) => sum + part, 0)].map(String);
        const found = readReport(report(...REQUESTS, `一、本年新收政府信息公开申请数量${printed.join('')}`));
        const values = new Map(COLUMNS.map((column, i) => [`req.new.${column}`, printed[i]!]));
        expect(wrongCells(found, values)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('other marks between cells', () => {
  it.each(['／', '｜', '│'])('part a row: %s', (mark) => {
    const rows = [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '1', '0', '3'], ['行政规范性文件', '2', '4', '8']].map((cells) => cells.join(mark));
    expect(valuesOf(report('二、主动公开政府信息情况', ...rows), 'active.')).toEqual(['1', '0', '3', '2', '4', '8']);
  });

  it('are no cells in a sentence', () => {
    expect(readReport(report('二、主动公开政府信息情况', '全年办理行政许可／行政处罚共12件，比上年多3件。')).figures).toEqual([]);
  });
});

it('a value glued to its label is told from it: 规章1 0 3', () => {
  expect(valuesOf(report('二、主动公开政府信息情况', '信息内容 本年制发件数 本年废止件数 现行有效件数', '规章1 0 3', '行政规范性文件2 4 8'), 'active.')).toEqual(['1', '0', '3', '2', '4', '8']);
});

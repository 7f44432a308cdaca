import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { documentOf } from './tables.js';

const VALUES = [5, 1, 0, 3, 9, 0, 1, 0, 0, 1, 0, 3, 0, 3, 6];
const row = (...cells: string[]): string => cells.join('\t');
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const gaps = (count: number): string[] => Array.from({ length: count }, () => '');
const table = (...heads: string[]): string => ['四、政府信息公开行政复议、行政诉讼情况', row('行政复议', ...gaps(4), '行政诉讼', ...gaps(9)), ...heads, row(...VALUES.map(String))].join('\n');

describe('heads that a page’s end or their own place cut into rows', () => {
  it.each([
    ['the last characters below', [row(...five, '未经复议直接起诉', ...gaps(4), '复议后起诉', ...gaps(4)), row(...gaps(5), '结果维', '结果纠', '其他结', '尚未审', '总计', '结果维', '结果纠', '其他结', '尚未审', '总计'), row(...gaps(5), '持', '正', '果', '结', '', '持', '正', '果', '结', '')]],
    ['two rows of heads, one line apart', [row('结果', '结果', '其他', '尚未', '总计', '未经复议直接起诉', ...gaps(4), '复议后起诉', ...gaps(4)), row('维持', '纠正', '结果', '审结', '', '结果', '结果', '其他', '尚未', '总计', '结果', '结果', '其他', '尚未', '总计'), row(...gaps(5), '维持', '纠正', '结果', '审结', '', '维持', '纠正', '结果', '审结', '')]],
  ])('%s: fifteen values in their columns', (_, heads) => {
    const { figures, diagnostics } = alignTables(documentOf(table(...heads)));
    expect(figures.map(({ metric, trust, quantity }) => [metric?.split('.').at(-1), trust, Number(quantity.value)])).toEqual(VALUES.map((value, i) => [['upheld', 'corrected', 'other', 'pending', 'total'][i % 5], 'aligned', value]));
    expect(diagnostics.filter(({ code }) => code.startsWith('table-'))).toEqual([]);
  });

  it('words below heads that are whole are no part of them', () => {
    const { figures } = alignTables(documentOf(table(row(...five, ...five, ...five), row('件', '件', ...gaps(13)))));
    expect(figures.map(({ quantity }) => Number(quantity.value))).toEqual(VALUES);
    expect(figures.flatMap(({ labels }) => labels).some((label) => label === '结果维持件')).toBe(false);
  });
});

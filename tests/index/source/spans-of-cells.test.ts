import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand, withoutSlivers } from '../../../index/source/spans-of-cells.js';

describe('columns that are nobody’s own', () => {
  it('a head one column wider than its value, as rounded edges make it, stands over it again', () => {
    const cell = (text: string, columns: number) => ({ text, columns, rows: 1 });
    const { rows, cells } = expand([[cell('总计', 2), cell('结果维持', 1)], [cell('3', 1), cell('7', 2)]], 100)!;
    expect(rows.map((row) => row.map((number) => cells[number!]))).toEqual([
      ['总计', '结果维持'],
      ['3', '7'],
    ]);
  });

  it.each([
    ['a column that some row has for itself', [[0, 0, 1], [2, 3, 4]]],
    ['a cell that goes over the whole width', [[0, 0, 0], [1, 2, 3]]],
    ['a place without a cell', [[0, null, 1], [2, 3, 4]]],
  ])('%s stays', (_, rows) => expect(withoutSlivers(rows)).toEqual(rows));

  it('no cell is lost, and cells keep their order', () => {
    const row = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (spans) => {
        const rows = spans.map((list, r) => list.flatMap((span, n) => Array.from({ length: span }, () => 10 * r + n)).slice(0, 4));
        const before = rows.map((numbers) => [...new Set(numbers)]);
        expect(withoutSlivers(rows).map((numbers) => [...new Set(numbers)])).toEqual(before);
      }),
    );
  });
});

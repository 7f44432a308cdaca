import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asSpans } from '../../../index/document/span.js';
import { readFewLists, readLayout, readSpans, readWording, Wording, writeLayout, writeSpans } from '../../../index/store/encoding.js';

it('spans come back as they were', () => {
  const span = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 1e6 })).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => void expect(readSpans(writeSpans(asSpans(spans)))).toEqual(spans)));
});

it('lists of words come back as they were, and the same list is kept once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('', '甲', '乙', '1', ',', '"', '\\', '],[[', '"],[[1'), { maxLength: 4 })), (lists) => {
      const wording = new Wording();
      const numbers = lists.map((list) => wording.numberOf(list));
      for (const reader of [readWording, readFewLists]) expect(numbers.map(reader(wording.toString()))).toEqual(lists);
    }),
  );
});

it('keeps a list once', () => {
  const wording = new Wording();
  expect([['甲', '乙'], ['甲'], ['甲', '乙']].map((list) => wording.numberOf(list))).toEqual([0, 1, 0]);
});

it('a layout comes back as it was: merged cells, empty ones, positions without a cell', () => {
  const layout = {
    tables: [
      { from: 'markup' as const, span: { start: 3, end: 20 }, cells: [{ start: 3, end: 8 }, { start: 9, end: 9 }, { start: 12, end: 20 }], rows: [[0, 0, 1], [0, 0, null], [2, 2, 2]] },
      { from: 'rules' as const, span: { start: 40, end: 42 }, cells: [{ start: 41, end: 42 }], rows: [[0]] },
    ],
  };
  expect(readLayout(writeLayout(layout))).toEqual(layout);
  const pictures = { tables: [], unread: [{ kind: 'picture' as const, at: 12 }] };
  expect(readLayout(writeLayout(pictures))).toEqual(pictures);
});

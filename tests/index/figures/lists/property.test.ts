import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listsIn } from '../../../../index/figures/lists/mod.js';
import { documentOf } from '../people/document-of.js';

const bit = fc.constantFrom('一是', '二是', '三是', '1.', '2.', '（一）', '（二）', '首先', '其次', '、', '，', '；', '。', '：', '（', '）', '“', '”', '《', '》', '等', '和', '以及', '设立', '包括', '如', '即', '三类', '窗口', '社保', '民政', '残联', '农业服务', '\n', '**', ' ', '●', '的', '一、总体情况\n');
const text = fc.oneof(fc.array(bit, { maxLength: 50 }).map((bits) => bits.join('')), fc.string({ unit: 'binary', maxLength: 80 }));
const bare = (words: string): string => words.replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');

test('never throws; every item is what stands at its spans, in order', () => {
  fc.assert(
    fc.property(text, (source) => {
      for (const list of listsIn(documentOf(source))) {
        expect(list.items.length).toBeGreaterThanOrEqual(2);
        let before = -1;
        for (const item of list.items) {
          expect(bare(item.text)).toBe(bare(item.spans.map(({ start, end }) => source.slice(start, end)).join('')));
          expect(item.spans[0].start).toBeGreaterThan(before);
          before = item.spans.at(-1)!.end - 1;
        }
      }
    }),
    { numRuns: 600 },
  );
});

test.each(['设立社保、民政、残联等窗口，', '“（《', '一是甲；二是乙；', '包括甲，乙，', '、', '（一）'])('great lengths of %s are read, in time that the runner allows to linear growth only', (words) => {
  const read = (text: string): number => listsIn(documentOf(text)).length;
  // The longest sentence that is read at all, then many of them, then one that is too long to be read.
  const longest = words.repeat(Math.floor(4_900 / words.length));
  const one = read(`${longest}。\n`);
  expect(read(`${longest}。\n`.repeat(30))).toBe(30 * one);
  expect(read(words.repeat(50_000))).toBeLessThanOrEqual(50_000);
});

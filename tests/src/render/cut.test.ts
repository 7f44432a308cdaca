import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints, cutText } from '../../../src/render/cut.js';

/** Half of a surrogate pair. */
const LONE = /\p{Cs}/u;

describe('cutText', () => {
  it.each([
    ['short text stays whole', '办理两件。', 10, ['办理两件。']],
    ['empty text is one empty piece', '', 10, ['']],
    ['after a line', '第一行内容\n第二行内容很长很长', 10, ['第一行内容\n', '第二行内容很长很长']],
    ['after a sentence', '村里办了事。镇里也办了事情。', 10, ['村里办了事。', '镇里也办了事情。']],
    ['after a clause', '村里办了很多事，镇里也办了一点', 10, ['村里办了很多事，', '镇里也办了一点']],
    ['not inside a number', '全年一共总计办理12345件咨询', 10, ['全年一共总计办理', '12345件咨询']],
    ['not between a number and its unit', '全年总计一共办理123件咨询事项', 11, ['全年总计一共办理', '123件咨询事项']],
    ['not inside thousands marks', '全年总计一共办理1,234,567件', 12, ['全年总计一共办理', '1,234,567件']],
    ['not inside a number in Han numerals', '全年总计一共办理三千二百零一件', 12, ['全年总计一共办理', '三千二百零一件']],
    ['not between sign and number', '比上年同期的增长为-12.5%左右', 10, ['比上年同期的增长为', '-12.5%左右']],
    ['not inside a joined emoji', '汇报材料已经收到👨‍👩‍👧好的', 10, ['汇报材料已经收到', '👨‍👩‍👧好的']],
    ['a number longer than the limit is cut where it must be', '1234567890', 4, ['1234', '5678', '90']],
  ])('cuts %s', (_, text, limit, pieces) => {
    expect(cutText(text, limit)).toEqual(pieces);
  });

  it('tiles every text in pieces no longer than the limit, and splits no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '件', '1', '9', '.', '。', '，', '\n', ' ', '😀', '\u200d', '一', '-', '「'), maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const pieces = cutText(text, limit);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => codePoints(piece) <= limit && !LONE.test(piece))).toBe(true);
      }),
    );
  });
});

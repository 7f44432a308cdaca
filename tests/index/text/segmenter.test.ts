import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSegmenter, segmenterFingerprint } from '../../../index/text/mod.js';

const segmenter = loadSegmenter();
const words = (text: string): string[] => segmenter.segment(text).map((token) => token.text);

function expectTiles(text: string): void {
  let at = 0;
  for (const token of segmenter.segment(text)) {
    expect(token.start).toBe(at);
    expect(token.end).toBeGreaterThan(token.start);
    expect(token.text).toBe(text.slice(token.start, token.end));
    at = token.end;
  }
  expect(at).toBe(text.length);
}

describe('segmenter', () => {
  it.each([
    ['办理1988件', ['办理', '1988', '件']],
    ['共1,808,595条', ['共', '1,808,595', '条']],
    ['共１，８０８，５９５条', ['共', '１，８０８，５９５', '条']],
    ['2020,2021年', ['2020', ',', '2021', '年']],
    ['0.092万元', ['0.092', '万元']],
    ['ＯＧＩ公开', ['ＯＧＩ', '公开']],
    ['行政规范性文件', ['行政规范性文件']],
    ['村为民服务站', ['村', '为民服务站']],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tiles whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectTiles), { numRuns: 200 });
    fc.assert(fc.property(fc.array(fc.constantFrom('政务', '公开', '3', '，', '１', 'a', ' ', '\n', '\u0000', '\ud800', '😀', '〇', '.')).map((parts) => parts.join('')), expectTiles), { numRuns: 300 });
  });

  // So long that anything but linear time would outlast the runner's patience.
  it.each(['政府信息公开工作', '1,'])('tiles one long line of %s', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const tokens = segmenter.segment(text);
    expect(tokens.every(({ start, end }, i) => start < end && start === (tokens[i - 1]?.end ?? 0))).toBe(true);
    expect(tokens.at(-1)!.end).toBe(text.length);
  });

  it('is loaded once and tells its fingerprint without loading', () => {
    expect(loadSegmenter()).toBe(segmenter);
    expect(segmenterFingerprint()).toBe(segmenter.fingerprint);
  });
});

import { describe, expect, it } from 'vitest';
import { shortens } from '../../../intents/question/shortened.js';

const word = (text: string) => ({ text, start: 0, end: text.length, concept: null, weight: 1 });

describe('a shortened word', () => {
  it.each([
    ['蒙文', '蒙古文版', true],
    ['马背队', '马背宣讲队', true],
    ['好评', '好差评系统', false],
    ['进口', '进出口备案', false],
    ['大型', '大中型水库', false],
  ])('%s of %s: %s', (short, long, is) => {
    expect(shortens(word(short), long)).toBe(is);
  });
});

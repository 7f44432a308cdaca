import { describe, expect, it } from 'vitest';
import { listsBoth } from '../../../intents/question/title-lists.js';

describe('what a title lists side by side', () => {
  it.each([
    ['微信、微博情况', '微信', '微博', true],
    ['依申请公开政府信息和不予公开政府信息情况', '申请', '不予公开', true],
    ['网站公开以及微信公开情况', '网站', '微信', true],
    // Two deeds of one thing.
    ['收到和处理政府信息公开申请情况', '收到', '申请', false],
    ['依申请公开政府信息情况', '申请', '公开', false],
    ['微信情况', '微信', '微博', false],
  ])('%s: %s and %s: %s', (title, one, other, expected) => {
    expect(listsBoth(title, one, other)).toBe(expected);
  });
});

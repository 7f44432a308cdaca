import { describe, expect, it } from 'vitest';
import { saysOneOfJoined } from '../../../intents/question/one-of-joined.js';

describe('one of the things that a word joins', () => {
  it.each([
    ['进口备案多少件', '进出口备案', true],
    ['进出口备案多少件', '进出口备案', false],
    ['大型水库几座', '大中型水库', true],
    ['中型水库几座', '大中型水库', true],
    ['水库几座', '大中型水库', false],
    ['小学生来了多少', '中小学生参观', true],
    ['学生来了多少', '中小学生参观', false],
    ['贷款纠纷几起', '民间借贷款纠纷', true],
    ['买合同几份', '买卖合同', true],
    ['境外企业几家', '境内外企业', true],
    ['小企业几家', '小微企业', true],
    ['大型水库几座', '大中型水库中的大型水库', false],
    ['申请多少件', '师生', false],
  ])('%s, printed %s: %s', (asked, printed, is) => {
    expect(saysOneOfJoined(asked, printed)).toBe(is);
  });

  it.each([
    ['下载几次', '网上下载', ['网上', '下载'], false],
    ['老旧小区几个', '更新老旧小区', ['更新', '老旧', '小区'], false],
    ['贷款纠纷几起', '民间借贷款', ['民间', '借', '贷款'], true],
    ['境外企业几家', '境内外企业', ['境内', '外', '企业'], true],
  ] as const)('%s, printed as the words of %s: %s', (asked, printed, words, is) => {
    expect(saysOneOfJoined(asked, printed, words)).toBe(is);
  });
});

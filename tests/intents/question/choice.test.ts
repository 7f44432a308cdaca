import { describe, expect, it } from 'vitest';
import { chosenOf, withoutCorrection } from '../../../intents/question/choice.js';
import type { Question } from '../../../intents/question/read.js';

/** Names and years are read over reports that are held: `tests/intents/choosing.test.ts`. */
const read = (): Question => ({ terms: [], cues: [], organisations: [], years: [] }) as unknown as Question;
const OFFERED = ['青石镇2022年收到多少件申请？', '柳河乡2021年收到多少件申请？', '勐来乡2020年收到多少件申请？'];

describe('a choice among what was offered', () => {
  it.each([
    ['1', 0],
    ['２', 1],
    ['第二个', 1],
    ['第三个吧', 2],
    ['选1', 0],
    ['三', 2],
    ['最后一个', 2],
    ['the second one', 1],
    ['2.', 1],
    ['柳河乡', 1],
    ['勐来乡呢？', 2],
    ['2020年', 2],
    ['②', 1],
    ['（2）', 1],
    ['二', 1],
    ['选项3', 2],
    ['我要第二个', 1],
    ['就第三个的', 2],
    ['option 2', 1],
    ['number two', 1],
    ['2nd', 1],
    ['the 2nd one please', 1],
    ['青石镇的那个', 0],
    ['我问的是柳河乡', 1],
    ['the last', 2],
  ])('%s', (text, n) => expect(chosenOf(text, OFFERED, true, read)).toEqual([OFFERED[n]]));

  it.each(['都要', '全部', '都看看', '全都要查', 'all of them', 'all three'])('%s: all of them', (text) => expect(chosenOf(text, OFFERED, true, read)).toEqual(OFFERED));

  it('one of two by its place', () => {
    expect(chosenOf('前者', OFFERED.slice(1), true, read)).toEqual([OFFERED[1]]);
    expect(chosenOf('后面那个', OFFERED.slice(1), true, read)).toEqual([OFFERED[2]]);
    expect(chosenOf('the latter', OFFERED.slice(1), true, read)).toEqual([OFFERED[2]]);
    expect(chosenOf('后面那个', OFFERED, true, read)).toEqual([]);
  });

  it('what several hold leaves several', () => expect(chosenOf('收到多少件申请', [...OFFERED, '青石镇2022年有几个村？'], true, read)).toEqual(OFFERED));

  it.each(['4', '第九个', '收到多少件申请', '年', '', '咨询的有几件', '岩帅镇', '2'.repeat(5)])('%j is none', (text) => expect(chosenOf(text, OFFERED, true, read)).toEqual([]));

  it('nothing offered, nothing chosen', () => expect(chosenOf('1', [], true, read)).toEqual([]));

  it('what is only like a failed question is picked by number, not by a word that it holds', () => {
    expect(chosenOf('勐来乡呢', OFFERED, false, read)).toEqual([]);
    expect(chosenOf('3', OFFERED, false, read)).toEqual([OFFERED[2]]);
  });
});

describe('a correction', () => {
  it.each([
    ['不是，我问的是咨询', 'zh', '那咨询'],
    ['不对，我问的是柳河乡', 'zh', '那柳河乡'],
    ['我的意思是受理了多少件', 'zh', '那受理了多少件'],
    ['No, I meant the centre', 'en', 'and the centre'],
    ['错了，是咨询', 'zh', '那咨询'],
    ['问错了，应该是柳河乡', 'zh', '那柳河乡'],
    ['不是，我问的是2021年', 'zh', '那2021年'],
    ['sorry, I meant Liuhe', 'en', 'and Liuhe'],
    ['actually, 2021', 'en', 'and 2021'],
    ['不对外公开的有几件', 'zh', '不对外公开的有几件'],
    ['不是', 'zh', '不是'],
    ['是不是没有收到申请', 'zh', '是不是没有收到申请'],
  ] as const)('%s', (text, lang, rest) => expect(withoutCorrection(text, lang)).toBe(rest));
});

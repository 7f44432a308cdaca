import { describe, expect, it } from 'vitest';
import { chosenOf, withoutCorrection } from '../../../intents/question/choice.js';

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
  ])('%s', (text, n) => expect(chosenOf(text, OFFERED, true)).toBe(OFFERED[n]));

  it.each(['4', '第九个', '收到多少件申请', '年', '', '咨询的有几件', '岩帅镇', '2'.repeat(5)])('%j is none', (text) => expect(chosenOf(text, OFFERED, true)).toBeNull());

  it('nothing offered, nothing chosen', () => expect(chosenOf('1', [], true)).toBeNull());

  it('what is only like a failed question is picked by number, not by a word that it holds', () => {
    expect(chosenOf('勐来乡呢', OFFERED, false)).toBeNull();
    expect(chosenOf('3', OFFERED, false)).toBe(OFFERED[2]);
  });
});

describe('a correction', () => {
  it.each([
    ['不是，我问的是咨询', 'zh', '那咨询'],
    ['不对，我问的是柳河乡', 'zh', '那柳河乡'],
    ['我的意思是受理了多少件', 'zh', '那受理了多少件'],
    ['No, I meant the centre', 'en', 'and the centre'],
    ['不是', 'zh', '不是'],
    ['是不是没有收到申请', 'zh', '是不是没有收到申请'],
  ] as const)('%s', (text, lang, rest) => expect(withoutCorrection(text, lang)).toBe(rest));
});

import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../intents/question/read.js';

describe('the language of a question', () => {
  it.each([
    ['村为民服务站办理了多少件？', 'zh'],
    ['How many requests were received?', 'en'],
    ['How many requests did 云岭县市场监督管理局 receive in 2021?', 'en'],
    ['What is the trend of 行政许可 in 青石镇 over the last three years?', 'en'],
    ['OA系统办了多少件', 'zh'],
    ['AB岗制度是什么', 'zh'],
    ['“12345 hotline”工单有多少件', 'zh'],
    ['menglai办了多少件', 'zh'],
    ['Compare 石门镇 and 白沙镇 in 2023: licences', 'en'],
    ['Penalties of 公安局 since 2021', 'en'],
    ['And 教育局?', 'en'],
    ['and 教育局呢', 'zh'],
    ['check 石门镇 licences 多少', 'zh'],
    ['the 有多少件', 'zh'],
    ['2020', 'zh'],
    ['', 'zh'],
  ])('%j is %s', (text, lang) => expect(languageOf(text)).toBe(lang));
});

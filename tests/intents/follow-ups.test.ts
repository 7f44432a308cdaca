import { describe, expect, it } from 'vitest';
import { sampleTexts, talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const talk = talksAt(() => desk);

describe('a follow-up to a question over many reports is the whole question that it stands for', () => {
  it.each<[string[], string, number | string | null]>([
    [['2021年哪个乡镇行政处罚最多', '许可呢'], 'rank', '青石镇'],
    [['2021年哪个乡镇行政处罚最多', '许可呢', '第二名呢'], 'rank', '柳河乡'],
    [['2021年哪个乡镇行政处罚最多', '最少的呢'], 'rank', '柳河乡'],
    [['2021年哪个乡镇行政处罚最多', '倒数第一呢'], 'rank', '柳河乡'],
    [['2021年哪个乡镇行政处罚最多', '第三呢'], 'rank', null],
    [['2021年哪个乡镇行政处罚最多', '第二名是谁', '2020年呢'], 'rank', '柳河乡'],
    [['哪个乡镇处罚最多', '处罚呢'], 'rank', '青石镇'],
    [['2021年全县行政许可一共多少', '2020年呢'], 'total', 171],
    [['2021年全县行政许可一共多少', '最多的是哪个'], 'rank', '云岭县市场监督管理局'],
    [['2021年全县行政许可一共多少', '平均呢'], 'total', 2345.67],
    [['2021年全县行政许可一共多少', '都有哪些'], 'rank', null],
    [['2021年全县行政许可一共多少', '柳河乡呢'], 'figure-lookup', 52],
    [['2021年各乡镇新收申请排名', '自然人的呢'], 'rank', '青石镇'],
    [['2021年各乡镇行政许可排名', '一共多少', '平均呢', '2020年呢'], 'total', 85.5],
    [['柳河乡2021年行政许可多少', '哪个乡镇最多'], 'rank', '青石镇'],
    [['柳河乡2021年行政许可多少', '全县呢'], 'total', 7037],
    [['青石镇近三年行政许可趋势', '最多的是哪年'], 'compare', '2022年'],
    [['青石镇近三年行政许可趋势', '2020年呢'], 'figure-lookup', 126],
    [['青石镇近三年行政许可趋势', '最多的是哪年', '一共多少'], 'total', 427],
    [['柳河乡2021年行政许可多少', '全县历年呢'], 'total', 22626],
    [['柳河乡和青石镇2021年行政许可各多少', '一共呢'], 'total', 195],
    [['柳河乡和青石镇2021年行政许可各多少', '差多少'], 'derive', -91],
    [['柳河乡和青石镇2021年行政许可各多少', '哪个多'], 'rank', '青石镇'],
    [['青石镇2022年行政许可比去年多多少', '处罚呢'], 'change', 4],
    [['柳河乡2021年许可占全县的比例', '青石镇呢'], 'share-of-all', 2.03],
    [['柳河乡2021年的组长是谁', '青石镇2020年呢'], 'who', '周以宁'],
    [['Which township had the most penalties in 2021?', 'And licences?'], 'rank', '青石镇'],
    [['Which township had the most penalties in 2021?', 'who is second?'], 'rank', '柳河乡'],
    [['Which township had the most penalties in 2021?', 'what about the fewest?'], 'rank', '柳河乡'],
    [['Total licences of all townships in 2021', 'and 2020?'], 'total', 171],
    [['Total licences of all townships in 2021', 'average?'], 'total', 97.5],
    [['Total licences of all townships in 2021', 'which has the most?'], 'rank', '青石镇'],
  ])('%j', async (questions, intent, value) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.intent, last.value], last.text).toEqual(['answered', intent, value]);
    expect(last.text).toMatch(/接着上一问，按“.+”回答|answered as “.+”/);
  });

  it.each<[string[], (number | null)[]]>([
    [['青石镇近三年行政许可趋势', '柳河乡呢'], [37, 45, 52]],
    [['青石镇近三年行政许可趋势', '柳河乡呢', '处罚呢'], [0, 2, 3]],
    [['柳河乡2021年行政许可多少', '历年呢'], [37, 45, 52]],
    [['柳河乡和青石镇2021年行政许可各多少', '2020年呢'], [45, 126]],
    [['Licences in Qingshi over the last three years', 'and Liuhe?'], [37, 45, 52]],
  ])('%j: the rows', async (questions, rows) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.rows.map(({ value }) => value)], last.text).toEqual(['answered', rows]);
  });

  it('what was refused is gone on from all the same', async () => {
    const [, refused, next] = await talk('青石镇2022年行政许可比去年多多少', '柳河乡呢', '2021年呢');
    expect([refused!.status, refused!.reason]).toEqual(['not_found', 'no_document']);
    expect([next!.status, next!.value, next!.rows.map(({ org }) => org)]).toEqual(['answered', 7, ['柳河乡', '柳河乡']]);
  });

  it('a year alone is answered in the language of the question before', async () => {
    const [, second] = await talk('Total licences of all townships in 2021', '2020?');
    expect([second!.lang, second!.value]).toEqual(['en', 171]);
  });
});

describe('two organisations', () => {
  it.each<[string, number | string]>([
    ['柳河乡、青石镇两家2021年行政许可一共多少', 195],
    ['青石镇和柳河乡两个乡镇2021年处罚共多少', 10],
    ['柳河乡和青石镇2021年行政许可加起来', 195],
    ['柳河乡加青石镇2021年行政许可', 195],
    ['Liuhe and Qingshi licences in 2021 altogether', 195],
    ['柳河乡和青石镇2021年行政许可哪个多', '青石镇'],
    ['2021年行政许可柳河乡多还是青石镇多', '青石镇'],
    ['柳河乡和青石镇2021年行政许可哪个少', '柳河乡'],
    ['Which had more licences in 2021, Liuhe or Qingshi?', '青石镇'],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
    expect(new Set(answer.rows.map(({ org }) => org))).toEqual(new Set(['柳河乡', '青石镇']));
    expect(answer.text).not.toMatch(/相差|Difference/);
  });
});

describe('a place in a rank', () => {
  it.each([
    ['2021年哪个乡镇行政许可排第二', '柳河乡'],
    ['2021年哪个单位行政许可第三多', '柳河乡'],
    ['2021年各单位行政许可倒数第二', '青石镇'],
    ['Which of all organisations ranks number 2 by licences in 2021?', '青石镇'],
  ])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', intent: 'rank', value });
  });

  it('各乡镇分别多少 lists them all and none of them is the answer', async () => {
    expect(await desk.ask('2021年各单位行政许可分别多少')).toMatchObject({ status: 'answered', value: null, rows: [{ value: 6842 }, { value: 143 }, { value: 52 }] });
  });
});

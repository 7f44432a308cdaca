import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

// Invented: each sentence stands one word away from something that it does not tell.
const COUNTY_OFFICE = `梧岭县水务局2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。官网刊登简讯、动态 134 条，发布公示 21 条。全年公开信息 940 条（2021 年为 870 条），其中官网 700 条、展板 240 条。全县各乡镇、各部门合计上报信息 5200 条。编印《水务简报》8 期，每期印 300 册。问卷发放 620 份，收回 577 份。

（二）依申请公开。平均答复用时 8.5 个工作日，比上年再缩短 2.5 个工作日。未收取邮寄费用，没有发生行政诉讼，也没有失密泄密。

（三）机构。领导小组作了调整：原局长霍启明 4 月离任，组长改由局长柏舟担任，副局长缪青任副组长。
`;

describe('a number that the report does not tell', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'wuling.txt': COUNTY_OFFICE });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number | string]>([
    ['发布公示几条', 21],
    ['2022年公开信息多少条', 940],
    ['2021年公开信息多少条', 870],
    ['简讯、动态几条', 134],
    ['全县上报信息多少条', 5200],
    ['问卷发放多少份', 620],
    ['问卷收回几份', 577],
    ['邮寄费用收了多少元', 0],
    ['行政诉讼几件', 0],
    ['失密泄密几起', 0],
    ['答复用时比上年缩短多少', 2.5],
    ['组长是谁', '柏舟'],
    ['局长是谁', '柏舟'],
  ])('%s: %s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // Of two things counted together neither has the number, however common its name.
    // One of two years is not both.
    '2021年和2022年公开信息各多少条',
    '简讯几条',
    '动态几条',
    '部门上报信息多少条',
    '各乡镇上报信息多少条',
    // None of what happens is no number of pages, of people or of yuan.
    '行政诉讼多少页',
    '行政诉讼多少人',
    '失密泄密花了多少钱',
    '邮寄费用多少页',
    // What a title says is not what a change below it is of.
    '申请比上年多多少',
    // What is not the questionnaires that went out.
    '不是问卷发放的多少份',
    // Who was before is not who is.
    '原来的局长是谁',
    '原局长是谁',
    '以前的组长是谁',
  ])('%s: refused', async (question) => {
    const { status, text } = await desk.ask(question);
    expect([status === 'answered', text]).toEqual([false, text]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

// Invented: each sentence stands one word away from something that it does not tell.
const COUNTY_OFFICE = `梧岭县水务局2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。官网刊登简讯、动态 134 条，发布公示 21 条。全年公开信息 940 条（2021 年为 870 条），其中官网 700 条、展板 240 条。全县各乡镇、各部门合计上报信息 5200 条。编印《水务简报》8 期，每期印 300 册。问卷发放 620 份，收回 577 份。“梧岭水韵”抖音号推送节水漫画 63 幅，累计浏览 4.1 万次。

（二）依申请公开。平均答复用时 8.5 个工作日，比上年再缩短 2.5 个工作日。未收取邮寄费用，没有发生行政诉讼，也没有失密泄密。

（三）机构。领导小组作了调整：原局长霍启明 4 月离任，组长改由局长柏舟担任，副局长缪青任副组长。
`;

// One report of a whole county: what the office itself did stands nowhere.
const OF_THE_COUNTY = `泽川县人民政府办公室2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全县设公开专门机构 38 个，查阅点 24 个；从事公开工作的人员 166 人，其中专职 29 人。全县受理群众诉求 410 件，办结 402 件（按期办结 396 件，超期办结 6 件）。公布城市低保 1206 户、农村低保 2988 户。

（二）平台。举办政民恳谈会 7 场，到场居民 830 人次。通过县政府网站公开 1530 条，政府公报及其他渠道公开 96 条。县政府公报编印 6 期，公开经费 33 万元，其中公报编印 9 万元。2024 年视频类解读占比提高到三成以上。

（三）机构。领导小组由县长阮青任组长，副县长祝鸿任副组长，下设办公室。通过县长信箱或网上留言收到诉求 88 件。
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
    // Clauses that tell numbers of their own are no list of things that share what follows.
    ['节水漫画浏览多少次', 41000],
    ['节水漫画推送几幅', 63],
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

describe('a number of the whole county', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'zechuan.txt': OF_THE_COUNTY });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    ['查阅点几个', 24],
    ['从事公开工作的有多少人', 166],
    ['受理群众诉求几件', 410],
    ['按期办结几件', 396],
    ['农村低保多少户', 2988],
    ['城镇低保多少户', 1206],
    ['恳谈会几场', 7],
    ['收到诉求几件', 88],
    ['网站公开几条', 1530],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // 全县 holds on to the end of its sentence.
    '本级查阅点几个',
    '县政府办公室本级从事公开工作的有多少人',
    '本级公开专门机构几个',
    // What was taken in on time is not told.
    '按期受理几件',
    '超期受理几件',
    // Talks of one kind are not all meetings; those who came are not those who live there.
    '有多少会议',
    '有多少居民',
    // The gazette and whatever else.
    '公报公开几条',
    '县长信箱收到几件',
    '网上留言几件',
    // A plan is no share, and what was spent is no content.
    '视频类解读占比',
    '公报发了什么',
    '公报登了什么',
  ])('%s: refused', async (question) => {
    const { status, text } = await desk.ask(question);
    expect([status === 'answered', text]).toEqual([false, text]);
  });

  it.each(['组长是谁、副组长是谁', '组长、副组长是谁', '组长和副组长是谁？'])('%s: each by itself', async (question) => {
    const { status, text } = await desk.ask(question);
    expect([status, text.includes('阮青'), text.includes('祝鸿')]).toEqual(['answered', true, true]);
  });

});

// What has come together since the beginning is told before what the year added.
const SINCE_THE_BEGINNING = `雁岭县粮食局2013年政府信息公开工作年度报告

一、概述

截至2013年底，累计主动公开政府信息905条，其中2013年新增148条，分为规划计划类3条、质量抽检类145条。计划印制收购明白纸600份，实际印制580份。“放心粮油”扶持计划公示补贴资金26万元。拟废止文件7件，实际废止5件。对拟公开的信息160条逐条作保密审查。开展粮油知识培训2期，参训77人次。
`;

describe('what a year added', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'yanling.txt': SINCE_THE_BEGINNING });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    ['公开了多少条', 148],
    ['规划计划类几条', 3],
    // A plan that has a name.
    ['扶持计划公示补贴资金多少万元', 26],
    ['实际废止几件', 5],
    ['拟废止文件几件', 7],
    ['保密审查几条', 160],
    ['实际印制明白纸几份', 580],
    ['2013年公开了多少条信息', 148],
    ['累计公开多少条', 905],
    ['培训了多少人次', 77],
    ['培训几期', 2],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each<[string, number]>([
    ['计划公开多少条', 3],
    ['废止文件几件', 7],
    ['废止了几件文件', 7],
  ])('%s is not %d', async (question, value) => {
    expect((await desk.ask(question)).value).not.toBe(value);
  });
});

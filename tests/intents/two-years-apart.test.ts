import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const EARLIER = `云岭县青石镇2021年政府信息公开工作年度报告

一、总体情况

全年公开信息310条，其中门户网站190条，公开栏40条。接听群众来电咨询96人次，接待现场查阅18人次。承接12345热线转来工单120件，办结118件。公示栏累计达到12块。“青石发布”公众号年末关注用户2100人，比上年增加300人。接待来访137批次，比上年的158批次下降13.3%。公开危房改造补助发放名单，涉及35户、资金70.5万元。
`;
const LATER = `云岭县青石镇2022年政府信息公开工作年度报告

一、总体情况

全年公开信息352条，其中门户网站205条，公开栏40条。电话咨询110人次，现场查阅15人次。收到12345热线工单146件，办结139件。公示栏增加到15块。公众号粉丝涨到2650人。公开危房改造补助31户62万元。
`;

describe('a change between two reports, however the two years are said', () => {
  const desk = openDesk({ 'a-2021.txt': EARLIER, 'a-2022.txt': LATER });

  it.each([
    ['门户网站公开信息两年间增减几条', 15],
    ['门户网站公开信息从21年到22年变动', 15],
    ['公开信息2021到2022变化多少', 42],
    ['现场查阅2021到2022增减多少人次', -3],
    ['现场查阅的人次变了多少', -3],
    ['电话咨询比前一年增减多少人次', 14],
    ['12345工单，22年比21年变了多少件', 26],
    ['粉丝一年里涨了多少人', 550],
    ['公示栏多了几块', 3],
    ['公开栏信息条数有啥变化，差几条', 0],
    ['公开信息两年差多少，后一年减前一年', 42],
    ['危房改造补助户数增还是减，差几户', -4],
    ['危房改造补助资金两年变动', -8.5],
    ['门户网站公开信息比上一年多多少条', 15],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', intent: 'change', value });
  });

  it.each(['短视频两年间增减几条', '12345工单办结率变了多少', '两年间有哪些变化', '留言变化几条'])('%s: no change of one figure', async (question) => {
    expect((await desk.ask(question)).intent === 'change' && (await desk.ask(question)).status === 'answered').toBe(false);
  });

  it('what both years have together is no change', async () => {
    expect(await desk.ask('公开信息两年一共多少条')).toMatchObject({ status: 'answered', value: 662 });
  });
});

describe('over one report', () => {
  const desk = openDesk({ 'a-2021.txt': EARLIER });

  it.each([
    ['公众号关注用户涨了多少人', 300],
    ['接待来访下降了多少', 13.3],
  ])('%s = %d: as it tells itself', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['门户网站公开信息比上一年多多少条', '门户网站公开信息两年间增减几条', '公示栏多了几块', '现场查阅变了多少人次'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('a word for money asks for no households', async () => {
    expect(await desk.ask('危房改造补助资金')).toMatchObject({ status: 'answered', value: 70.5, unit: '万元' });
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `云岭县粮食局2016年政府信息公开工作年度报告

一、总体情况

全年“云岭粮仓”公众号推文312篇，门户网站挂网信息96条。信息公开在局年度考核中占6分。储备粮巡查接单820起，其中有效线索610起。没有发生因政府信息公开引起的行政复议。

二、附表

指标名称	单位	统计数
一、主动公开情况	—	—
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）	条	96
二、回应解读情况	—	—
（一）回应公众关注热点或重大舆情数	次	8
（二）通过不同渠道和方式回应解读的情况	—	—
1.参加或举办新闻发布会总次数	次	2
2.政府网站在线访谈次数	次	3
3.政策解读稿件发布数	篇	5
4.微博微信回应事件数	次	13
三、依申请公开情况	—	—
（一）收到申请数	件	7
1.当面申请数	件	7
（三）申请答复数	件	7
2.同意公开答复数	件	5
4.不同意公开答复数	件	2
其中：涉及国家秘密	件	0
涉及商业秘密	件	2
`;

const OTHER = `云岭县盐务局2016年政府信息公开工作年度报告

一、总体情况

全年公众号发布信息140条，推送图文21条。盐政稽查得分88分，信息报送另计。
`;

describe('an account, points of a whole, a joining word, rows of the annexed list', () => {
  const desk = openDesk({ 'liangshi.txt': BUREAU });

  it.each([
    ['公众号推了几篇', 312],
    ['公众号推送了多少篇', 312],
    ['信息公开在考核中占几分', 6],
    ['有效线索几起', 610],
    ['因信息公开被提起行政复议的有几件', 0],
    ['微博微信回应事件数', 13],
    ['涉及商业秘密不同意公开的几件', 2],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['推了几篇', '微博推了几条', '涉及个人隐私不同意公开的几件', '因信息公开被提起行政诉讼的有几件', '信息公开在考核中得几分'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('what a report tells of by its own word', () => {
  const desk = openDesk({ 'yanwu.txt': OTHER });

  it('推送 is what was 推送', async () => {
    expect(await desk.ask('公众号推送几条')).toMatchObject({ status: 'answered', value: 21 });
  });
  it('占几分 is no score', async () => {
    expect((await desk.ask('盐政稽查占几分')).status).not.toBe('answered');
  });
});

const FEES = `云岭县档案局2012年政府信息公开年度报告

一、总体情况

全年公开信息912条，其中县政府及县政府办文件47件。专栏挂出图片30张。

二、收费情况

收取检索费120元、邮寄费35元。

三、附表

指标名称	单位	本年累计
主动公开信息数	条	912
提供便民类信息数	条	66
`;

describe('fees by their names, and words that only together name a thing', () => {
  const desk = openDesk({ 'dangan.txt': FEES });

  it.each([
    ['检索费多少元', 120],
    ['邮寄费几元', 35],
    ['便民类信息几条', 66],
    ['政府及政府办文件几件', 47],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['复制费多少元', '便民信息几张', '政府文件几件'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: two years of one town without any table, in which the same things are worded a little otherwise.
const EARLIER = `沭阴县桑埠镇2016年政府信息公开工作年度报告

一、概述
主动公开信息310条。全年收到公开申请9件，均已答复。印发办事指南1200册，接待查阅260人次，接受群众咨询540人次。公示低保对象300户。便民服务中心受理事项1810件。
`;
const LATER = `沭阴县桑埠镇2017年政府信息公开工作年度报告

一、概述
主动公开信息352条。共收到申请6件，均已答复。印发办事指南1500册，接待查阅305人次，接受咨询498人次。公示低保对象288户。便民服务中心受理各类事项1760件。培训班办了4期，新增窗口3个。
`;

describe('a change asked for in few words', () => {
  const desk = openDesk({ 'a-2016.txt': EARLIER, 'a-2017.txt': LATER });

  it.each<[string, number]>([
    ['主动公开信息一年间变了多少条', 42],
    ['低保公示户数一年间增减几户', -12],
    ['接待查阅人次变化', 45],
    ['查阅接待人次变化情况', 45],
    ['咨询人次17年较16年', -42],
    ['低保户数较16年变化', -12],
    ['桑埠镇17年比16年，主动公开信息变了多少', 42],
    ['办事指南印发册数变化多少', 300],
    ['便民服务中心受理事项跟前一年比差多少件', -50],
    ['主动公开信息两年差几条，后减前', 42],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', intent: 'change', value });
  });

  it.each<[string, number]>([
    ['桑埠镇17年比16年，申请件数变了多少', -3],
    ['收到的申请两年一共几件', 15],
  ])('%s = %d: sentences answer where no report has the table', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['内设机构职能变化', '村庄面貌变化情况', '投诉件数17年较16年', '一年间新增窗口变了几个', '印发册数前减后'])('%s: no change of one figure', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status === 'answered' && answer.value !== null, answer.text).toBe(false);
  });

  it('what one year has is no change', async () => {
    expect(await desk.ask('一年里新增窗口多少个')).toMatchObject({ status: 'answered', value: 3 });
  });
});

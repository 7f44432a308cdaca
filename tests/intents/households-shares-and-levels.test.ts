import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `清江市河东区柳岸街道办事处2023年政府信息公开工作年度报告
一、总体情况
公开老旧小区改造方案9个，涉及居民楼64栋、住户2210户。公布区乡村三级河长208名，其中区级12名、乡级61名、村级135名。
政务新媒体账号由18个整合为7个，粉丝3.1万人。发布防汛通告26份，下架失效文件15份，流动宣传车出动312台次。
招聘方面，公开招聘网格员24名，网上报名530人。群众满意率97.2%。
`;

describe('plain questions for numbers that a sentence tells beside others', () => {
  const desk = openDesk({ 'liuan.txt': REPORT });

  it.each<[string, number | null]>([
    // Households are no plans, whatever the plans are for.
    ['老旧小区改造涉及多少住户', 2210],
    ['老旧小区改造方案涉及住户多少户', 2210],
    ['老旧小区改造方案有几个', 9],
    ['改造方案涉及多少户商户', null],
    // That all of them are the whole is not said of the part.
    ['村级河长占全部河长的比例', 64.9],
    ['村级河长占全部河长的百分之多少', 64.9],
    ['乡级河长占河长总数的比重', 29.33],
    // A change told by what was and what is.
    ['政务新媒体账号整合后减少了多少个', 11],
    ['政务新媒体账号减少了多少个', 11],
    ['政务新媒体账号增加了多少个', null],
    ['政务新媒体账号比上年减少了多少个', null],
    ['粉丝减少了多少', null],
    // As people say it.
    ['宣传车跑了多少台次', 312],
    ['宣传车出动多少台次', 312],
    ['宣传车有几台', null],
    ['防汛通告总共出了几份', 26],
    ['失效文件撤下来几份', 15],
    ['网上报名多少人', 530],
    ['群众满意率好高', 97.2],
  ])('%s → %s', async (question, value) => {
    expect((await desk.ask(question)).value ?? null).toBe(value);
  });
});

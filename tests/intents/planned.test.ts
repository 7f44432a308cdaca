import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT_2021 = `松岭县榆树坪镇人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开信息412条，其中镇务公开栏205条、微信公众号87条。开展业务培训2期，培训干部64人次。投入经费3.5万元。

（二）依申请公开。收到申请6件，已全部答复。

二、存在的主要问题及改进情况

存在的问题：一是解读材料少，全年只有5篇；二是村级广播时常中断，有3个村停播超过一个月。改进打算：2022年计划发布信息不少于500条，举办业务培训3期，把解读材料增加到12篇以上；更换村级广播喇叭40只，预算6.5万元；每季度通报1次；群众留言一般在3天内答复。

三、其他需要报告的事项

发出收费通知0件。
`;

const REPORT_2022 = `松岭县榆树坪镇人民政府2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开信息468条。开展业务培训2期。年初计划制作短视频10部，实际完成7部。

二、存在的主要问题及改进情况

短视频太少。下一步，力争制作短视频15部；拟建设公开专区2个。
`;

const OTHER = `松岭县水利局2023年政府信息公开工作年度报告

一、总体情况

公布河道巡查信息96条，回复网民提问18条。

二、存在问题及下一步打算

今后将建立汛情信息2小时首发制度；水质信息提前5天预告；年内力争开放水厂3次，其中邀请学生参观120人。现有公示牌已更换14块。
`;

const IN_WORDS = `松岭县档案局2015年政府信息公开工作年度报告

一、概述

全年公开信息96条，印发宣传册800份。

二、存在的主要问题和改进措施

一是目录更新慢，仅录入42%；二是讲解员少。
二〇一六年计划：目录录入达到90%；添置查询机四台；印制查档须知三千份。
`;

const desk = openDesk({ '档案局2015.txt': IN_WORDS, '榆树坪镇2021.txt': REPORT_2021, '榆树坪镇2022.txt': REPORT_2022, '水利局2023.txt': OTHER });

describe('a number that a report means to reach answers a question about its plans', () => {
  it.each([
    ['榆树坪镇2021年报告里明年计划发布多少条信息', 500, '条'],
    ['榆树坪镇2021年报告里打算办几期培训', 3, '期'],
    ['榆树坪镇2021年报告里明年培训想搞几期', 3, '期'],
    ['档案局2016年想弄几台查询机', 4, '台'],
    ['How many pieces of information should 榆树坪镇 publish next year by the 2021 report?', 500, '条'],
    ['档案局2016年要把目录录入提到多少', 90, '%'],
    ['档案局目录录入想达到多少', 90, '%'],
    ['榆树坪镇2022年计划发布信息多少条', 500, '条'],
    ['榆树坪镇2022年力争把解读材料增加到多少篇', 12, '篇'],
    ['榆树坪镇2022年打算更换多少只喇叭', 40, '只'],
    ['榆树坪镇2022年换喇叭的预算是多少', 6.5, '万元'],
    ['榆树坪镇2023年力争做几部短视频', 15, '部'],
    ['榆树坪镇2023年拟建几个公开专区', 2, '个'],
    ['榆树坪镇下一步要建几个公开专区', 2, '个'],
    ['水利局以后汛情信息几小时首发', 2, '小时'],
    ['水利局2024年水质信息要提前几天预告', 5, '天'],
    ['水利局力争开放水厂几次', 3, '次'],
    ['档案局2015年报告里明年计划印制查档须知多少份', 3000, '份'],
    ['档案局2016年计划添置查询机几台', 4, '台'],
    ['How many training sessions does Yushuping Town (榆树坪镇) plan to hold in 2022?', 3, '期'],
  ])('%s', async (q, value, unit) => {
    const answer = await desk.ask(q);
    expect({ status: answer.status, value: answer.value, unit: answer.unit }).toEqual({ status: 'answered', value, unit });
    expect(answer.text).toMatch(/计划|Planned/u);
    expect(answer.rows[0]!.label).toMatch(/计划|planned/u);
    expect(answer.citations).not.toHaveLength(0);
  });
});

describe('it is no answer about what was done, of another year or of another thing', () => {
  it.each([
    ['水利局开放水厂几次'],
    ['档案局查档须知实际印制了多少份'],
    ['档案局2015年添置查询机几台'],
    ['档案局2015年查询机新添了几台'],
    ['水利局2023年水厂开放了几次'],
    ['水利局2024年开放水厂几次'],
    ['水利局邀请学生参观多少人'],
    ['水利局2025年力争开放水厂几次'],
    ['水利局计划更换公示牌多少块'],
    ['水利局计划开放泵站几次'],
    ['榆树坪镇2024年计划发布多少条信息'],
    ['榆树坪镇2022年换了多少只喇叭'],
    ['榆树坪镇2022年解读材料多少篇'],
    ['榆树坪镇2021年更换喇叭多少只'],
    ['榆树坪镇2022年计划公众号发布多少条'],
    ['榆树坪镇2022年计划培训多少人次'],
    ['榆树坪镇2022年计划通报几次'],
    ['榆树坪镇2021年更换喇叭和公示牌一共多少'],
  ])('%s', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).not.toContain('answered');
    expect(answer.value).toBeNull();
  });

  it.each([
    ['榆树坪镇2021年公开信息多少条', 412],
    ['榆树坪镇2021年培训几期', 2],
    ['榆树坪镇2022年公开信息多少条', 468],
    ['榆树坪镇2022年短视频实际完成几部', 7],
    ['水利局更换公示牌多少块', 14],
    ['档案局2015年印发宣传册多少份', 800],
  ])('%s is told by what was', async (q, value) => {
    expect((await desk.ask(q)).value).toBe(value);
  });
});

describe('in a conversation', () => {
  it('a planned number is no operand', async () => {
    await desk.ask('榆树坪镇2022年计划发布信息多少条', 'sum');
    await desk.ask('榆树坪镇2022年公开信息多少条', 'sum');
    expect((await desk.ask('两个加起来多少', 'sum')).value).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

const REPORT = `沅浦区教育局2020年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全系统主动公开政府信息3120条，其中局机关本级215条。通过网站公开2400条。

（二）依申请公开。全区受理申请64件，当面12件，网络52件。区教育局本级受理19件，其中公民16件、法人3件。全区年内办结61件（按时办结58件，延期办结3件）。
`;

describe('what is asked of the own level', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'yuanpu.txt': REPORT });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    ['沅浦区教育局本级主动公开信息多少条', 215],
    ['沅浦区教育局本级受理申请几件', 19],
    ['全区受理申请几件', 64],
    ['全区办结几件', 61],
  ])('%s', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  it.each(['沅浦区教育局本级办结申请几件', '沅浦区教育局本级网络申请几件'])('%s: told of the whole district only', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

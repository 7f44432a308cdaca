import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县气象局2021年政府信息公开工作年度报告

一、总体情况

收取资料费210元、打印费45元、快递费30元，减免2人。发布预警320条，其中短信180条、广播90条、大喇叭50条。培训4期，走访农户12户，检修站点9个。
`;

describe('three things or more that a question lists are added', () => {
  const desk = openDesk({ 'qixiang.txt': REPORT });

  it.each([
    ['资料费、打印费、快递费加起来多少元', 285],
    ['资料费、打印费和快递费一共多少元', 285],
    ['短信、广播和大喇叭加起来多少条', 320],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['资料费、打印费、咨询费加起来多少元', '培训、走访、检修加起来多少', '短信、广播、微信加起来多少条'])('%s: not what is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('of two things as before', async () => {
    expect(await desk.ask('短信和广播加起来多少条')).toMatchObject({ status: 'answered', value: 270 });
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县林业局2021年政府信息公开工作年度报告

一、总体情况

全年征收森林植被恢复费412.6万元。组织“林场开放日”4场，接待市民760人次。举办植树体验活动5期，服务群众930人次。印发折页3000份，接待来访84人次。开展巡护培训2期，走访林农51户。
`;

const TOWN = `云岭县石桥镇2021年政府信息公开工作年度报告

一、总体情况

村村响广播播出340次。全镇设公示牌12块。
`;

describe('who came to what was held right before', () => {
  const desk = openDesk({ 'linye.txt': REPORT });

  it.each([
    ['开放日来了多少人', 760],
    ['开放日接待市民多少人次', 760],
    ['植树体验活动服务群众多少人次', 930],
    ['接待来访多少人次', 84],
    ['森林植被恢复费收了多少钱', 412.6],
    ['森林植被恢复费收了多少', 412.6],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['培训接待多少人次', '巡护培训来了多少人', '卫生费收了多少钱', '开放日收了多少钱'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('村村响 behind the name of a town is no village of it', () => {
  const desk = openDesk({ 'shiqiao.txt': TOWN });

  it('石桥村村响', async () => {
    expect(await desk.ask('石桥村村响广播播了多少次')).toMatchObject({ status: 'answered', value: 340 });
  });
  it('石桥村 is', async () => {
    expect((await desk.ask('石桥村公示牌几块')).status).not.toBe('answered');
  });
});

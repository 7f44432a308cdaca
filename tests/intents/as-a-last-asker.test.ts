import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

/** An invented report whose windows, stations and cases are asked for in words that it does not print. */
const REPORT = `云岭县青石镇人民政府2021年政府信息公开工作年度报告

一、总体情况

按时完成了辖区内12个行政村便民服务站的基础设施建设。根据职能划分设立医保、户籍、水电、宽带等事项设立办事窗口。全年各村便民服务站办理事项640件（受理件数310件，咨询件数330件）。

五、存在的主要问题及改进情况

存在的问题：一是栏目更新不够及时。二是人手不足。
`;

const desk = openDesk({ 'qingshi.txt': REPORT });

describe('built facilities are built infrastructure', () => {
  it.each(['建了几个村的便民服务站设施', '完成了几个村便民服务站的基础设施建设', '便民服务站基础设施建了几个村'])('%s', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: 12 });
  });

  it.each(['建了几个村的文化设施', '建了几个村的便民服务站厨房'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('which matters have windows', () => {
  it.each(['窗口是按哪几块设的', '办事窗口按哪几项设的', 'Which matters have their own windows?', 'Which matters had their own service windows?'])('%s', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    for (const item of ['医保', '户籍', '宽带']) expect(answer.text).toContain(item);
  });

  it.each(['展板是按哪几块设的', 'Which matters have their own websites?'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('one of two rather than the other', () => {
  it.each<[string, number]>([
    ['Of everything the village stations handled, how many were accepted cases rather than consultations?', 310],
    ['How many consultations rather than accepted cases did the village stations handle?', 330],
  ])('%s %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many accepted cases rather than complaints did the village stations handle?'])('%s is not told beside the other', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});

describe('the report itself', () => {
  it.each(['报告自己承认有哪些不足的地方', '年报自己说了哪些问题'])('%s', async (question) => {
    expect((await desk.ask(question)).text).toContain('更新不够及时');
  });

  it('is not who did it: 自己 must be said there', async () => {
    expect((await desk.ask('村里自己建的便民服务站有几个')).status).not.toBe('answered');
  });
});

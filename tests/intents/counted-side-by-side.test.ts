import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// An invented report: two counters for one thing, and parts of a narrower name than their total.
const REPORT = `汀洲街道2021年政府信息公开工作年度报告

一、总体情况

（一）公开。全年公开信息 623 条。橱窗公开 14 条，编印手册 5 种、900 册。

（二）检查。对 27 家医疗机构开展院务公开检查，其中医院 4 家、诊所 23 家，发现缺项 12 处，补齐 11 处。公布水质抽检结果 6 期，涉及样品 84 批次。

五、存在的主要问题及改进情况

公开不够及时。
`;

describe('a figure beside the one that is asked for', () => {
  const desk = openDesk({ 'tingzhou.txt': REPORT });

  it.each([
    ['手册编了多少册', 900],
    ['手册编了几种', 5],
    ['检查了多少家医疗机构', 27],
    ['检查医院几家', 4],
    ['院务公开检查了几家诊所', 23],
    // A counter that says what is counted.
    ['水质抽检多少批次', 84],
    ['水质抽检结果公布几期', 6],
  ])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it('is not said of all of which it is a part', async () => {
    expect((await desk.ask('医疗机构多少家')).status).not.toBe('answered');
  });
});

import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `江源市民政局2014年政府信息公开工作年度报告

一、概述

领导小组由局长石文清牵头，分管副局长陶一鸣具体抓，配备专职人员一名。全年公开信息208条。
`;

const TOWNS = {
  '柏树镇2022.txt': `江源市柏树镇2022年政府信息公开工作年度报告

一、总体情况

由副镇长罗启明分管，党政办主任秦小荷任保密审查员。退回稿件12篇。
`,
  '柏树镇2023.txt': `江源市柏树镇2023年政府信息公开工作年度报告

一、总体情况

副镇长丁一舟接替分管政务公开，党政办主任秦小荷继续担任保密审查员。退回稿件9篇。
`,
};

describe('who has charge of it', () => {
  const bureau = openDesk({ 'minzheng.txt': BUREAU });
  const towns = openDesk(TOWNS);

  it.each([
    ['分管副局长是谁', '陶一鸣'],
    ['局长是谁', '石文清'],
  ])('%s: %s', async (question, holder) => {
    expect(await bureau.ask(question)).toMatchObject({ status: 'answered', value: holder });
  });

  it.each(['分管局长是谁', '主管局长是谁', '分管副市长是谁'])('%s: nobody is said to, and no office is named', async (question) => {
    const { status, text } = await bureau.ask(question);
    expect(status).not.toBe('answered');
    expect(text).not.toMatch(/没有收录/u);
  });

  it.each([
    ['柏树镇2023年谁分管政务公开', '丁一舟'],
    ['柏树镇2023年谁管政务公开', '丁一舟'],
    ['柏树镇2023年信息公开谁管', '丁一舟'],
    ['柏树镇2022年分管政务公开的副镇长是谁', '罗启明'],
    ['柏树镇2023年保密审查员是谁', '秦小荷'],
  ])('%s: %s', async (question, holder) => {
    expect(await towns.ask(question)).toMatchObject({ status: 'answered', value: holder });
  });

  it.each(['柏树镇2023年谁管档案', '柏树镇2023年谁管公众号'])('%s: not told', async (question) => {
    expect((await towns.ask(question)).status).not.toBe('answered');
  });

  it('each year has its own', async () => {
    const { status, text } = await towns.ask('柏树镇分管政务公开的副镇长2022年和2023年分别是谁');
    expect(status).toBe('answered');
    expect(text).toMatch(/罗启明.*丁一舟/su);
  });
});

import { describe, expect, it } from 'vitest';
import { keepsTheRules } from './assistant-over.js';
import { openDesk } from './open-desk.js';

/** A report with one row of its table of requests. */
const report = (issuer: string, requests: number): string =>
  [
    `${issuer}2021年政府信息公开工作年度报告`,
    '一、总体情况',
    '本年按照要求开展政府信息公开工作。',
    '三、收到和处理政府信息公开申请情况',
    '\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计',
    `一、本年新收政府信息公开申请数量\t\t\t${requests}\t0\t0\t0\t0\t0\t${requests}`,
    '二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0',
  ].join('\n');

const desk = openDesk({ 'a.txt': report('丰川县杏坪街道办事处', 21), 'b.txt': report('丰川县麻塘镇人民政府', 34), 'c.txt': report('丰川县人民政府', 90), 'd.txt': report('丰川县水利局', 5) });

describe('words for a group and names that hold them', () => {
  it.each([
    ['2021年杏坪街道和麻塘镇谁收到的申请多', ['麻塘镇', '杏坪街道']],
    ['2021年哪个单位收到申请最多', ['麻塘镇', '杏坪街道', '丰川县水利局']],
    ['2021年哪个街道收到申请最多', ['杏坪街道']],
    ['2021年哪个乡镇街道收到申请最多', ['麻塘镇', '杏坪街道']],
    ['Which organisation received the most requests in 2021?', ['麻塘镇', '杏坪街道', '丰川县水利局']],
  ])('%s ranks %s', async (question, names) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.intent, answer.rows.map(({ org }) => org)], answer.text).toEqual(['answered', 'rank', names]);
    await keepsTheRules(desk.held, answer);
  });

  it.each([
    ['2021年各单位一共收到多少件申请', 60],
    ['2021年各单位平均收到多少件申请', 20],
    ['How many requests did all organisations receive in total in 2021?', 60],
  ])("%s leaves out the county's report, which counts the others' again, and says so", async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.intent, answer.value], answer.text).toEqual(['answered', 'total', value]);
    expect(answer.text).toMatch(/没有计入：丰川县|Not added: 丰川县/);
    await keepsTheRules(desk.held, answer);
  });
});

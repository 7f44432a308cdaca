import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { deskOver, keepsTheRules, type Desk } from './assistant-over.js';

const SAMPLES = join(projectRoot, 'samples');

let desk: Desk;
beforeAll(async () => {
  desk = await deskOver(Object.fromEntries(readdirSync(SAMPLES).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(join(SAMPLES, name))])));
});
afterAll(() => desk.close());

describe('questions over several reports', () => {
  it.each([
    ['哪个乡镇行政许可最多', 'rank', '青石镇'],
    ['行政处罚最少的是哪个单位', 'rank', '勐来乡'],
    ['2021年哪个单位新收申请最多', 'rank', '云岭县市场监督管理局'],
    ['Which township received the most requests?', 'rank', '青石镇'],
    ['全县2021年一共新收多少件申请', 'total', 52],
    ['2021年各乡镇行政许可合计', 'total', 195],
    ['2022年各单位平均新收申请多少件', 'total', 30.5],
    ['青石镇新收申请比去年多多少', 'change', 1],
    ['柳河乡2020年行政许可比上年多多少', 'change', 8],
    ['How did requests change compared with last year in Qingshi Town?', 'change', 1],
    ['哪些单位新收申请超过10件', 'which-reports', 2],
    ['哪些乡镇没有收到申请', 'which-reports', 1],
    ['哪些单位新收申请超过1000件', 'which-reports', 0],
    ['哪些乡镇提到三提升', 'which-reports', 1],
  ])('%s', async (q, intent, value) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent, value });
    await keepsTheRules(desk.held, answer);
  });

  it.each([
    ['青石镇近三年新收申请', [8, 12, 13]],
    ['青石镇2020-2022年新收申请', [8, 12, 13]],
    ['柳河乡行政许可历年趋势', [37, 45, 52]],
    ['市场监管局行政处罚历年', [213, 246, 271]],
  ])('%s: year by year, each with its place', async (q, values) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'trend', value: null });
    expect(answer.rows.map(({ value }) => value)).toEqual(values);
    await keepsTheRules(desk.held, answer);
  });

  it('a series over two forms says what is counted differently, and refuses what cannot be compared', async () => {
    const noted = await desk.ask('柳河乡行政处罚历年');
    expect([noted.status, noted.rows.map(({ value }) => value)]).toEqual(['answered', [0, 2, 3]]);
    expect(noted.text).toContain('口径说明');
    const refused = await desk.ask('柳河乡规范性文件现行有效数历年趋势');
    expect([refused.status, refused.reason, refused.value]).toEqual(['not_found', 'wrong_form', null]);
    expect(refused.text).toContain('不能比');
  });

  it('a rank says what was looked at, what is missing and that the years differ', async () => {
    const answer = await desk.ask('各乡镇便民服务办件排名');
    expect(answer.rows.map(({ org, value }) => [org, value])).toEqual([['青石镇', 7126], ['勐来乡', 4079]]);
    for (const told of ['共看了3份报告，2份有这个数', '没有这个数：柳河乡2021', '各单位的年份不同']) expect(answer.text).toContain(told);
  });

  it('a total shows its operands and adds up', async () => {
    const { rows, derived, value } = await desk.ask('全县2021年一共新收多少件申请');
    expect(derived!.operands.map((n) => rows[n]!.value as number).reduce((sum, one) => sum + one, 0)).toBe(value);
  });

  it('a change against a year that is not held is refused', async () => {
    expect(await desk.ask('勐来乡新收申请比去年多多少')).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
  });

  it.each(['哪个村办得最多', '哪个渠道发的信息最多', '哪个窗口最忙'])('%s is about things inside a report: no organisation is named for it', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.intent, answer.value]).not.toEqual(['rank', expect.anything()]);
    expect(answer.intent).not.toBe('rank');
  });

  it('equal firsts name nobody', async () => {
    const answer = await desk.ask('哪个乡镇属于国家秘密不予公开最多');
    expect(answer).toMatchObject({ status: 'answered', intent: 'rank', value: null });
    expect(new Set(answer.rows.map(({ value }) => value))).toEqual(new Set([0]));
  });
});

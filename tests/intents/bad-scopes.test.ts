import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';

const SAMPLES = join(projectRoot, 'samples');

let desk: Desk;
beforeAll(async () => {
  desk = await deskOver(Object.fromEntries(readdirSync(SAMPLES).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(join(SAMPLES, name))])));
});
afterAll(() => desk.close());

describe('a scope that cannot be is told as such', () => {
  it.each([
    ['青石镇2005年收到多少申请', '2008'],
    ['青石镇1985年收到多少申请', '2008'],
    ['青石镇2031年收到多少申请', '2031年还没有到'],
    ['How many requests did Qingshi Town receive in 2035?', 'has not come yet'],
    ['青石镇2024年收到多少申请', '没有收录青石镇2024年的报告'],
  ])('%s', async (q, told) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
    expect(answer.text).toContain(told);
  });

  it('a place that the organisation does not lie in is put right', async () => {
    const answer = await desk.ask('云岭县的勐来乡2020年收到多少申请');
    expect(answer).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope', value: null });
    expect(answer.options).toEqual(['沧源佤族自治县勐来乡2020年收到多少申请']);
    expect((await desk.ask(answer.options[0]!)).value).toBe(0);
  });

  it('its own place contradicts nothing', async () => {
    expect((await desk.ask('云岭县的青石镇2021年收到多少申请')).value).toBe(12);
  });

  it('hundreds of names at once are refused as too long, fewer are set side by side', async () => {
    expect(await desk.ask(`${Array.from({ length: 500 }, (_, i) => `第${i}乡`).join('、')}收到多少申请`)).toMatchObject({ status: 'out_of_scope', reason: 'question_too_long' });
    const many = await desk.ask(`${Array.from({ length: 160 }, (_, i) => (i % 2 === 0 ? '青石镇' : '柳河乡')).join('、')}2021年收到多少申请`);
    expect([many.status, many.rows.map(({ value }) => value)]).toEqual(['answered', [4, 12]]);
  });

  it.each(['报告什么时候公布的', '青石镇2021年的报告是什么时候公布的', 'When was the report published?'])('%s asks of the past, not of deadlines', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.intent === 'deadline', answer.status === 'answered']).toEqual([false, false]);
  });
});

describe('names as they are typed', () => {
  it.each([
    ['青石震2022年行证处罚多少件', 11],
    ['市场兼管局2023年行政出罚多少件', 271],
    ['qingshi zhen 2022年处罚几件', 11],
    ['麻烦问哈，柳河乡21年行政许可拢共办了好多件嘛，谢谢', 52],
    ['How many penalties did the Market Regulation Bureau decide in 2023?', 271],
    ['Liuhe Xiang, 2020: number of administrative licences?', 45],
  ])('%s', async (q, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value });
  });

  it('a name taken by its sound is confirmed', async () => {
    expect((await desk.ask('市场兼管局2023年行政处罚多少件')).text).toContain('按“云岭县市场监督管理局”理解');
  });
});

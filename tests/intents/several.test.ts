import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';

let desk: Desk;
beforeAll(async () => {
  const names = ['qingshi-2021.txt', 'qingshi-2022.txt', 'liuhe-2021.txt'];
  desk = await deskOver(Object.fromEntries(names.map((name) => [name, readFileSync(join(projectRoot, 'samples', name))])));
});
afterAll(() => desk.close());

const values = (rows: readonly { readonly value: unknown }[]): unknown[] => rows.map(({ value }) => value);

describe('several questions in one message', () => {
  it.each([
    ['青石镇2021年新收申请多少件？行政许可多少件？', [12, 143]],
    ['1、青石镇22年许可多少 2、柳河乡21年许可多少', [158, 52]],
    ['您好！青石镇2022年许可了多少件？柳河乡2021年呢？', [158, 52]],
    ['How many penalties were imposed in Qingshi Town in 2022? And in 2021?', [11, 7]],
  ])('%s: one by one, each with its own figures and quotes', async (q, wanted) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'several', value: null });
    for (const value of wanted) expect(values(answer.rows)).toContain(value);
    expect(answer.text).toContain('1. ');
    expect(answer.text).toContain('2. ');
  });

  it('a comma parts what asks for itself on both sides', async () => {
    const answer = await desk.ask('柳河乡2021年公开了多少条信息，领导小组组长是谁？');
    for (const told of ['214', '罗启明']) expect(answer.text).toContain(told);
  });

  it.each(['青石镇2021年镇便民服务中心和村级代办点一共办了多少件', '青石镇2022年新收申请，比上年多几件', '青石镇2021年公开信息，分别是哪些渠道'])('%s asks once', async (q) => {
    expect((await desk.ask(q)).intent).not.toBe('several');
  });

  it('what cannot be answered is said beside what can', async () => {
    const answer = await desk.ask('青石镇2022年许可了多少件？公务员有多少名？');
    expect(answer.status).toBe('answered');
    expect(answer.rows.map(({ value }) => value)).toContain(158);
    expect(answer.text).toContain('没有查到');
  });
});

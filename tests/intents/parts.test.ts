import { describe, expect, it } from 'vitest';
import { sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const values = (rows: readonly { readonly value: unknown }[]): unknown[] => rows.map(({ value }) => value);

describe('the figures of one part', () => {
  it.each([
    ['青石镇2021年表二有哪些数', [2, 1, 8, 143, 7, 0.86], 'active.'],
    ['把市监局2022年复议诉讼那张表的数都列出来', [7, 3, 2], null],
    ['市监局23年处罚那一节的数字', [271], 'active.penalty.'],
    ['柳河乡2021年收到申请那一行都是多少', [3, 0, 1, 4], 'req.new.'],
    ['青石镇2020年表三结转下年度那行的数', [1], 'req.carried_out.'],
    ['柳河乡2021年平台建设那段有哪些数字', [2981, 1719, 1262, 701], null],
    ['青石镇2022年主动公开那一部分都有哪些数', [158, 11, 1.24], null],
    ['Show me all figures in the row of requests received, Liuhe Township 2021', [3, 4], 'req.new.'],
  ])('%s', async (q, wanted, metrics) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'part-figures', value: null });
    for (const value of wanted) expect(values(answer.rows)).toContain(value);
    if (metrics !== null) expect(answer.rows.every(({ metric }) => metric?.startsWith(metrics))).toBe(true);
  });

  it('blank cells are told as blank', async () => {
    expect((await desk.ask('柳河乡2021年表二有哪些数')).text).toContain('不适用');
  });

  it.each([
    ['麻烦查一下青石镇2022年(二)部分公开自然人的数', 'figure-lookup'],
    ['麻烦查一下柳河乡2021年行政规范性文件现行有效件数的数', 'figure-lookup'],
  ])('%s names one cell: its words hold 部分 or 行 and mean no part', async (q, intent) => {
    const answer = await desk.ask(q);
    expect([answer.intent, answer.value === null]).toEqual([intent, false]);
  });

  it('of several years it asks which', async () => {
    const answer = await desk.ask('青石镇表二有哪些数');
    expect(answer).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope', rows: [] });
    expect(answer.options).toHaveLength(3);
  });
});

describe('what is new against another year', () => {
  it.each([
    ['青石镇2022年比上一年的年报有哪些数变了', [143, 158, 7, 11], '+15'],
    ['柳河乡21年的年报和20年的相比哪些指标变了', [45, 52], '口径说明'],
    ['What is new in the 2022 report of Qingshi Town against the year before?', [143, 158], '+15'],
  ])('%s: both sides cited', async (q, wanted, told) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'whats-new', value: null });
    for (const value of wanted) expect(values(answer.rows)).toContain(value);
    expect(new Set(answer.citations.map((citation) => (citation.kind === 'report' ? citation.year : null))).size).toBe(2);
    expect(answer.text).toContain(told);
  });

  it('a figure that only one form asks for is told apart, and what cannot be compared is no change', async () => {
    const { text } = await desk.ask('柳河乡21年的年报和20年的相比哪些指标变了');
    expect(text).toContain('只有2021年报告有的');
    expect(text).toContain('只有2020年报告有的');
    expect(text).not.toMatch(/现行有效件数：\d/u);
  });

  it('without the other report nothing is compared', async () => {
    expect(await desk.ask('勐来乡这份年报比上年有哪些变化')).toMatchObject({ status: 'not_found', reason: 'no_document' });
  });
});

describe('a number that the report contradicts', () => {
  it.each([
    ['勐来乡为什么处罚了5家', 0, '5'],
    ['青石镇2022年为什么处罚了20件', 11, '不是问题里说的20'],
    ['柳河乡2021年收到9件申请，怎么处理的', 4, '不是问题里说的9'],
    ['Why did Qingshi Town impose 15 penalties in 2022?', 11, 'does not say 15'],
  ])('%s: says what the report gives', async (q, value, told) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'premise', value });
    expect(answer.text).toContain(told);
  });

  it.each(['青石镇2022年为什么处罚了11件', '勐来乡中心咨询的1047件是怎么办的', '勐来乡处罚的是哪五家', '青石镇2022年为什么新建了20座桥'])('%s: nothing is contradicted', async (q) => {
    expect((await desk.ask(q)).status).not.toBe('answered');
  });
});

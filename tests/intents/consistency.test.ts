import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { keepsTheRules } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const SAMPLE = readFileSync(join(projectRoot, 'samples', 'qingshi-2021.txt'), 'utf8');
const BROKEN = SAMPLE.replace('（一）予以公开 || 5 |', '（一）予以公开 || 6 |');

const desk = openDesk({ 'qingshi-2021.txt': Buffer.from(BROKEN), 'menglai-2020.txt': readFileSync(join(projectRoot, 'samples', 'menglai-2020.txt')) });

describe('does it add up', () => {
  it.each(['勐来乡2020年表里的数对得上吗', '勐来乡的数据有没有错误', '勐来勾稽关系对不对', "Does the arithmetic of Menglai's report add up?"])('%s: no error, and cells as evidence', async (q) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'consistency' });
    expect(answer.text).toMatch(/没有发现错误|no error was found/);
    expect(answer.citations.length).toBeGreaterThan(0);
    await keepsTheRules(desk.held, answer);
  });

  it.each(['青石镇哪行错了', '青石镇2021年表三有问题没'])('%s: the row, both sums and the cell', async (q) => {
    const answer = await desk.ask(q);
    expect(answer.intent).toBe('consistency');
    for (const told of ['“三(一)予以公开”行', '加起来是 8', '写的是 6，应为 5']) expect(answer.text).toContain(told);
    await keepsTheRules(desk.held, answer);
  });

  it('says which of several reports, and how many were looked at', async () => {
    const answer = await desk.ask('哪些单位表三不平');
    expect(answer).toMatchObject({ status: 'answered', intent: 'consistency', value: 1 });
    expect(answer.text).toContain('核对了2份报告，1份有错误');
    expect(answer.text).toContain('青石镇');
  });

  it('keeps to the table that is named', async () => {
    expect((await desk.ask('青石镇表四有问题没')).text).toContain('没有发现错误');
  });

  it.each(['勐来乡表三的勾稽关系怎么说的', '勐来乡勾稽关系是怎么写的', '勐来乡2020年申请表的勾稽关系是什么'])('%s: the words of the form, and no verdict', async (q) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'consistency' });
    expect(answer.text).toContain('第一项加第二项之和');
    expect(answer.text).not.toContain('没有发现错误');
    await keepsTheRules(desk.held, answer);
  });

  it('knows no such words over the other tables', async () => {
    expect((await desk.ask('勐来乡表二的勾稽关系怎么写的')).status).not.toBe('answered');
  });

  it.each(['村为民服务站办理了多少件', '青石镇办结率是多少'])('%s is another question', async (q) => {
    expect((await desk.ask(q)).intent).not.toBe('consistency');
  });
});

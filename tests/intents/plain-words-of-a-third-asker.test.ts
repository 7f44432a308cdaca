import { describe, expect, it } from 'vitest';
import { filledReport } from './filled-tables.js';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县渔政局2014年政府信息公开工作年度报告

一、总体情况

局长苗春生负总责，办公室2人兼办。成立工作小组，由副局长傅长河任组长。设立告示牌18块。

二、存在的问题及改进

问题是：离岛渔村船期不定，公开的信息送达慢；图解做得少。下一步增加图解。
`;

describe('who is asked for in plain English', () => {
  const desk = openDesk({ 'yuzheng.txt': REPORT });

  it.each([
    ['Who was in overall charge?', '苗春生'],
    ['Which person had overall responsibility?', '苗春生'],
    ['Who was the leader of the working group?', '傅长河'],
    ['Who was the head of the work group?', '傅长河'],
  ])('%s', async (question, name) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: expect.stringContaining(name) as string });
  });

  it.each(['Who was the deputy leader of the working group?', 'Who was in overall charge of the budget?'])('%s: nobody', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('a difficulty is a problem that the report tells of', () => {
  const desk = openDesk({ 'yuzheng.txt': REPORT });

  it('is told for whom it is one', async () => {
    expect((await desk.ask('离岛渔村有什么困难')).text).toContain('船期不定');
  });
  it('is not told for somebody else', async () => {
    expect((await desk.ask('养殖户有什么困难')).status).not.toBe('answered');
  });
});

describe('things put up are counted', () => {
  const desk = openDesk({ 'yuzheng.txt': REPORT });

  it.each([
    ['告示牌立了几块', 18],
    ['告示牌立起了几块', 18],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });
});

describe('what is newly handed in', () => {
  const { text, value } = filledReport('云岭县港务局', 2022, 300);
  const desk = openDesk({ 'gangwu.txt': text });

  it.each([
    ['公益组织新递的申请几件', 'req.new.nonprofit'],
    ['法律服务机构新递申请几件', 'req.new.legal'],
  ])('%s', async (question, metric) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: value.get(metric) ?? NaN });
  });
});

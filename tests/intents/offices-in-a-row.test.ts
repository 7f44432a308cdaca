import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const bureau = (name: string, requests: number, items: number): string => `云岭县${name}2022年政府信息公开工作年度报告

一、总体情况

全年主动公开政府信息${items}条。全年新收申请${requests}件。
`;

describe('offices called by what they do, or only counted', () => {
  const desk = openDesk({ 'a.txt': bureau('自然资源局', 31, 640), 'b.txt': bureau('卫生健康局', 12, 410), 'c.txt': bureau('教育局', 8, 385) });

  it.each([
    ['自然、卫健、教育三家，谁新收的申请最多', '云岭县自然资源局'],
    ['三家里头谁新收的申请最多', '云岭县自然资源局'],
    ['三个局各按自家年报，新收申请最多的是哪个', '云岭县自然资源局'],
  ])('%s: %s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    ['三家新收的申请总共多少件', 51],
    ['卫健、教育两个局的新收申请合起来几件', 20],
    ['自然局跟卫健局新收申请合计', 43],
    ['自然局主动公开信息比卫健局多几条', 230],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['三家企业一共多少件', '自然、水务、教育三家，谁新收的申请最多', '卫健、教育三家新收申请合计多少件', '四家新收的申请总共多少件'])('%s: not those that are held', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

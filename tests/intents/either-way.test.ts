import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县渔政局2021年政府信息公开工作年度报告

一、总体情况

全年公开信息420条，较上年减少31条。收到申请18件，比上年增加4件。“云岭渔讯”公众号推送260篇，总阅读量51.2万次，年末关注用户6400人。承办建议12件。
`;

describe('by how much something changed, whichever way', () => {
  const desk = openDesk({ 'yuzheng.txt': REPORT });

  it.each([
    ['公开信息较上年变化多少条', -31],
    ['申请比上年变化几件', 4],
    ['公开信息较上年减少多少条', 31],
    ['公众号关注用户多少', 6400],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['建议比上年变化几件', '公众号推送较上年变化几篇', '微博关注用户多少'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

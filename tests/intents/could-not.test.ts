import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `江源市芦滩镇2022年政府信息公开工作年度报告

一、总体情况

主动公开信息274条，其中网页160条、公示栏114条。5个村民小组收不到广播通知。9户听不清喇叭，7户看不懂公示。3个村用不上自助机。22户听得清喇叭。
主要不足：微信更新慢，老人不会用微信看通知，喇叭声音小。
`;

describe('what could not be done', () => {
  const desk = openDesk({ 'lutan.txt': TOWN });

  it.each([
    ['村民小组收不到广播通知的几个', 5],
    ['几户听不清喇叭', 9],
    ['几户看不懂公示', 7],
    ['用不上自助机的村几个', 3],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['收到广播通知的村民小组几个', '看懂公示的几户', '用上自助机的村几个'])('%s: those who could are not counted', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});

describe('what goes on from a figure', () => {
  const desk = openDesk({ 'lutan.txt': TOWN });

  it.each([
    ['How many items were published?', 'What about WeChat?'],
    ['公开信息多少条', '微信呢'],
  ])('%s %s is answered by no sentence', async (first, then) => {
    expect(await desk.ask(first, then)).toMatchObject({ status: 'answered', value: 274 });
    expect((await desk.ask(then, then)).status).not.toBe('answered');
  });
});

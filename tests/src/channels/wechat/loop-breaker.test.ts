import { beforeEach, describe, expect, it } from 'vitest';
import { LoopBreaker } from '../../../../src/channels/wechat/loop-breaker.js';

describe('LoopBreaker', () => {
  let now: Date;
  let breaker: LoopBreaker;
  beforeEach(() => {
    now = new Date('2026-03-03T02:00:00Z');
    breaker = new LoopBreaker(() => now);
  });
  const times = (many: number, everySeconds: number, text: (i: number) => string): boolean[] =>
    Array.from({ length: many }, (_, i) => {
      now = new Date(now.getTime() + everySeconds * 1000);
      return breaker.isLoop('bot', text(i));
    });

  it.each([
    ['a flood', 14, 1, (i: number) => `${i}`, 12],
    ['the same again and again', 6, 30, () => '我不明白您的问题', 4],
    ['two bots that answer each other at leisure', 110, 20, (i: number) => `${i}`, 100],
  ])('tells %s', (_, many, every, text, fine) => {
    const told = times(many, every, text);
    expect(told).toEqual([...Array.from({ length: fine }, () => false), ...Array.from({ length: many - fine }, () => true)]);
  });

  it.each([
    ['a busy morning', 60, 60, (i: number) => `第${i}问`],
    ['the same question once more each quarter of an hour', 10, 900, () => '还没有人交吗'],
    ['files, which bring no words', 10, 20, () => ''],
  ])('leaves %s alone', (_, many, every, text) => {
    expect(times(many, every, text)).not.toContain(true);
  });

  it('tells speakers apart, and listens again after a pause', () => {
    expect(times(14, 1, String).at(-1)).toBe(true);
    expect(breaker.isLoop('mary', '多少件')).toBe(false);
    now = new Date(now.getTime() + 61_000);
    expect(breaker.isLoop('bot', '多少件')).toBe(false);
  });
});

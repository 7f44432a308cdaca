import { beforeEach, describe, expect, it } from 'vitest';
import { WechatConfig } from '../../../../src/channels/wechat/config.js';
import { Governor } from '../../../../src/channels/wechat/governor.js';

describe('Governor', () => {
  let now: Date;
  const at = (china: string): void => {
    now = new Date(`2026-11-26T${china}+08:00`);
  };
  const governor = (config: object = {}, chance = 0.5): Governor => new Governor(WechatConfig.parse(config), () => now, () => chance);

  beforeEach(() => at('10:00:00'));

  it('keeps a gap with jitter between messages, in the order they come', () => {
    const one = governor();
    expect([one.ask(true), one.ask(true), one.ask(true)]).toEqual([{ waitMs: 0 }, { waitMs: 1750 }, { waitMs: 3500 }]);
    at('10:01:00');
    expect(one.ask(true)).toEqual({ waitMs: 0 });
  });

  it.each([[0, 1000], [1, 2500]])('with chance %d waits %d ms', (chance, waitMs) => {
    const one = governor({}, chance);
    one.ask(true);
    expect(one.ask(true)).toEqual({ waitMs });
  });

  it('lets nobody wait long inside a call', () => {
    const one = governor({ gapSeconds: 10, jitterSeconds: 0 });
    one.ask(true);
    one.ask(true);
    expect(one.ask(true)).toEqual({ notBefore: new Date('2026-11-26T10:00:20+08:00'), reason: 'queue' });
    at('10:00:10');
    expect(one.ask(true)).toEqual({ waitMs: 10_000 });
  });

  it('says no more than its budget until midnight in China', () => {
    const one = governor({ dailyBudget: 2, gapSeconds: 0, jitterSeconds: 0 });
    one.ask(true);
    one.ask(true);
    expect(one.ask(true)).toEqual({ notBefore: new Date('2026-11-27T00:00:00+08:00'), reason: 'daily budget' });
    now = new Date('2026-11-27T00:00:00+08:00');
    expect(one.ask(true)).toEqual({ waitMs: 0 });
  });

  it.each([
    ['21:59:59', null],
    ['22:00:00', '2026-11-27T07:00:00+08:00'],
    ['23:30:00', '2026-11-27T07:00:00+08:00'],
    ['00:10:00', '2026-11-26T07:00:00+08:00'],
    ['06:59:59', '2026-11-26T07:00:00+08:00'],
    ['07:00:00', null],
  ])('at %s says nothing unasked until %s', (time, until) => {
    at(time);
    expect(governor().ask(false)).toEqual(until === null ? { waitMs: 0 } : { notBefore: new Date(until), reason: 'quiet hours' });
    expect(governor().ask(true)).toEqual({ waitMs: 0 });
  });

  it('knows quiet hours within a day, and none', () => {
    at('12:30:00');
    expect(governor({ quiet: { from: '12:00', to: '14:00' } }).ask(false)).toEqual({ notBefore: new Date('2026-11-26T14:00:00+08:00'), reason: 'quiet hours' });
    expect(governor({ quiet: { from: '12:00', to: '12:00' } }).ask(false)).toEqual({ waitMs: 0 });
  });

  it('leaves the account alone after failures in a row, longer each time, and begins anew after a success', () => {
    const one = governor();
    expect([one.failed('x'), one.failed('x')]).toEqual([null, null]);
    expect(one.failed('x')).toEqual(new Date('2026-11-26T10:10:00+08:00'));
    expect(one.ask(true)).toEqual({ notBefore: new Date('2026-11-26T10:10:00+08:00'), reason: 'breaker' });
    at('10:10:00');
    expect(one.ask(true)).toEqual({ waitMs: 0 });
    expect([one.failed('x'), one.failed('x'), one.failed('x')].at(-1)).toEqual(new Date('2026-11-26T10:30:00+08:00'));
    one.succeeded();
    expect([one.failed('x'), one.failed('x'), one.failed('x')].at(-1)).toEqual(new Date('2026-11-26T10:20:00+08:00'));
  });

  it('leaves the account alone when that is what it complains of by itself, and not for anything else', () => {
    const one = governor();
    expect([one.complained('network error'), one.ask(true)]).toEqual([null, { waitMs: 0 }]);
    expect(one.complained('操作太频繁')).toEqual(new Date('2026-11-26T10:10:00+08:00'));
    expect(one.complained('操作太频繁')).toBeNull();
    expect(one.ask(true)).toMatchObject({ reason: 'breaker' });
  });

  it.each(['操作频繁，请稍后再试', '操作过于频繁', 'Too many requests'])('does so at once when WeChat says %s', (said) => {
    expect(governor().failed(said)).toEqual(new Date('2026-11-26T10:10:00+08:00'));
  });
});

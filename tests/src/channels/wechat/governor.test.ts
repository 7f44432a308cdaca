import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { WechatConfig } from '../../../../src/channels/wechat/config.js';
import { governorFile } from '../../../../src/channels/wechat/governor-file.js';
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

  it('is not made to forget by a restart: neither the break nor the budget', () => {
    const folder = mkdtempSync(join(tmpdir(), 'governor-'));
    const started = (): Governor => new Governor(WechatConfig.parse({ dailyBudget: 2, gapSeconds: 0, jitterSeconds: 0 }), () => now, () => 0, governorFile(folder));
    const first = started();
    first.ask(true);
    first.failed('操作频繁');
    expect(started().ask(true)).toEqual({ notBefore: new Date('2026-11-26T10:10:00+08:00'), reason: 'breaker' });
    at('10:10:00');
    const second = started();
    expect([second.ask(true), started().ask(true)]).toEqual([{ waitMs: 0 }, { notBefore: new Date('2026-11-27T00:00:00+08:00'), reason: 'daily budget' }]);
    expect(second.failed('操作频繁')).toEqual(new Date('2026-11-26T10:30:00+08:00'));
    expect(statSync(join(folder, 'governor.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"day":', '{"day":1}', '{"day":1,"spent":-5,"breakUntil":1e99,"breaks":1}'])('begins anew with a file that holds %j', (damaged) => {
    const folder = mkdtempSync(join(tmpdir(), 'governor-'));
    writeFileSync(join(folder, 'governor.json'), damaged);
    expect(new Governor(WechatConfig.parse({}), () => now, () => 0, governorFile(folder)).ask(true)).toEqual({ waitMs: 0 });
  });

  it('is silent for six hours at most, whatever a file or a clock that was wrong says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'governor-'));
    writeFileSync(join(folder, 'governor.json'), JSON.stringify({ day: 1, spent: 0, breakUntil: now.getTime() + 1e12, breaks: 9 }));
    expect(new Governor(WechatConfig.parse({}), () => now, () => 0, governorFile(folder)).ask(true)).toMatchObject({ notBefore: new Date('2026-11-26T16:00:00+08:00') });
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, LookedUp } from '../../../src/channels/channel.js';
import { remindOnce } from '../../../src/reminders/dispatcher.js';
import { LEASE_MS } from '../../../src/reminders/outbox.js';
import { planReminders } from '../../../src/reminders/reminder.js';
import { china } from './book-here.js';
import { outboxHere } from './outbox-here.js';
import { book, places, portsOf, SENT, statesOf, type Posted } from './scene.js';

let desk: Awaited<ReturnType<typeof outboxHere>>;
beforeEach(async () => {
  desk = await outboxHere();
});
afterEach(() => desk.close());
const states = (): Promise<string[]> => statesOf(desk.outbox);

describe('a clock that jumps', () => {
  it('back: nothing is said twice, and what a clock ahead had claimed is taken over', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-23T09:00' }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00' }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-23T09:00' }));
    expect(await states()).toEqual(['slack 15 sent', 'slack 5 sent', 'wechat 15 sent', 'wechat 5 sent']);
    expect(posted).toHaveLength(4);
  });

  it('back after a claim: the lease of the future holds nobody up', async () => {
    const other = await desk.again();
    await desk.outbox.put(planReminders(china('2026-01-15T09:00'), book), china('2026-01-15T09:00'));
    await desk.outbox.claim(china('2026-01-17T09:00'), true);
    const posted: Posted[] = [];
    await remindOnce(portsOf(other, posted, { at: '2026-01-15T09:01' }));
    expect(posted).toHaveLength(2);
  });

  it('forward: what is skipped over is not said, the step that holds is', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', up: false }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-30T09:00' }));
    expect(posted.map(({ message }) => /期限还剩1天|, 1 to the date itself/u.test(message.text))).toEqual([true, true]);
  });
});

describe('a process that died', () => {
  const planned = (at: string): Promise<number> => desk.outbox.put(planReminders(china(at), book), china(at));
  async function diedPosting(): Promise<void> {
    const at = china('2026-01-15T09:00');
    await planned('2026-01-15T09:00');
    for (let i = 0; i < 2; i += 1) expect(await desk.outbox.begin((await desk.outbox.claim(at, true))!.row.key, at)).toBe(true);
  }

  it('after claiming loses nothing: another takes over when the lease has ended', async () => {
    await planned('2026-01-15T09:00');
    for (let i = 0; i < 2; i += 1) await desk.outbox.claim(china('2026-01-15T09:00'), true);
    const posted: Posted[] = [];
    const outbox = await desk.again();
    await remindOnce(portsOf(outbox, posted, { at: '2026-01-15T09:01' }));
    expect(posted).toEqual([]);
    await remindOnce(portsOf(outbox, posted, { at: '2026-01-15T09:02' }));
    expect(posted).toHaveLength(2);
  });

  it('while posting leaves it unknown, and it is not said again', async () => {
    await diedPosting();
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:05', '2026-01-15T09:10']) await remindOnce(portsOf(desk.outbox, posted, { at }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 unknown', 'wechat 15 unknown']]);
  });

  it('while posting is looked up where the channel can tell: said is said, not said is said now', async () => {
    await diedPosting();
    const posted: Posted[] = [];
    const lookUp = (key: string): LookedUp => (key.includes('slack') ? { found: 'posted', messageId: 'm9' } : { found: 'absent' });
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:05', lookUp }));
    expect([places(posted), await states()]).toEqual([['room@1'], ['slack 15 sent', 'wechat 15 sent']]);
    expect((await desk.outbox.history(9)).find(({ row }) => row.channel === 'slack')!.row).toMatchObject({ message_id: 'm9', reason: 'looked up' });
  });

  it('is looked up later when its channel is down, and unknown when that comes too late', async () => {
    await diedPosting();
    const posted: Posted[] = [];
    const lookUp = (): LookedUp => ({ found: 'posted', messageId: null });
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:05', lookUp, up: false }));
    expect(await states()).toEqual(['slack 15 posting', 'wechat 15 posting']);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:10', lookUp }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 sent', 'wechat 15 sent']]);
  });

  it('is said again as often as the policy allows, no more', async () => {
    await diedPosting();
    const posted: Posted[] = [];
    const died: Delivery = { ...SENT, state: 'unknown' };
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:05', resendUnknown: 1, outcome: died }));
    for (const at of ['2026-01-15T09:10', '2026-01-15T09:20']) await remindOnce(portsOf(desk.outbox, posted, { at, resendUnknown: 1 }));
    expect([posted.length, await states()]).toEqual([2, ['slack 15 unknown', 'wechat 15 unknown']]);
  });

  it('what the channel could not say itself is looked up at the next turn after the lease', async () => {
    const posted: Posted[] = [];
    const looked: string[] = [];
    const lookUp = (key: string): LookedUp => ({ found: looked.push(key) > 0 ? 'posted' : 'absent', messageId: null });
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', outcome: { ...SENT, state: 'unknown' }, lookUp }));
    expect(looked).toEqual([]);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:03', lookUp }));
    expect([posted.length, looked.sort(), await states()]).toEqual([2, ['digest/2026-01-15/slack/C1/', 'digest/2026-01-15/wechat/room@1/'], ['slack 15 sent', 'wechat 15 sent']]);
  });

  it('cannot begin what another has taken over meanwhile', async () => {
    await planned('2026-01-15T09:00');
    const other = await desk.again();
    const mine = await desk.outbox.claim(china('2026-01-15T09:00'), true);
    await desk.outbox.claim(china('2026-01-15T09:00'), true);
    const later = new Date(china('2026-01-15T09:00').getTime() + LEASE_MS);
    expect((await other.claim(later, true))!.row.key).toBe(mine!.row.key);
    expect(await desk.outbox.begin(mine!.row.key, later)).toBe(false);
    expect(await other.begin(mine!.row.key, later)).toBe(true);
  });
});

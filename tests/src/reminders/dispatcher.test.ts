import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadlinesOf, officialCalendar } from '../../../index/mod.js';
import type { Channel, ChannelLog, Delivery } from '../../../src/channels/channel.js';
import { remindOnce, type ReminderPorts } from '../../../src/reminders/dispatcher.js';
import type { Outbox } from '../../../src/reminders/outbox.js';
import { planReminders, type ReminderBook } from '../../../src/reminders/reminder.js';
import type { Message } from '../../../src/render/message.js';
import { outboxHere } from './outbox-here.js';

const calendar = officialCalendar();
const book: ReminderBook = {
  reminded: [
    { to: { channel: 'wechat', conversation: 'room@1', thread: null }, lang: 'zh', deadlines: ['departments'] },
    { to: { channel: 'slack', conversation: 'C1', thread: null }, lang: 'en', deadlines: ['departments'] },
  ],
  ladder: [15, 5, 0],
  hours: { from: 9 * 60, to: 17 * 60 + 30, everyDay: false },
  calendar,
  deadlinesOf: (year) => deadlinesOf(year, [], calendar),
};
const silent: ChannelLog = { info() {}, warn() {}, error() {} };
const SENT: Delivery = { state: 'sent', messageId: 'm1', reason: null, retryAt: null };
const china = (text: string): Date => new Date(`${text}+08:00`);

let desk: Awaited<ReturnType<typeof outboxHere>>;
beforeEach(async () => {
  desk = await outboxHere();
});
afterEach(() => desk.close());

interface Posted {
  readonly channel: string;
  readonly conversation: string;
  readonly message: Message;
}

function ports(posted: Posted[], { at, outcome = SENT, up = true, outbox = desk.outbox, over = book }: { at: string; outcome?: Delivery; up?: boolean; outbox?: Outbox; over?: ReminderBook }): ReminderPorts {
  const channel = (name: string): Pick<Channel, 'post' | 'health'> => ({
    post: async (to, message) => {
      posted.push({ channel: name, conversation: to.conversation, message });
      return outcome;
    },
    health: () => ({ state: up ? 'up' : 'down', detail: { zh: '', en: '' } }),
  });
  return { book: over, outbox, channel, now: () => china(at), log: silent };
}
const states = async (outbox = desk.outbox): Promise<string[]> => (await outbox.history(50)).map(({ channel, step, state }) => `${channel} ${step} ${state}`);

describe('what is due is said once', () => {
  it('to each conversation in its language, with the basis and the days left', async () => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:01', '2026-01-16T10:00']) await remindOnce(ports(posted, { at }));
    expect(posted.map(({ channel, conversation }) => `${channel} ${conversation}`).sort()).toEqual(['slack C1', 'wechat room@1']);
    const [zh, en] = ['wechat', 'slack'].map((name) => posted.find(({ channel }) => channel === name)!.message) as [Message, Message];
    for (const told of ['2025年度', '2026年1月31日（星期六）', '最后一个工作日是2026年1月30日（星期五）', '还剩15天', '第四十九条第一款']) expect(zh.text).toContain(told);
    for (const told of ['for 2025', '31 January 2026', '15 days left']) expect(en.text).toContain(told);
    expect(zh.citations[0]).toMatchObject({ kind: 'law' });
    expect(await states()).toEqual(['slack 15 sent', 'wechat 15 sent']);
  });

  it('says only the last step that a downtime missed, and how late', async () => {
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-28T09:00' }));
    expect(posted).toHaveLength(2);
    expect(posted.find(({ channel }) => channel === 'wechat')!.message.text).toContain('本应在2026年1月23日（星期五）提醒');
    expect(await states()).toEqual(['slack 5 sent', 'wechat 5 sent']);
  });

  it('never outside the hours, and not for another moment than its own', async () => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T17:30', '2026-01-17T10:00', '2026-01-18T10:00']) await remindOnce(ports(posted, { at }));
    expect(posted).toEqual([]);
    await remindOnce(ports(posted, { at: '2026-01-19T09:00' }));
    expect(posted).toHaveLength(2);
  });

  it('at the very next turn once its channel is up', async () => {
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-15T09:00:00.020', up: false }));
    expect(await states()).toEqual(['slack 15 pending', 'wechat 15 pending']);
    await remindOnce(ports(posted, { at: '2026-01-15T09:01:00.010' }));
    expect(posted).toHaveLength(2);
  });

  it('from one of two processes on one store', async () => {
    const other = await desk.again();
    const posted: Posted[] = [];
    await Promise.all([remindOnce(ports(posted, { at: '2026-01-15T09:00' })), remindOnce(ports(posted, { at: '2026-01-15T09:00', outbox: other }))]);
    expect(posted).toHaveLength(2);
  });
});

describe('what the channel tells', () => {
  it.each(['sent', 'handed over', 'refused', 'unknown'] as const)('%s is kept and nothing is said again', async (state) => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:00', '2026-01-15T12:00']) await remindOnce(ports(posted, { at, outcome: { ...SENT, state } }));
    expect(posted).toHaveLength(2);
    expect(await states()).toEqual([`slack 15 ${state}`, `wechat 15 ${state}`]);
  });

  it('pending is tried again when the channel says so', async () => {
    const posted: Posted[] = [];
    const pending: Delivery = { state: 'pending', messageId: null, reason: 'rate limited', retryAt: china('2026-01-15T09:30') };
    await remindOnce(ports(posted, { at: '2026-01-15T09:00', outcome: pending }));
    await remindOnce(ports(posted, { at: '2026-01-15T09:29' }));
    expect(posted).toHaveLength(2);
    await remindOnce(ports(posted, { at: '2026-01-15T09:30' }));
    expect(posted).toHaveLength(4);
    expect(await states()).toEqual(['slack 15 sent', 'wechat 15 sent']);
  });

  it('a channel that is not connected is waited for, until it makes no sense any more', async () => {
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-15T09:00', up: false }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 pending', 'wechat 15 pending']]);
    await remindOnce(ports(posted, { at: '2026-01-23T09:00' }));
    expect(await states()).toEqual(['slack 5 sent', 'wechat 5 sent', 'slack 15 expired', 'wechat 15 expired']);
  });

  it('a deadline that was taken out of the configuration is not said any more', async () => {
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-15T09:00', up: false }));
    await remindOnce(ports(posted, { at: '2026-01-15T10:00', over: { ...book, deadlinesOf: () => [] } }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 refused', 'wechat 15 refused']]);
  });
});

describe('a process that died', () => {
  const planned = (at: string): Promise<number> => desk.outbox.put(planReminders(china(at), book));

  it('after claiming loses nothing: another takes over when the lease has ended', async () => {
    await planned('2026-01-15T09:00');
    await desk.outbox.claim(china('2026-01-15T09:00'), 120_000, 10);
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-15T09:01' }));
    expect(posted).toEqual([]);
    await remindOnce(ports(posted, { at: '2026-01-15T09:02' }));
    expect(posted).toHaveLength(2);
  });

  it('while posting leaves it unknown, and it is not said again', async () => {
    await planned('2026-01-15T09:00');
    for (const { key } of await desk.outbox.claim(china('2026-01-15T09:00'), 120_000, 10)) expect(await desk.outbox.begin(key, china('2026-01-15T09:00'), 120_000)).toBe(true);
    const posted: Posted[] = [];
    await remindOnce(ports(posted, { at: '2026-01-15T09:05' }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 unknown', 'wechat 15 unknown']]);
  });

  it('cannot begin what another has taken over meanwhile', async () => {
    await planned('2026-01-15T09:00');
    const [row] = await desk.outbox.claim(china('2026-01-15T09:00'), 1_000, 1);
    expect(await desk.outbox.begin(row!.key, china('2026-01-15T09:01'), 1_000)).toBe(false);
  });
});

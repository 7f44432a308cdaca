import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/channels/channel.js';
import type { PlanningBook } from '../../../src/reminders/book.js';
import { remindOnce } from '../../../src/reminders/dispatcher.js';
import type { OwnReminder } from '../../../src/reminders/own.js';
import { refusingRooms } from '../../../src/reminders/refusing-rooms.js';
import type { Message } from '../../../src/render/message.js';
import { readCommand } from '../../../src/roster/chat/read-command.js';
import { bookHere, china, owingHere } from './book-here.js';
import { outboxHere } from './outbox-here.js';
import { book, CLOSED, ladder, places, portsOf, SENT, statesOf, type Posted } from './scene.js';

let desk: Awaited<ReturnType<typeof outboxHere>>;
beforeEach(async () => {
  desk = await outboxHere();
});
afterEach(() => desk.close());
const states = (): Promise<string[]> => statesOf(desk.outbox);

describe('what is due is said once', () => {
  it('to each conversation in its language, with the basis and the days left', async () => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:01', '2026-01-16T10:00']) await remindOnce(portsOf(desk.outbox, posted, { at }));
    expect(posted.map(({ channel, conversation }) => `${channel} ${conversation}`).sort()).toEqual(['slack C1', 'wechat room@1']);
    const [zh, en] = ['wechat', 'slack'].map((name) => posted.find(({ channel }) => channel === name)!.message) as [Message, Message];
    for (const told of ['2025年度', '2026年1月31日（星期六）', '最后一个工作日是2026年1月30日（星期五）', '还剩15天', '第四十九条第一款']) expect(zh.text).toContain(told);
    for (const told of ['for 2025', '31 January 2026', '15 days left']) expect(en.text).toContain(told);
    expect(zh.citations[0]).toMatchObject({ kind: 'law' });
    expect(await states()).toEqual(['slack 15 sent', 'wechat 15 sent']);
  });

  it('says only the last step that a downtime missed, and how late', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-28T09:00' }));
    expect(posted).toHaveLength(2);
    expect(posted.find(({ channel }) => channel === 'wechat')!.message.text).toContain('这次提醒原定2026年1月23日（星期五），晚了5天');
    expect(await states()).toEqual(['slack 5 sent', 'wechat 5 sent']);
  });

  it('never outside the hours, and not for another moment than its own', async () => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T17:30', '2026-01-17T10:00', '2026-01-18T10:00']) await remindOnce(portsOf(desk.outbox, posted, { at }));
    expect(posted).toEqual([]);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-19T09:00' }));
    expect(posted).toHaveLength(2);
  });

  it('at the very next turn once its channel is up', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00:00.020', up: false }));
    expect(await states()).toEqual(['slack 15 pending', 'wechat 15 pending']);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:01:00.010' }));
    expect(posted).toHaveLength(2);
  });

  it('from one of two processes on one store', async () => {
    const other = await desk.again();
    const posted: Posted[] = [];
    const one = portsOf(desk.outbox, posted, { at: '2026-01-15T09:00' });
    const meanwhile = portsOf(other, posted, { at: '2026-01-15T09:00' });
    // While the one posts, the other has its whole turn.
    await remindOnce({ ...one, channel: (name) => ({ ...one.channel(name)!, post: async (to, message) => (await remindOnce(meanwhile), one.channel(name)!.post(to, message)) }) });
    expect(places(posted)).toEqual(['C1', 'room@1']);
  });
});

describe('what the channel tells', () => {
  it.each(['sent', 'handed over', 'refused', 'unknown'] as const)('%s is kept and nothing is said again', async (state) => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:00', '2026-01-15T12:00']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: { ...SENT, state } }));
    expect(posted).toHaveLength(2);
    expect(await states()).toEqual([`slack 15 ${state}`, `wechat 15 ${state}`]);
  });

  it('pending is tried again when the channel says so', async () => {
    const posted: Posted[] = [];
    const pending: Delivery = { state: 'pending', messageId: null, reason: 'rate limited', retryAt: china('2026-01-15T09:30') };
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', outcome: pending }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:29' }));
    expect(posted).toHaveLength(2);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:30' }));
    expect(posted).toHaveLength(4);
    expect(await states()).toEqual(['slack 15 sent', 'wechat 15 sent']);
  });

  it('a channel that is not connected is waited for, until it makes no sense any more', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', up: false }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 pending', 'wechat 15 pending']]);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-23T09:00' }));
    // What waited took the next step along: one message.
    expect(posted).toHaveLength(2);
    expect(await states()).toEqual(['slack 15 sent', 'slack 5 sent', 'wechat 15 sent', 'wechat 5 sent']);
  });

  it('and what came too late is never said', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-30T09:00', up: false }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-02-02T09:00' }));
    expect([posted.length, await states()]).toEqual([0, ['slack 0 expired', 'wechat 0 expired']]);
  });

  it('a deadline that was taken out of the configuration is not said any more', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', up: false }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T10:00', over: { ...book, deadlinesOf: () => [] } }));
    expect([posted.length, await states()]).toEqual([0, ['slack 15 expired', 'wechat 15 expired']]);
  });
});

describe('one digest a day for each conversation', () => {
  const room = { to: { channel: 'wechat' as const, conversation: 'room@all', thread: null }, lang: 'zh' as const };
  const three = ['民政局', '教育局', '林草局'].map((name) => owingHere(name, { conversations: [room], ladder }));
  const over = (owing = three): PlanningBook => bookHere({ ladder, owing });

  it('lists its organisations, with what can be answered to it', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', over: over() }));
    expect(posted).toHaveLength(1);
    expect(posted[0]!.message.text).toContain('还没交的3家：民政局、教育局、林草局');
    expect(posted[0]!.message.blocks.at(-1)).toMatchObject({ type: 'choices', options: ['民政局2025已报送', '教育局2025已报送', '林草局2025已报送', '明天再说', '停止提醒'] });
    for (const text of ['民政局2025已报送', '民政局 2025 submitted']) expect(readCommand(text)).toMatchObject({ change: 'submitted' });
  });

  it('leaves out whoever handed in since it was planned, and is not said when nobody is left', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', over: over(), up: false }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T10:00', over: over(three.map((one, i) => ({ ...one, done: () => i !== 1 }))) }));
    expect(posted[0]!.message.text).toContain('还没交的1家：教育局');
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-23T09:00', over: over(), up: false }));
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-23T10:00', over: over(three.map((one) => ({ ...one, done: () => true }))) }));
    expect(posted).toHaveLength(1);
  });

  it('what is new after the day\'s digest waits for the next day', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', over: over(three.slice(0, 1)) }));
    for (const at of ['2026-01-15T14:00', '2026-01-16T08:00', '2026-01-16T09:00', '2026-01-16T15:00']) await remindOnce(portsOf(desk.outbox, posted, { at, over: over() }));
    expect(posted.map(({ message }) => /还没交的.+/u.exec(message.text)![0])).toEqual(['还没交的1家：民政局', '还没交的2家：教育局、林草局']);
  });

  it('after the date the supervisor is told who is late', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-02-02T09:00', over: over() }));
    expect(places(posted)).toEqual(['C-office', 'room@all']);
    for (const [place, words] of [['C-office', '请督促，已经逾期的3家：民政局、教育局、林草局'], ['room@all', '已经逾期、还没交的3家']] as const) {
      const { text } = posted.find(({ conversation }) => conversation === place)!.message;
      expect(text).toContain(words);
      expect(text).toContain('已经过了2天');
      expect(text).not.toContain('还剩');
    }
  });
});

describe('a closed window', () => {
  const first = { to: { channel: 'wechat' as const, conversation: 'room@1', thread: null }, lang: 'zh' as const };
  const second = { to: { channel: 'slack' as const, conversation: 'C2', thread: null }, lang: 'en' as const };
  const closed = (conversation: string): Delivery => (conversation === 'room@1' ? CLOSED : SENT);
  const over = (...conversations: (typeof first | typeof second)[]): PlanningBook => bookHere({ owing: [owingHere('民政局', { ladder, conversations })] });

  it('keeps it pending until somebody writes there', async () => {
    const posted: Posted[] = [];
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:30', '2026-01-16T08:59']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: CLOSED, over: over(first) }));
    expect([posted.length, await states()]).toEqual([1, ['wechat 15 pending']]);
    expect(await desk.outbox.heard(first.to, china('2026-01-16T20:00'))).toBe(1);
    // Who writes in the evening is there to read.
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-16T20:00', over: over(first) }));
    expect([posted.length, await states()]).toEqual([2, ['wechat 15 sent']]);
    expect(posted[1]!.message.text).toContain('原定2026年1月15日（星期四），晚了1天');
    expect(await desk.outbox.heard(first.to, china('2026-01-16T20:01'))).toBe(0);
  });

  it('lets another channel of the same organisation say it at once, in its language', async () => {
    const posted: Posted[] = [];
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T09:00', outcome: closed, over: over(first, second) }));
    expect(places(posted)).toEqual(['C2', 'room@1']);
    expect(posted.find(({ conversation }) => conversation === 'C2')!.message.lang).toBe('en');
    expect((await desk.outbox.history(9)).map(({ row, items }) => `${row.conversation} ${row.state} ${items.length}`).sort()).toEqual(['C2 sent 1', 'room@1 moved 1']);
    expect(await desk.outbox.heard(first.to, china('2026-01-16T10:00'))).toBe(0);
  });

  it('of a place that takes nothing and does not say when it will, another says it after an hour', async () => {
    const posted: Posted[] = [];
    const unbound = (conversation: string): Delivery => (conversation === 'room@1' ? { ...CLOSED, closed: false, reason: 'not bound since the last login' } : SENT);
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:59']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: unbound, over: over(first, second) }));
    expect(places(posted)).toEqual(['room@1', 'room@1']);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T10:05', outcome: unbound, over: over(first, second) }));
    expect(places(posted)).toEqual(['C2', 'room@1', 'room@1', 'room@1']);
  });

  it('of a channel that stays away, another says it after an hour', async () => {
    const posted: Posted[] = [];
    const up = (name: string): boolean => name === 'slack';
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:59']) await remindOnce(portsOf(desk.outbox, posted, { at, up, over: over(first, second) }));
    expect(posted).toEqual([]);
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-15T10:00', up, over: over(first, second) }));
    expect(places(posted)).toEqual(['C2']);
  });
});

describe('a room that is gone', () => {
  const gone = { to: { channel: 'wechat' as const, conversation: 'room@gone', thread: null }, lang: 'zh' as const };
  const owner = { to: { channel: 'slack' as const, conversation: 'U1', thread: null }, lang: 'zh' as const };
  const REFUSED: Delivery = { state: 'refused', messageId: null, reason: 'channel_not_found', retryAt: null };
  const refusing = (conversation: string): Delivery => (conversation === 'room@gone' ? REFUSED : SENT);
  const told = async (): Promise<string[]> => (await desk.outbox.history(9)).map(({ row, items }) => `${row.conversation} ${row.state} ${row.reason} ${items.length}`).sort();

  it('stays on record as refused while another conversation of the same organisation is told', async () => {
    const posted: Posted[] = [];
    const over = bookHere({ owing: [owingHere('民政局', { ladder, conversations: [gone, owner] })] });
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:05']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: refusing, over }));
    expect(places(posted)).toEqual(['U1', 'room@gone']);
    expect(await told()).toEqual(['U1 sent null 1', 'room@gone refused channel_not_found 1']);
    expect(await refusingRooms(desk.database)).toMatchObject([{ conversation: 'room@gone', reason: 'channel_not_found' }]);
  });

  it('without another one is refused, and shown', async () => {
    const posted: Posted[] = [];
    const over = bookHere({ owing: [owingHere('民政局', { ladder, conversations: [gone] })] });
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:05']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: refusing, over }));
    expect([posted.length, await told()]).toEqual([1, ['room@gone refused channel_not_found 1']]);
  });

  it('of two that are both gone, each is refused, and nothing is tried for ever', async () => {
    const posted: Posted[] = [];
    const over = bookHere({ owing: [owingHere('民政局', { ladder, conversations: [gone, owner] })] });
    for (const at of ['2026-01-15T09:00', '2026-01-15T09:05']) await remindOnce(portsOf(desk.outbox, posted, { at, outcome: REFUSED, over }));
    expect([places(posted), await told()]).toEqual([['U1', 'room@gone'], ['U1 refused channel_not_found 1', 'room@gone refused channel_not_found 1']]);
  });

  it("keeps a person's own reminder: it is nobody else's to read", async () => {
    const posted: Posted[] = [];
    const own: OwnReminder = { id: 7, number: 1, ...gone, speaker: 'li', kind: 'once', text: '带上公章', at: china('2026-01-20T09:00'), minutes: null, daysBefore: null, everyDay: true, rule: null, reportYear: 2025, org: '民政局', state: 'active', until: null, createdAt: china('2026-01-10T09:00') };
    const over = bookHere({ owing: [owingHere('民政局', { ladder, conversations: [gone, owner] })], own: [own] });
    await remindOnce(portsOf(desk.outbox, posted, { at: '2026-01-20T09:00', outcome: refusing, over }));
    expect(posted.filter(({ message }) => message.text.includes('公章')).map(({ conversation }) => conversation)).toEqual(['room@gone']);
  });
});

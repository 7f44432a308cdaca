import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_INCOMING } from '../../../src/channels/channel.js';
import { POST_WITHIN_MS } from '../../../src/desk/post.js';
import { benchOver, incoming, NOON, promised, SENT, type Bench } from './desk-over.js';

let bench: Bench;
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);
const rows = () => bench.database.selectFrom('desk_message').selectAll().execute();
const audit = () => bench.database.selectFrom('desk_audit').selectAll().execute();

beforeEach(async () => {
  bench = await benchOver({ access: { contact: '县政务公开办' } });
});
afterEach(() => bench.close());

describe('one message in, one message out', () => {
  it('posts the reply where it was asked and names the asker in a group, not alone', async () => {
    await bench.desk.receive(incoming('甲？', { from: { thread: 't1' } }), bench.channel);
    await bench.desk.receive(incoming('乙？', { direct: true, from: { conversation: 'D1' } }), bench.channel);
    expect(bench.channel.posted).toMatchObject([
      { to: { conversation: 'C1', thread: 't1' }, message: { text: '甲？', answerId: 'a1' }, mention: { speaker: 'U1', name: '小李' } },
      { to: { conversation: 'D1', thread: null }, message: { text: '乙？' }, mention: null },
    ]);
  });

  it('keeps neither words nor reply nor name once it is settled, but the id', async () => {
    await bench.desk.receive(incoming('甲？', { id: 'x' }), bench.channel);
    expect(await rows()).toMatchObject([{ message: 'x', state: 'settled', outcome: 'sent', text: null, reply: null }]);
    expect(JSON.stringify(await rows())).not.toContain('小李');
  });

  it('writes a line of audit', async () => {
    await bench.desk.receive(incoming('甲？', { id: 'x' }), bench.channel);
    expect(await audit()).toMatchObject([{ channel: 'slack', message: 'x', conversation: 'C1', speaker: 'U1', question: '甲？', answer_id: 'a1', status: 'answered', reason: null, intent: 'echo', citations: '[]', delivery: 'sent', at: NOON.toISOString() }]);
  });

  it('keeps no audit where none is wanted', async () => {
    const silent = await benchOver({ audit: { keepDays: 0 } });
    await silent.desk.receive(incoming('甲？'), silent.channel);
    expect(await silent.database.selectFrom('desk_audit').selectAll().execute()).toEqual([]);
    await silent.close();
  });

  it('hands the answer over to one who waits for it', async () => {
    const answered = await bench.desk.answer(incoming('甲？', { id: 'x', from: { channel: 'web' } }));
    expect(answered).toMatchObject({ message: { text: '甲？' }, answer: { answerId: 'a1', status: 'answered' } });
    expect([(await rows())[0]!.outcome, (await audit())[0]!.delivery]).toEqual(['handed over', 'handed over']);
  });

  it('asks at the moment of sending, but not in the future of a clock that runs ahead', async () => {
    await bench.desk.receive(incoming('甲？', { sentAt: later(-2) }), bench.channel);
    await bench.desk.receive(incoming('乙？', { sentAt: later(600) }), bench.channel);
    expect(bench.assistant.asked.map(({ options }) => options.at)).toEqual([later(-2), NOON]);
  });
});

describe('a moment that the asker names', () => {
  it.each([['long ago', later(-600_000)], ['in the future', later(600_000)]])('%s is the moment of asking, and the message is no older for it', async (_, at) => {
    expect(await bench.desk.answer(incoming('甲？'), at)).toMatchObject({ message: { text: '甲？' } });
    expect(bench.assistant.asked[0]!.options.at).toEqual(at);
  });
});

describe('duplicates', () => {
  it('get nothing twice, from this process or another', async () => {
    const other = bench.another();
    const message = incoming('甲？', { id: 'x' });
    await Promise.all([bench.desk.receive(message, bench.channel), bench.desk.receive(message, bench.channel), other.desk.receive(message, other.channel)]);
    await bench.desk.receive({ ...message, text: '别的字' }, bench.channel);
    expect([...bench.channel.texts, ...other.channel.texts]).toEqual(['甲？']);
    expect(await audit()).toHaveLength(1);
  });

  it('are told so when somebody waits for a response', async () => {
    const message = incoming('甲？', { id: 'x' });
    await bench.desk.answer(message);
    expect(await bench.desk.answer(message)).toMatchObject({ answer: null, message: { status: 'notice', text: expect.stringContaining('答过') } });
    expect(bench.assistant.asked).toHaveLength(1);
  });

  it('are known by channel and id together', async () => {
    await bench.desk.receive(incoming('甲？', { id: 'x' }), bench.channel);
    await bench.desk.receive(incoming('乙？', { id: 'x', from: { channel: 'wechat' } }), bench.channel);
    expect(bench.channel.texts).toEqual(['甲？', '乙？']);
  });

  it('are known for as long as ids are remembered, and at least a day', async () => {
    const message = incoming('甲？', { id: 'x' });
    await bench.desk.receive(message, bench.channel);
    bench.now = later(60 * 71);
    await bench.desk.resume();
    await bench.desk.receive({ ...message, sentAt: bench.now }, bench.channel);
    expect(bench.channel.texts).toEqual(['甲？']);
    bench.now = later(60 * 73);
    await bench.desk.resume();
    expect(await rows()).toEqual([]);
  });
});

describe('order', () => {
  it('is kept within a conversation; another conversation does not wait', async () => {
    const gate = promised();
    bench.assistant.before = (text) => (text === '慢' ? gate.promise : Promise.resolve());
    const slow = bench.desk.receive(incoming('慢'), bench.channel);
    const next = bench.desk.receive(incoming('快'), bench.channel);
    await bench.desk.receive(incoming('别处', { from: { conversation: 'C2' } }), bench.channel);
    expect(bench.channel.texts).toEqual(['别处']);
    gate.keep();
    await Promise.all([slow, next]);
    expect(bench.channel.texts).toEqual(['别处', '慢', '慢 > 快']);
    await bench.desk.idle();
  });
});

describe('memory', () => {
  it('is kept for each channel, conversation, thread and speaker apart', async () => {
    await bench.desk.receive(incoming('一'), bench.channel);
    for (const over of [{ speaker: 'U2' }, { from: { conversation: 'C2' } }, { from: { thread: 't' } }, { from: { channel: 'wechat' as const } }]) await bench.desk.receive(incoming('别人', over), bench.channel);
    await bench.desk.receive(incoming('二'), bench.channel);
    expect(bench.channel.texts).toEqual(['一', '别人', '别人', '别人', '别人', '一 > 二']);
  });

  it.each([
    ['a group forgets after five minutes', false, 4, 6],
    ['a direct conversation after thirty', true, 29, 31],
  ])('%s', async (_, direct, before, after) => {
    await bench.desk.receive(incoming('一', { direct }), bench.channel);
    bench.now = later(before);
    await bench.desk.receive(incoming('二', { direct, sentAt: bench.now }), bench.channel);
    bench.now = later(before + after);
    await bench.desk.receive(incoming('三', { direct, sentAt: bench.now }), bench.channel);
    expect(bench.channel.texts).toEqual(['一', '一 > 二', '三']);
  });

  it('goes by when it was kept, not by the moment that was asked about', async () => {
    for (const [text, said] of [['一', '一'], ['二', '一 > 二']]) expect((await bench.desk.answer(incoming(text!), later(-5_000_000))).message.text).toBe(said);
    bench.now = later(6);
    expect((await bench.desk.answer(incoming('三', { sentAt: bench.now }), later(-5_000_000))).message.text).toBe('三');
  });

  it('is found by another process', async () => {
    await bench.desk.receive(incoming('一'), bench.channel);
    const other = bench.another();
    await other.desk.receive(incoming('二'), other.channel);
    expect(other.channel.texts).toEqual(['一 > 二']);
  });
});

describe('who may not ask', () => {
  it('is told whom to ask, and the assistant hears nothing', async () => {
    const closed = await benchOver({ access: { contact: '县政务公开办 0883-123456', everyone: [] } });
    await closed.desk.receive(incoming('村里办了多少件？'), closed.channel);
    await closed.desk.receive(incoming('How many?'), closed.channel);
    expect(closed.channel.texts).toEqual([expect.stringContaining('县政务公开办 0883-123456'), expect.stringMatching(/may not ask.*0883-123456/)]);
    expect(closed.channel.posted[0]!.message).toMatchObject({ status: 'out_of_scope', answerId: null });
    expect(closed.assistant.asked).toEqual([]);
    expect(await closed.database.selectFrom('desk_audit').select(['status', 'reason', 'delivery']).execute()).toEqual([{ status: 'refused', reason: 'no_permission', delivery: 'sent' }, { status: 'refused', reason: 'no_permission', delivery: 'sent' }]);
    await closed.close();
  });
});

describe('old messages', () => {
  it('are not answered, and the audit says so', async () => {
    await bench.desk.receive(incoming('旧', { sentAt: later(-11) }), bench.channel);
    expect(bench.channel.posted).toEqual([]);
    expect([(await rows())[0]!.outcome, (await audit())[0]!.status, (await audit())[0]!.delivery]).toEqual(['stale', 'stale', 'stale']);
    expect(await bench.desk.answer(incoming('旧', { sentAt: later(-11) }))).toMatchObject({ answer: null, message: { text: expect.stringContaining('太早') } });
  });
});

describe('when something breaks', () => {
  it('the asker gets an error with its id, the log the same id, and no words of theirs', async () => {
    bench.assistant.before = () => Promise.reject(new Error('broke over 村里的秘密'));
    await bench.desk.receive(incoming('村里的秘密？', { id: 'x' }), bench.channel);
    const { message } = bench.channel.posted[0]!;
    expect(message).toMatchObject({ status: 'fault', text: expect.stringContaining(String(message.answerId)) });
    expect(bench.log.lines.find(({ event }) => event === 'desk failed')!.facts).toMatchObject({ id: message.answerId, message: 'x', error: 'Error' });
    expect(JSON.stringify(bench.log.lines)).not.toContain('秘密');
    expect(await rows()).toMatchObject([{ state: 'settled', outcome: 'fault' }]);
    expect(await audit()).toMatchObject([{ status: 'fault', answer_id: message.answerId, delivery: 'fault' }]);
  });

  it('also where the store itself is broken', async () => {
    await bench.database.schema.dropTable('desk_message').execute();
    await bench.desk.receive(incoming('How many?'), bench.channel);
    expect(bench.channel.texts).toEqual([expect.stringContaining('internal error')]);
    expect(await bench.desk.answer(incoming('多少？'))).toMatchObject({ answer: null, message: { status: 'fault' } });
    await bench.desk.resume();
    expect(bench.log.errors).toEqual(['desk failed', 'desk failed', 'resuming failed']);
  });

  it('the next message is answered all the same', async () => {
    bench.assistant.before = (text) => (text === '坏' ? Promise.reject(new Error('x')) : Promise.resolve());
    await Promise.all(['坏', '好'].map((text) => bench.desk.receive(incoming(text), bench.channel)));
    expect(bench.channel.texts).toEqual([expect.stringContaining('内部错误'), '好']);
  });

  it.each([
    ['refuses', () => Promise.resolve({ ...SENT, state: 'refused' as const }), 'refused'],
    ['does not know', () => Promise.resolve({ ...SENT, state: 'unknown' as const }), 'unknown'],
    ['breaks its word and throws', () => Promise.reject(new Error('gone')), 'unknown'],
  ])('a channel that %s is settled so, once', async (_, delivery, outcome) => {
    bench.channel.deliveries = [delivery];
    await bench.desk.receive(incoming('甲？'), bench.channel);
    bench.now = later(2);
    await bench.desk.resume();
    expect([bench.channel.posted.length, (await rows())[0]!.outcome, (await audit())[0]!.delivery]).toEqual([1, outcome, outcome]);
  });

  it('a channel that never comes back does not stop its conversation', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const never = new Promise<never>(() => {});
      const posting = new Promise<void>((resolve) => {
        bench.channel.deliveries = [() => (resolve(), never), SENT];
      });
      const both = Promise.all(['甲？', '乙？'].map((text) => bench.desk.receive(incoming(text), bench.channel)));
      await posting;
      await vi.advanceTimersByTimeAsync(POST_WITHIN_MS);
      await both;
    } finally {
      vi.useRealTimers();
    }
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['unknown', 'sent']);
  });
});

describe('hostile input', () => {
  it.each([
    ['a message of 100,000 characters', '多'.repeat(100_000)],
    ['longer than any channel may hand in', 'x'.repeat(LONGEST_INCOMING * 2)],
    ['nothing', ''],
    ['halves of characters', '\ud83d'.repeat(50)],
    ['controls', '\u0000\u202e<!channel>\u0007'],
  ])('%s gets one reply, and no more of it is kept than of a long question', async (_, text) => {
    const seen: (string | null)[] = [];
    bench.assistant.before = async () => void seen.push((await rows())[0]!.text);
    await bench.desk.receive(incoming(text), bench.channel);
    expect(bench.channel.posted).toHaveLength(1);
    expect(seen[0]!.length).toBeLessThanOrEqual(1001);
    expect((await audit())[0]!.question.length).toBeLessThanOrEqual(1001);
  });

  it.each([
    ['long', 'i'.repeat(50_000)],
    ['empty', ''],
    ['of SQL', `'); drop table desk_message; --`],
    ['of controls', '\u0000\n"'],
  ])('an id that is %s is taken once and stays apart from others', async (_, id) => {
    for (const one of [id, `${id}2`, id]) await bench.desk.receive(incoming('甲？', { id: one, speaker: id, from: { conversation: id, thread: id } }), bench.channel);
    expect(bench.channel.texts).toEqual(['甲？', '甲？ > 甲？']);
    expect(Math.max(...(await rows()).map(({ message, conversation, speaker }) => message.length + conversation.length + speaker.length))).toBeLessThan(601);
  });

  it('a moment that is none is not answered and breaks nothing', async () => {
    await bench.desk.receive(incoming('甲？', { sentAt: new Date(Number.NaN) }), bench.channel);
    expect(bench.channel.posted).toHaveLength(1);
  });
});

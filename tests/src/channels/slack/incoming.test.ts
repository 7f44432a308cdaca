import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listening } from '../../../../src/channels/slack/config.js';
import { incomingOf } from '../../../../src/channels/slack/incoming.js';
import { pressedOf } from '../../../../src/channels/slack/press.js';
import { direct, mention, press, said } from './events.js';

const SELF = { userId: 'UWENBAO01', botId: 'BWENBAO01' };
const THREAD = '1700000000.000100';
const read = (body: unknown, listening: Listening = 'polite', engaged = true) => {
  const heard = incomingOf(body, SELF, { listening, listeningIn: { C000000009: 'strict' } }, { has: () => engaged });
  return typeof heard === 'string' ? heard : heard.incoming;
};
const asked = (body: unknown) => {
  const pressed = pressedOf(body);
  return pressed?.wish.kind === 'ask' ? pressed.incoming : null;
};

describe('incomingOf', () => {
  it('answers a mention in its thread', () => {
    expect(read(mention('<@UWENBAO01> 村为民服务站办理了多少件？', { ts: THREAD }, 'Ev1'))).toEqual({
      id: 'Ev1',
      from: { channel: 'slack', conversation: 'C000000001', thread: THREAD },
      speaker: 'U000000001',
      speakerName: null,
      direct: false,
      text: '村为民服务站办理了多少件？',
      sentAt: new Date(1_700_000_000_000.1),
    });
  });

  it.each([
    ['a mention within a thread, in that thread', mention('<@UWENBAO01> 那中心呢', { ts: '1700000001.000100', thread_ts: THREAD }), THREAD],
    ['a direct message, where it was written', direct('今年收到多少件申请'), null],
    ['a direct message in a thread, in that thread', direct('去年呢', { thread_ts: THREAD }), THREAD],
    ['a message with a file, by its words', direct('这份报告里有多少件', { subtype: 'file_share' }), null],
  ])('answers %s', (_, body, thread) => {
    expect(read(body)).toMatchObject({ from: { thread } });
  });

  it.each([
    ['its own message', mention('<@UWENBAO01>', { user: 'UWENBAO01' }), 'own'],
    ['its own message by its bot id', direct('答案', { bot_id: 'BWENBAO01' }), 'own'],
    ['another bot', mention('<@UWENBAO01> 多少件', { bot_id: 'BOTHER' }), 'bot'],
    ['an edit', direct('x', { subtype: 'message_changed' }), 'not spoken'],
    ['a deletion', direct('x', { subtype: 'message_deleted' }), 'not spoken'],
    ['a bot that names no user', direct('x', { subtype: 'bot_message', user: undefined }), 'not a message'],
    ['somebody joining', said('<@U1> has joined', { subtype: 'channel_join' }), 'not spoken'],
    ['something hidden', direct('x', { hidden: true }), 'not spoken'],
    ['a mention that Slack repeats after an edit', mention('<@UWENBAO01> 多少件', { edited: { user: 'U1', ts: '1.2' } }), 'edited'],
    ['another kind of event', { ...mention('x'), event: { type: 'reaction_added' } }, 'not a message'],
    ['a mention that also comes as a message', said('<@UWENBAO01> 多少件', { thread_ts: THREAD }), 'mentions come by themselves'],
    ['talk in a channel outside of threads', said('大家好'), 'not addressed'],
  ])('ignores %s', (_, body, why) => {
    expect(read(body)).toBe(why);
  });

  it.each<[Listening, string, boolean, 'taken' | string]>([
    ['strict', '那去年呢', true, 'not addressed'],
    ['engaged', '那去年呢', true, 'taken'],
    ['engaged', '那去年呢', false, 'not addressed'],
    ['engaged', '<@U000000002> 你看呢', true, 'taken'],
    ['polite', '那去年呢', true, 'taken'],
    ['polite', '<@U000000002> 你看呢', true, 'said to somebody else'],
  ])('listening %s, "%s" in a thread (with the bot: %s) is %s', (listening, text, engaged, outcome) => {
    const result = read(said(text, { thread_ts: THREAD }), listening, engaged);
    expect(typeof result === 'string' ? result : 'taken').toBe(outcome);
  });

  it('listens in a channel as that channel is set', () => {
    expect(read(said('那去年呢', { thread_ts: THREAD, channel: 'C000000009' }), 'engaged')).toBe('not addressed');
  });

  it('cuts a message of endless length', () => {
    expect(read(direct('件'.repeat(300_000)))).toMatchObject({ text: '件'.repeat(120_000) });
  });

  it('throws on nothing that may come', () => {
    fc.assert(fc.property(fc.anything(), fc.record({ type: fc.constant('message'), user: fc.anything(), text: fc.anything(), ts: fc.anything(), channel: fc.anything() }, { requiredKeys: ['type'] }), (any, event) => {
      read(any);
      read({ event_id: 'E', event });
      pressedOf(any);
    }));
  });
});

describe('pressedOf', () => {
  it('reads a button as the question it bears, in the thread of its message', () => {
    expect(asked(press('2020年办理多少件？'))).toMatchObject({ text: '2020年办理多少件？', speaker: 'U000000001', direct: false, from: { conversation: 'C000000001', thread: '1700000000.000100' } });
  });

  it('opens a thread below a message that has none, except in a direct message', () => {
    expect(asked(press('问', { thread_ts: undefined }))).toMatchObject({ from: { thread: '1700000000.000200' } });
    expect(asked({ ...press('问', { thread_ts: undefined }), channel: { id: 'D1' } })).toMatchObject({ direct: true, from: { thread: null } });
  });

  it('gives each press an id of its own and each delivery of it the same', () => {
    const again = { ...press('问'), actions: [{ action_id: 'ask:0', value: '问', action_ts: '1700000009.000000' }] };
    expect(asked(press('问'))!.id).toBe(asked(press('问'))!.id);
    expect(asked(again)!.id).not.toBe(asked(press('问'))!.id);
  });

  it.each([
    ['file:take:0', 'F0123 年报 2020.docx', { kind: 'file', deed: 'take', file: { id: 'F0123', name: '年报 2020.docx' } }],
    ['file:check:3', 'F0123', { kind: 'file', deed: 'check', file: { id: 'F0123', name: 'file' } }],
    ['file:take:0', 'not-an-id x', { kind: 'old' }],
    ['workbook:totals', 'totals 2021', { kind: 'workbook', which: 'totals', year: 2021 }],
    ['workbook:totals', 'totals soon', { kind: 'old' }],
    ['workbook:secrets', 'secrets 2021', { kind: 'old' }],
    ['language:en', 'en', { kind: 'language', lang: 'en' }],
    ['language:follow', 'follow', { kind: 'language', lang: null }],
    ['language:fr', 'fr', { kind: 'old' }],
  ])('reads %s with "%s"', (action_id, value, wish) => {
    expect(pressedOf({ ...press(value), actions: [{ action_id, value, action_ts: '1700000009.000000' }] })?.wish).toEqual(wish);
  });

  it('reads a button of App Home as said where its user is answered', () => {
    const { channel: _, message: __, ...body } = press('2020年办理多少件？');
    expect(asked({ ...body, view: { id: 'V1', private_metadata: 'D000000001' } })).toMatchObject({ direct: true, from: { conversation: 'D000000001', thread: null } });
    expect(asked({ ...body, view: { id: 'V1', private_metadata: '' } })).toMatchObject({ direct: true, from: { conversation: 'U000000001', thread: null } });
    expect(pressedOf(body)).toBeNull();
  });

  it('reads what somebody thinks of an answer, and nothing out of other buttons', () => {
    const button = (action_id: string) => ({ ...press('answer-1'), actions: [{ action_id, value: 'answer-1', action_ts: '1700000009.000000' }] });
    expect(pressedOf(button('feedback:helpful'))?.wish).toEqual({ kind: 'verdict', verdict: { answerId: 'answer-1', channel: 'slack', conversation: 'C000000001', speaker: 'U000000001', helpful: true, at: new Date(1_700_000_009_000) } });
    expect(pressedOf(button('feedback:unhelpful'))?.wish).toMatchObject({ verdict: { helpful: false } });
    expect(pressedOf(button('approve'))?.wish).toEqual({ kind: 'old' });
  });
});

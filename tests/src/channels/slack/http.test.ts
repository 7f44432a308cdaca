import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SlackConfig } from '../../../../src/channels/slack/config.js';
import { SlackChannel } from '../../../../src/channels/slack/slack.js';
import { channelPorts, Inbox, notice } from '../ports.js';
import { agree, hangUp, refuse, SlackEdge, status, tooFast } from './edge.js';
import { direct, mention, press, said, signed } from './events.js';
import { BOT, freePort, openWorkspace } from './workspace.js';

const SECRET = '0123456789abcdef0123456789abcdef';
const CHANNEL = 'C000000001';
const NOW = new Date('2026-11-26T03:00:00Z');

describe('Slack over signed HTTP, the Web API played by an emulator', () => {
  let workspace: Awaited<ReturnType<typeof openWorkspace>>;
  let edge: SlackEdge;
  let channel: SlackChannel;
  let inbox: Inbox;
  let ports: ReturnType<typeof channelPorts>;
  let url: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  beforeEach(async () => {
    edge = await SlackEdge.open(workspace.url);
    const config = SlackConfig.parse({ mode: 'http', port: await freePort(), api: edge.api });
    url = `http://127.0.0.1:${config.port}/slack/events`;
    ports = channelPorts({ now: () => NOW, publicAddress: 'https://wenbao.example' });
    channel = new SlackChannel(config, new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET]]), ports);
    inbox = new Inbox();
    await channel.start(inbox.onMessage);
  });
  afterEach(async () => {
    await channel.stop();
    await edge.close();
    expect(edge.broken).toEqual([]);
    expect(JSON.stringify(ports.lines)).not.toMatch(/xoxb|多少件/);
  });

  const send = (body: unknown, headers: Record<string, string> = {}, secret = SECRET, at = Math.floor(Date.now() / 1000)): Promise<Response> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(url, { method: 'POST', body: text, headers: { ...signed(text, secret, at), ...headers } });
  };
  const form = (fields: Record<string, string>): Promise<Response> => send(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  const interact = (payload: unknown): Promise<Response> => form({ payload: JSON.stringify(payload) });
  const command = (text: string): Promise<Response> => form({ command: '/wenbao', text, user_id: 'U000000001', channel_id: CHANNEL, team_id: 'T000000001', trigger_id: 'trigger-1', response_url: `${edge.api}response/1` });
  /** Nothing else came: a later question is the next that is handed on. */
  const nothingBefore = async (): Promise<void> => {
    await send(direct('收尾'));
    expect((await inbox.next()).text).toBe('收尾');
  };

  it('takes a mention and posts the answer in its thread', async () => {
    expect(channel.health().state).toBe('up');
    const { ts } = (await workspace.admin('chat.postMessage', { channel: CHANNEL, text: 'question' })) as { ts: string };
    const response = await send(mention('<@UWENBAO01> 办理了多少件？', { ts }));
    expect(response.status).toBe(200);
    const incoming = await inbox.next();
    expect(incoming).toMatchObject({ text: '办理了多少件？', from: { conversation: CHANNEL, thread: ts } });
    const delivery = await channel.post(incoming.from, notice('共办理两千零九十一件。'));
    expect(delivery).toMatchObject({ state: 'sent', reason: null });
    const thread = (await workspace.admin('conversations.replies', { channel: CHANNEL, ts }))['messages'] as { ts: string; user: string; text: string; blocks: unknown[] }[];
    expect(thread.find((message) => message.ts === delivery.messageId)).toMatchObject({ user: BOT.userId, text: '共办理两千零九十一件。', blocks: [{ type: 'rich_text' }] });
  });

  it('carries the key of what is posted unasked, and looks it up; of a person alone, or when Slack refuses, it cannot tell', async () => {
    const to = { channel: 'slack', conversation: CHANNEL, thread: null } as const;
    await channel.post(to, { ...notice('提醒'), key: 'digest/1' });
    expect(JSON.stringify(edge.callsOf('chat.postMessage').at(-1)!.params)).toContain('wenbao_posting');
    expect(await channel.lookUp(to, 'digest/2', new Date(0))).toEqual({ found: 'absent' });
    expect(await channel.lookUp({ ...to, conversation: 'U000000001' }, 'digest/1', new Date(0))).toEqual({ found: 'cannot tell' });
    edge.failNext('conversations.history', refuse('missing_scope'));
    expect(await channel.lookUp(to, 'digest/1', new Date(0))).toEqual({ found: 'cannot tell' });
  });

  it('acknowledges before anything is answered', async () => {
    let finish!: () => void;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    await channel.stop();
    await channel.start((_, takenIn) => {
      takenIn?.();
      return slow;
    });
    expect((await send(direct('慢的问题'))).status).toBe(200);
    finish();
  });

  it('answers Slack when it verifies the address', async () => {
    const response = await send({ type: 'url_verification', challenge: 'c-1', token: 'old' });
    expect(await response.json()).toEqual({ challenge: 'c-1' });
  });

  it.each([
    ['with another secret', () => send(mention('伪造'), {}, 'f'.repeat(32))],
    ['six minutes old', () => send(mention('旧的'), {}, SECRET, Math.floor(Date.now() / 1000) - 360)],
    ['without a signature', () => fetch(url, { method: 'POST', body: JSON.stringify(mention('没有签名')), headers: { 'content-type': 'application/json' } })],
    ['for another body', () => send(mention('换了内容'), signed('{}', SECRET, Math.floor(Date.now() / 1000)))],
  ])('refuses what is signed %s', async (_, forged) => {
    expect((await forged()).status).toBe(401);
    await nothingBefore();
  });

  it.each([
    ['no JSON', '{"type":'],
    ['JSON that is no object', '[1,2]'],
    ['an event of nothing', JSON.stringify({ type: 'event_callback', event: null })],
  ])('lives on after %s, rightly signed', async (_, body) => {
    await send(body, {}).catch(() => undefined);
    await nothingBefore();
  });

  it('gives every delivery of an event the same id, in whatever order they come', async () => {
    const first = mention('第一问', {}, 'EvA');
    const second = mention('第二问', {}, 'EvB');
    await send(second);
    await send(first, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    await send(first, { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' });
    const ids = [await inbox.next(), await inbox.next(), await inbox.next()].map(({ id }) => id);
    expect(ids).toEqual(['EvB', 'EvA', 'EvA']);
  });

  it('hands on nothing that a bot said or somebody edited', async () => {
    await send(direct('自己的话', { user: BOT.userId }));
    await send(direct('别的机器人', { bot_id: 'BOTHER' }));
    await send(direct('改过', { subtype: 'message_changed' }));
    await nothingBefore();
  });

  it('goes on in a thread that it was mentioned in, also after a restart', async () => {
    await send(said('那去年呢', { thread_ts: '1700000000.000100' }));
    await send(mention('<@UWENBAO01> 多少件', { ts: '1700000000.000100' }));
    expect((await inbox.next()).text).toBe('多少件');
    await send(said('那去年呢', { thread_ts: '1700000000.000100' }));
    expect((await inbox.next()).text).toBe('那去年呢');
    await channel.stop();
    channel = new SlackChannel(SlackConfig.parse({ mode: 'http', port: Number(new URL(url).port), api: edge.api }), new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET]]), ports);
    await channel.start(inbox.onMessage);
    await send(said('前年呢', { thread_ts: '1700000000.000100' }));
    expect((await inbox.next()).text).toBe('前年呢');
  });

  it('asks what a pressed button bears', async () => {
    expect((await interact(press('2020年多少件？'))).status).toBe(200);
    expect(await inbox.next()).toMatchObject({ text: '2020年多少件？' });
  });

  it('answers a command to its asker only', async () => {
    const answered = edge.nextCall('response/1');
    expect((await command('村里多少件 &lt;!channel&gt;')).status).toBe(200);
    expect((await answered).params).toMatchObject({ response_type: 'ephemeral', text: '村里多少件 &lt;!channel&gt;', blocks: [{ type: 'rich_text' }] });
    expect(edge.callsOf('chat.postMessage')).toEqual([]);
  });

  it('opens a form for a command without words, and answers what is sent off where it was asked for', async () => {
    const opened = edge.nextCall('views.open');
    edge.failNext('views.open', agree);
    await command(' ');
    const view = (await opened).params['view'] as { readonly private_metadata: string; readonly callback_id: string };
    const answered = edge.nextCall('response/1');
    const sent = { type: 'view_submission', user: { id: 'U000000001' }, team: { id: 'T000000001' }, view: { id: 'V1', callback_id: view.callback_id, private_metadata: view.private_metadata, state: { values: { question: { question: { value: '第一行\n第二行' } } } } } };
    expect((await interact(sent)).status).toBe(200);
    expect((await answered).params).toMatchObject({ response_type: 'ephemeral', text: '第一行\n第二行' });
  });

  it('says how to ask when Slack does not open the form', async () => {
    const told = edge.nextCall('response/1');
    edge.failNext('views.open', refuse('expired_trigger_id'));
    await command('');
    expect((await told).params).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('/wenbao') });
  });

  it('keeps what somebody thinks of an answer, and thanks them alone', async () => {
    const thanked = edge.nextCall('chat.postEphemeral');
    await interact({ ...press('answer-1'), actions: [{ type: 'button', action_id: 'feedback:unhelpful', block_id: 'b', value: 'answer-1', action_ts: '1700000005.000000' }] });
    expect((await thanked).params).toMatchObject({ channel: CHANNEL, user: 'U000000001' });
    expect(ports.verdicts).toEqual([{ answerId: 'answer-1', channel: 'slack', conversation: CHANNEL, speaker: 'U000000001', helpful: false, at: new Date(1_700_000_005_000) }]);
  });

  it('shows a sign on a question that takes a while, and none on a quick one', async () => {
    const { ts } = (await workspace.admin('chat.postMessage', { channel: CHANNEL, text: 'question' })) as { ts: string };
    await channel.stop();
    channel = new SlackChannel(SlackConfig.parse({ mode: 'http', port: Number(new URL(url).port), api: edge.api }), new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET]]), ports, undefined, 20);
    let finish!: () => void;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    await channel.start(({ text }) => (text === '慢' ? slow : Promise.resolve()));
    const hung = edge.nextCall('reactions.add');
    await send(mention('<@UWENBAO01> 快'));
    await send(mention('<@UWENBAO01> 慢', { ts }));
    expect((await hung).params).toMatchObject({ channel: CHANNEL, timestamp: ts, name: 'eyes' });
    const takenDown = edge.nextCall('reactions.remove');
    finish();
    expect((await takenDown).params).toMatchObject({ channel: CHANNEL, timestamp: ts });
    expect(edge.callsOf('reactions.add')).toHaveLength(1);
  });

  it.each([
    ['channel_not_found', 'refused'],
    ['is_archived', 'refused'],
    ['not_in_channel', 'refused'],
    ['msg_blocks_too_long', 'refused'],
    ['internal_error', 'unknown'],
    ['service_unavailable', 'pending'],
  ])('says of %s: %s', async (error, state) => {
    edge.failNext('chat.postMessage', refuse(error));
    expect(await channel.post({ channel: 'slack', conversation: CHANNEL, thread: null }, notice('一'))).toMatchObject({ state, reason: error, messageId: null });
    expect(edge.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('tells a channel that is not there as the emulator does', async () => {
    expect(await channel.post({ channel: 'slack', conversation: 'C0NOWHERE', thread: null }, notice('一'))).toMatchObject({ state: 'refused', reason: 'channel_not_found' });
  });

  it.each([
    ['a connection cut after sending', hangUp, 'unknown'],
    ['a fault of the server', status(500), 'unknown'],
    ['a wrong address', status(404), 'refused'],
  ])('tells %s: %s', async (_, fail, state) => {
    edge.failNext('chat.postMessage', fail);
    expect(await channel.post({ channel: 'slack', conversation: CHANNEL, thread: null }, notice('一'))).toMatchObject({ state, messageId: null });
  });

  it('after a 429 leaves that conversation alone as long as Slack says, and others not', async () => {
    edge.failNext('chat.postMessage', tooFast(17));
    const to = { channel: 'slack', conversation: CHANNEL, thread: null } as const;
    const until = new Date(NOW.getTime() + 17_000);
    expect(await channel.post(to, notice('一'))).toMatchObject({ state: 'pending', retryAt: until });
    // Each that has to wait gets a moment of its own.
    expect(await channel.post(to, notice('二'))).toMatchObject({ state: 'pending', retryAt: new Date(until.getTime() + 1000) });
    expect(edge.callsOf('chat.postMessage')).toHaveLength(1);
    expect(await channel.post({ ...to, conversation: 'C000000002' }, notice('三'))).toMatchObject({ state: 'sent' });
  });

  it('takes half a minute where a 429 names no time', async () => {
    edge.failNext('chat.postMessage', tooFast());
    expect(await channel.post({ channel: 'slack', conversation: CHANNEL, thread: null }, notice('一'))).toMatchObject({ state: 'pending', retryAt: new Date(NOW.getTime() + 30_000) });
  });

  it.each(['invalid_auth', 'token_expired', 'account_inactive'])('is down after %s, and up again once a message goes through', async (error) => {
    edge.failNext('chat.postMessage', refuse(error));
    const to = { channel: 'slack', conversation: CHANNEL, thread: null } as const;
    expect(await channel.post(to, notice('一'))).toMatchObject({ state: 'refused', reason: error });
    expect(channel.health()).toMatchObject({ state: 'down' });
    expect(channel.health().detail.zh).toContain(error);
    await channel.post(to, notice('二'));
    expect(channel.health().state).toBe('up');
  });

  it('finishes what is being posted before it stops', async () => {
    const posting = channel.post({ channel: 'slack', conversation: CHANNEL, thread: null }, notice('最后一句'));
    await channel.stop();
    expect(channel.health().state).toBe('stopped');
    expect(await posting).toMatchObject({ state: 'sent' });
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow('fetch failed');
  });
});

describe('starting', () => {
  it('says which token Slack does not take, and does not try for ever', async () => {
    const edge = await SlackEdge.open();
    const ports = channelPorts();
    const channel = new SlackChannel(SlackConfig.parse({ mode: 'http', port: 0, api: edge.api }), new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET]]), ports);
    try {
      edge.failNext('auth.test', refuse('invalid_auth'));
      await expect(channel.start(new Inbox().onMessage)).rejects.toThrow('invalid_auth');
      expect(channel.health()).toMatchObject({ state: 'down' });
      expect(channel.health().detail.en).toContain('SLACK_BOT_TOKEN');
    } finally {
      await channel.stop();
      await edge.close();
    }
  });

  it('says that its port is taken', async () => {
    const edge = await SlackEdge.open();
    const config = SlackConfig.parse({ mode: 'http', port: Number(new URL(edge.api).port), api: edge.api });
    const channel = new SlackChannel(config, new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET]]), channelPorts());
    try {
      await expect(channel.start(new Inbox().onMessage)).rejects.toThrow('EADDRINUSE');
      expect(channel.health().detail.zh).toContain(String(config.port));
    } finally {
      await channel.stop();
      await edge.close();
    }
  });
});

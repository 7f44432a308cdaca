import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlackConfig } from '../../../../src/channels/slack/config.js';
import { SlackChannel } from '../../../../src/channels/slack/slack.js';
import { channelPorts, Inbox, notice } from '../ports.js';
import { hangUp, refuse, SlackEdge, status, tooFast } from './edge.js';
import { direct, mention, press } from './events.js';

/** As in production, in milliseconds instead of seconds. */
const FAST = { delaysMs: [0, 5, 10], lockedOutMs: 20, settledMs: 60_000 };
const SECRETS = new Map([['SLACK_BOT_TOKEN', 'xoxb-1234567890-abcdefghij'], ['SLACK_APP_TOKEN', 'xapp-1-A0123-456-abcdef0123']]);

describe('Slack over Socket Mode', () => {
  let edge: SlackEdge;
  let channel: SlackChannel;
  let inbox: Inbox;
  let ports: ReturnType<typeof channelPorts>;

  beforeEach(async () => {
    edge = await SlackEdge.open();
    ports = channelPorts();
    inbox = new Inbox();
    channel = new SlackChannel(SlackConfig.parse({ api: edge.api }), SECRETS, ports, FAST);
  });
  afterEach(async () => {
    await channel.stop();
    await edge.close();
    expect(JSON.stringify(ports.lines)).not.toMatch(/xoxb|xapp|ticket=|多少件/);
  });

  it('acknowledges each envelope and hands it on', async () => {
    await channel.start(inbox.onMessage);
    const socket = await edge.socket();
    await socket.deliver(mention('<@UBOT> 多少件', {}, 'Ev1'), { id: 'e1' });
    await socket.deliver(press('2020年多少件？'), { id: 'e2', type: 'interactive' });
    expect([(await inbox.next()).id, (await inbox.next()).text]).toEqual(['Ev1', '2020年多少件？']);
    expect(socket.acknowledged).toEqual(['e1', 'e2']);
    expect(channel.health().state).toBe('up');
  });

  it('acknowledges before anything is answered', async () => {
    let finish!: () => void;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    await channel.start((_, takenIn) => {
      takenIn?.();
      return slow;
    });
    await (await edge.socket()).deliver(direct('慢的问题'), { id: 'e1' });
    finish();
  });

  it.each(['warning', 'refresh_requested'])('opens a new socket when Slack says disconnect (%s)', async (reason) => {
    await channel.start(inbox.onMessage);
    const first = await edge.socket();
    first.raw(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    const second = await edge.socket();
    await first.closed;
    await second.deliver(direct('换线后的问题'), { id: 'e1' });
    expect((await inbox.next()).text).toBe('换线后的问题');
  });

  it('comes back after a socket that dropped in the middle, and what Slack sends again has the same id', async () => {
    await channel.start(inbox.onMessage);
    const first = await edge.socket();
    const event = direct('断线前的问题');
    first.cut();
    const second = await edge.socket();
    await second.deliver(event, { id: 'e1' });
    await second.deliver(event, { id: 'e2', retry: 1 });
    expect((await inbox.next()).id).toBe((await inbox.next()).id);
  });

  it.each([
    ['the network', hangUp],
    ['a fault of the server', status(503)],
    ['a rate limit', tooFast(1)],
    ['Slack being unwell', refuse('internal_error')],
    ['a revoked app token', refuse('not_allowed_token_type')],
    ['an app that was removed', refuse('account_inactive')],
  ])('goes on trying when a new socket fails for %s', async (_, fail) => {
    await channel.start(inbox.onMessage);
    edge.failNext('apps.connections.open', fail, fail);
    (await edge.socket()).cut();
    const second = await edge.socket();
    await second.deliver(direct('恢复后的问题'), { id: 'e1' });
    expect((await inbox.next()).text).toBe('恢复后的问题');
    expect(edge.callsOf('apps.connections.open')).toHaveLength(4);
    expect(ports.lines.filter(({ event }) => event === 'slack.down')).toHaveLength(3);
  });

  it('raises one alarm when the connection stays down, and another the next time', async () => {
    let now = new Date('2026-11-26T02:00:00Z');
    ports = channelPorts({ now: () => (now = new Date(now.getTime() + 60_000)) });
    channel = new SlackChannel(SlackConfig.parse({ api: edge.api }), SECRETS, ports, FAST);
    await channel.start(inbox.onMessage);
    const alarms = (): number => ports.lines.filter(({ event, level }) => event === 'slack.alarm' && level === 'error').length;
    edge.failNext('apps.connections.open', ...Array.from({ length: 12 }, () => hangUp));
    (await edge.socket()).cut();
    const second = await edge.socket();
    expect(alarms()).toBe(1);
    edge.failNext('apps.connections.open', ...Array.from({ length: 12 }, () => hangUp));
    second.cut();
    await edge.socket();
    expect(alarms()).toBe(2);
  });

  it('starts without a network, is down meanwhile, and comes up with it', async () => {
    edge.failNext('auth.test', hangUp, hangUp);
    await channel.start(inbox.onMessage);
    expect(['starting', 'down']).toContain(channel.health().state);
    await (await edge.socket()).deliver(direct('网络恢复了'), { id: 'e1' });
    expect((await inbox.next()).text).toBe('网络恢复了');
    expect(channel.health().state).toBe('up');
  });

  it.each([
    ['auth.test', 'SLACK_BOT_TOKEN'],
    ['apps.connections.open', 'SLACK_APP_TOKEN'],
  ])('says which token is wrong when %s refuses it', async (method, variable) => {
    edge.failNext(method, refuse('invalid_auth'));
    await expect(channel.start(inbox.onMessage)).rejects.toThrow('invalid_auth');
    expect(channel.health()).toMatchObject({ state: 'down' });
    expect(channel.health().detail.en).toContain(variable);
  });

  it('lives on after messages that make no sense', async () => {
    await channel.start(inbox.onMessage);
    const socket = await edge.socket();
    socket.raw('not json');
    socket.raw(JSON.stringify({ type: 'unheard_of', envelope_id: 'x', payload: {} }));
    await socket.deliver(direct('照常的问题'), { id: 'e1' });
    expect((await inbox.next()).text).toBe('照常的问题');
  });

  it('posts while the socket is down, and takes nothing more once stopped', async () => {
    await channel.start(inbox.onMessage);
    const socket = await edge.socket();
    socket.cut();
    expect(await channel.post({ channel: 'slack', conversation: 'C1', thread: null }, notice('一'))).toMatchObject({ state: 'sent', messageId: '1.2' });
    const second = await edge.socket();
    await channel.stop();
    await second.closed;
    expect(channel.health().state).toBe('stopped');
  });
});

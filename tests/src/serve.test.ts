import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Channel, ChannelModule, ChannelName, HostPorts, Incoming, OnMessage } from '../../src/channels/channel.js';
import { PACE } from '../../src/channels/supervisor.js';
import { WrongCall } from '../../src/exit.js';
import type { Message } from '../../src/render/message.js';
import { serve } from '../../src/serve.js';
import { settingsFrom } from '../../src/settings.js';
import { incoming, promised, SENT } from './desk/desk-over.js';

const AT_ONCE = { ...PACE, delaysMs: [0], lockedOutMs: 0 };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-serve-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A channel of this process that can be told to fail, and that keeps what it posts. */
class Double implements Channel {
  readonly posted: Message[] = [];
  onMessage: OnMessage = () => Promise.resolve();
  ports: HostPorts | null = null;
  starts = 0;
  stopped = 0;
  failures: Error[] = [];
  beforePost: () => Promise<void> = () => Promise.resolve();
  readonly started = promised();
  readonly name: ChannelName;

  constructor(name: ChannelName) {
    this.name = name;
  }

  async start(onMessage: OnMessage): Promise<void> {
    this.starts += 1;
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.onMessage = onMessage;
    this.started.keep();
  }

  async post(_: unknown, message: Message) {
    await this.beforePost();
    this.posted.push(message);
    return this.stopped > 0 ? { ...SENT, state: 'refused' as const } : SENT;
  }

  health() {
    return { state: 'up' as const, detail: { zh: '好', en: 'well' } };
  }

  async stop(): Promise<void> {
    this.stopped += 1;
  }
}

function moduleOf(double: Double, enabled = true): ChannelModule<never, HostPorts> {
  const module: ChannelModule<unknown, HostPorts> = {
    name: double.name,
    config: z.strictObject({ enabled: z.boolean().default(false) }),
    secrets: [{ variable: 'DOUBLE_TOKEN', shape: /^tok-\w+$/, about: { zh: '令牌', en: 'token' }, required: double.name === 'slack' }],
    enabled: () => enabled,
    check: () => [],
    create: async (_, __, ports) => {
      double.ports = ports;
      return double;
    },
  };
  return module as ChannelModule<never, HostPorts>;
}

function serving(doubles: readonly Double[], { enabled = true, token = 'tok-geheim' as string | null } = {}) {
  const said: string[] = [];
  const log: string[] = [];
  const stop = new AbortController();
  const settings = settingsFrom({ data: join(folder, 'data') }, token === null ? {} : { DOUBLE_TOKEN: token }, folder, () => new Date('2026-11-23T12:00:00+08:00'));
  const done = serve(settings, { modules: doubles.map((double) => moduleOf(double, enabled)), stop: stop.signal, say: ({ en }) => said.push(en), write: (line) => log.push(line), pace: AT_ONCE });
  return { said, log, settings, end: () => (stop.abort(), done), done };
}

const asks = (text: string, id: string, channel: ChannelName): Incoming => incoming(text, { id, direct: true, from: { channel, conversation: 'D1' } });

describe('serve', () => {
  it('answers in every channel, each with its own ports', async () => {
    const [web, slack] = [new Double('web'), new Double('slack')];
    const run = serving([web, slack]);
    await Promise.all([web.started.promise, slack.started.promise]);
    for (const double of [web, slack]) await double.onMessage(asks('你能做什么？', 'x', double.name));
    expect([web.posted.length, slack.posted[0]!.text]).toEqual([1, expect.stringContaining('问报')]);
    expect(await web.ports!.answer(asks('谢谢', 'y', 'web'))).toMatchObject({ answer: { status: 'out_of_scope' } });
    expect(web.ports!.health().map(({ name, health }) => [name, health.state])).toEqual([['web', 'up'], ['slack', 'up'], ['schedule', 'up']]);
    expect(statSync(web.ports!.folder).mode & 0o777).toBe(0o700);
    await run.end();
    expect([web.stopped, slack.stopped]).toEqual([1, 1]);
  });

  it('shows a channel that fails, tries it again and lets the others be', async () => {
    const [web, slack] = [new Double('web'), new Double('slack')];
    slack.failures = [new Error('no such team'), new Error('tok-geheim was refused')];
    const run = serving([web, slack]);
    await Promise.all([web.started.promise, slack.started.promise]);
    await web.onMessage(asks('你能做什么？', 'x', 'web'));
    await run.end();
    expect(slack.starts).toBe(3);
    expect(run.said).toEqual(expect.arrayContaining(['✗ slack no such team', '✗ slack *** was refused', '✓ web well', '✓ slack well']));
    expect(web.posted).toHaveLength(1);
    expect(run.log.join('')).not.toContain('geheim');
  });

  it.each([[null, 'DOUBLE_TOKEN is missing'], ['wrong one', 'does not look right']])('does not start a channel whose token is %s, and says so', async (token, why) => {
    const [web, slack] = [new Double('web'), new Double('slack')];
    const run = serving([web, slack].slice(token === null ? 0 : 1), { token });
    if (token === null) await web.started.promise;
    while (!run.said.some((line) => line.includes(why))) await new Promise((resolve) => setImmediate(resolve));
    await run.end();
    expect([slack.starts, run.said.join().includes('wrong one')]).toEqual([0, false]);
  });

  it('finishes what was begun before it closes', async () => {
    const web = new Double('web');
    const gate = promised();
    const begun = promised();
    web.beforePost = () => (begun.keep(), gate.promise);
    const run = serving([web]);
    await web.started.promise;
    void web.onMessage(asks('你能做什么？', 'x', 'web'));
    await begun.promise;
    const ended = run.end();
    gate.keep();
    await ended;
    expect([web.posted.length, web.stopped]).toEqual([1, 1]);
  });

  it('goes on at the next start with what a channel could not take', async () => {
    const first = new Double('web');
    const gone = Object.assign(first, { post: () => Promise.resolve({ state: 'pending', messageId: null, reason: null, retryAt: new Date(0) }) });
    const run = serving([gone]);
    await gone.started.promise;
    await gone.onMessage(asks('你能做什么？', 'x', 'web'));
    await run.end();
    const second = new Double('web');
    const again = serving([second]);
    await second.started.promise;
    while (second.posted.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await again.end();
    expect(second.posted).toHaveLength(1);
  });

  it('refuses to run with no channel, or with a wrong configuration', async () => {
    await expect(serving([new Double('web')], { enabled: false }).done).rejects.toThrow(WrongCall);
    writeFileSync(join(folder, 'wenbao.config.yaml'), 'channels:\n  web:\n    enabeld: true\n');
    await expect(serving([new Double('web')]).done).rejects.toThrow(/wenbao\.config\.yaml:/);
  });

  it('keeps what people say out of the log', async () => {
    const web = new Double('web');
    const run = serving([web]);
    await web.started.promise;
    await web.onMessage(asks('张三的电话是多少', 'x', 'web'));
    await run.end();
    expect(run.log.length).toBeGreaterThan(0);
    expect(run.log.join('')).not.toMatch(/张三|电话/);
    expect(readFileSync(join(folder, 'data', 'wenbao.sqlite')).length).toBeGreaterThan(0);
  });
});

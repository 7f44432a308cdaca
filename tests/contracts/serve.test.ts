import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AnswerJson } from '../../intents/mod.js';
import { ForgetLine, ReplayLine } from '../../src/cli/output.js';
import { BIN, here, SAMPLES, scratch, wenbao } from './command.js';

const TOKEN = 'xoxb-0000000000-geheimnis';
const QUESTION = '勐来乡村为民服务站办理了多少件？';
const folder = scratch();
const data = folder.path('data');
const write = (name: string, text: string): string => {
  writeFileSync(folder.path(name), text);
  return folder.path(name);
};
let running: ChildProcess | null = null;

beforeAll(async () => {
  mkdirSync(data);
  await here(['ingest', join(SAMPLES, 'menglai-2020.txt'), '--data', data]);
});
afterEach(() => running?.kill('SIGKILL'));
afterAll(() => folder.drop());

/** Starts `wenbao serve` and gives its page's address when it is up, and what it prints. */
async function serving(config: string, env: Readonly<Record<string, string>> = {}) {
  const { WENBAO_DATA: _data, DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, 'serve', '--data', data, '--config', write('serve.yaml', config)], { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  const printed = { out: '', err: '' };
  child.stderr.on('data', (piece: Buffer) => (printed.err += piece.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      printed.out += piece.toString();
      const found = /✓ web (http:\S+)/.exec(printed.out);
      if (found) resolve(found[1]!);
    });
    child.on('close', () => reject(new Error(printed.err)));
  });
  /** Whoever reads what it prints goes away, as a closed terminal or a log collector that died. */
  const nobodyReads = (): void => [child.stdout, child.stderr].forEach((stream) => stream.destroy());
  return { address, printed, nobodyReads, end: (signal: NodeJS.Signals) => (child.kill(signal), ended) };
}

describe('wenbao serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('answers on its page as ask does, and ends with 0 on %s', async (signal) => {
    const run = await serving('channels: { web: { port: 0 } }');
    const response = await fetch(`${run.address}/api/ask`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ q: QUESTION }) });
    const there = AnswerJson.parse(await response.json());
    const asked = AnswerJson.parse((await here(['ask', QUESTION, '--json', '--data', data])).lines()[0]);
    expect({ ...there, answerId: '', tookMs: 0 }).toEqual({ ...asked, answerId: '', tookMs: 0 });
    expect(there.value).toBe(2091);
    expect(await run.end(signal)).toBe(0);
    expect(run.printed.err).not.toContain('村为民服务站');
  });

  it('goes on, and ends when it is told to, though nobody reads what it prints any more', async () => {
    // A Slack that is down is tried again and again, and each time something is printed and logged.
    let tries = 0;
    const slack = createServer((_, response) => {
      tries += 1;
      response.writeHead(500).end();
    });
    slack.listen(0, '127.0.0.1');
    await once(slack, 'listening');
    const api = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/`;
    try {
      const run = await serving(`channels:\n  web: { port: 0 }\n  slack: { enabled: true, mode: http, port: 0, api: "${api}" }\n`, { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: '0'.repeat(32) });
      run.nobodyReads();
      const before = tries;
      await expect.poll(() => tries - before, { timeout: 60_000 }).toBeGreaterThan(1);
      const response = await fetch(`${run.address}/api/ask`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ q: QUESTION }) });
      expect(await response.json()).toMatchObject({ value: 2091 });
      expect(await run.end('SIGTERM')).toBe(0);
    } finally {
      slack.close();
    }
  });

  it('shows a channel that cannot start, without its secret, and goes on', async () => {
    const run = await serving('channels:\n  web: { port: 0 }\n  slack: { enabled: true, mode: http }\n', { SLACK_BOT_TOKEN: TOKEN });
    expect((await fetch(run.address)).status).toBe(200);
    expect(await run.end('SIGTERM')).toBe(0);
    expect(run.printed.out).toMatch(/✗ slack .*SLACK_SIGNING_SECRET/);
    expect(run.printed.out + run.printed.err).not.toContain('geheimnis');
  });
});

describe('a configuration that is wrong', () => {
  it.each([
    ['a mistyped key', 'channels:\n  web: { prot: 1 }\n', /bad\.yaml:2:10 channels\.web\.prot — .*port/],
    ['a token in the file', `channels:\n  slack:\n    token: ${TOKEN}\n`, /bad\.yaml:3:12 .*环境变量/],
    ['no channel at all', 'channels: { web: { enabled: false } }', /没有启用任何渠道/],
  ])('%s ends serve with 2 and says where', async (_, text, words) => {
    const ran = await here(['serve', '--data', data, '--config', write('bad.yaml', text)]);
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(words)]);
    expect(ran.out + ran.err).not.toContain('geheimnis');
  });

  it('is found by doctor, and so is a missing token', async () => {
    const bad = await here(['doctor', '--json', '--data', data, '--config', write('bad.yaml', 'acess: {}\n')]);
    expect([bad.code, bad.lines().find(({ ok }) => ok === false)]).toMatchObject([1, { check: 'config', message: { en: expect.stringContaining('access') } }]);
    const missing = await here(['doctor', '--json', '--data', data, '--config', write('slack.yaml', 'channels: { slack: { enabled: true } }\n')]);
    expect([missing.code, missing.lines().filter(({ ok }) => ok === false).map(({ check }) => check)]).toEqual([1, expect.arrayContaining(['slack'])]);
  });
});

describe('ask --replay and forget', () => {
  const message = (over: Record<string, unknown> = {}): string => write('message.json', JSON.stringify({ id: '1', from: { channel: 'slack', conversation: 'C1', thread: '17.1' }, speaker: 'U1', text: QUESTION, sentAt: '2026-11-23T12:00:00+08:00', ...over }));

  it('says what would be posted where, as often as it is asked', async () => {
    for (let i = 0; i < 2; i += 1) {
      const [line] = (await here(['ask', '--replay', message(), '--json', '--data', data])).lines();
      expect(ReplayLine.parse(line)).toMatchObject({ to: { channel: 'slack', conversation: 'C1', thread: '17.1' }, mention: { speaker: 'U1' }, message: { status: 'answered', text: expect.stringContaining('2091') } });
    }
  });

  it('goes by the access rules', async () => {
    const config = write('closed.yaml', 'access: { everyone: [], contact: 县政务公开办 }');
    const [line] = (await here(['ask', '--replay', message(), '--json', '--data', data, '--config', config])).lines();
    expect(ReplayLine.parse(line).message.text).toContain('县政务公开办');
  });

  it.each([['no file', () => '/nowhere/message.json'], ['no JSON', () => write('text.json', 'hello')], ['a field too many', () => message({ extra: 1 })]])('%s is a wrong call', async (_, file) => {
    expect((await here(['ask', '--replay', file(), '--data', data])).code).toBe(2);
  });

  it('forgets a session of the command line and says how much', async () => {
    await here(['ask', QUESTION, '--session', 'tea', '--data', data]);
    expect(ForgetLine.parse((await here(['forget', 'tea', '--json', '--data', data])).lines()[0])).toEqual({ target: 'tea', memories: 1, audit: 0, unanswered: 0, reminders: 0, messages: 0 });
    expect((await wenbao(['forget', 'terminal:tea', '--data', data])).out).toMatch(/记忆 0 条[^]*deleted: 0/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkConfig } from '../../../src/config/check.js';
import { configOf, loadConfig } from '../../../src/config/load.js';
import { WrongCall } from '../../../src/exit.js';
import { settingsFrom, type Settings } from '../../../src/settings.js';
import { stubChannels } from './stub-channel.js';

const TOKEN = 'xoxb-1234567890';
let folder: string;
const settings = (told: { config?: string } = {}, env: Record<string, string> = {}): Settings => settingsFrom({ data: join(folder, 'srv', 'data'), ...told }, env, join(folder, 'here'), () => new Date(0));
const write = (path: string, text: string | Uint8Array): void => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-config-'));
  for (const name of ['srv', 'here']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('where the configuration is looked for', () => {
  it('named, then beside the data folder, then here, else the defaults', async () => {
    const days = async (told = settings()): Promise<number> => (await configOf(told)).audit.keepDays;
    expect(await days()).toBe(90);
    write('here/wenbao.config.yaml', 'audit: { keepDays: 1 }');
    expect(await days()).toBe(1);
    write('srv/wenbao.config.yaml', '\ufeffaudit: { keepDays: 2 }');
    expect(await days()).toBe(2);
    write('here/other.yaml', 'audit: { keepDays: 3 }');
    expect(await days(settings({ config: 'other.yaml' }))).toBe(3);
    expect(await days(settings({}, { WENBAO_CONFIG: join(folder, 'here/other.yaml') }))).toBe(3);
  });

  it.each([
    ['a named file that is not there', 'nowhere.yaml', null],
    ['a folder', '.', null],
    ['bytes that are no text', 'bytes.yaml', Buffer.from([0xff, 0xfe, 0x00])],
    ['a file too large to read', 'large.yaml', Buffer.alloc(3_000_000, 0x23)],
  ])('%s is a wrong call', async (_, name, bytes) => {
    if (bytes !== null) write(`here/${name}`, bytes);
    await expect(loadConfig(settings({ config: name }))).rejects.toThrow(WrongCall);
    expect(await checkConfig(settings({ config: name }), stubChannels)).toMatchObject([{ check: 'config', ok: false }]);
  });

  it('a wrong one ends the call with file, line and field', async () => {
    write('here/wenbao.config.yaml', 'audit:\n  keepDay: 3\n');
    await expect(configOf(settings())).rejects.toThrow(/wenbao\.config\.yaml:2:3 audit\.keepDay/);
  });
});

describe('what doctor says of it', () => {
  const findings = async (yaml: string, env: Record<string, string> = {}): Promise<[string, boolean, string][]> => {
    write('here/wenbao.config.yaml', yaml);
    return (await checkConfig(settings({}, env), stubChannels)).map(({ check, ok, message }) => [check, ok, message.en]);
  };

  it('names the line of an unknown key and how to find the right one', async () => {
    write('here/wenbao.config.yaml', 'log:\n  levl: info\n');
    expect(await checkConfig(settings(), stubChannels)).toMatchObject([{ ok: false, message: { en: expect.stringMatching(/:2:3 log\.levl — .*"level"/) }, hint: { en: expect.stringContaining('example') } }]);
  });

  it('asks for no secret of a channel that is off, and for a missing one of a channel that is on', async () => {
    expect(await findings('channels: { slack: {} }')).toEqual([['config', true, expect.any(String)], ['slack', true, 'slack: not enabled']]);
    expect(await findings('channels: { slack: { enabled: true } }')).toEqual([['config', true, expect.any(String)], ['slack', false, 'slack: STUB_TOKEN is missing']]);
    expect(await findings('channels: { slack: { enabled: true } }', { STUB_TOKEN: ` ${TOKEN} ` })).toEqual([['config', true, expect.any(String)], ['slack', true, 'slack: enabled, everything is set']]);
  });

  it('says that a token looks wrong without showing it, also where the channel is off', async () => {
    const found = await findings('channels: { slack: {} }', { STUB_TOKEN: 'hunter2-hunter2' });
    expect(found[1]).toEqual(['slack', false, expect.stringContaining('does not look right')]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('says where reminders go to a channel that is off', async () => {
    const reminders = 'reminders: { to: [{ channel: slack, conversation: C1 }, { channel: slack, conversation: C2 }] }';
    expect(await findings(reminders)).toEqual([['config', true, expect.any(String)], ['slack', true, 'slack: not enabled'], ['reminders', false, 'reminders go to slack, but slack is not enabled']]);
    expect((await findings(`${reminders}\nchannels: { slack: { enabled: true } }`, { STUB_TOKEN: TOKEN })).every(([, ok]) => ok)).toBe(true);
  });

  it('passes on what the channel itself finds', async () => {
    expect((await findings('channels: { slack: { enabled: true, mode: http } }', { STUB_TOKEN: TOKEN })).filter(([, ok]) => !ok)).toEqual([['slack', false, 'http needs a signing secret']]);
  });
});

describe('what doctor says of the roster', () => {
  it('owners who can be told nowhere, because the channel of their id is off', async () => {
    write('here/wenbao.config.yaml', 'roster:\n  organisations:\n    - { name: 云岭县青石镇, owner: { name: 张三, wechat: wxid_zhang } }\n');
    const found = await checkConfig(settings(), stubChannels);
    expect(found.filter(({ check, ok }) => check === 'roster' && !ok).map(({ message }) => message.en)).toEqual(['owners on the roster have ids of wechat, but wechat is not enabled']);
  });

  it('names rooms of a channel that is off and what cannot be a Slack channel', async () => {
    write('here/wenbao.config.yaml', 'roster:\n  organisations:\n    - name: 云岭县青石镇\n      rooms: [{ channel: slack, conversation: "#general" }, { channel: slack, conversation: C0123456789 }]\n');
    const found = await checkConfig(settings(), stubChannels);
    expect(found.filter(({ check }) => check === 'roster').map(({ ok, message }) => [ok, message.en])).toEqual([
      [true, 'roster: 1 organisations, 2 rooms'],
      [false, 'the roster has rooms of slack, but slack is not enabled'],
      [false, 'roster.organisations[0].rooms[0] (云岭县青石镇): "#general" is no id of a Slack channel'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkWechat, WechatConfig } from '../../../../src/channels/wechat/config.js';
import { wechat } from '../../../../src/channels/wechat/module.js';
import { PUPPET_NAMES, puppetNamed } from '../../../../src/channels/wechat/puppets.js';
import { channelPorts, Inbox, notice } from '../ports.js';

describe('configuration of WeChat', () => {
  it('is off, with the mock puppet', () => {
    const config = WechatConfig.parse({});
    expect(config).toMatchObject({ enabled: false, puppet: 'mock', acceptRisk: false, partLength: 300 });
    expect(wechat.enabled(config, new Map())).toBe(false);
  });

  it.each([{ puppet: 'web' }, { endpoint: 'http://x' }, { quiet: { from: '25:00' } }, { partLength: 10 }, { token: 'abc' }, { dailyBudget: 0 }])('refuses %j', (config) => {
    expect(WechatConfig.safeParse(config).success).toBe(false);
  });

  it.each([
    [{ puppet: 'mock' }, [], []],
    [{ puppet: 'service' }, [], ['the puppet service needs WECHATY_PUPPET_SERVICE_TOKEN']],
    [{ puppet: 'service' }, ['WECHATY_PUPPET_SERVICE_TOKEN'], []],
    [{ puppet: 'padlocal' }, ['WECHATY_PUPPET_PADLOCAL_TOKEN'], ['banned']],
    [{ puppet: 'padlocal', acceptRisk: true }, ['WECHATY_PUPPET_PADLOCAL_TOKEN'], []],
    [{ puppet: 'wechat4u' }, [], ['banned']],
    [{ puppet: 'wechat4u', acceptRisk: true }, [], []],
  ])('%j with %j says %j', (config, variables, wrong) => {
    const findings = checkWechat(WechatConfig.parse(config), new Map(variables.map((variable) => [variable, 'puppet_token_12345678'])));
    expect(findings.map(({ message }) => message.en)).toEqual(wrong.map((words) => expect.stringContaining(words) as unknown));
    expect(findings.every(({ hint, message }) => hint !== undefined && /\p{Script=Han}/u.test(message.zh))).toBe(true);
  });

  it.each(PUPPET_NAMES)('knows what the puppet %s needs, and asks twice for one that may cost the account', (name) => {
    const { token, about } = puppetNamed(name);
    expect(token === null || wechat.secrets.some(({ variable }) => variable === token)).toBe(true);
    expect(about.zh).not.toBe('');
  });
});

describe('the mock puppet as configured', () => {
  it('logs in by itself and takes what is to be said', async () => {
    const ports = channelPorts();
    const channel = await wechat.create(WechatConfig.parse({ enabled: true }), new Map(), ports);
    try {
      await channel.start(new Inbox().onMessage);
      await expect.poll(() => channel.health().state).toBe('up');
      expect(await channel.post({ channel: 'wechat', conversation: 'wenbao', thread: null }, notice('一'))).toMatchObject({ state: expect.stringMatching(/handed over|pending/) as string });
    } finally {
      await channel.stop();
    }
    expect(channel.health().state).toBe('stopped');
  });

  it('is refused when something is missing, and when its package is', async () => {
    await expect(wechat.create(WechatConfig.parse({ puppet: 'wechat4u' }), new Map(), channelPorts())).rejects.toThrow('banned');
    const channel = await wechat.create(WechatConfig.parse({ puppet: 'padlocal', acceptRisk: true }), new Map([['WECHATY_PUPPET_PADLOCAL_TOKEN', 'puppet_padlocal_1']]), channelPorts());
    await expect(channel.start(new Inbox().onMessage)).rejects.toThrow('接入方式 padlocal 的软件包没有安装\nthe package of the puppet padlocal is not installed');
    expect(channel.health()).toMatchObject({ state: 'down', detail: { zh: expect.stringContaining('没有安装') as string } });
    await channel.stop();
  });
});

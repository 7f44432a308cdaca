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

  it.each([{ puppet: 'web' }, { endpoint: 'http://x' }, { quiet: { from: '25:00' } }, { partLength: 10 }, { token: 'abc' }, { dailyBudget: 0 }, { bind: ['甲', '甲'] }, { bind: ['甲 乙'] }])('refuses %j', (config) => {
    expect(WechatConfig.safeParse(config).success).toBe(false);
  });

  it.each([
    [{ puppet: 'mock' }, [], []],
    [{ puppet: 'service' }, [], ['the puppet service needs WECHATY_PUPPET_SERVICE_TOKEN']],
    [{ puppet: 'service' }, ['WECHATY_PUPPET_SERVICE_TOKEN'], []],
    [{ puppet: 'padlocal' }, ['WECHATY_PUPPET_PADLOCAL_TOKEN'], ['wechaty-puppet-padlocal of the puppet padlocal is not installed', 'banned']],
    [{ puppet: 'padlocal', acceptRisk: true }, [], ['not installed', 'the puppet padlocal needs WECHATY_PUPPET_PADLOCAL_TOKEN']],
    [{ puppet: 'service', bind: ['青石镇群'] }, ['WECHATY_PUPPET_SERVICE_TOKEN'], ['outlive a login']],
    [{ puppet: 'wechat4u' }, [], ['banned']],
    [{ puppet: 'wechat4u', acceptRisk: true }, [], []],
  ])('%j with %j says %j', (config, variables, wrong) => {
    const findings = checkWechat(WechatConfig.parse(config), new Map(variables.map((variable) => [variable, 'puppet_token_12345678'])));
    expect(findings.filter(({ ok }) => !ok).map(({ message }) => message.en)).toEqual(wrong.map((words) => expect.stringContaining(words) as unknown));
    expect(findings).not.toEqual([]);
    expect(findings.every(({ ok, hint, message }) => (ok || hint !== undefined) && /\p{Script=Han}/u.test(message.zh))).toBe(true);
  });

  it.each([
    [{}, 'not WeChat'],
    [{ puppet: 'wechat4u', acceptRisk: true }, 'all they may do is ask'],
    [{ puppet: 'wechat4u', acceptRisk: true, bind: ['青石镇群'] }, 'binding-codes.txt'],
  ])('%j is told to an operator with a word of what to know', (config, told) => {
    expect(checkWechat(WechatConfig.parse(config), new Map())).toMatchObject([{ ok: true, hint: { en: expect.stringContaining(told) as string } }]);
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
    await expect(wechat.create(WechatConfig.parse({ puppet: 'padlocal', acceptRisk: true }), new Map([['WECHATY_PUPPET_PADLOCAL_TOKEN', 'puppet_padlocal_1']]), channelPorts())).rejects.toThrow('接入方式 padlocal 的软件包 wechaty-puppet-padlocal 没有安装\nthe package wechaty-puppet-padlocal');
  });
});

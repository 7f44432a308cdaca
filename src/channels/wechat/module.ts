import { setTimeout } from 'node:timers/promises';
import { both } from '../../config/part.js';
import type { ChannelModule } from '../channel.js';
import { checkWechat, WechatConfig, wechatSecrets } from './config.js';
import { puppetNamed } from './puppets.js';
import type { WechatPorts } from './wechat.js';

/** WeChat, for `channels.ts`. Wechaty and the puppet are imported when the channel starts. */
export const wechat: ChannelModule<WechatConfig, WechatPorts> = {
  name: 'wechat',
  config: WechatConfig,
  secrets: wechatSecrets,
  enabled: ({ enabled }) => enabled,
  check: checkWechat,
  async create(config, secrets, ports) {
    const wrong = checkWechat(config, secrets).find(({ ok }) => !ok);
    if (wrong) throw new Error(both(wrong.message.zh, wrong.message.en));
    const { WechatChannel, WECHAT_PACE } = await import('./wechat.js');
    const { BEAT } = await import('./heartbeat.js');
    const facts = puppetNamed(config.puppet);
    const { package: name, token, structuredMentions } = facts;
    const options = { ...(token !== null && { token: secrets.get(token)! }), ...(config.endpoint !== null && { endpoint: config.endpoint }) };
    return new WechatChannel(config, ports, {
      async makeBot() {
        const { WechatyBot } = await import('./wechaty-bot.js');
        if (config.puppet === 'mock') return new WechatyBot((await import('./mock-account.js')).mockAccount(), ports.folder);
        return new WechatyBot({ puppet: name as 'wechaty-puppet-service', options, structuredMentions }, ports.folder);
      },
      facts,
      wait: (ms) => setTimeout(ms),
      chance: Math.random,
      pace: WECHAT_PACE,
      beat: BEAT,
    });
  },
};

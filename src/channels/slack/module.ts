import type { ChannelModule, HostPorts } from '../channel.js';
import { BOT_TOKEN, checkSlack, SlackConfig, slackSecrets } from './config.js';

/** Slack, for `channels.ts`. Bolt is imported when the channel is made. */
export const slack: ChannelModule<SlackConfig, HostPorts> = {
  name: 'slack',
  config: SlackConfig,
  secrets: slackSecrets,
  enabled: ({ enabled }, secrets) => (enabled === 'auto' ? secrets.has(BOT_TOKEN) : enabled),
  check: checkSlack,
  async create(config, secrets, ports) {
    const { SlackChannel } = await import('./slack.js');
    return new SlackChannel(config, secrets, ports);
  },
};

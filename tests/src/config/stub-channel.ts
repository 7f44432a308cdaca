import { z } from 'zod';
import type { ChannelModule, HostPorts } from '../../../src/channels/channel.js';

/** A channel with a key and a secret, for tests of what holds of all channels. */
export const stubChannel: ChannelModule<{ enabled: boolean; mode: 'socket' | 'http' }, HostPorts> = {
  name: 'slack',
  config: z.strictObject({ enabled: z.boolean().default(false), mode: z.enum(['socket', 'http']).default('socket') }),
  secrets: [{ variable: 'STUB_TOKEN', shape: /^xoxb-[\w-]+$/, about: { zh: '机器人令牌', en: 'bot token' }, required: true }],
  enabled: ({ enabled }) => enabled,
  check: ({ mode }) => (mode === 'http' ? [{ check: 'slack', ok: false, message: { zh: 'HTTP 方式缺签名密钥', en: 'http needs a signing secret' } }] : []),
  create: () => Promise.reject(new Error('not made in these tests')),
};

export const stubChannels = [stubChannel] as unknown as readonly ChannelModule<never, HostPorts>[];

import { z } from 'zod';
import type { ChannelFinding, ChannelModule, HostPorts } from '../channel.js';
import { isLoopback } from './guard.js';

const Config = z.strictObject({
  /** The page is there unless it is switched off. */
  enabled: z.boolean().default(true),
  /** Address to bind; only this machine reaches it. */
  host: z.string().default('127.0.0.1'),
  /** When absent: the usual port, or the next free one. A port that is named is taken or refused; 0 takes any that is free. */
  port: z.number().int().min(0).max(65_535).optional(),
});
export type WebConfig = z.output<typeof Config>;

/** The web page as a channel: asks and answers, shows sources, serves the API. */
export const web: ChannelModule<WebConfig, HostPorts> = {
  name: 'web',
  config: Config,
  secrets: [],
  enabled: ({ enabled }) => enabled,
  check: ({ host }) => [bindingFinding(host)],
  create: async (config, _secrets, ports) => (await import('./server.js')).createWebChannel(config, ports),
};

function bindingFinding(host: string): ChannelFinding {
  if (isLoopback(host)) return { check: 'web.host', ok: true, message: { zh: `网页只在本机开放（${host}）`, en: `the page is open to this machine only (${host})` } };
  return {
    check: 'web.host',
    ok: false,
    message: { zh: `channels.web.host 为 ${host}：网页没有登录，只能绑定本机地址`, en: `channels.web.host is ${host}: the page has no login and binds only to this machine` },
    hint: { zh: '改为 127.0.0.1；要让别人访问，请在前面放带登录的反向代理，并配置公开地址。', en: 'Use 127.0.0.1; to let others in, put a reverse proxy with a login before it and configure the public address.' },
  };
}

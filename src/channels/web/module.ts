import { z } from 'zod';
import type { ChannelFinding, ChannelModule, HostPorts } from '../channel.js';
import type { Door } from './door.js';
import { isLoopback } from './guard.js';

/** The secret that opens the page where `login` is `token`. */
const TOKEN = 'WENBAO_WEB_TOKEN';

const Config = z.strictObject({
  /** The page is there unless it is switched off. */
  enabled: z.boolean().default(true),
  /** Address to bind. Other than this machine's own only with a login. */
  host: z.string().default('127.0.0.1'),
  /** When absent: the usual port, or the next free one. A port that is named is taken or refused; 0 takes any that is free. */
  port: z.number().int().min(0).max(65_535).optional(),
  /** Who comes in: whoever reaches the address, who knows the token, or whom the reverse proxy names. */
  login: z.enum(['none', 'token', 'proxy']).default('none'),
  /** For `proxy`: the header in which it names whom it has checked. The proxy must drop what others send under that name. */
  proxyHeader: z.string().regex(/^[A-Za-z0-9-]+$/).default('X-Forwarded-User'),
});
/** The `web` part of the configuration. */
export type WebConfig = z.output<typeof Config>;

/** The web page as a channel: asks and answers, shows sources, serves the API. */
export const web: ChannelModule<WebConfig, HostPorts> = {
  name: 'web',
  config: Config,
  secrets: [{ variable: TOKEN, shape: /^\S{24,}$/, about: { zh: '网页登录口令，至少 24 个字符', en: 'the token that opens the web page, 24 characters or more' }, required: false }],
  enabled: ({ enabled }) => enabled,
  check: ({ host, login }, secrets) => [bindingFinding(host, login), ...(login === 'token' && !secrets.has(TOKEN) ? [TOKEN_MISSING] : [])],
  create: async (config, secrets, ports) => (await import('./server.js')).createWebChannel(config, ports, doorOf(config, secrets)),
};

const TOKEN_MISSING: ChannelFinding = {
  check: 'web.login',
  ok: false,
  message: { zh: `channels.web.login 为 token，但没有设置 ${TOKEN}`, en: `channels.web.login is token, but ${TOKEN} is not set` },
  hint: { zh: `生成一个：openssl rand -base64 32，写进环境变量 ${TOKEN}`, en: `make one with openssl rand -base64 32 and set ${TOKEN} to it` },
};

function doorOf({ login, proxyHeader }: WebConfig, secrets: ReadonlyMap<string, string>): Door {
  if (login === 'proxy') return { kind: 'proxy', header: proxyHeader };
  if (login === 'none') return { kind: 'open' };
  const token = secrets.get(TOKEN);
  if (token === undefined) throw new Error(`${TOKEN_MISSING.message.zh}\n${TOKEN_MISSING.message.en}`);
  return { kind: 'token', token };
}

function bindingFinding(host: string, login: WebConfig['login']): ChannelFinding {
  if (isLoopback(host)) return { check: 'web.host', ok: true, message: { zh: `网页只在本机开放（${host}）`, en: `the page is open to this machine only (${host})` } };
  if (login !== 'none') return { check: 'web.host', ok: true, message: { zh: `网页在 ${host} 开放，要登录（${login}）`, en: `the page is open at ${host}, with a login (${login})` } };
  return {
    check: 'web.host',
    ok: false,
    message: { zh: `channels.web.host 为 ${host}，但没有设登录：别人也能打开`, en: `channels.web.host is ${host}, but there is no login: others could open the page` },
    hint: { zh: '改回 127.0.0.1，或把 channels.web.login 设为 token 或 proxy', en: 'Use 127.0.0.1, or set channels.web.login to token or proxy' },
  };
}

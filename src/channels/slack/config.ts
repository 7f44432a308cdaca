import { z } from 'zod';
import { both } from '../../config/part.js';
import type { ChannelFinding, SecretSpec } from '../channel.js';

/**
 * What the bot takes in a channel beside mentions: `strict` nothing · `engaged` whatever is said in a thread where it was mentioned ·
 * `polite` the same, unless the message mentions somebody else.
 */
const Listening = z.enum(['strict', 'engaged', 'polite']);
/** What the bot takes in a channel beside mentions. */
export type Listening = z.output<typeof Listening>;

const ChannelId = z.string().regex(/^[CG][A-Z0-9]{2,}$/, both('频道编号以 C 或 G 开头（在 Slack 的频道详情最下面）', 'a channel id begins with C or G (at the bottom of the channel details in Slack)'));

const SLACK_API = 'https://slack.com/api/';

/** `channels.slack` of `wenbao.config.yaml`. */
export const SlackConfig = z.strictObject({
  /** `auto`: on as soon as a bot token is given. */
  enabled: z.union([z.boolean(), z.literal('auto')]).default('auto'),
  /** `socket`: the bot calls Slack, nothing has to be reachable from outside. `http`: Slack calls the bot, signed. */
  mode: z.enum(['socket', 'http']).default('socket'),
  /** Where `http` listens; a proxy with TLS stands before it. */
  host: z.string().min(1).default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(3100),
  path: z.string().regex(/^\/[\w\-./]*$/, both('路径以 / 开头', 'a path begins with /')).default('/slack/events'),
  /** Workspaces whose people are answered, by id; empty for the one that the bot is installed in and whoever it shares channels with. */
  workspaces: z.array(z.string().regex(/^[TE][A-Z0-9]{2,}$/, both('工作区编号以 T 或 E 开头', 'the id of a workspace begins with T or E'))).default([]),
  listening: Listening.default('polite'),
  /** Other than `listening`, by channel id. */
  listeningIn: z.record(ChannelId, Listening).default({}),
  /** Slack's Web API; another one for GovSlack. It is given the tokens, and files that it keeps are fetched with them. */
  api: z.url({ protocol: /^https?$/ }).default(SLACK_API),
});
/** The `slack` part of the configuration. */
export type SlackConfig = z.output<typeof SlackConfig>;

/** Name of the secret that calls of the Web API are made with. */
export const BOT_TOKEN = 'SLACK_BOT_TOKEN';
/** Name of the secret that opens Socket Mode. */
export const APP_TOKEN = 'SLACK_APP_TOKEN';
/** Name of the secret that Slack signs its requests with. */
export const SIGNING_SECRET = 'SLACK_SIGNING_SECRET';

/** Secrets of the environment; `required` in either mode, what one mode needs besides is said by `checkSlack`. */
export const slackSecrets: readonly SecretSpec[] = [
  { variable: BOT_TOKEN, shape: /^xoxb-[\w-]{10,}$/, required: true, about: { zh: '机器人令牌（OAuth & Permissions 页，以 xoxb- 开头）', en: 'bot token (page OAuth & Permissions, begins with xoxb-)' } },
  { variable: APP_TOKEN, shape: /^xapp-[\w-]{10,}$/, required: false, about: { zh: '应用级令牌（Basic Information 页，以 xapp- 开头；socket 模式需要）', en: 'app-level token (page Basic Information, begins with xapp-; for socket mode)' } },
  { variable: SIGNING_SECRET, shape: /^[0-9a-f]{32}$/, required: false, about: { zh: '签名密钥（Basic Information 页，32 位十六进制；http 模式需要）', en: 'signing secret (page Basic Information, 32 hexadecimal digits; for http mode)' } },
];

/** What a value is by its looks, for telling which secret went where. */
const KINDS: readonly { readonly looks: RegExp; readonly zh: string; readonly en: string }[] = [
  { looks: /^xoxb-/, zh: '机器人令牌', en: 'a bot token' },
  { looks: /^xapp-/, zh: '应用级令牌', en: 'an app-level token' },
  { looks: /^xoxp-/, zh: '用户令牌', en: 'a user token' },
  { looks: /^xoxe[.-]/, zh: '会过期的轮换令牌', en: 'a rotating token, which expires' },
  { looks: /^[0-9a-f]{32}$/, zh: '签名密钥', en: 'a signing secret' },
];

/** What is wrong with the secrets that the configured mode needs, told by their looks; that a required one is missing, the caller says. */
export function checkSlack(config: SlackConfig, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const needed = [BOT_TOKEN, config.mode === 'socket' ? APP_TOKEN : SIGNING_SECRET];
  return [...needed.flatMap((variable) => checkSecret(slackSecrets.find((spec) => spec.variable === variable)!, secrets.get(variable))), ...checkApi(config.api)];
}

/** Another address than Slack's is given the tokens: said each time, and refused where they would go unencrypted over a network. */
function checkApi(api: string): ChannelFinding[] {
  if (api === SLACK_API) return [];
  const { protocol, hostname, host } = new URL(api);
  const ok = protocol === 'https:' || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return [
    {
      check: 'slack',
      ok,
      message: { zh: `注意：令牌会发给 ${host}（channels.slack.api），不只发给 slack.com`, en: `mind: the tokens are sent to ${host} (channels.slack.api), not to slack.com only` },
      hint: ok ? { zh: '只有 GovSlack 或自己的测试才需要改这个地址', en: 'only GovSlack and tests of your own need another address' } : { zh: '改成 https 地址，或者删掉这一行', en: 'set an https address, or take the line out' },
    },
  ];
}

function checkSecret({ variable, shape, about, required }: SecretSpec, value: string | undefined): ChannelFinding[] {
  const wrong = (zh: string, en: string): ChannelFinding[] => [
    { check: 'slack', ok: false, message: { zh, en }, hint: { zh: `把 ${variable} 设为${about.zh}`, en: `set ${variable} to the ${about.en}` } },
  ];
  if (value === undefined) return required ? [] : wrong(`没有设置 ${variable}`, `${variable} is not set`);
  if (shape.test(value)) return [];
  const bare = value.replace(/^(["'\u2018\u201c])(.*)["'\u2019\u201d]$/, '$2').trim();
  if (shape.test(bare)) return wrong(`${variable} 的值外面多了引号或空格`, `${variable} has quotes or blanks around its value`);
  const kind = KINDS.find(({ looks }) => looks.test(bare));
  return kind && !shape.source.includes(kind.looks.source.slice(1, 6)) ? wrong(`${variable} 里放的是${kind.zh}`, `${variable} holds ${kind.en}`) : wrong(`${variable} 的样子不对，可能没有复制完整`, `${variable} does not look right; perhaps it was not copied whole`);
}

import { z } from 'zod';
import type { ChannelFinding, SecretSpec } from '../channel.js';

/**
 * What the bot takes in a channel beside mentions: `strict` nothing · `engaged` whatever is said in a thread where it was mentioned ·
 * `polite` the same, unless the message mentions somebody else.
 */
const Listening = z.enum(['strict', 'engaged', 'polite']);
export type Listening = z.output<typeof Listening>;

const ChannelId = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'a channel id begins with C or G (Slack: channel details, at the bottom)');

/** `channels.slack` of `wenbao.config.yaml`. */
export const SlackConfig = z.strictObject({
  /** Absent: on as soon as a bot token is given. */
  enabled: z.boolean().optional(),
  /** `socket`: the bot calls Slack, nothing has to be reachable from outside. `http`: Slack calls the bot, signed. */
  mode: z.enum(['socket', 'http']).default('socket'),
  /** Where `http` listens; a proxy with TLS stands before it. */
  host: z.string().min(1).default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(3100),
  path: z.string().regex(/^\/[\w\-./]*$/, 'a path begins with /').default('/slack/events'),
  /** Channels where the bot answers; absent: wherever it was invited. Direct messages are always taken. */
  channels: z.array(ChannelId).optional(),
  listening: Listening.default('polite'),
  /** Other than `listening`, by channel id. */
  listeningIn: z.record(ChannelId, Listening).default({}),
  /** Slack's Web API; another one for GovSlack. */
  api: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
});
export type SlackConfig = z.output<typeof SlackConfig>;

export const BOT_TOKEN = 'SLACK_BOT_TOKEN';
export const APP_TOKEN = 'SLACK_APP_TOKEN';
export const SIGNING_SECRET = 'SLACK_SIGNING_SECRET';

/** Secrets of the environment; `required` for whichever mode is set, what a mode needs besides is said by `checkSlack`. */
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

/** What is wrong with Slack's configuration and secrets, by their looks; one finding for each secret that the mode needs. */
export function checkSlack(config: SlackConfig, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const needed = [BOT_TOKEN, config.mode === 'socket' ? APP_TOKEN : SIGNING_SECRET];
  return needed.map((variable) => checkSecret(slackSecrets.find((spec) => spec.variable === variable)!, secrets.get(variable)));
}

function checkSecret({ variable, shape, about }: SecretSpec, value: string | undefined): ChannelFinding {
  const check = `slack ${variable}`;
  const hint = { zh: `把 ${variable} 设为${about.zh}。`, en: `Set ${variable} to the ${about.en}.` };
  if (value === undefined || value === '') return { check, ok: false, message: { zh: `没有设置 ${variable}`, en: `${variable} is not set` }, hint };
  if (shape.test(value)) return { check, ok: true, message: { zh: `${variable} 形状正确`, en: `${variable} has the right shape` } };
  if (shape.test(value.trim().replace(/^(["'])(.*)\1$/, '$2').trim())) {
    return { check, ok: false, message: { zh: `${variable} 的值带有多余的空格或引号`, en: `${variable} has blanks or quotes around its value` }, hint: { zh: '去掉空格和引号。', en: 'Remove them.' } };
  }
  const kind = KINDS.find(({ looks }) => looks.test(value.trim()));
  const message = kind ? { zh: `${variable} 里放的是${kind.zh}`, en: `${variable} holds ${kind.en}` } : { zh: `${variable} 的形状不对`, en: `${variable} does not have the right shape` };
  return { check, ok: false, message, hint };
}

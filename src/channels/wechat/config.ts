import { z } from 'zod';
import { both } from '../../config/part.js';
import type { ChannelFinding, SecretSpec } from '../channel.js';
import { PUPPET_NAMES, puppetNamed } from './puppets.js';

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, both('写成 22:00 这样的时间', 'a time of day such as 22:00'));

/** `channels.wechat` of `wenbao.config.yaml`. */
export const WechatConfig = z.strictObject({
  enabled: z.boolean().default(false),
  puppet: z.enum(PUPPET_NAMES).default('mock'),
  /** Said aloud for puppets that may cost the account. */
  acceptRisk: z.boolean().default(false),
  /** Address of a gateway of one's own (`host:port`), for the puppet `service`; null asks the provider. */
  endpoint: z.string().regex(/^[\w.-]+:\d{1,5}$/, both('写成 主机:端口', 'write host:port')).nullable().default(null),
  /** Names for rooms and people, to be bound by a code after each login; only where ids do not outlive it. Rules of access and the roster name them so. */
  bind: z.array(z.string().regex(/^[^\s@:][^\s:]{0,39}$/u, both('写成 青石镇群 这样的名字，不含空格和冒号', 'a name such as 青石镇群, without blanks and colons'))).max(200).default([]),
  /** How long after an answer its asker may go on in a group without a mention; 0: never. */
  followUpSeconds: z.number().int().min(0).max(1800).default(120),
  /** About how many characters come before 「回复“更多”」. */
  partLength: z.number().int().min(100).max(1500).default(300),
  /** Between two messages at least so long, and by chance up to so much longer. */
  gapSeconds: z.number().min(0).max(60).default(1),
  jitterSeconds: z.number().min(0).max(60).default(1.5),
  /** Messages a day, all groups together. */
  dailyBudget: z.number().int().positive().default(500),
  /** China time between which nothing is said unasked. */
  quiet: z.strictObject({ from: ClockTime.default('22:00'), to: ClockTime.default('07:00') }).prefault({}),
});
export type WechatConfig = z.output<typeof WechatConfig>;

/** Tokens of puppets; which of them is needed depends on the puppet, so that none is `required` (`checkWechat` says). */
export const wechatSecrets: readonly SecretSpec[] = [
  { variable: 'WECHATY_PUPPET_SERVICE_TOKEN', shape: /^[\w-]{8,}$/, required: false, about: { zh: 'service 接入的令牌', en: 'token of the puppet service' } },
  { variable: 'WECHATY_PUPPET_PADLOCAL_TOKEN', shape: /^[\w-]{8,}$/, required: false, about: { zh: 'padlocal 接入的令牌', en: 'token of the puppet padlocal' } },
];

/** What keeps the configured puppet from working, found without starting it. */
export function checkWechat({ puppet, acceptRisk, bind }: WechatConfig, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const { token, mayBeBanned, lastingIds, about } = puppetNamed(puppet);
  const findings: ChannelFinding[] = [];
  if (token !== null && !secrets.has(token)) {
    findings.push({ check: 'wechat', ok: false, message: { zh: `接入方式 ${puppet} 需要 ${token}`, en: `the puppet ${puppet} needs ${token}` }, hint: { zh: `设置环境变量 ${token}`, en: `set the environment variable ${token}` } });
  }
  if (mayBeBanned && !acceptRisk) {
    findings.push({
      check: 'wechat',
      ok: false,
      message: { zh: `接入方式 ${puppet} 可能导致微信号被封（${about.zh}）`, en: `the puppet ${puppet} may get the account banned (${about.en})` },
      hint: { zh: '改用 service；确实要用，就在配置里写 acceptRisk: true（见 docs/wechat.md）', en: 'use service instead; if you must, set acceptRisk: true (docs/wechat.md)' },
    });
  }
  if (lastingIds && bind.length > 0) {
    findings.push({
      check: 'wechat',
      ok: false,
      message: { zh: `接入方式 ${puppet} 的编号跨登录不变，bind 用不上`, en: `ids of the puppet ${puppet} outlive a login: bind has no use` },
      hint: { zh: '删去 bind，在 access 和 roster 里直接写编号', en: 'remove bind and write the ids into access and roster' },
    });
  }
  return findings;
}

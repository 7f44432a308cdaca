import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
  bind: z.array(z.string().regex(/^[^\s@:][^\s:]{0,39}$/u, both('写成 青石镇群 这样的名字，不含空格和冒号', 'a name such as 青石镇群, without blanks and colons'))).max(200).refine((names) => new Set(names).size === names.length, both('名字重复', 'a name is used twice')).default([]),
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
/** The `wechat` part of the configuration. */
export type WechatConfig = z.output<typeof WechatConfig>;

/** Tokens of puppets; which of them is needed depends on the puppet, so that none is `required` (`checkWechat` says). */
export const wechatSecrets: readonly SecretSpec[] = [
  { variable: 'WECHATY_PUPPET_SERVICE_TOKEN', shape: /^[\w-]{8,}$/, required: false, about: { zh: 'service 接入的令牌', en: 'token of the puppet service' } },
  { variable: 'WECHATY_PUPPET_PADLOCAL_TOKEN', shape: /^[\w-]{8,}$/, required: false, about: { zh: 'padlocal 接入的令牌', en: 'token of the puppet padlocal' } },
];

/** What keeps the configured puppet from working, found without starting it. */
export function checkWechat({ puppet, acceptRisk, bind }: WechatConfig, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const { package: name, bundled, token, mayBeBanned, lastingIds, about } = puppetNamed(puppet);
  const findings: ChannelFinding[] = [];
  if (!bundled && !isInstalled(name)) {
    findings.push({ check: 'wechat', ok: false, message: { zh: `接入方式 ${puppet} 的软件包 ${name} 没有安装`, en: `the package ${name} of the puppet ${puppet} is not installed` }, hint: { zh: `在程序目录运行 npm install --no-save ${name}`, en: `run npm install --no-save ${name} in the program's folder` } });
  }
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
  if (findings.length > 0) return findings;
  return [{ check: 'wechat', ok: true, message: { zh: `微信接入方式 ${puppet}（${about.zh}）`, en: `WeChat through the puppet ${puppet} (${about.en})` }, ...(puppet === 'mock' && { hint: MOCK }), ...(!lastingIds && { hint: bind.length === 0 ? UNKNOWN : CODES }) }];
}

const MOCK = { zh: '不通真的微信；要用微信，把 channels.wechat.puppet 设为 service（见 docs/wechat.md）', en: 'this is not WeChat; for the real one set channels.wechat.puppet to service (docs/wechat.md)' };
const UNKNOWN = { zh: '编号每次登录都变：没有 bind，群和人都认不出，只能提问', en: 'ids change at each login: without bind no room or person is known, and all they may do is ask' };
const CODES = { zh: '每次登录后，绑定码在数据目录的 channels/wechat/binding-codes.txt：在那个群里 @ 它发“绑定 六位码”', en: 'after each login the codes are in channels/wechat/binding-codes.txt of the data folder: mention the bot in that room with 绑定 and the six digits' };

/** Whether a package can be found from here, without loading it. */
function isInstalled(name: string): boolean {
  return (createRequire(import.meta.url).resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name, 'package.json')));
}

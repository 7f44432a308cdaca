import { channels } from '../channels/channels.js';
import type { ChannelFinding, ChannelModule, HostPorts } from '../channels/channel.js';
import { WrongCall } from '../exit.js';
import type { Settings } from '../settings.js';
import { loadConfig, shortName } from './load.js';
import { configSchema, type Config } from './parts.js';
import { lineOf } from './read.js';
import { secretsFrom } from './secrets.js';

/** What `doctor` finds out about the configuration and the secrets of each channel, without the network. Never throws, never shows a secret. */
export async function checkConfig(settings: Settings, modules: readonly ChannelModule<never, HostPorts>[] = channels): Promise<ChannelFinding[]> {
  try {
    const { file, config, problems } = await loadConfig(settings, configSchema(modules));
    const name = file === null ? null : shortName(file, settings.cwd);
    if (config === null) {
      const hint = { zh: '每个键的说明见 wenbao.config.example.yaml', en: 'wenbao.config.example.yaml explains every key' };
      return problems.map((problem) => ({ check: 'config', ok: false, message: lineOf(name ?? '', problem), hint }));
    }
    const found: ChannelFinding = name === null ? { check: 'config', ok: true, message: { zh: '没有配置文件，使用默认设置', en: 'no configuration file: the defaults hold' } } : { check: 'config', ok: true, message: { zh: `配置文件正确：${name}`, en: `configuration file is right: ${name}` } };
    const secrets = secretsFrom(settings.variable, modules);
    return [found, ...modules.flatMap((module) => checkChannel(module, config, secrets)), ...checkListeners(modules, config, secrets), ...checkRoster(modules, config, secrets)];
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    const [zh = '', en = zh] = error.message.split('\n');
    return [{ check: 'config', ok: false, message: { zh, en }, hint: { zh: '用 --config 指定一个可读的 UTF-8 文件', en: 'name a readable UTF-8 file with --config' } }];
  }
}

/** Reminders wait for their channel, alarms go by it; one that is not enabled never comes, and nobody would notice that nothing is said. */
function checkListeners(modules: readonly ChannelModule<never, HostPorts>[], config: Config, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  return (['reminders', 'alarms'] as const).flatMap((part) => {
    const wanted = new Set(config[part].to.map(({ channel }) => channel));
    const off = [...wanted].filter((name) => !modules.some((module) => module.name === name && module.enabled(config.channels[name] as never, secrets)));
    const [zh, en] = LISTENERS[part];
    return off.map((name) => ({
      check: part,
      ok: false,
      message: { zh: `${zh}要发到 ${name}，但 ${name} 没有启用`, en: `${en} go to ${name}, but ${name} is not enabled` },
      hint: { zh: `启用 channels.${name}，或从 ${part}.to 里去掉`, en: `enable channels.${name}, or take it out of ${part}.to` },
    }));
  });
}

const LISTENERS = { reminders: ['提醒', 'reminders'], alarms: ['告警', 'alarms'] } as const;

/** Slack's own form of a channel's id (https://docs.slack.dev/reference/objects/conversation-object/); a name is none, and nothing could be posted to it. */
const SLACK_CONVERSATION = /^[CDG][A-Z0-9]{8,}$/;

/** Rooms of the roster: their channel must be on and their ids look like ids. Whether a room is there only its channel can tell; what it refused is told beside the store. */
function checkRoster(modules: readonly ChannelModule<never, HostPorts>[], { roster, channels: parts }: Config, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const { organisations } = roster;
  if (organisations.length === 0) return [];
  const isOn = (name: string): boolean => modules.some((module) => module.name === name && module.enabled(parts[module.name] as never, secrets));
  const rooms = organisations.flatMap(({ name, rooms: own }, i) => own.map((room, j) => ({ name, ...room, field: `roster.organisations[${i}].rooms[${j}]` })));
  const spoken = ['slack', 'wechat'] as const;
  const off = spoken.filter((channel) => !isOn(channel) && rooms.some((room) => room.channel === channel));
  // An owner who is told alone stands in where no room can be told: nobody would notice that they never are.
  const mute = spoken.filter((channel) => !isOn(channel) && !off.includes(channel) && organisations.some(({ owner }) => owner?.[channel] !== undefined && !spoken.some((other) => owner[other] !== undefined && isOn(other))));
  const odd = rooms.filter(({ channel, conversation }) => channel === 'slack' && !SLACK_CONVERSATION.test(conversation));
  return [
    { check: 'roster', ok: true, message: { zh: `名册：${organisations.length} 家，群和频道 ${rooms.length} 个`, en: `roster: ${organisations.length} organisations, ${rooms.length} rooms` } },
    ...off.map((channel): ChannelFinding => ({ check: 'roster', ok: false, message: { zh: `名册里有 ${channel} 的群，但 ${channel} 没有启用`, en: `the roster has rooms of ${channel}, but ${channel} is not enabled` }, hint: { zh: `启用 channels.${channel}，或从名册里去掉这些群`, en: `enable channels.${channel}, or take these rooms out of the roster` } })),
    ...mute.map((channel): ChannelFinding => ({ check: 'roster', ok: false, message: { zh: `名册里的负责人有 ${channel} 编号，但 ${channel} 没有启用`, en: `owners on the roster have ids of ${channel}, but ${channel} is not enabled` }, hint: { zh: `启用 channels.${channel}，或从名册里去掉这些编号`, en: `enable channels.${channel}, or take these ids out of the roster` } })),
    ...odd.map(({ name, conversation, field }): ChannelFinding => ({ check: 'roster', ok: false, message: { zh: `${field}（${name}）：“${conversation}”不是 Slack 的频道编号`, en: `${field} (${name}): "${conversation}" is no id of a Slack channel` }, hint: { zh: '编号以 C、D 或 G 开头，在频道详情的最下面', en: 'an id begins with C, D or G; it stands at the bottom of the channel’s details' } })),
  ];
}

/** A channel's secrets and its own checks; one that is not enabled needs no secret, but one that is set must look right. */
export function checkChannel(module: ChannelModule<never, HostPorts>, config: Config, secrets: ReadonlyMap<string, string>): ChannelFinding[] {
  const { name } = module;
  const part = config.channels[name] as never;
  const enabled = module.enabled(part, secrets);
  const ofSecrets = module.secrets.flatMap(({ variable, shape, about, required }): ChannelFinding[] => {
    const value = secrets.get(variable);
    const hint = { zh: `设置环境变量 ${variable}（${about.zh}）`, en: `set the environment variable ${variable} (${about.en})` };
    if (value === undefined) return enabled && required ? [{ check: name, ok: false, message: { zh: `${name}：缺少 ${variable}`, en: `${name}: ${variable} is missing` }, hint }] : [];
    if (!shape.test(value)) return [{ check: name, ok: false, message: { zh: `${name}：${variable} 的样子不对（值不显示）`, en: `${name}: ${variable} does not look right (its value is not shown)` }, hint }];
    return [];
  });
  const own = enabled ? module.check(part, secrets) : [];
  if ([...ofSecrets, ...own].some(({ ok }) => !ok)) return [...ofSecrets, ...own];
  const state: ChannelFinding = { check: name, ok: true, message: enabled ? { zh: `${name}：已启用，设置齐全`, en: `${name}: enabled, everything is set` } : { zh: `${name}：未启用`, en: `${name}: not enabled` } };
  return [state, ...own];
}

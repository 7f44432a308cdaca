import { describe, expect, it } from 'vitest';
import { alarmOver } from '../../src/alarms.js';
import { alarmsPart } from '../../src/alarms-config.js';
import type { Delivery } from '../../src/channels/channel.js';
import { KeepingChannel } from './desk/desk-over.js';
import { channelPorts } from './channels/ports.js';

const CONFIG = alarmsPart.schema.parse({ to: [{ channel: 'slack', conversation: 'C1' }, { channel: 'wechat', conversation: 'wxid_1', language: 'en' }] });
const WORDS = { zh: '请重新扫码', en: 'scan again' };

function alarms(slack: KeepingChannel | null, wechat: KeepingChannel | null) {
  let now = new Date('2026-03-03T02:00:00Z');
  const ports = channelPorts({ now: () => now });
  const alarm = alarmOver({ config: CONFIG, channel: (name) => (name === 'slack' ? slack : wechat), log: ports.log, now: ports.now });
  return { alarm, lines: ports.lines, later: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)) };
}

describe('alarms', () => {
  it('go where the configuration says, in the language it says, and into the log', async () => {
    const [slack, wechat] = [new KeepingChannel(), new KeepingChannel()];
    const { alarm, lines } = alarms(slack, wechat);
    alarm('wechat.login', WORDS);
    await expect.poll(() => [slack.texts, wechat.texts]).toEqual([['请重新扫码'], ['scan again']]);
    expect(slack.posted[0]!.to).toEqual({ channel: 'slack', conversation: 'C1', thread: null });
    expect(lines).toEqual([{ level: 'error', event: 'alarm', facts: { alarm: 'wechat.login', words: 'scan again' } }]);
  });

  it('say the same once in half an hour, and something else at once', async () => {
    const slack = new KeepingChannel();
    const { alarm, later } = alarms(slack, new KeepingChannel());
    alarm('wechat.login', WORDS);
    alarm('wechat.login', WORDS);
    alarm('wechat.breaker', { ...WORDS, zh: '停了' });
    later(31);
    alarm('wechat.login', WORDS);
    await expect.poll(() => slack.texts).toEqual(['请重新扫码', '停了', '请重新扫码']);
  });

  it('that reach nobody are logged, whatever the channel does', async () => {
    const slack = new KeepingChannel();
    slack.deliveries = [() => Promise.reject(new Error('broken'))];
    const { alarm, lines } = alarms(slack, null);
    alarm('wechat.login', WORDS);
    await expect.poll(() => lines.filter(({ event }) => event === 'alarm not delivered').map(({ facts }) => facts?.['channel'])).toEqual(expect.arrayContaining(['slack', 'wechat']));
    const refusing = new KeepingChannel();
    refusing.deliveries = [{ state: 'refused', messageId: null, reason: 'x', retryAt: null } satisfies Delivery];
    const again = alarms(refusing, refusing);
    again.alarm('wechat.login', WORDS);
    await expect.poll(() => again.lines.filter(({ event }) => event === 'alarm not delivered').length).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { NoSuchPlace, type WechatBot } from '../../../../src/channels/wechat/bot.js';
import { WechatConfig } from '../../../../src/channels/wechat/config.js';
import { Governor } from '../../../../src/channels/wechat/governor.js';
import { Speech } from '../../../../src/channels/wechat/speech.js';
import { channelPorts } from '../ports.js';

/** Speech of a logged-in account that says what `say` lets it. */
function speech(say: WechatBot['say'], config: object = { gapSeconds: 0, jitterSeconds: 0 }) {
  let now = new Date('2026-03-03T02:00:00Z');
  const ports = channelPorts({ now: () => now });
  const made = new Speech({ governor: new Governor(WechatConfig.parse(config), ports.now, () => 0), log: ports.log, alarm: ports.alarm, now: ports.now, wait: () => Promise.resolve(), withinMs: 20 });
  made.loggedInAs({ say, show: () => Promise.resolve(null) } as unknown as WechatBot);
  return { made, ports, later: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)) };
}

describe('speech', () => {
  it('keeps the order within a conversation, however long one message takes, and lets another pass', async () => {
    const said: string[] = [];
    let letGo!: () => void;
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    const { made } = speech(async (place, text) => {
      if (text === '一') await slow;
      said.push(`${place}${text}`);
      return null;
    });
    const all = [made.say('甲', '一', null), made.say('甲', '二', null), made.say('乙', '三', null)];
    await all[2];
    expect(said).toEqual(['乙三']);
    letGo();
    await Promise.all(all);
    expect(said).toEqual(['乙三', '甲一', '甲二']);
  });

  it('lets nothing overtake what waits for its slot', async () => {
    const { made, later } = speech(async () => null, { gapSeconds: 10, jitterSeconds: 0 });
    await made.say('甲', '一', null);
    await made.say('乙', '二', null);
    const waits = await made.say('丙', '三', null);
    expect(waits).toMatchObject({ state: 'pending', reason: 'queue' });
    later(6);
    // There would be a slot now, but the one before is offered again only then.
    expect(await made.say('丙', '四', null)).toMatchObject({ state: 'pending', reason: 'queue', retryAt: waits.retryAt });
    expect(await made.say('丁', '五', null)).toMatchObject({ state: 'handed over' });
    later(60);
    expect([await made.say('丙', '三', null), await made.say('丙', '四', null)]).toMatchObject([{ state: 'handed over' }, { state: 'handed over' }]);
  });

  it('gives a puppet up that does not answer, and goes on with what comes after', async () => {
    let hanging = true;
    const { made } = speech(() => (hanging ? new Promise(() => {}) : Promise.resolve('id')));
    const first = made.say('甲', '一', null);
    const second = first.then(() => {
      hanging = false;
      return made.say('甲', '二', null);
    });
    expect([await first, await second]).toMatchObject([{ state: 'unknown' }, { state: 'sent', messageId: 'id' }]);
    await made.idle();
  });

  it('does not hold a place that is not there against the account', async () => {
    const { made, ports } = speech((place) => (place === '没有' ? Promise.reject(new NoSuchPlace()) : Promise.resolve('id')));
    for (let i = 0; i < 5; i += 1) expect(await made.say('没有', '一', null)).toMatchObject({ state: 'refused', reason: 'no such room or person' });
    expect(await made.say('甲', '一', null)).toMatchObject({ state: 'sent' });
    expect(ports.alarms).toEqual([]);
  });

  it('tells the operator when it is to be left alone, with the time in China and no word of what was said', async () => {
    const { made, ports } = speech(() => Promise.reject(new Error('ret: 1, msg: 操作频繁 秘密')));
    await made.say('甲', '秘密', null);
    expect(ports.alarms).toEqual([{ event: 'wechat.breaker', words: expect.stringContaining('2026-03-03 10:10') as string }]);
    expect(JSON.stringify([ports.alarms, ports.lines])).not.toContain('秘密');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/render/message.js';
import { overYears } from '../../render/charts/chart-data.js';
import { notice } from '../ports.js';
import { Village } from './village.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('pictures in WeChat', () => {
  const open: Village[] = [];
  const village = async (config: object = {}): Promise<Village> => {
    const made = new Village(config);
    open.push(made);
    return made.open();
  };
  afterEach(async () => {
    for (const made of open.splice(0)) await made.channel.stop();
  });

  const trend = (): Message => {
    const { series, citations } = overYears([12, 31, 45, 38, 61]);
    return { ...notice('五年收到申请'), citations: [...citations], blocks: [{ type: 'text', inlines: ['五年收到申请，有升有降。'] }, { type: 'series', series }] };
  };
  const table = (rows: number): Message => ({
    ...notice('排名'),
    citations: [...overYears([1]).citations],
    blocks: [{ type: 'text', inlines: Array.from({ length: rows }, (_, i) => [`${i === 0 ? '各单位收到申请：' : ''}\n· 第${'甲乙丙丁戊'[i % 5]}单位政务服务管理办公室 `, { type: 'cited' as const, text: String(i), citation: 0 }]).flat() }],
  });

  it('shows the chart of a trend below its words', async () => {
    const v = await village();
    await v.channel.post({ channel: 'wechat', conversation: v.group, thread: null }, trend(), { speaker: v.mary });
    expect((await v.heard()).text).toBe('@玛丽 五年收到申请，有升有降。');
    const shown = await v.heard();
    expect(shown.to).toBe(v.group);
    expect(shown.picture!.name).toMatch(/\.png$/);
    expect(shown.picture!.bytes.subarray(0, 4)).toEqual(PNG);
  });

  it.each([
    ['a table that its parts cut', 60, true],
    ['a list that fits one message', 4, false],
  ])('of %s', async (_, rows, drawn) => {
    const v = await village();
    await v.channel.post({ channel: 'wechat', conversation: v.mary, thread: null }, table(rows));
    await v.heard();
    await v.channel.stop();
    expect(v.unheard.map(({ picture }) => picture?.bytes.subarray(0, 4))).toEqual(drawn ? [PNG] : []);
  });

  it('keeps to the text where the picture cannot be shown, and says so to the operator', async () => {
    const v = await village();
    const say = v.channel.post({ channel: 'wechat', conversation: v.group, thread: null }, trend());
    v.failingPictures = true;
    expect((await say).state).toBe('handed over');
    expect((await v.heard()).text).toBe('五年收到申请，有升有降。');
    await v.logged('wechat.notSent');
    expect(v.unheard).toEqual([]);
  });
});

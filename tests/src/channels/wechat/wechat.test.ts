import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/render/message.js';
import { notice } from '../ports.js';
import { Village } from './village.js';

const E = '\u2005';
const KIND = { voice: 2, sticker: 5, picture: 6, location: 8, miniProgram: 9, redEnvelope: 12, recalled: 13, file: 1, unknown: 0 };

describe('WeChat through wechaty and its mock puppet', () => {
  const open: Village[] = [];
  const village = async (...told: ConstructorParameters<typeof Village>): Promise<Village> => {
    const made = new Village(...told);
    open.push(made);
    return made.open();
  };
  afterEach(async () => {
    for (const made of open.splice(0)) {
      await made.channel.stop();
      expect(JSON.stringify(made.ports.lines)).not.toMatch(/多少件/);
    }
  });

  const long = (lang: 'zh' | 'en' = 'zh'): Message => ({ ...notice('开头'), lang, blocks: Array.from({ length: 90 }, (_, i) => ({ type: 'text' as const, inlines: [{ type: 'counted' as const, text: `第${i + 1}项：办理咨询事项若干件`, basis: 'report' }] })) });
  const choices = (): Message => ({ ...notice('要问哪一年？'), blocks: [{ type: 'choices', lead: '要问哪一年？', options: ['2020年多少件？', '2021年多少件？'] }] });

  it('answers a mention in a group, mentioning the asker', async () => {
    const v = await village();
    v.say(v.mary, `@问报${E}村里办了多少件`, v.group, { id: 'm1' });
    const incoming = await v.inbox.next();
    expect(incoming).toMatchObject({ id: 'm1', from: { channel: 'wechat', conversation: v.group, thread: null }, speaker: v.mary, speakerName: '玛丽', direct: false, text: '村里办了多少件' });
    expect(await v.channel.post(incoming.from, notice('办了两件。'), { speaker: incoming.speaker })).toMatchObject({ state: 'handed over', messageId: null });
    expect(await v.heard()).toEqual({ to: v.group, text: '@玛丽 办了两件。' });
  });

  it('knows its alias in the group', async () => {
    const v = await village();
    v.say(v.mary, '@小问 村里办了多少件', v.group);
    expect((await v.inbox.next()).text).toBe('村里办了多少件');
  });

  it('answers a direct message without a mention, with or without one in it', async () => {
    const v = await village();
    v.say(v.mary, '村里办了多少件');
    v.say(v.zhang, '@问报 镇里办了多少件');
    const both = [await v.inbox.next(), await v.inbox.next()].toSorted((a, b) => a.speaker.localeCompare(b.speaker));
    expect(both).toMatchObject([{ from: { conversation: v.mary }, direct: true, text: '村里办了多少件' }, { from: { conversation: v.zhang }, direct: true, text: '镇里办了多少件' }]);
    await v.channel.post(both[0]!.from, notice('办了两件。'));
    expect(await v.heard()).toEqual({ to: v.mary, text: '办了两件。' });
  });

  it('keeps several groups and people apart', async () => {
    const v = await village();
    v.say(v.mary, '@问报 甲村多少件', v.group);
    v.say(v.zhang, '@问报 乙村多少件', v.other);
    const both = [await v.inbox.next(), await v.inbox.next()];
    for (const { from, speaker, text } of both) await v.channel.post(from, notice(`${text}：两件`), { speaker });
    const said = [await v.heard(), await v.heard()].toSorted((a, b) => a.to.localeCompare(b.to));
    expect(said).toEqual([{ to: v.other, text: '@张三 乙村多少件：两件' }, { to: v.group, text: '@玛丽 甲村多少件：两件' }]);
  });

  it.each([
    ['a message that mentions nobody', (v: Village) => v.say(v.mary, '大家好，问报在吗', v.group)],
    ['a message to everybody', (v: Village) => v.say(v.mary, `@所有人${E}开会`, v.group)],
    ['a message to somebody else', (v: Village) => v.say(v.mary, `@张三${E}多少件`, v.group)],
    ['a mention in a quoted message', (v: Village) => v.say(v.mary, '「张三：@问报 多少件」\n- - - - - - - - -\n同问', v.group)],
    ['its own message', (v: Village) => v.say(v.me, `@问报${E}多少件`, v.group)],
    ['a voice message in a group', (v: Village) => v.say(v.mary, '', v.group, { type: KIND.voice })],
    ['a red packet in a group', (v: Village) => v.say(v.mary, '恭喜发财', v.group, { type: KIND.redEnvelope })],
    ['a mini-program in a group', (v: Village) => v.say(v.mary, '<xml/>', v.group, { type: KIND.miniProgram })],
    ['a recalled message', (v: Village) => v.say(v.mary, '撤回', null, { type: KIND.recalled })],
    ['a sticker', (v: Village) => v.say(v.mary, '', null, { type: KIND.sticker })],
    ['a message from before the start', (v: Village) => v.say(v.mary, '旧的多少件', null, { timestamp: v.now.getTime() - 3_600_000 })],
  ])('says nothing to %s', async (_, say) => {
    const v = await village();
    say(v);
    await v.logged('wechat.ignored');
    v.say(v.mary, `@问报${E}收尾`, v.group);
    expect((await v.inbox.next()).text).toBe('收尾');
    expect(v.unheard).toEqual([]);
  });

  it.each([
    ['voice', KIND.voice, '语音'],
    ['picture', KIND.picture, '图片'],
    ['file', KIND.file, '文件'],
    ['document of unknown kind', KIND.unknown, '文件'],
    ['red packet', KIND.redEnvelope, '红包'],
    ['location', KIND.location, '卡片'],
  ])('tells who sends a %s directly what it can read, once', async (_, type, word) => {
    const v = await village();
    v.say(v.mary, '', null, { type });
    expect(await v.heard()).toMatchObject({ to: v.mary, text: expect.stringContaining(word) as string });
    v.say(v.mary, '', null, { type });
    v.say(v.mary, '收尾');
    expect((await v.inbox.next()).text).toBe('收尾');
    expect(v.unheard).toEqual([]);
  });

  it('hands on a message that is delivered twice once', async () => {
    const v = await village();
    v.say(v.mary, '多少件', null, { id: 'twice' });
    v.say(v.mary, '多少件', null, { id: 'twice' });
    v.say(v.mary, '收尾');
    expect([(await v.inbox.next()).text, (await v.inbox.next()).text]).toEqual(['多少件', '收尾']);
  });

  it('after a restart ignores what is replayed, and asks once in each group for what it missed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wechat-'));
    const first = await village({}, { folder });
    first.say(first.mary, '@问报 答过的多少件', first.group, { id: 'answered' });
    await first.inbox.next();
    await first.channel.stop();
    const hour = 3_600_000;
    const second = await village({}, { folder, now: new Date(first.now.getTime() + hour) });
    second.say(second.mary, '@问报 答过的多少件', second.group, { id: 'answered', timestamp: first.now.getTime() });
    second.say(second.mary, '@问报 错过的多少件', second.group, { id: 'missed1', timestamp: first.now.getTime() + hour / 2 });
    second.say(second.zhang, '@问报 又错过的多少件', second.group, { id: 'missed2', timestamp: first.now.getTime() + hour / 2 });
    expect((await second.heard()).text).toBe('@玛丽 我刚才不在线，离线期间的提问请重发。');
    second.say(second.mary, '@问报 收尾', second.group);
    expect((await second.inbox.next()).text).toBe('收尾');
    expect(second.unheard).toEqual([]);
  });

  it('takes 20,000 characters, emoji and characters that take no room', async () => {
    const v = await village();
    v.say(v.mary, `@\u200b问报 🙂${'件'.repeat(20_000)}`, v.group);
    expect((await v.inbox.next()).text).toBe(`🙂${'件'.repeat(20_000)}`);
    v.say(v.mary, '件'.repeat(200_000));
    expect((await v.inbox.next()).text).toHaveLength(120_000);
  });

  it('says a long answer in parts, each when asked for more', async () => {
    const v = await village();
    v.say(v.mary, '@问报 有哪些事项', v.group);
    const { from, speaker } = await v.inbox.next();
    await v.channel.post(from, long(), { speaker });
    expect((await v.heard()).text).toMatch(/^@玛丽 第1项[^]*回复“更多”看下文）$/);
    v.say(v.zhang, '更多', v.group);
    v.say(v.mary, '更多', v.group);
    expect((await v.heard()).text).toMatch(/^@玛丽 第[^]*（2\/\d）$|^@玛丽 第[^]*（2\/\d，回复“更多”看下文）$/);
    for (let last = false; !last; ) {
      v.say(v.mary, '@问报 更多', v.group);
      last = !(await v.heard()).text.includes('看下文');
    }
    v.say(v.mary, '@问报 更多', v.group);
    expect((await v.heard()).text).toContain('没有可以接着看的内容');
    expect(v.inbox.all).toHaveLength(1);
  });

  it.each([
    ['that the desk had not taken in is asked for again', false, '@玛丽 我刚才不在线，离线期间的提问请重发。'],
    ['that the desk had taken in is left to the desk', true, null],
  ])('of a process that was killed, a question %s', async (_, taken, said) => {
    const folder = mkdtempSync(join(tmpdir(), 'wechat-'));
    const killed = new Village({}, { folder });
    open.push(killed);
    let heard = 0;
    // The desk of a process that is about to die: it never comes to an end.
    await killed.channel.start((_incoming, takenIn) => {
      heard += 1;
      if (taken) takenIn?.();
      return new Promise(() => {});
    });
    await killed.login();
    killed.say(killed.mary, '@问报 村里多少件', killed.group, { id: 'at-work' });
    await expect.poll(() => heard).toBe(1);
    // Another question of the same moment gets through.
    const later = new Date(killed.now.getTime() + 90_000);
    const next = await village({}, { folder, now: later });
    next.say(next.mary, '@问报 村里多少件', next.group, { id: 'at-work', timestamp: killed.now.getTime() });
    next.say(next.zhang, '@问报 收尾', next.group);
    expect((await next.inbox.next()).text).toBe('收尾');
    expect(next.unheard.map(({ text }) => text)).toEqual(said === null ? [] : [said]);
  });

  it('refuses a group that may not ask once, and is silent there afterwards', async () => {
    const v = await village({}, { mayAsk: (who) => who !== 'zhang' });
    v.say(v.zhang, '@问报 一共多少件', v.other);
    expect((await v.inbox.next()).text).toBe('一共多少件');
    for (const text of ['@问报 二', '@问报 更多', '@问报 三']) v.say(v.zhang, text, v.other);
    v.say(v.zhang, '', null, { type: KIND.voice });
    v.say(v.zhang, '', null, { type: KIND.voice });
    await v.logged('wechat.ignored', 4);
    v.say(v.mary, '@问报 收尾', v.other);
    expect((await v.inbox.next()).text).toBe('收尾');
    v.now = new Date(v.now.getTime() + 7 * 3_600_000);
    v.say(v.zhang, '@问报 四', v.other);
    expect((await v.inbox.next()).text).toBe('四');
    expect(v.unheard).toEqual([]);
  });

  it('asks the question that a number stands for', async () => {
    const v = await village();
    v.say(v.mary, '@问报 多少件', v.group);
    const { from, speaker } = await v.inbox.next();
    await v.channel.post(from, choices(), { speaker });
    expect((await v.heard()).text).toContain('2. 2021年多少件？');
    v.say(v.mary, '第二个', v.group);
    expect((await v.inbox.next()).text).toBe('2021年多少件？');
  });

  it('takes a number of anybody in the room for what was said to the whole room', async () => {
    const v = await village();
    v.say(v.zhang, '@问报 镇里多少件？', v.group);
    const { from } = await v.inbox.next();
    await v.channel.post(from, choices());
    v.say(v.mary, '@问报 2', v.group);
    expect((await v.inbox.next()).text).toBe('2021年多少件？');
  });

  it('takes a follow-up of the same speaker within the window, and nobody else’s, and no thanks', async () => {
    const v = await village({ followUpSeconds: 60 });
    v.say(v.mary, '@问报 村里办了多少件', v.group);
    const { from, speaker } = await v.inbox.next();
    await v.channel.post(from, notice('两件。'), { speaker });
    v.say(v.zhang, '镇里多少件？', v.group);
    v.say(v.mary, '好的谢谢', v.group);
    v.say(v.mary, `@张三${E}你看镇里多少件？`, v.group);
    await v.logged('wechat.ignored', 3);
    v.say(v.mary, '那镇里呢', v.group);
    expect((await v.inbox.next()).text).toBe('那镇里呢');
    v.now = new Date(v.now.getTime() + 61_000);
    v.say(v.mary, '那县里呢', v.group);
    await v.logged('wechat.ignored', 4);
    v.say(v.mary, '@问报 收尾', v.group);
    expect((await v.inbox.next()).text).toBe('收尾');
  });

  it('lives with a group that is renamed', async () => {
    const v = await village();
    v.rename('新柳泉村');
    v.say(v.mary, '@问报 多少件', v.group);
    const { from, speaker } = await v.inbox.next();
    await v.channel.post(from, notice('两件。'), { speaker });
    expect(await v.heard()).toMatchObject({ to: v.group });
  });

  it('refuses to speak in a group that it was taken out of, until it is back', async () => {
    const v = await village();
    const to = { channel: 'wechat', conversation: v.group, thread: null } as const;
    v.takeOut();
    await expect.poll(async () => (await v.channel.post(to, notice('一'))).state).toBe('refused');
    v.putBack();
    await expect.poll(async () => (await v.channel.post(to, notice('二'))).state).toBe('handed over');
  });

  it('is sent where the puppet gives the message back', async () => {
    const v = await village();
    v.answerId = v.say(v.me, '回执', v.group, { id: 'receipt' });
    expect(await v.channel.post({ channel: 'wechat', conversation: v.mary, thread: null }, notice('一'))).toMatchObject({ state: 'sent', messageId: 'receipt' });
  });

  it('keeps the pace, and tells when it may go on', async () => {
    const v = await village({ gapSeconds: 1, jitterSeconds: 2, dailyBudget: 2 });
    const to = { channel: 'wechat', conversation: v.mary, thread: null } as const;
    v.say(v.mary, '多少件');
    await v.inbox.next();
    await v.channel.post(to, notice('一'));
    await v.channel.post(to, notice('二'));
    expect(v.waits).toEqual([2000]);
    expect(await v.channel.post(to, notice('三'))).toMatchObject({ state: 'pending', reason: 'daily budget' });
  });

  it('stops speaking when WeChat says that it does so too often, and tells the operator', async () => {
    const v = await village();
    const to = { channel: 'wechat', conversation: v.mary, thread: null } as const;
    v.failing = '操作频繁，请稍后再试';
    expect(await v.channel.post(to, notice('一'))).toMatchObject({ state: 'unknown' });
    v.failing = null;
    expect(await v.channel.post(to, notice('二'))).toMatchObject({ state: 'pending', reason: 'breaker', retryAt: new Date(v.now.getTime() + 600_000) });
    expect(v.ports.lines.filter(({ event, level }) => event === 'wechat.breaker' && level === 'error')).toHaveLength(1);
  });

  it('falls silent towards a speaker that is faster than people', async () => {
    const v = await village();
    for (let i = 0; i < 20; i += 1) v.say(v.zhang, `多少件${i}`);
    v.say(v.mary, '收尾');
    await expect.poll(() => v.inbox.all.some(({ text }) => text === '收尾')).toBe(true);
    await v.logged('wechat.ignored', 8);
    expect(v.inbox.all).toHaveLength(13);
  });
});

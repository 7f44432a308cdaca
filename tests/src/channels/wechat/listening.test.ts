import { describe, expect, it } from 'vitest';
import type { Heard } from '../../../../src/channels/wechat/bot.js';
import { listen } from '../../../../src/channels/wechat/listening.js';

const heard = (told: Partial<Heard>): Heard => ({ id: 'm', room: 'r', speaker: 's', speakerName: '玛丽', own: false, official: false, kind: 'text', text: '', file: null, sentAt: new Date(0), names: { mine: ['问报'] }, mentionsMe: null, ...told });

describe('listen', () => {
  it.each<[string, Partial<Heard>, boolean, ReturnType<typeof listen>]>([
    ['a mention', { text: '@问报 多少件' }, false, { text: '多少件' }],
    ['a direct message', { room: null, text: '多少件' }, false, { text: '多少件' }],
    ['a direct message with a mention', { room: null, text: '@问报 多少件' }, false, { text: '多少件' }],
    ['faces to it', { room: null, text: '🙂[强]👍🏻' }, false, 'nothing to answer'],
    ['what cannot be seen, to it', { room: null, text: '\u200b\u2060\ufeff' }, false, 'nothing to answer'],
    ['a mention with faces', { text: '@问报 [微笑]🙂' }, false, { text: '' }],
    ['a mere question mark', { room: null, text: '？' }, false, { text: '？' }],
    ['a face beside words', { room: null, text: '多少件[微笑]' }, false, { text: '多少件[微笑]' }],
    ['a follow-up', { text: '那去年呢' }, true, { text: '那去年呢' }],
    ['a follow-up that mentions somebody', { text: '@张三 那去年呢' }, true, 'said to somebody else'],
    ['talk', { text: '大家好' }, false, 'not addressed'],
    ['a mention by id under a name that only the puppet knows', { text: '@新名字\u2005多少件', mentionsMe: true }, false, { text: '多少件' }],
    ['everybody, told as a mention by id', { text: '@所有人\u2005开会', mentionsMe: true }, false, 'not addressed'],
    ['everybody beside somebody else, told as a mention by id', { text: '@所有人\u2005@张三\u2005开会', mentionsMe: true }, false, 'said to somebody else'],
    ['a mention by id without a mention in the text', { text: '多少件', mentionsMe: true }, false, 'not addressed'],
    ['its own words', { own: true, text: '@问报 多少件' }, true, 'own'],
    ['an official account', { official: true, room: null, text: '推送' }, true, 'nobody'],
    ['a voice message in a group', { kind: 'voice' }, true, 'not addressed'],
    ['a voice message to it', { kind: 'voice', room: null }, false, { kind: 'voice' }],
    ['a file in a group from somebody whose files it takes', { kind: 'file' }, true, { kind: 'file' }],
    ['a file in a group from anybody else', { kind: 'file' }, false, 'not addressed'],
    ['a file to it', { kind: 'file', room: null }, false, { kind: 'file' }],
    ['a sticker', { kind: 'nothing to answer', room: null }, false, 'nothing to answer'],
  ])('hears %s', (_, told, goesOn, listened) => {
    expect(listen(heard(told), () => goesOn, () => goesOn)).toEqual(listened);
  });
});

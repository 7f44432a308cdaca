import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../../../index/mod.js';
import type { Incoming } from '../../../../src/channels/channel.js';
import { FileRefused, type Front, type HandedFile } from '../../../../src/channels/front.js';
import { fetchHeard, plainName } from '../../../../src/channels/wechat/heard-file.js';
import { idleFront, notice } from '../ports.js';
import { Village } from './village.js';

const WORD = '青石镇2020年报.docx';
const bytes = Buffer.from('a report');

describe('files in WeChat', () => {
  const open: Village[] = [];
  afterEach(async () => {
    for (const made of open.splice(0)) await made.channel.stop();
  });

  /** A front that keeps what is done, and a village before it. */
  async function village(told: ConstructorParameters<typeof Village>[1] = {}, over: Partial<Front> = {}): Promise<{ v: Village; done: [string, Incoming, HandedFile | null][] }> {
    const done: [string, Incoming, HandedFile | null][] = [];
    const front = idleFront({
      offer: async (act, names) => {
        done.push(['offer', act, null]);
        return notice(`收到 ${names.join()}`);
      },
      handIn: async (act, file) => {
        done.push(['take', act, await file()]);
        return notice('已收录');
      },
      check: async (act, file) => {
        done.push(['check', act, await file()]);
        return notice('核对过了');
      },
      ...over,
    });
    const v = new Village({}, { ...told, front });
    open.push(v);
    await v.open();
    return { v, done };
  }

  it.each([
    ['1', 'take', '已收录'],
    ['收录', 'take', '已收录'],
    ['确认。', 'take', '已收录'],
    ['2', 'check', '核对过了'],
    ['只核对', 'check', '核对过了'],
  ])('a report sent to it is offered, and at “%s” it does “%s”', async (said, deed, reply) => {
    const { v, done } = await village();
    await v.send(v.mary, WORD, bytes);
    expect((await v.heard()).text).toBe(`收到 ${WORD}\n1. 收录\n2. 只核对\n3. 不用\n回复序号即可`);
    const id = v.say(v.mary, said);
    expect((await v.heard()).text).toBe(reply);
    expect(done[1]).toMatchObject([deed, { id, text: WORD, speaker: v.mary, direct: true }, { name: WORD, bytes }]);
    expect(v.inbox.all).toEqual([]);
  });

  it('does what is said with all the files that somebody sent, each once', async () => {
    const { v, done } = await village();
    await v.send(v.mary, '甲2020年报.docx', bytes);
    await v.heard();
    await v.send(v.mary, '乙2020年报.docx', bytes);
    expect((await v.heard()).text).toContain('收到 甲2020年报.docx,乙2020年报.docx');
    const id = v.say(v.mary, '收录');
    expect([(await v.heard()).text, (await v.heard()).text]).toEqual(['已收录', '已收录']);
    expect(done.slice(2).map(([deed, act, file]) => [deed, act.id, file?.name])).toEqual([['take', id, '甲2020年报.docx'], ['take', `${id}/2`, '乙2020年报.docx']]);
  });

  it.each([
    ['../../etc/passwd.docx', 'passwd.docx'],
    ['C:\\Users\\甲\\年报.docx', '年报.docx'],
    ['年报\n@所有人 快看\u202excod.docx', '年报@所有人 快看xcod.docx'],
    [`${'长'.repeat(5000)}.docx`, /^长{60}…长{54}\.docx$/],
    ['\u0000\u200b.docx', '.docx'],
    ['///', '?'],
  ])('a file called %j goes by a name that can be shown', (name, shown) => {
    if (typeof shown === 'string') expect(plainName(name)).toBe(shown);
    else expect(plainName(name)).toMatch(shown);
  });

  it('leaves a file that is not wanted, and asks nothing of it afterwards', async () => {
    const { v, done } = await village();
    await v.send(v.mary, WORD, bytes);
    await v.heard();
    v.say(v.mary, '3');
    expect((await v.heard()).text).toBe('好，不收。');
    v.say(v.mary, '收录');
    expect((await v.inbox.next()).text).toBe('收录');
    expect(done.map(([name]) => name)).toEqual(['offer']);
  });

  it('in a group speaks to who may hand in only, and takes their word without a mention', async () => {
    const { v, done } = await village({ mayHandIn: (who) => who === 'mary' });
    await v.send(v.zhang, WORD, bytes, v.group);
    await v.logged('wechat.ignored');
    await v.send(v.mary, WORD, bytes, v.group);
    expect((await v.heard()).text).toMatch(/^@玛丽 收到 青石镇2020年报\.docx\n1\. 收录/u);
    v.say(v.zhang, '收录', v.group);
    await v.logged('wechat.ignored', 2);
    v.say(v.mary, '收录', v.group);
    expect((await v.heard()).text).toBe('@玛丽 已收录');
    expect(done.map(([name]) => name)).toEqual(['offer', 'take']);
  });

  it('a file that is no report gets a word directly and none in a group', async () => {
    const { v, done } = await village();
    await v.send(v.mary, '合影.jpg', bytes);
    expect((await v.heard()).text).toContain('这种文件我读不了');
    await v.send(v.mary, '合影.jpg', bytes, v.group);
    await v.logged('wechat.ignored');
    expect([v.unheard, done]).toEqual([[], []]);
  });

  it('who may not hand in is told whom to ask, and nothing stays offered', async () => {
    const { v } = await village({}, { offer: async () => ({ ...notice('没有权限，请找管理员'), status: 'not_found' }) });
    await v.send(v.mary, WORD, bytes);
    expect((await v.heard()).text).toBe('没有权限，请找管理员');
    v.say(v.mary, '收录');
    expect((await v.inbox.next()).text).toBe('收录');
  });

  async function* pieces(many: number): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < many; i += 1) yield Buffer.alloc(1024 * 1024);
  }

  it.each<[string, Parameters<typeof fetchHeard>[0], RegExp]>([
    ['says that it is too large', { name: 'a.pdf', size: 200 * 1024 * 1024, open: () => Promise.reject(new Error('not to be opened')) }, /larger than/],
    ['turns out too large', { name: 'a.pdf', size: null, open: async () => Readable.from(pieces(MAX_BYTES / 1024 / 1024 + 2)) }, /larger than/],
    ['cannot be had', { name: 'a.pdf', size: null, open: () => Promise.reject(new Error('ENOENT /home/somebody')) }, /did not give the file/],
  ])('refuses a file that %s', async (_, file, why) => {
    const refused = await fetchHeard(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    expect((refused as FileRefused).why.en).toMatch(why);
    expect((refused as FileRefused).why.en).not.toContain('/home');
  });

  it('waits for no file for ever, and lets go of it', async () => {
    const stream = new Readable({ read: () => {} });
    await expect(fetchHeard({ name: 'a.pdf', size: null, open: async () => stream }, 10)).rejects.toBeInstanceOf(FileRefused);
    expect(stream.destroyed).toBe(true);
    await expect(fetchHeard({ name: 'a.pdf', size: null, open: () => new Promise(() => {}) }, 10)).rejects.toBeInstanceOf(FileRefused);
  });
});

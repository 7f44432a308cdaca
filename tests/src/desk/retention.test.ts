import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage, languageChosen } from '../../../src/desk/preference.js';
import { forget } from '../../../src/desk/retention.js';
import { benchOver, incoming, NOON, type Bench } from './desk-over.js';

let bench: Bench;
const days = (n: number): Date => new Date(NOON.getTime() + n * 86_400_000);
beforeEach(async () => {
  bench = await benchOver({ audit: { keepDays: 7 } });
});
afterEach(() => bench.close());

/** Every byte of the store's files, its log among them. */
const bytesIn = (folder: string): string => readdirSync(folder).filter((name) => name.startsWith('wenbao.sqlite')).map((name) => readFileSync(join(folder, name)).toString('utf8')).join('\n');

const questions = async () => (await bench.database.selectFrom('desk_audit').select('question').orderBy('id').execute()).map(({ question }) => question);

describe('retention', () => {
  it('purges the audit after its days, and what conversations remember', async () => {
    await bench.desk.receive(incoming('旧'), bench.channel);
    bench.now = days(6);
    await bench.desk.receive(incoming('新', { sentAt: bench.now }), bench.channel);
    await bench.desk.resume();
    expect(await questions()).toEqual(['旧', '新']);
    bench.now = days(7.1);
    await bench.desk.resume();
    expect(await questions()).toEqual(['新']);
    expect(await bench.database.selectFrom('desk_memory').selectAll().execute()).toEqual([]);
  });
});

describe('forget', () => {
  it('lets go of the language that somebody chose, on one channel or all, and of nobody else’s', async () => {
    const people = [['U1', 'slack'], ['U1', 'wechat'], ['U2', 'slack']] as const;
    for (const [speaker, channel] of people) await chooseLanguage(bench.database, { from: { channel, conversation: 'C', thread: null }, speaker }, 'en', NOON);
    const chosen = (): Promise<(string | null)[]> => Promise.all(people.map(([speaker, channel]) => languageChosen(bench.database, { from: { channel, conversation: 'C', thread: null }, speaker })));
    await forget(bench.database, 'U1', 'slack');
    expect(await chosen()).toEqual([null, 'en', 'en']);
    await forget(bench.database, 'U1', null);
    expect(await chosen()).toEqual([null, null, 'en']);
  });

  const everything = async (): Promise<string> => JSON.stringify(await Promise.all((['desk_message', 'desk_memory', 'desk_audit'] as const).map((table) => bench.database.selectFrom(table).selectAll().execute())));

  beforeEach(async () => {
    for (const [speaker, conversation, channel] of [['U1', 'C1', 'slack'], ['U1', 'C2', 'slack'], ['U2', 'C1', 'slack'], ['U1', 'R1', 'wechat']] as const) await bench.desk.receive(incoming(`${speaker}在${conversation}`, { speaker, from: { channel, conversation } }), bench.channel);
  });

  it.each([
    ['a person', 'U1', null, 3, ['U2在C1']],
    ['a person of one channel', 'U1', 'slack', 2, ['U2在C1', 'U1在R1']],
    ['a conversation', 'C1', null, 2, ['U1在C2', 'U1在R1']],
    ['nobody', 'U9', null, 0, ['U1在C1', 'U1在C2', 'U2在C1', 'U1在R1']],
    ['part of an id', 'U', null, 0, ['U1在C1', 'U1在C2', 'U2在C1', 'U1在R1']],
  ] as const)('%s', async (_, id, channel, many, left) => {
    expect(await forget(bench.database, id, channel)).toEqual({ memories: many, audit: many, unanswered: 0, messages: many });
    expect(await questions()).toEqual(left);
    if (channel === null && many > 0) expect(await everything()).not.toContain(`"${id}"`);
  });

  it('leaves no word in the files of the store either, while they are open', async () => {
    const words = '乡里张三家的低保'; // Said by nobody else, so that any byte of it is a rest.
    const folder = mkdtempSync(join(tmpdir(), 'wenbao-forget-'));
    const kept = await benchOver({}, folder);
    for (let i = 0; i < 20; i += 1) await kept.desk.receive(incoming(`${words}${i}`, { speaker: 'wxid_zhangsan', from: { conversation: 'C7' } }), kept.channel);
    expect(bytesIn(folder)).toContain(words);
    await forget(kept.database, 'wxid_zhangsan', null);
    expect(bytesIn(folder)).not.toContain(words);
    expect(bytesIn(folder)).not.toContain('wxid_zhangsan');
    await kept.close();
  });

  it('a forgotten message is not answered again when it is delivered once more', async () => {
    await bench.desk.receive(incoming('甲', { id: 'x' }), bench.channel);
    await forget(bench.database, 'U1', null);
    const before = bench.channel.posted.length;
    await bench.desk.receive(incoming('甲', { id: 'x' }), bench.channel);
    expect(bench.channel.posted).toHaveLength(before);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officialCalendar, openLibrary, standardSteps, type OpenLibrary } from '../../../../index/mod.js';
import { changesIn, type KeptChange } from '../../../../src/roster/changes.js';
import { obey, type Obeyed } from '../../../../src/roster/chat/obey.js';
import { rosterPart } from '../../../../src/roster/config.js';
import type { RosterTables } from '../../../../src/roster/migrations.js';
import { rosterOf } from '../../../../src/roster/roster.js';
import type { StandingPorts } from '../../../../src/roster/standings.js';
import { ownMigrations } from '../../../../src/tables.js';

const AT = new Date('2022-01-20T10:00:00+08:00');
const CONFIG = {
  within: '云岭县',
  supervisor: '公开办',
  organisations: [
    { name: '政务公开办公室', aliases: ['公开办'], exempt: { why: '不单独编报' }, rooms: [{ channel: 'wechat' as const, conversation: 'county' }] },
    { name: '青石镇', owner: { name: '张三', wechat: 'wx-zhang' }, rooms: [{ channel: 'wechat' as const, conversation: 'qingshi' }] },
    { name: '教育局', rooms: [{ channel: 'wechat' as const, conversation: 'offices' }] },
    { name: '财政局', rooms: [{ channel: 'wechat' as const, conversation: 'offices' }] },
  ],
};

let folder: string;
let held: OpenLibrary;
let standings: StandingPorts;
let number = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-obey-'));
  held = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  standings = { roster: rosterOf(rosterPart.schema.parse(CONFIG)), changes: changesIn(held.database<RosterTables>()), library: held.library, local: [], calendar: officialCalendar() };
});
afterEach(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

const say = (text: string, told: { readonly room?: string; readonly speaker?: string; readonly id?: string; readonly role?: boolean } = {}): Promise<Obeyed | null> =>
  obey({ id: told.id ?? String((number += 1)), from: { channel: 'wechat', conversation: told.room ?? 'county', thread: null }, speaker: told.speaker ?? 'wx-li', text }, AT, { standings, contact: '县公开办 0883-1', allowed: () => ({ admin: false, roster: told.role ?? true }) });
const kept = async (): Promise<unknown[]> => (await standings.changes.of()).map(({ organisation, year, change, by, how, why, link }: KeptChange) => [organisation, year, change, by, how, why, link]);

describe('what is said of a report in a chat', () => {
  it('is kept and confirmed, with the year taken and how to take it back', async () => {
    const done = await say('青石镇 退回 表三不平');
    expect(done).toMatchObject({ outcome: 'done', message: { lang: 'zh', status: 'notice', answerId: null } });
    expect(done!.message.text).toBe('已登记：青石镇2021年度报告，退回 表三不平。现在的状态：退回待改。登错了就回复：青石镇2021取消登记');
    expect(await kept()).toEqual([['云岭县青石镇', 2021, 'returned', 'wechat:wx-li', 'chat', '表三不平', null]]);
    expect((await say('青石镇2021取消登记'))!.message.text).toContain('现在的状态：待交');
  });

  it('is of whose room it is, by the owner’s name', async () => {
    await say('已发布 https://example.cn/1', { room: 'qingshi', speaker: 'wx-zhang', role: false });
    expect((await say('published https://example.cn/2', { room: 'qingshi' }))!.message.text).toBe('Noted: 青石镇, 2021 report, published https://example.cn/2. It now stands as: published. To take it back, reply: 青石镇 2021 undo');
    expect(await kept()).toEqual([['云岭县青石镇', 2021, 'published', '张三', 'chat', null, 'https://example.cn/1'], ['云岭县青石镇', 2021, 'published', 'wechat:wx-li', 'chat', null, 'https://example.cn/2']]);
  });

  it('is kept once, however often it is delivered', async () => {
    for (const text of ['已登记', '登记过了']) expect((await say('青石镇2020年已报送', { id: 'm1' }))!.message.text).toContain(text);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ['somebody with no right', '已发布 https://example.cn/1', { room: 'qingshi', role: false }, '你没有权限登记青石镇的年报状态，什么都没有改。请由负责人（张三）或主管单位登记，或找：县公开办 0883-1', false],
    ['the organisation itself, sending back', '退回 表三不平', { room: 'qingshi' }, '你没有权限', false],
    ['no link', '青石镇已发布', {}, '已发布要附链接。什么都没有改。写法：青石镇已发布 https://……', true],
    ['no reason', '青石镇退回', {}, '退回、免报都要写原因。什么都没有改。写法：青石镇退回 原因', true],
    ['nobody the roster knows, with a link', '石林镇已发布 https://example.cn/1', {}, '名册里没有“石林镇”', true],
    ['one room of two', '已发布 https://example.cn/1', { room: 'offices' }, '可能是：云岭县教育局、云岭县财政局。请写全称，例如：云岭县教育局已发布', true],
    ['nobody’s room', '已发布 https://example.cn/1', { room: 'elsewhere' }, '没有说是哪个单位', true],
  ])('changes nothing when it is of %s', async (_what, text, told, answer, allowed) => {
    const done = await say(text, told);
    expect(done!.message.text).toContain(answer);
    expect(done!.outcome).toBe(allowed ? 'asked back' : 'refused');
    expect(await kept()).toEqual([]);
  });

  it.each(['青石镇2021年的年报交了没', '退回的申请有多少件', '石林镇退回 表三不平', 'returned items'])('%s is left to be answered', async (text) => {
    expect(await say(text, { room: 'elsewhere' })).toBeNull();
  });
});

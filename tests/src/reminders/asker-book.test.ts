import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary, projectRoot, standardSteps, type OpenLibrary } from '../../../index/mod.js';
import { ConversationsInMemory, createAssistant, languageOf, type Answer } from '../../../intents/mod.js';
import { askerBook, type Asker } from '../../../src/reminders/asker-book.js';
import type { PlanningBook } from '../../../src/reminders/book.js';
import { remindOnce } from '../../../src/reminders/dispatcher.js';
import type { ReminderTables } from '../../../src/reminders/migrations.js';
import { outboxIn, type Outbox } from '../../../src/reminders/outbox.js';
import { planningBook } from '../../../src/reminders/planning-book.js';
import { ownMigrations } from '../../../src/tables.js';
import { bookHere, china, owingHere } from './book-here.js';
import { portsOf, type Posted } from './scene.js';

let folder: string;
let held: OpenLibrary;
let outbox: Outbox;
let done = false;
let messages = 0;
const faults: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-asker-'));
  held = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  outbox = outboxIn(held.database<ReminderTables>(), 'here');
  done = false;
  faults.length = 0;
});
afterEach(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

const bureau = () => owingHere('民政局', { done: () => done, conversations: [{ to: { channel: 'wechat', conversation: 'room@1', thread: null }, lang: 'zh' }] });
const book = (now: Date): Promise<PlanningBook> => planningBook(held.database<ReminderTables>(), bookHere(), async () => [bureau()], now);

/** Somebody says something in the bureau's room. */
async function say(text: string, at: string, over: Partial<Asker> = {}, organisation: { id: string; level: 'department' } | null = { id: '民政局', level: 'department' }): Promise<Answer> {
  messages += 1;
  const asker: Asker = { to: { channel: 'wechat', conversation: 'room@1', thread: null }, speaker: 'li', lang: languageOf(text), message: `m${messages}`, mayStop: false, mayAdminister: false, reachable: true, ...over };
  const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: (_, error) => faults.push(error) });
  return assistant.ask(text, { at: china(at), reminders: askerBook(asker, { database: held.database<ReminderTables>(), outbox, library: held.library, book, organisation }) });
}

/** What the schedule says at each of these moments. */
async function said(...moments: string[]): Promise<string[]> {
  const posted: Posted[] = [];
  for (const at of moments) await remindOnce({ ...portsOf(outbox, posted, { at }), book });
  return posted.map(({ message }) => message.text);
}

describe('reminders of one\'s own', () => {
  it('once at a moment, also in the evening, since it was asked for', async () => {
    const answer = await say('今天晚上8点提醒我交年报', '2026-11-23T10:00');
    expect(answer).toMatchObject({ status: 'answered', intent: 'remind' });
    expect(answer.text).toContain('记为提醒1：交年报，2026年11月23日（星期一） 20:00');
    expect(await said('2026-11-23T19:59')).toEqual([]);
    const [text, ...more] = await said('2026-11-23T20:00', '2026-11-23T20:01', '2026-11-24T09:00');
    expect([text!.split('\n')[0], more]).toEqual(['【提醒1】交年报', []]);
  });

  it('missed in the evening it waits for the morning and says how late it is', async () => {
    await say('今天晚上8点提醒我交年报', '2026-11-23T10:00');
    expect(await said('2026-11-24T03:00')).toEqual([]);
    expect((await said('2026-11-24T09:00'))[0]).toContain('这次提醒原定2026年11月23日（星期一），晚了1天');
  });

  it('a week before the deadline of one\'s own organisation, moved to a working day', async () => {
    expect((await say('提醒我提前一周', '2026-01-05T10:00')).text).toMatch(/2025年度.*2026年1月23日（星期五） 09:00/u);
    expect(await said('2026-01-22T10:00')).toHaveLength(1);
    const [text] = await said('2026-01-23T09:00');
    expect(text).toContain('第四十九条第一款');
  });

  it('of several deadlines asks whose, each choice a whole request', async () => {
    const asked = await say('提醒我提前一周', '2026-01-05T10:00', {}, null);
    expect(asked).toMatchObject({ status: 'clarify', options: ['提醒我提前一周（部门）', '提醒我提前一周（县政府）'] });
    expect((await say(asked.options[1]!, '2026-01-05T10:00', {}, null)).text).toContain('2026年3月24日');
  });

  it('daily until the report is in, on working days', async () => {
    expect((await say('每天10点提醒我到交为止', '2026-01-22T11:00')).text).toContain('报告一收到就停');
    expect((await say('每天10点提醒我到交为止', '2026-01-22T11:00', { speaker: 'wang' }, null)).text).toContain('不会自己停；交了请说“提醒2办好了”');
    const own = async (...moments: string[]): Promise<number> => (await said(...moments)).filter((text) => text.startsWith('【提醒1】')).length;
    expect(await own('2026-01-22T12:00', '2026-01-23T10:00', '2026-01-23T10:01', '2026-01-24T10:00', '2026-01-25T10:00', '2026-01-26T10:00')).toBe(2);
    done = true;
    expect(await own('2026-01-27T10:00', '2026-01-28T10:00')).toBe(0);
  });

  it('are listed, cancelled, done and put off by their owner only', async () => {
    await say('明天下午3点提醒我交年报', '2026-11-23T10:00');
    await say('后天提醒我盖章', '2026-11-23T10:00');
    expect((await say('我的提醒', '2026-11-23T10:05')).text).toMatch(/2个[^]*提醒1：交年报[^]*提醒2：盖章/u);
    expect((await say('我的提醒', '2026-11-23T10:05', { speaker: 'wang' })).text).toContain('没有设提醒');
    expect(await say('取消提醒2', '2026-11-23T10:06', { speaker: 'wang' })).toMatchObject({ status: 'not_found' });
    expect((await say('取消提醒2', '2026-11-23T10:06')).text).toContain('已取消提醒2');
    expect(await said('2026-11-24T15:00')).toHaveLength(1);
    expect((await say('明天再说', '2026-11-24T15:05')).text).toContain('2026年11月25日（星期三） 09:00');
    expect(await said('2026-11-25T09:00', '2026-11-25T10:00')).toHaveLength(1);
    expect((await say('提醒1办好了', '2026-11-25T11:00')).text).toContain('记为办好了');
    expect((await say('我的提醒', '2026-11-25T12:00')).text).toContain('没有设提醒');
  });

  it('a message that is delivered again asks once', async () => {
    for (let i = 0; i < 2; i += 1) await say('明天下午3点提醒我交年报', '2026-11-23T10:00', { message: 'same' });
    expect((await say('我的提醒', '2026-11-23T10:05')).text).toContain('有1个');
  });

  it.each([
    ['12月1日提醒我交年报', { reachable: false }, '没法主动发消息'],
    ['今天上午9点提醒我交年报', {}, '已经过了'],
    ['提醒我', {}, '什么时候提醒'],
  ])('%s is not taken', async (text, over, words) => {
    expect(await say(text, '2026-11-23T10:00', over)).toMatchObject({ status: 'out_of_scope', text: expect.stringContaining(words) as string });
  });

  it('too many are not', async () => {
    for (let i = 0; i < 20; i += 1) await say('明天下午3点提醒我交年报', '2026-11-23T10:00');
    expect((await say('明天下午3点提醒我交年报', '2026-11-23T10:00')).text).toContain('太多了');
  });
});

describe('the digest of a room', () => {
  it('is put off until tomorrow, and said again once', async () => {
    expect(await said('2026-01-16T09:00')).toHaveLength(1);
    await say('明天再说', '2026-01-16T09:30');
    expect(await said('2026-01-17T09:00', '2026-01-19T09:00', '2026-01-19T09:01', '2026-01-20T09:00')).toHaveLength(1);
  });

  it('is stopped and resumed by who may, in both languages', async () => {
    expect((await say('停止提醒', '2026-01-14T09:00')).text).toContain('要由管理员停');
    expect(await say('resume the reminders', '2026-01-14T09:00')).toMatchObject({ status: 'out_of_scope', reason: 'no_permission' });
    expect((await say('Stop the reminders', '2026-01-14T09:00', { mayStop: true })).text).toContain('No more reminders here');
    expect(await said('2026-01-16T09:00')).toEqual([]);
    await say('恢复提醒', '2026-01-16T10:00', { mayStop: true });
    expect(await said('2026-01-16T10:01')).toHaveLength(1);
  });
});

describe('work that reports promise', () => {
  const admin: Partial<Asker> = { mayAdminister: true, mayStop: true };
  beforeEach(async () => {
    const path = join(projectRoot, 'samples', 'menglai-2020.txt');
    await held.ingest([{ name: 'menglai-2020.txt', path, bytes: () => readFileSync(path) }], () => {});
  });

  it('is proposed with its sentence, switched on by who may, asked after, and recorded as done with what shows it', async () => {
    const listed = await say('报告里承诺了哪些定期工作', '2026-11-23T10:00');
    expect(listed).toMatchObject({ status: 'answered', intent: 'recurring', citations: expect.arrayContaining([expect.objectContaining({ kind: 'report', quote: '推行“一月一检查、一季一评估、一年一考评”，并长期坚持。' })]) as unknown[] });
    const id = /(\d{8})[^·\d]*，每季度：评估/u.exec(listed.text)![1]!;
    expect(await say(`启用定期工作${id}`, '2026-11-23T10:01')).toMatchObject({ status: 'out_of_scope', reason: 'no_permission' });
    expect((await say(`启用定期工作${id}，负责人李敏`, '2026-11-23T10:02', admin)).text).toMatch(/已启用“评估”，负责人李敏，这一期2027年1月8日/u);
    const due = await said('2026-12-31T09:00', '2027-01-04T09:00', '2027-01-08T09:00', '2027-01-08T15:00');
    expect(due.filter((text) => text.includes('定期工作'))).toHaveLength(2);
    expect(due.join('\n')).toContain('「');
    expect((await say(`定期工作${id}已完成`, '2027-01-08T16:00')).text).toContain('请写上依据');
    expect((await say(`定期工作${id}已完成，通报见 https://www.example.gov.cn/1.html`, '2027-01-08T16:01')).text).toContain('2026-Q4这一期完成，依据：通报见 https://www.example.gov.cn/1.html'.replace(' https', 'https'));
    expect((await said('2027-01-11T09:00')).filter((text) => text.includes('定期工作'))).toEqual([]);
    expect((await say('报告里承诺了哪些定期工作', '2027-01-11T10:00')).text).toMatch(/评估（已启用，负责人李敏，2027-Q1/u);
    expect((await say(`停用定期工作${id}`, '2027-01-11T11:00', admin)).text).toContain('已停用');
  });

  it('what nobody knows is told', async () => {
    expect(await say('启用定期工作00000000', '2026-11-23T10:00', admin)).toMatchObject({ status: 'not_found' });
    expect(await say('What recurring work do the reports promise?', '2026-11-23T10:00')).toMatchObject({ status: 'answered', lang: 'en' });
  });
});

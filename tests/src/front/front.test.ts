import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, projectRoot, standardSteps, type OpenLibrary } from '../../../index/mod.js';
import { FileRefused, type HandedFile } from '../../../src/channels/front.js';
import type { Incoming, Role } from '../../../src/channels/channel.js';
import { explanationsIn } from '../../../src/checks/explained.js';
import type { CheckTables } from '../../../src/checks/migrations.js';
import { configSchema } from '../../../src/config/parts.js';
import type { Deed } from '../../../src/desk/deeds.js';
import { createIntake } from '../../../src/desk/intake.js';
import type { DeskTables } from '../../../src/desk/tables.js';
import { createFront } from '../../../src/front/front.js';
import { takenInSince } from '../../../src/front/taken-in-since.js';
import { calendarOf, localRules } from '../../../src/reminders/config.js';
import { changesIn } from '../../../src/roster/changes.js';
import type { RosterTables } from '../../../src/roster/migrations.js';
import { rosterOf } from '../../../src/roster/roster.js';
import { ownMigrations } from '../../../src/tables.js';
import { incoming, NOON } from '../desk/desk-over.js';

const REPORT = readFileSync(join(projectRoot, 'samples/qingshi-2022.txt'), 'utf8');
const file = (name: string, text: string): HandedFile => ({ name, bytes: new TextEncoder().encode(text) });

let folder: string;
let held: OpenLibrary;
/** Roles that deeds asked for, in order. */
const roles: (Role | null)[] = [];
const desk = { act: async (_: Incoming, { role, run }: Deed) => (roles.push(role), (await run('zh')).message) };
let front: ReturnType<typeof createFront>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-front-'));
  held = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  const config = configSchema([]).parse({});
  const deadlines = { local: localRules(config.deadlines), calendar: calendarOf(config.deadlines) };
  const standings = { roster: rosterOf(config.roster), changes: changesIn(held.database<RosterTables>()), library: held.library, ...deadlines };
  front = createFront({ desk, held, takeIn: createIntake(held, { ...config.access, everyone: ['ask', 'ingest'] }), read: standardSteps.read, explanations: explanationsIn(held.database<CheckTables>()), access: { may: (_, who) => who?.speaker !== 'stranger', contact: null }, standings, database: held.database<DeskTables>(), now: () => NOON });
});
afterAll(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the front', () => {
  it('exports nothing of a year without reports', async () => {
    const put: HandedFile[] = [];
    for (const which of ['totals', 'findings'] as const) expect((await front.workbook(incoming('x'), which, 1999, async (book) => void put.push(book)))!.status).toBe('not_found');
    expect(put).toEqual([]);
  });

  it('checks a file without keeping it, and says why one is no report', async () => {
    const checked = await front.check(incoming('x'), async () => file('草稿.txt', REPORT));
    expect(checked!.text).toMatch(/^青石镇 2022（草稿\.txt，没有收录）\n核对/);
    expect((await front.check(incoming('x'), async () => file('空.docx', 'nothing')))!.text).toMatch(/^没有核对 空\.docx：./);
    expect(await held.library.reports()).toEqual([]);
  });

  it.each(['handIn', 'check'] as const)('%s says why a file could not be fetched, and leaves other faults to the desk', async (what) => {
    const refused = await front[what](incoming('x'), () => Promise.reject(new FileRefused({ zh: '不在了', en: 'gone' })));
    expect([refused!.status, refused!.text]).toEqual(['not_found', '文件没有取到：不在了']);
    await expect(front[what](incoming('x'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('takes a file in, once more without change, and knows afterwards that it is held', async () => {
    const since = takenInSince(held.library);
    const before = new Date();
    expect(await since('青石镇.txt', before)).toEqual([]);
    expect((await front.handIn(incoming('x'), async () => file('青石镇.txt', REPORT)))!.text).toMatch(/^已收录：青石镇 2022 年/);
    expect((await front.handIn(incoming('x'), async () => file('青石镇.txt', REPORT)))!.text).toMatch(/^内容没有变化，早已收录：青石镇 2022 年/);
    expect((await since('青石镇.txt', before)).map(({ org, year }) => [org.name, year])).toEqual([['青石镇', 2022]]);
    expect(await since('别的.txt', before)).toEqual([]);
    expect(await since('青石镇.txt', new Date(Date.now() + 60_000))).toEqual([]);
  });

  it('hands over the workbooks of a year', async () => {
    for (const [which, name] of [['totals', '2022年汇总表.xlsx'], ['findings', '2022年核对结果.xlsx']] as const) {
      const put: HandedFile[] = [];
      expect((await front.workbook(incoming('x'), which, 2022, async (book) => void put.push(book)))!.text).toBe(`${name} 已上传。`);
      expect(put.map((book) => [book.name, Buffer.from(book.bytes.subarray(0, 2)).toString()])).toEqual([[name, 'PK']]);
    }
  });

  it('asks for the right of each deed', async () => {
    roles.length = 0;
    await front.offer(incoming('x'), ['a']);
    await front.chooseLanguage(incoming('x'), 'en');
    await front.check(incoming('x'), async () => file('a.txt', REPORT));
    await front.handIn(incoming('x'), async () => file('青石镇.txt', REPORT));
    await expect(front.turnAway(incoming('x'))).rejects.toThrow();
    expect(roles).toEqual(['ingest', 'ask', 'ask', 'ingest', null]);
  });

  it('shows an overview in the language of who looks, and none to who may not ask', async () => {
    const who = incoming('x', { speaker: 'U5' });
    await front.chooseLanguage(who, 'en');
    expect(await front.overview(who)).toMatchObject({ lang: 'en', held: [{ year: 2022, reports: 1 }], missing: null, asked: [] });
    expect(await front.overview(incoming('x', { speaker: 'stranger' }))).toBeNull();
  });

  it('counts as asked most only what several people of the same channel asked where others read it', async () => {
    const line = { at: NOON.toISOString(), channel: 'slack' as const, message: 'm', conversation: 'C1', answer_id: 'a', status: 'answered', reason: null, intent: 'total', citations: '[]', delivery: 'sent', ms: 1 };
    const rows = [['两人问', 'U1', 1], ['两人问', 'U2', 1], ['一人问', 'U1', 1], ['一人问', 'U1', 1], ['私下问', 'U1', 0], ['私下问', 'U2', 0], ['半私下', 'U1', 1], ['半私下', 'U2', 0]] as const;
    await held.database<DeskTables>().insertInto('desk_audit').values([...rows.map(([question, speaker, shared]) => ({ ...line, question, speaker, shared })), ...['U1', 'U2'].map((speaker) => ({ ...line, channel: 'wechat' as const, question: '别处问', speaker, shared: 1 }))]).execute();
    expect((await front.overview(incoming('x')))!.asked).toEqual([{ question: '两人问', times: 2 }]);
  });
});

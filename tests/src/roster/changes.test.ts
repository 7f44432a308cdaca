import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officialCalendar, openLibrary, standardSteps, type OpenLibrary } from '../../../index/mod.js';
import { changesIn, type ChangeBook, type NewChange } from '../../../src/roster/changes.js';
import { rosterPart } from '../../../src/roster/config.js';
import type { RosterTables } from '../../../src/roster/migrations.js';
import { rosterOf } from '../../../src/roster/roster.js';
import { standingsOf } from '../../../src/roster/standings.js';
import { ownMigrations } from '../../../src/tables.js';

const change = (organisation: string, cause: string | null, day = '2026-01-20'): NewChange => ({ organisation, year: 2025, change: 'published', at: new Date(`${day}T00:00:00Z`), by: '李明', how: 'chat', why: null, link: 'https://example.cn/1', cause });

let folder: string;
let held: OpenLibrary;
let book: ChangeBook;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-roster-'));
  held = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  book = changesIn(held.database<RosterTables>());
});
afterEach(async () => {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what people said of reports', () => {
  it('is kept once for each cause, in the order it happened', async () => {
    expect(await book.add([change('乙镇', 'slack/2', '2026-01-21'), change('甲镇', 'slack/1')])).toBe(2);
    expect(await book.add([change('甲镇', 'slack/1'), change('甲镇', null)])).toBe(1);
    expect((await book.of({ year: 2025 })).map(({ organisation, cause }) => [organisation, cause])).toEqual([['甲镇', 'slack/1'], ['甲镇', null], ['乙镇', 'slack/2']]);
    expect(await book.of({ year: 2024 })).toEqual([]);
    expect(await book.of({ organisation: '乙镇' })).toHaveLength(1);
  });

  it('is kept whole or not at all', async () => {
    await expect(book.add([change('甲镇', 'a'), { ...change('乙镇', 'b'), by: null as never }])).rejects.toThrow();
    expect(await book.of()).toEqual([]);
  });

  it('moves an organisation together with the reports that are held', async () => {
    const roster = rosterOf(rosterPart.schema.parse({ within: '云岭县', organisations: [{ name: '青石镇' }, { name: '柳河乡' }, { name: '教育局' }] }));
    const states = async (): Promise<string[]> => (await standingsOf(2025, new Date('2026-02-10T00:00:00Z'), { roster, changes: book, library: held.library, local: [], calendar: officialCalendar() })).map(({ state }) => state);
    expect(await states()).toEqual(['due', 'due', 'overdue']);
    await held.ingest([{ name: 'a.txt', path: 'a.txt', bytes: () => new TextEncoder().encode('青石镇2025年政府信息公开工作年度报告\n\n一、总体情况\n青石镇主动公开信息12条。\n') }], () => {});
    await book.add([change('云岭县教育局', null)]);
    expect(await states()).toEqual(['submitted', 'due', 'published']);
    await held.withdraw((await held.library.reports())[0]!.report, '错了');
    expect(await states()).toEqual(['due', 'due', 'published']);
  });
});

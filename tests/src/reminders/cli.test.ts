import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { remind, type RemindTold } from '../../../src/cli/remind.js';
import { RemindLine } from '../../../src/cli/output.js';
import { openLibrary } from '../../../index/mod.js';
import type { DeskTables } from '../../../src/desk/tables.js';
import { settingsFrom } from '../../../src/settings.js';
import { ownMigrations } from '../../../src/tables.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-remind-cli-'));
  writeFileSync(join(folder, 'wenbao.config.yaml'), 'reminders:\n  to:\n    - channel: wechat\n      conversation: room@1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function said(told: RemindTold): Promise<string[]> {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await remind(told, settingsFrom({ data: join(folder, 'data'), json: true }, {}, folder, () => new Date('2026-01-15T10:00:00+08:00')));
  } finally {
    write.mockRestore();
  }
  return lines.map((line) => RemindLine.parse(JSON.parse(line))).map(({ kind, deadline, daysBefore, state }) => `${kind} ${deadline} ${daysBefore} ${state ?? ''}`.trim());
}

describe('wenbao remind', () => {
  it('plans nothing on a dry run', async () => {
    expect((await said({ dryRun: true })).slice(0, 2)).toEqual(['due departments 15', 'next departments 10']);
    expect((await said({ dryRun: true }))[0]).toBe('due departments 15');
  });

  it('puts what is due into the outbox once, and says what comes next at any moment', async () => {
    await said({});
    expect((await said({})).slice(0, 2)).toEqual(['outbox departments 15 planned', 'next departments 10']);
    expect(await said({ dryRun: true, at: '2026-01-30T10:00:00+08:00' })).toContain('due governments 60');
  });

  it('shows replies that never reached their asker, which only the log told before', async () => {
    const settings = settingsFrom({ data: join(folder, 'data') }, {}, folder, () => new Date('2026-01-15T10:00:00+08:00'));
    const held = await openLibrary(settings.data, { migrations: ownMigrations });
    await held.database<DeskTables>().insertInto('desk_audit').values({ at: '2026-01-15T01:00:00.000Z', channel: 'wechat', message: 'm1', conversation: 'room@1', speaker: 'li', question: '', answer_id: null, status: 'answered', reason: null, intent: null, citations: '[]', delivery: 'pending', ms: 1 }).execute();
    await held.close();
    expect((await said({ dryRun: true })).at(-1)).toBe('reply null 0 pending');
  });

  it('tells a person the same in words, one block for each message', async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    await remind({ dryRun: true, at: '2026-01-30T10:00:00+08:00' }, settingsFrom({ data: join(folder, 'data') }, {}, folder, () => new Date())).finally(() => write.mockRestore());
    const text = lines.join('');
    for (const words of ['2026-01-30 10:00（北京时间', '现在该说 · due now\n  2026-01-30 09:00  wechat room@1\n      departments 2025  −0\n', '      │ 【年报提醒】2025年度政府信息公开工作年度报告\n', '      │   今天是最后一个工作日，到期限还剩1天\n', '没有送到的答复']) expect(text).toContain(words);
  });
});

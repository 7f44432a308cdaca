import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { remind, type RemindTold } from '../../../src/cli/remind.js';
import { RemindLine } from '../../../src/cli/output.js';
import { settingsFrom } from '../../../src/settings.js';

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
});

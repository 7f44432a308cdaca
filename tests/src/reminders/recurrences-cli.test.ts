import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { openLibrary, projectRoot } from '../../../index/mod.js';
import { RecurrenceLine } from '../../../src/cli/output.js';
import { recurrencesDone, recurrencesList, recurrencesOff, recurrencesOn } from '../../../src/cli/recurrences.js';
import { WrongCall } from '../../../src/exit.js';
import { settingsFrom, type Settings } from '../../../src/settings.js';
import { ownMigrations } from '../../../src/tables.js';

let folder: string;
let settings: Settings;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-recurrences-'));
  settings = settingsFrom({ data: join(folder, 'data'), json: true }, {}, folder, () => new Date('2026-11-23T10:00:00+08:00'));
  const held = await openLibrary(settings.data, { migrations: ownMigrations });
  await held.ingest([{ name: 'menglai-2020.txt', path: 'menglai-2020.txt', bytes: () => readFileSync(join(projectRoot, 'samples', 'menglai-2020.txt')) }], () => {});
  await held.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function listed(): Promise<z.output<typeof RecurrenceLine>[]> {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await recurrencesList(settings);
  } finally {
    write.mockRestore();
  }
  return lines.map((line) => RecurrenceLine.parse(JSON.parse(line)));
}

it('wenbao recurrences lists promises, switches one on, records it as done with its evidence, switches it off', async () => {
  const monthly = async () => (await listed()).find(({ interval, what }) => interval === 'month' && what === '检查')!;
  const { id, owner, citation } = await monthly();
  expect([owner, citation.quote]).toEqual([null, expect.stringContaining('一月一检查')]);
  await recurrencesOn(id, { owner: '李敏', to: 'slack:C1' }, settings);
  expect(await monthly()).toMatchObject({ owner: '李敏', to: { channel: 'slack', conversation: 'C1' }, open: { name: '2026-11', due: '2026-11-30' } });
  await recurrencesDone(id, { evidence: '检查记录第11期', by: '李敏' }, settings);
  expect(await monthly()).toMatchObject({ open: null, done: [{ period: '2026-11', evidence: '检查记录第11期', by: '李敏' }] });
  await recurrencesOff(id, settings);
  expect(await monthly()).toMatchObject({ owner: null, done: [{ period: '2026-11' }] });
});

it.each([
  ['a place that is none', () => recurrencesOn('00000000', { to: 'C1' }, settings)],
  ['a number that is none', () => recurrencesOn('00000000', { to: 'slack:C1' }, settings)],
  ['done without evidence', () => recurrencesDone('00000000', {}, settings)],
  ['done of what is not on', () => recurrencesDone('00000000', { evidence: 'x' }, settings)],
  ['off of what is not on', () => recurrencesOff('00000000', settings)],
])('refuses %s', async (_what, call) => expect(call).rejects.toThrow(WrongCall));

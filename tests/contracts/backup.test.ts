import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, here, SAMPLES, scratch } from './command.js';

const { path, drop } = scratch();
const data = path('data');

beforeAll(async () => {
  await here(['ingest', SAMPLES, '--data', data]);
  await here(['alias', 'add', '服务大厅', '=', 'prose.service.centre.total', '--data', data]);
});
afterAll(drop);

describe('wenbao backup and restore', () => {
  it('bring everything back that commands tell, each citation standing in its text', async () => {
    const file = path('a.wenbao');
    expect((await here(['backup', file, '--data', data, '--json'])).lines()).toMatchObject([{ file }]);
    const fresh = path('fresh');
    expect((await here(['restore', file, '--data', fresh, '--json'])).lines()).toMatchObject([{ data: fresh, aside: null }]);
    for (const words of [['reports', '--history', '--json'], ['alias', 'list', '--json'], ['check', '--json']]) {
      const [before, after] = [await here([...words, '--data', data]), await here([...words, '--data', fresh])];
      expect([after.code, after.out]).toEqual([before.code, before.out]);
    }
    for (const { report } of (await here(['reports', '--json', '--data', fresh])).lines()) {
      const text = (await here(['source', report as string, '--data', fresh])).out;
      const figures = (await here(['figures', report as string, '--json', '--data', fresh])).lines() as { citation: { quotes: string[]; spans: { start: number; end: number }[] } }[];
      expect(figures.filter(({ citation }) => citation.spans.some(({ start, end }, i) => text.slice(start, end) !== citation.quotes[i]))).toEqual([]);
    }
  });

  it.each([
    ['a file that is there', ['backup', 'FILE', '--data', 'DATA'], 2],
    ['a folder that is not there', ['backup', 'NOWHERE/x', '--data', 'DATA'], 2],
    ['an empty data folder', ['backup', 'NEW', '--data', 'NOWHERE'], 2],
    ['no such backup', ['restore', 'NOWHERE', '--data', 'NEW'], 2],
    ['a folder that is not empty', ['restore', 'FILE', '--data', 'DATA'], 2],
    ['what is no backup', ['restore', 'SAMPLE', '--data', 'NEW2'], 1],
  ])('refuse %s', async (_, words, code) => {
    const file = path('b.wenbao');
    if (!existsSync(file)) await here(['backup', file, '--data', data]);
    const places: Record<string, string> = { FILE: file, DATA: data, NEW: path('new'), NEW2: path('new2'), SAMPLE: `${SAMPLES}/menglai-2020.txt` };
    const told = words.map((word) => places[word] ?? word.replace('NOWHERE', path('nowhere')));
    const ran = await here(told);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(/[\u4e00-\u9fff].*\n.*[a-z]{3}/);
  });

  it('killed while it copies, leaves no file that looks like a backup, and the next one succeeds', { timeout: 120_000 }, async () => {
    const folder = path('killed');
    mkdirSync(folder);
    const file = join(folder, 'k.wenbao');
    const child = spawn(process.execPath, [BIN, 'backup', file, '--data', data], { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    const watcher = watch(folder);
    await new Promise<void>((resolve) => watcher.once('change', () => resolve()));
    child.kill('SIGKILL');
    await ended;
    watcher.close();
    // It may have been done by then; what stands under its name is whole either way.
    if (!existsSync(file)) expect((await here(['backup', file, '--data', data])).code).toBe(0);
    expect((await here(['restore', file, '--data', path('of-killed')])).code).toBe(0);
  });
});

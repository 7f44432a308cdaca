import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../index/library.js';
import { fakeSteps } from './fakes.js';
import { numberedText } from './numbered-file.js';

const CHILD = fileURLToPath(new URL('./ingest-child.mjs', import.meta.url));

/** Starts ingesting at file `from`, kills the process without warning after `after` acknowledged files, and returns their numbers. */
function ingestUntilKilled(folder: string, from: number, after: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(from)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let complaint = '';
    child.stderr.on('data', (data) => (complaint += data));
    child.stdout.on('data', (data) => {
      out += data;
      if (out.split('\n').length > after) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      const acknowledged = out.split('\n').slice(0, -1).map((line) => Number(/in\/(\d+) added/.exec(line)?.[1]));
      if (acknowledged.length < after) reject(new Error(`the child ended early: ${complaint}`));
      else resolve(acknowledged);
    });
  });
}

it('a process killed at any point loses nothing that it acknowledged and keeps nothing by half', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-kill-'));
  try {
    const acknowledged: number[] = [];
    for (const [from, after] of [[0, 1], [10_000, 130]] as const) acknowledged.push(...(await ingestUntilKilled(folder, from, after)));
    const open = await openLibrary(folder, { steps: fakeSteps });
    const held = await open.library.reports();
    const byOrganisation = new Map(held.map((card) => [card.org.name, card]));
    for (const n of acknowledged) expect(byOrganisation.get(`第${n}乡`), `file ${n}`).toBeDefined();
    for (const card of held) {
      const n = Number(/\d+/.exec(card.org.name)![0]);
      expect((await open.library.source(card.report)).text).toBe(numberedText(n));
      const figures = await open.library.figures(card.report);
      expect(figures).toHaveLength(200);
      expect(figures.at(-1)!.quantity.value).toBe(String(n));
    }
    await open.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

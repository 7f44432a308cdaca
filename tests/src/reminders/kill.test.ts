import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('./remind-child.mjs', import.meta.url));
const CONVERSATIONS = 20;
/** Milliseconds after the child begins: before, between and after planning, claiming, posting and settling. */
const KILLED_AFTER = [0, 1, 2, 3, 5, 8, 12, 20];

interface Told {
  readonly conversation: string;
  readonly state: string;
}

/** Runs the schedule once at a moment; kills it `after` milliseconds when given. Resolves to the outbox's history, or null when it was killed before. */
function remind(folder: string, at: string, after: number | null): Promise<readonly Told[] | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, join(folder, 'deliveries.txt'), at, String(CONVERSATIONS)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (data) => {
      if (out === '' && after !== null) setTimeout(() => child.kill('SIGKILL'), after);
      out += data;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const history = out.split('\n')[1];
      if (signal === null && code !== 0) reject(new Error(`the child ended with ${code}`));
      else resolve(history ? (JSON.parse(history) as Told[]) : null);
    });
  });
}

it.each(KILLED_AFTER)('killed %i ms after it began, each reminder is delivered at most once, and none is lost but the undecidable', { timeout: 60_000 }, async (after) => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-remind-kill-'));
  try {
    await remind(folder, '2026-01-16T10:00:00+08:00', after);
    const history = await remind(folder, '2026-01-16T10:10:00+08:00', null);
    const file = join(folder, 'deliveries.txt');
    const delivered = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    expect(new Set(delivered).size).toBe(delivered.length);
    expect(history!.map(({ conversation }) => conversation).sort()).toEqual(Array.from({ length: CONVERSATIONS }, (_, i) => `room@${i}`).sort());
    for (const { conversation, state } of history!) {
      expect(['sent', 'unknown']).toContain(state);
      if (state === 'sent') expect(delivered).toContain(conversation);
    }
    // One process posts one at a time: at most one can be undecidable.
    expect(history!.filter(({ state }) => state === 'unknown').length).toBeLessThanOrEqual(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

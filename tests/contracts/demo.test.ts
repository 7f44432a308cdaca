import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/demo/run.mjs', import.meta.url));

/** Runs the demonstration to its end. */
function demo(...words: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

it('npm run demo shows the same figure in all four places, side by side', async () => {
  const { code, out } = await demo('勐来乡收到多少件申请？');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines.find((line) => line.includes('terminal'))).toMatch(/终端.*网页.*Slack.*微信群/);
  const columns = [0, 1, 2, 3].map((i) => lines.map((line) => line.split(' │ ')[i]?.trim() ?? '').join(''));
  for (const column of columns) expect(column).toMatch(/申请数量.*0件/);
});

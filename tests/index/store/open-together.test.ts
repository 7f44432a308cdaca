import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('./open-child.mjs', import.meta.url));
/** About one in twenty went wrong while a new store was put on its log without waiting for the other process. */
const STORES = 60;

it('two processes may make the same store at the same moment', async () => {
  const children = [fork(CHILD), fork(CHILD)];
  const heard = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('message', resolve));
  try {
    expect(await Promise.all(children.map(heard))).toEqual(['ready', 'ready']);
    for (let i = 0; i < STORES; i += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'wenbao-together-'));
      const both = Promise.all(children.map(heard));
      for (const child of children) child.send(folder);
      expect(await both).toEqual(['opened', 'opened']);
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    for (const child of children) child.disconnect();
  }
});

import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { ChildSaid, RunTold } from './kill-scene.js';

/** Below the project, where the child finds its data files and the native part of the store. */
const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
/** So many wait ahead, so that starting up overlaps with judging. */
const AHEAD = 2;
const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];

/** How a run ended: killed, in the middle of its work or (a kill from outside that came too late) after it; or by itself after so many steps. */
export interface RunEnded {
  readonly killed: boolean;
  readonly steps: number | null;
}

/** Processes of `remind-child.ts`, bundled with only what it uses: a fifth of what it takes to load the whole program. */
export interface Children {
  /** Does one run in a process of its own. */
  run(told: RunTold): Promise<RunEnded>;
  /** Ends those that still wait, and deletes the bundle. */
  close(): Promise<void>;
}

export async function childrenOf(source: string): Promise<Children> {
  const folder = mkdtempSync(join(MODULES, '.remind-child-'));
  const file = join(folder, 'child.mjs');
  const bundle = await rolldown({
    input: source,
    platform: 'node',
    external: ['better-sqlite3'],
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    // Modules of ours do nothing when they are loaded but read their own data: unused ones can stay away.
    treeshake: { moduleSideEffects: (id) => id.includes('/node_modules/') },
    logLevel: 'silent',
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();

  const waiting: { readonly child: ChildProcess; readonly ready: Promise<void> }[] = [];
  let started = 0;
  const start = (): (typeof waiting)[number] => {
    const zone = ZONES[started % ZONES.length];
    started += 1;
    const child = fork(file, { env: { ...process.env, TZ: zone }, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const ready = new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`a child ended with ${code} before it was told anything`)));
    });
    // Nobody waits for it yet; whoever takes it hears what became of it.
    ready.catch(() => {});
    return { child, ready };
  };
  return {
    async run(told) {
      while (waiting.length <= AHEAD) waiting.push(start());
      const { child, ready } = waiting.shift()!;
      await ready;
      return new Promise((resolve, reject) => {
        let steps: number | null = null;
        child.on('message', (said: ChildSaid) => {
          if (said.at === 'step') child.kill('SIGKILL');
          if (said.at !== 'end') return;
          steps = said.steps;
          if (told.from === 'inside' || told.atStep === 0) child.disconnect();
        });
        child.on('exit', (code, signal) => {
          if (signal === null && code !== 0) reject(new Error(`the child ended with ${code}`));
          else resolve({ killed: signal === 'SIGKILL', steps });
        });
        child.send(told);
      });
    },
    async close() {
      await Promise.all(waiting.splice(0).map(({ child }) => new Promise((resolve) => child.once('exit', resolve).kill('SIGKILL'))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../src/desk/messages.js';
import { benchOver, incoming, type Bench } from '../src/desk/desk-over.js';
import { scratch } from './command.js';

const SCRIPT = fileURLToPath(new URL('desk-to-kill.mjs', import.meta.url));

/** Runs the desk of another process up to a step and kills it there with no chance to tidy up. */
function killedAt(step: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, folder, step], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    let reached = false;
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.stdout.on('data', (piece: Buffer) => {
      reached = piece.toString().includes(step);
      child.kill('SIGKILL');
    });
    child.on('close', () => (reached ? resolve() : reject(new Error(`ended before it was ${step}: ${err}`))));
  });
}

describe('a process killed between taking a message in and settling its reply', () => {
  const folder = scratch();
  let bench: Bench;
  let store: string;
  beforeEach(() => {
    store = folder.path(`store-${Math.random()}`);
  });
  afterEach(() => bench.close());

  it.each([
    ['received', ['村里办了多少件？'], 'sent'],
    ['answered', ['答：村里办了多少件？'], 'sent'],
    ['posting', [], 'unknown'],
  ] as const)('%s: nothing is lost and nothing said twice', async (step, said, outcome) => {
    await killedAt(step, store);
    bench = await benchOver({}, store);
    bench.now = new Date(Date.now() + LEASE_MS + 1000);
    await bench.desk.resume();
    await bench.desk.resume();
    expect(bench.channel.texts).toEqual(said);
    await bench.desk.receive(incoming('村里办了多少件？', { id: 'm1', sentAt: bench.now }), bench.channel);
    expect(bench.channel.texts, 'delivered once more').toEqual(said);
    expect(await bench.database.selectFrom('desk_message').select(['state', 'outcome']).execute()).toEqual([{ state: 'settled', outcome }]);
    expect(await bench.database.selectFrom('desk_audit').select('delivery').execute()).toEqual([{ delivery: outcome }]);
  });
});

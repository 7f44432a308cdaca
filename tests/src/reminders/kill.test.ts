import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../index/mod.js';
import type { PlanningBook } from '../../../src/reminders/book.js';
import { remindOnce, type ReminderChannel } from '../../../src/reminders/dispatcher.js';
import type { PostingState, ReminderTables } from '../../../src/reminders/migrations.js';
import { outboxIn } from '../../../src/reminders/outbox.js';
import { ownMigrations } from '../../../src/tables.js';
import { numbersFrom } from '../../stories/numbers.js';
import { AFTERWARDS, book, deliveredIn, MORNINGS, silent, writingChannel } from './kill-scene.mjs';

const CHILD = fileURLToPath(new URL('./remind-child.mjs', import.meta.url));
/** Each killed process is at work in so many stores, each at a step of its own: a run is one store. */
const STORES = 10;
const RUNS = 200;
/** Another seed kills at other steps; the one of a failure is printed with it. */
const SEED = 20261126;


interface Killing {
  /** The step at which the process kills itself; 0 never. */
  readonly atStep: number;
  /** Milliseconds after it began at which it is killed from outside, in the middle of whatever it does; null never. */
  readonly afterMs: number | null;
  readonly zone: string;
  /** On how many mornings it says something, the last ones. */
  readonly mornings: number;
}

/** Runs the schedule over `STORES` stores in a process of its own; resolves to the number of its steps, null when it was killed. */
function runChild(folder: string, name: string, { atStep, afterMs, zone, mornings }: Killing): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(STORES), String(atStep), name, String(mornings)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: zone } });
    let out = '';
    child.stdout.on('data', (data) => {
      if (out === '' && afterMs !== null) setTimeout(() => child.kill('SIGKILL'), afterMs);
      out += data;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === null && code !== 0) reject(new Error(`the child ended with ${code}`));
      else resolve(signal === null ? Number(out.split('\n')[1]) : null);
    });
  });
}

interface Judged {
  readonly delivered: readonly string[];
  readonly postings: readonly { readonly key: string; readonly state: PostingState }[];
  readonly items: readonly string[];
}

/** Another process comes when the leases have ended, says what is left, and is asked what became of everything. */
async function afterwards(folder: string, store: number, tells: boolean): Promise<Judged> {
  const file = join(folder, `${store}.txt`);
  const held = await openLibrary(join(folder, String(store)), { migrations: ownMigrations });
  try {
    const outbox = outboxIn(held.database<ReminderTables>(), 'afterwards');
    const channel = writingChannel(file, tells) as ReminderChannel;
    for (const minute of [0, 1, 2]) await remindOnce({ book: async () => book as unknown as PlanningBook, outbox, channel: () => channel, policy: { resendUnknown: 0, elsewhereAfterMs: 3_600_000 }, now: () => new Date(AFTERWARDS.getTime() + minute * 60_000), log: silent });
    const history = await outbox.history(1000);
    return { delivered: deliveredIn(file), postings: history.map(({ row: { key, state } }) => ({ key, state })), items: history.flatMap(({ items }) => items.map(({ key }) => key)) };
  } finally {
    await held.close();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-remind-kill-'));
  for (let i = 0; i < STORES; i += 1) mkdirSync(join(folder, String(i)));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** None doubled, none lost, the undecidable ones unknown and no others; where the channel can tell nothing is undecidable. */
function expectBelievable({ delivered, postings, items }: Judged, tells: boolean): void {
  expect(new Set(delivered).size).toBe(delivered.length);
  expect(new Set(items).size).toBe(items.length);
  const unknown = postings.filter(({ state }) => state === 'unknown');
  // A process posts one at a time in a store.
  expect(unknown.length).toBeLessThanOrEqual(tells ? 0 : 1);
  for (const { key, state } of postings) {
    expect(['sent', 'unknown', 'expired']).toContain(state);
    if (state === 'sent') expect(delivered).toContain(key);
    if (state === 'expired') expect(delivered).not.toContain(key);
  }
  for (const key of delivered) expect(postings.find((posting) => posting.key === key)?.state).toMatch(/^(?:sent|unknown)$/);
  // Whatever was killed when, on the last morning everybody who owes is told, and so is the supervisor.
  for (const { id } of book.owing) expect(items.some((key) => key.includes('/-5/') && key.endsWith(id))).toBe(true);
  expect(items.filter((key) => key.includes('/escalation/'))).toHaveLength(book.owing.length);
}

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];
const random = numbersFrom(SEED);
let steps = 0;
let undecided = 0;

describe('killed with -9 at any point of planning and sending', () => {
  beforeAll(async () => {
    steps = (await inFolder((folder) => runChild(folder, 'first', { atStep: 0, afterMs: null, zone: 'UTC', mornings: MORNINGS.length })))!;
  });

  it(`${RUNS} runs lose nothing, double nothing, and call unknown what nobody can tell (seed ${SEED})`, { timeout: 300_000 }, async () => {
    expect(steps).toBeGreaterThan(STORES * 50);
    const killings = Array.from({ length: RUNS / STORES }, (_, i): Killing => {
      const atStep = 1 + Math.floor(random() * steps);
      // Every fourth is killed from outside, where it may stand in the middle of a transaction.
      return { atStep: i % 4 === 3 ? 0 : atStep, afterMs: i % 4 === 3 ? Math.floor(random() * 60) : null, zone: ZONES[i % ZONES.length]!, mornings: MORNINGS.length };
    });
    const next = killings.entries();
    const worker = async (): Promise<void> => {
      for (const [i, killing] of next) {
        await inFolder(async (folder) => {
          await runChild(folder, `killed ${i}`, killing);
          for (let store = 0; store < STORES; store += 1) {
            const tells = store % 2 === 1;
            const judged = await afterwards(folder, store, tells);
            try {
              expectBelievable(judged, tells);
            } catch (error) {
              throw new Error(`seed ${SEED}, kill ${i} (${JSON.stringify(killing)}), store ${store}: ${JSON.stringify(judged)}`, { cause: error });
            }
            undecided += judged.postings.filter(({ state }) => state === 'unknown').length;
          }
        });
      }
    };
    await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, worker));
    // The kills did hit the moment that matters.
    expect(undecided).toBeGreaterThan(0);
  });

  it('two processes on the same stores say everything once', { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      // One morning: two processes have clocks that agree.
      const alive: Killing = { atStep: 0, afterMs: null, zone: 'UTC', mornings: 1 };
      await Promise.all([runChild(folder, 'one', alive), runChild(folder, 'other', { ...alive, zone: 'Asia/Shanghai' })]);
      for (let store = 0; store < STORES; store += 1) {
        const judged = await afterwards(folder, store, false);
        expectBelievable(judged, true);
        expect(judged.postings.filter(({ state }) => state === 'sent').map(({ key }) => key).sort()).toEqual([...judged.delivered].sort());
      }
    });
  });
});

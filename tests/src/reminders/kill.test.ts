import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../index/mod.js';
import { remindOnce } from '../../../src/reminders/dispatcher.js';
import type { PostingState, ReminderTables } from '../../../src/reminders/migrations.js';
import { outboxIn } from '../../../src/reminders/outbox.js';
import { ownMigrations } from '../../../src/tables.js';
import { numbersFrom } from '../../stories/numbers.js';
import { childrenOf, type Children, type RunEnded } from './kill-children.js';
import { AFTERWARDS, book, deliveredIn, MORNINGS, PORTS, writingChannel, type RunTold } from './kill-scene.js';

const CHILD = fileURLToPath(new URL('./remind-child.ts', import.meta.url));
/** A run is one process that is killed, in a store of its own. */
const RUNS = 200;
const AT_ONCE = 2;
/** Another seed kills at other steps; the one of a failure is printed with it. */
const SEED = 20261126;

type Killing = Pick<RunTold, 'atStep' | 'from' | 'tells'>;

interface Place {
  readonly folder: string;
  readonly deliveries: string;
}

async function inFolder<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-remind-kill-'));
  mkdirSync(join(folder, 'store'));
  try {
    return await work({ folder: join(folder, 'store'), deliveries: join(folder, 'deliveries.txt') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Judged {
  readonly delivered: readonly string[];
  readonly postings: readonly { readonly key: string; readonly state: PostingState }[];
  readonly items: readonly string[];
}

/** Another process comes when the leases have ended, says what is left, and is asked what became of everything. */
async function afterwards({ folder, deliveries }: Place, tells: boolean): Promise<Judged> {
  const held = await openLibrary(folder, { migrations: ownMigrations });
  try {
    const outbox = outboxIn(held.database<ReminderTables>(), 'afterwards');
    const channel = writingChannel(deliveries, tells);
    for (const minute of [0, 1, 2]) await remindOnce({ ...PORTS, outbox, channel: () => channel, now: () => new Date(AFTERWARDS.getTime() + minute * 60_000) });
    const history = await outbox.history(1000);
    return { delivered: deliveredIn(deliveries), postings: history.map(({ row: { key, state } }) => ({ key, state })), items: history.flatMap(({ items }) => items.map(({ key }) => key)) };
  } finally {
    await held.close();
  }
}

/** None doubled, none lost, the undecidable ones unknown and no others; where the channel can tell nothing is undecidable. */
function expectBelievable({ delivered, postings, items }: Judged, tells: boolean): void {
  expect(new Set(delivered).size).toBe(delivered.length);
  expect(new Set(items).size).toBe(items.length);
  const unknown = postings.filter(({ state }) => state === 'unknown');
  // A process posts one at a time.
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

describe('killed with -9 at any point of planning and sending', () => {
  let children: Children;
  let steps = 0;
  const run = (place: Place, name: string, killing: Killing, mornings = MORNINGS.length): Promise<RunEnded> => children.run({ ...place, ...killing, name, mornings });
  const alive: Killing = { atStep: 0, from: 'inside', tells: false };

  beforeAll(async () => {
    children = await childrenOf(CHILD);
    steps = (await inFolder((place) => run(place, 'first', alive))).steps!;
  });
  afterAll(() => children.close());

  it(`${RUNS} killed processes lose nothing, double nothing, and what nobody can tell is unknown (seed ${SEED})`, { timeout: 600_000 }, async () => {
    expect(steps).toBeGreaterThan(50);
    const random = numbersFrom(SEED);
    // Every fourth is killed from outside, where it may stand in the middle of a transaction or of writing to the disk.
    const killings = Array.from({ length: RUNS }, (_, i): Killing => ({ atStep: 1 + Math.floor(random() * steps), from: i % 4 === 3 ? 'outside' : 'inside', tells: i % 2 === 1 }));
    const next = killings.entries();
    let killed = 0;
    let undecided = 0;
    const worker = async (): Promise<void> => {
      for (const [i, killing] of next) {
        await inFolder(async (place) => {
          const ended = await run(place, `killed ${i}`, killing);
          const judged = await afterwards(place, killing.tells);
          try {
            expect(ended.killed).toBe(true);
            expectBelievable(judged, killing.tells);
          } catch (error) {
            throw new Error(`seed ${SEED}, run ${i} (${JSON.stringify(killing)}): ${JSON.stringify(judged)}`, { cause: error });
          }
          killed += 1;
          undecided += judged.postings.filter(({ state }) => state === 'unknown').length;
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(killed).toBe(RUNS);
    // The kills did hit the moment that matters.
    expect(undecided).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 4, 5, 6])('two processes on the same store say everything once (%i)', async () => {
    await inFolder(async (place) => {
      // One morning: two processes have clocks that agree.
      await Promise.all([run(place, 'one', alive, 1), run(place, 'other', alive, 1)]);
      const judged = await afterwards(place, false);
      expectBelievable(judged, true);
      expect(judged.postings.filter(({ state }) => state === 'sent').map(({ key }) => key).sort()).toEqual([...judged.delivered].sort());
    });
  });
});

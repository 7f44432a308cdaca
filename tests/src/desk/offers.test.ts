import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoredConversations, terminalSession } from '../../../src/desk/memory.js';
import type { Memory } from '../../../intents/mod.js';
import { benchOver, NOON, type Bench } from './desk-over.js';

let bench: Bench;
beforeAll(async () => void (bench = await benchOver()));
afterAll(() => bench.close());

const memory: Memory = { intent: 'figure-lookup', organisations: [], years: [], terms: [], cues: [], counter: null, unit: null, figure: null };
const book = (): StoredConversations => new StoredConversations(bench.database, { group: 60_000, direct: 60_000 }, () => NOON);

describe('what a turn offered', () => {
  it('is there for the next one, so that 第二个 chooses whatever process hears it', async () => {
    const turn = { memory, offered: ['甲乡收到多少申请', '乙乡收到多少申请'], askedBack: true, at: NOON.toISOString() };
    await book().put(terminalSession('a'), turn);
    expect(await book().get(terminalSession('a'))).toEqual(turn);
  });

  it('is nothing in a row that was kept before offers were', async () => {
    await book().put(terminalSession('b'), { memory, at: NOON.toISOString() });
    await bench.database.updateTable('desk_memory').set({ memory: JSON.stringify(memory) }).where('conversation', '=', 'b').execute();
    expect(await book().get(terminalSession('b'))).toEqual({ memory, at: NOON.toISOString() });
  });
});

import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/desk/turns.js';

describe('Turns', () => {
  it('come in order, one in a round of the event loop', async () => {
    const turns = new Turns();
    let rounds = 0;
    let open = true;
    const count = (): void => {
      rounds += 1;
      if (open) globalThis.setImmediate(count);
    };
    globalThis.setImmediate(count);
    const began: number[] = [];
    const order: number[] = [];
    await Promise.all(Array.from({ length: 5 }, async (_, i) => {
      await turns.next();
      began.push(rounds);
      order.push(i);
    }));
    open = false;
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(began).size).toBe(5);
  });

  it('wait while something is being taken in, and go on under a stream that never pauses', async () => {
    const turns = new Turns();
    let takenIn!: () => void;
    turns.intake(new Promise<void>((resolve) => (takenIn = resolve)));
    const said: string[] = [];
    const turn = turns.next().then(() => void said.push('answer'));
    for (let round = 0; round < 10; round += 1) await setImmediate();
    said.push('taken in');
    takenIn();
    await turn;
    expect(said).toEqual(['taken in', 'answer']);
    let pouring = true;
    const stream = (): void => {
      turns.intake(Promise.resolve());
      if (pouring) globalThis.setImmediate(stream);
    };
    stream();
    await turns.next();
    pouring = false;
  });

  it('go on while somebody waits during theirs', async () => {
    const turns = new Turns();
    const stuck = turns.next().then(() => new Promise<never>(() => undefined));
    await turns.next();
    expect(await Promise.race([stuck, Promise.resolve('went on')])).toBe('went on');
  });
});

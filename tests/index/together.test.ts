import { describe, expect, it } from 'vitest';
import { together } from '../../index/together.js';

describe('reads put together', () => {
  it('are one call for all that is asked in one turn, each answered by its own', async () => {
    const calls: (readonly string[])[] = [];
    const read = together(async (keys) => {
      calls.push(keys);
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all(['a', 'b', 'a'].map(read))).toEqual(['A', 'B', 'A']);
    expect(await read('c')).toBe('C');
    expect(calls).toEqual([['a', 'b', 'a'], ['c']]);
  });

  it('fail each by itself where something is not held, all where reading fails', async () => {
    const some = together(async () => new Map([['a', 1]]));
    expect((await Promise.allSettled(['a', 'b'].map(some))).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const none = together(async () => Promise.reject(new Error('disk')));
    expect((await Promise.allSettled(['a', 'b'].map(none))).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

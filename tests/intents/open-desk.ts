import { afterAll, beforeAll, expect } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

/** A desk over `texts` for the tests that it stands beside: opened before the first, closed after the last, and nothing may have gone to `onFault`. */
export function openDesk(...over: Parameters<typeof deskOver>): Desk {
  let opened: Desk | undefined;
  const desk = (): Desk => opened ?? expect.fail('the desk is open while tests run');
  beforeAll(async () => {
    opened = await deskOver(...over);
  });
  afterAll(async () => {
    await opened?.close();
    expect(opened?.faults ?? []).toEqual([]);
  });
  return {
    get held() {
      return desk().held;
    },
    get folder() {
      return desk().folder;
    },
    get assistant() {
      return desk().assistant;
    },
    get faults() {
      return desk().faults;
    },
    get outcomes() {
      return desk().outcomes;
    },
    ask: (...asked) => desk().ask(...asked),
    add: (texts) => desk().add(texts),
    close: () => desk().close(),
  };
}

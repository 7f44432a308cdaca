import { expect, it } from 'vitest';
import type { Figure } from '../../../index/mod.js';
import type { Ranked } from '../../../intents/question/ranking.js';
import { sharesNumber } from '../../../intents/question/shared-number.js';

/** A figure that stands at `start` with so many words of the question explained. */
function ranked(start: number, value: string, explained: number): Ranked {
  const figure = { place: [{ start, end: start + 1 }], unit: 'passage', quantity: { value, state: 'number' } } as unknown as Figure;
  return { candidate: { report: { edition: 'e' }, figures: [figure] }, fit: { explained: new Set(Array(explained).keys()) } } as unknown as Ranked;
}

// Bug: 政务公开专区几处 was answered with the 1处 of one of three places (甲、乙、丙各设1处).
it.each([
  ['another place with the same number', ranked(5, '1', 2), ranked(5, '1', 2), true],
  ['a place that the question does not name', ranked(5, '1', 3), ranked(5, '1', 2), false],
  ['another number', ranked(5, '1', 2), ranked(9, '1', 2), false],
  ['a zero, which is the sum too', ranked(5, '0', 2), ranked(5, '0', 2), false],
])('%s', (_, best, other, shared) => {
  expect(sharesNumber(best, other)).toBe(shared);
});

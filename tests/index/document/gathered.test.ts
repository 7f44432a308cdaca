import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered } from '../../../index/document/gathered.js';

test('gathers what flatMap gathers, in the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.array(fc.integer()))), (lists) => {
      expect(gathered(lists, (list) => list)).toEqual(lists.flatMap((list) => list ?? []));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from '../../../index/document/matches.js';

test.each([/[件条]/g, /(\d+)(?=件)/g, /^|[,。]/g, /(?<count>\d)?/g])('%s: finds what matchAll finds, and again', (pattern) => {
  const text = fc.string({ unit: fc.constantFrom('办', '1', '2', '件', '条', ',', '。') });
  fc.assert(
    fc.property(text, (written) => {
      const expected = [...written.matchAll(pattern)];
      expect(matchesOf(pattern, written)).toEqual(expected);
      expect(matchesOf(pattern, written)).toEqual(expected);
    }),
  );
});

test('a search that was left half-way does not shift the next', () => {
  const pattern = /件/g;
  pattern.test('2件');
  expect(matchesOf(pattern, '件')).toHaveLength(1);
});

test('a pattern that is not global is refused, as matchAll refuses it', () => {
  expect(() => matchesOf(/件/, '件')).toThrow(TypeError);
});

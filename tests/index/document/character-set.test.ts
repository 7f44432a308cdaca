import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterSet } from '../../../index/document/character-set.js';

test('holds what it was given and nothing else', () => {
  const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(character), character, (given, asked) => {
      const set = new CharacterSet(given);
      expect(given.every((one) => set.has(one.charCodeAt(0)))).toBe(true);
      expect(set.has(asked.charCodeAt(0))).toBe(given.includes(asked));
    }),
  );
});

test('nothing stands beyond the end of a text', () => {
  expect(new CharacterSet('一').has('一'.charCodeAt(1))).toBe(false);
});

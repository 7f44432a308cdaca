import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackReader, PackWriter } from '../../../index/search/packing.js';

it('numbers and texts come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }))), (values) => {
      const to = new PackWriter();
      for (const value of values) {
        if (typeof value === 'number') to.number(value);
        else to.text(value);
      }
      const from = PackReader.open(to.sealed('f'), 'f')!;
      expect(values.map((value) => (typeof value === 'number' ? from.number() : from.text()))).toEqual(values);
      expect(() => from.number()).toThrow();
    }),
  );
});

it('a changed byte is noticed', () => {
  const to = new PackWriter();
  for (let n = 0; n < 1000; n += 1) to.number(n * n);
  const sealed = to.sealed('f');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const damaged = Uint8Array.from(sealed);
      damaged[at] = (damaged[at]! + by) % 256;
      const reader = PackReader.open(damaged, 'f');
      // Only the spelling of the first line can change without changing what it says.
      expect(reader === null || at < sealed.indexOf(0x0a)).toBe(true);
    }),
  );
  expect(PackReader.open(sealed, 'g')).toBeNull();
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Postings } from '../../../index/search/postings.js';

const step = fc.tuple(fc.constantFrom('add', 'set', 'delete'), fc.nat(30), fc.integer({ min: 1, max: 3 }));

it('does what a Map does, whatever is added, counted again and deleted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [postings, map] = [new Postings(), new Map<number, number>()];
      let next = 0;
      for (const [what, number, count] of steps) {
        if (what === 'delete') expect(postings.delete(number)).toBe(map.delete(number));
        const at = what === 'add' ? (next += 1 + (number % 3)) : number;
        if (what !== 'delete') for (const held of [postings, map]) held.set(at, count);
        expect(postings.size).toBe(map.size);
        expect(postings.get(at)).toBe(map.get(at));
      }
      const ascending = [...map].sort(([a], [b]) => a - b);
      expect([...postings]).toEqual(ascending);
      expect([...postings.keys()]).toEqual(ascending.map(([number]) => number));
      for (let number = 0; number <= 100; number += 1) expect(postings.get(number)).toBe(map.get(number));
    }),
  );
});

it('lets whoever goes through it delete what it comes to', () => {
  const postings = new Postings();
  for (let number = 0; number < 100; number += 1) postings.set(number, 1);
  const met: number[] = [];
  for (const [number] of postings) {
    met.push(number);
    if (number % 4 !== 0) postings.delete(number);
  }
  expect(met).toHaveLength(100);
  expect([...postings.keys()]).toEqual(met.filter((number) => number % 4 === 0));
});

it('gives of few passages those that it holds, and tells how many it holds of all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200)), fc.array(fc.nat(200)), fc.array(fc.nat(200)), (held, deleted, wanted) => {
      const postings = new Postings();
      for (const number of held) postings.set(number, 1 + (number % 2));
      for (const number of deleted) postings.delete(number);
      const among = postings.among([...new Set(wanted)].toSorted((a, b) => a - b));
      expect([...among.keys()]).toEqual([...postings.keys()].filter((number) => wanted.includes(number)));
      expect(among.size).toBe(postings.size);
      for (const number of among.keys()) expect(among.get(number)).toBe(postings.get(number));
    }),
  );
});

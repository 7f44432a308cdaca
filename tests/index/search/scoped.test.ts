import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TermIndex } from '../../../index/search/minisearch.js';

const word = fc.constantFrom('窗口', '办件', '公开', '申请', '培训', '村');
const passage = fc.record({ heading: fc.uniqueArray(word), text: fc.uniqueArray(word), pairs: fc.uniqueArray(word) });

it.each([['few', 40], ['many', 700]])('finds in %s passages what it finds in all, with the same scores', (_, count) => {
  fc.assert(
    fc.property(fc.array(passage, { minLength: 1, maxLength: 12 }), fc.uniqueArray(word, { minLength: 1 }), fc.integer({ min: 1, max: 3 }), (passages, asked, every) => {
      const index = new TermIndex();
      for (let id = 0; id < count; id += 1) index.add({ id, ...passages[id % passages.length]! });
      const ids = Array.from({ length: count }, (__, id) => id).filter((id) => id % every === 0);
      const query = { combineWith: 'OR', queries: asked } as const;
      const all = index.find(query, null);
      expect(index.find(query, ids)).toEqual(all.filter(({ id }) => id % every === 0));
      expect(index.find(query, null)).toEqual(all);
    }),
    { numRuns: 15 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestReading, type Edge } from '../../../intents/question/lattice.js';

const edge = (start: number, end: number, cost: number): Edge<string> => ({ start, end, cost, value: `${start}-${end}` });
const read = (length: number, edges: readonly Edge<string>[], gap = 3): string => cheapestReading(length, edges, gap).map(({ value }) => value).join(' ');

describe('cheapestReading', () => {
  it.each<[string, number, readonly Edge<string>[], string]>([
    ['nothing', 0, [], ''],
    ['no edge', 3, [], ''],
    ['one edge', 2, [edge(0, 2, 1)], '0-2'],
    ['one long word before two short ones', 2, [edge(0, 1, 1), edge(1, 2, 1), edge(0, 2, 1)], '0-2'],
    ['two cheap words before a dear long one', 2, [edge(0, 1, 1), edge(1, 2, 1), edge(0, 2, 2.5)], '0-1 1-2'],
    ['a gap where no edge starts', 3, [edge(0, 1, 1), edge(2, 3, 1)], '0-1 2-3'],
    ['a tie goes to the longer last edge', 3, [edge(0, 2, 1), edge(2, 3, 1), edge(0, 1, 1), edge(1, 3, 1)], '0-1 1-3'],
    ['an edge dearer than its gaps is left out', 1, [edge(0, 1, 9)], ''],
  ])('%s', (_, length, edges, expected) => {
    expect(read(length, edges)).toBe(expected);
  });

  it('tiles: edges in order, none overlapping, never dearer than all gaps', () => {
    const edges = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.double({ min: 0.1, max: 5, noNaN: true })), { maxLength: 60 });
    fc.assert(
      fc.property(edges, (drawn) => {
        const known = drawn.flatMap(([start, width, cost]) => (start + width <= 30 ? [edge(start, start + width, cost)] : []));
        const chain = cheapestReading(30, known, 3);
        let at = 0;
        let cost = 0;
        for (const { start, end, cost: own } of chain) {
          expect(start).toBeGreaterThanOrEqual(at);
          cost += own + 3 * (start - at);
          at = end;
        }
        expect(cost + 3 * (30 - at)).toBeLessThanOrEqual(90 + 1e-6);
      }),
    );
  });

  // With every edge compared with every other this would outlast the runner's patience.
  it('reads a chain of very many edges', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => edge(i, i + 1, 1));
    expect(cheapestReading(200_000, many, 3)).toHaveLength(200_000);
  });
});

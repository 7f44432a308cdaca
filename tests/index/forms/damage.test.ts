import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { damaged, damages, inventedTables, type Invented } from './invented.js';
import { documentOf } from './tables.js';

const RUNS = Number(process.env.DAMAGE_RUNS ?? 150);

/** What alignment says against the truth. `wrong` names the cells that carry another value. */
function outcome({ truth }: Invented, text: string, split: boolean): { wrong: string[]; right: number; aligned: number } {
  const { figures } = alignTables(documentOf(text, { split }));
  const wrong: string[] = [];
  let right = 0;
  let aligned = 0;
  for (const { metric, quantity, trust } of figures) {
    // A blank claims no value; where cells were moved or lost nobody can tell it from the number that stood there.
    if (metric === null || quantity.state === 'blank') continue;
    if (quantity.value !== truth.get(metric)) wrong.push(`${metric} ${trust}: ${quantity.state} ${quantity.value}, true ${truth.get(metric)}`);
    else right += 1;
    if (trust === 'aligned') aligned += 1;
  }
  return { wrong, right, aligned };
}

describe('damaged tables', () => {
  it('are whole when nothing is damaged', () => {
    fc.assert(
      fc.property(inventedTables(0.9), fc.boolean(), (invented, split) => {
        const { wrong, right, aligned } = outcome(invented, damaged(invented.rows, []), split);
        expect(wrong).toEqual([]);
        expect(right).toBe(invented.truth.size);
        expect(aligned).toBe(invented.truth.size);
      }),
      { numRuns: 20 },
    );
  });

  it('a value lost from one row is missed by the sums over rows, and the others keep their places', () => {
    fc.assert(
      fc.property(inventedTables(0.95), fc.nat(5), fc.nat(18), (invented, column, row) => {
        const first = invented.rows.findIndex((cells) => cells[1]?.includes('予以公开'));
        const values = invented.rows[first + row]!.slice(3);
        fc.pre(new Set(values).size === 7 && !values.includes('0'));
        const lost = invented.rows.map((cells, i) => (i === first + row ? cells.filter((_, at) => at !== 3 + column) : cells));
        const { wrong, right } = outcome(invented, damaged(lost, []), false);
        expect(wrong).toEqual([]);
        expect(right).toBeGreaterThanOrEqual(invented.truth.size - 7);
      }),
      { numRuns: 40 },
    );
  });

  it.each([0.95, 0.3])('never give a cell another value; share of cells that are not 0: %s', (density) => {
    let right = 0;
    let all = 0;
    fc.assert(
      fc.property(inventedTables(density), damages, fc.boolean(), (invented, list, split) => {
        const found = outcome(invented, damaged(invented.rows, list), split);
        right += found.right;
        all += invented.truth.size;
        expect({ wrong: found.wrong, text: found.wrong.length > 0 ? damaged(invented.rows, list) : '' }).toEqual({ wrong: [], text: '' });
      }),
      { numRuns: RUNS },
    );
    console.info(`density ${density}: ${((100 * right) / all).toFixed(1)} % of the cells recovered after 1 to 8 damages`);
    expect(right / all).toBeGreaterThan(0.85);
  }, 60_000);
});

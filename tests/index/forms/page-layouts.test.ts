import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLayouts, pageWith } from './page-layouts.js';
import { readReport, wrongCells } from './read-report.js';
import { printedForms, sheetsOf, valuesFor } from './sheets.js';

const RUNS = Number(process.env.LAYOUT_RUNS ?? 3);
/** The share of cells that are not 0. */
const DENSITIES = [1, 0.3, 0];

describe.each(Object.entries(pageLayouts))('%s', (_, layout) => {
  it.each(printedForms.map((form) => [form.id, form] as const))('%s: no cell is read wrong', (id, form) => {
    let read = 0;
    let printed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...DENSITIES).chain((density) => valuesFor(form, density)), (values) => {
        const found = readReport(pageWith(sheetsOf(form, values), layout));
        expect(wrongCells(found, values)).toEqual([]);
        read += found.figures.filter(({ metric, quantity }) => metric !== null && quantity.state !== 'blank').length;
        // A zero that the layout leaves out is no cell to read.
      printed += [...values].filter(([metric, number]) => (layout.value?.(number, metric) ?? number) !== '').length;
      }),
      { numRuns: RUNS, seed: 20260 },
    );
    if (process.env.LAYOUT_SHARES !== undefined) process.stdout.write(`${id} ${Math.round((100 * read) / printed)}%\n`);
    expect(read / printed).toBeGreaterThanOrEqual(layout.least);
  });
});

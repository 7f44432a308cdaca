import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts, reportWith } from './layouts.js';
import { readReport, unheard, wrongCells } from './read-report.js';
import { printedForms, sheetsOf, valuesFor } from './sheets.js';

/** Share of the cells that must get their meaning; the others must be `read` or told, never guessed. */
const LEAST: Readonly<Record<string, number>> = { 'L6 glued': 0, 'L11 column by column': 0 };

const RUNS = Number(process.env.LAYOUT_RUNS ?? 4);

describe.each(Object.entries(layouts))('%s', (name, layout) => {
  it.each(printedForms.map((form) => [form.id, form] as const))('%s', (_, form) => {
    fc.assert(
      fc.property(fc.constantFrom(0.9, 0.2, 0).chain((density) => valuesFor(form, density)), (values) => {
        const text = reportWith(sheetsOf(form, values), layout);
        const found = readReport(text);
        expect({ wrong: wrongCells(found, values), unheard: unheard(text, found) }).toEqual({ wrong: [], unheard: [] });
        const right = new Set(found.figures.flatMap(({ metric }) => metric ?? [])).size;
        expect(right).toBeGreaterThanOrEqual(Math.floor((LEAST[name] ?? 1) * values.size));
        if ((LEAST[name] ?? 1) === 1) expect(found.forms).toEqual([form.id]);
      }),
      { numRuns: RUNS },
    );
  });
});

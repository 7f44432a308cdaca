import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';
import { page } from './page.js';
import { wrongCells } from './read-report.js';
import { printedForms, sheetsOf, valuesFor } from './sheets.js';

describe('tables of web pages', () => {
  it.each(printedForms.map((form) => [form.id, form] as const))('%s', async (_, form) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0.9, 0.2, 0).chain((density) => valuesFor(form, density)), async (values) => {
        const read = await readSource('page.html', new TextEncoder().encode(page(sheetsOf(form, values))));
        if (!read.ok) throw new Error(read.refusal.code);
        const found = alignTables(parseDocument(read.source));
        expect(wrongCells(found, values)).toEqual([]);
        expect(new Set(found.figures.filter(({ trust }) => trust === 'aligned').map(({ metric }) => metric)).size).toBe(values.size);
      }),
      { numRuns: 4 },
    );
  });
});

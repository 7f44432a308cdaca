import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts, reportWith } from './layouts.js';
import { readReport, wrongCells } from './read-report.js';
import { printedForms, sheetsOf, valuesFor, type Values } from './sheets.js';
import type { ReportForm } from '../../../index/forms/mod.js';

const RUNS = 15;
const byColumns = layouts['L11 column by column']!;
const withRequests = printedForms.filter(({ tables }) => tables.some(({ id }) => id === 'requests'));
const requestsOf = (form: ReportForm): string[] => form.tables.find(({ id }) => id === 'requests')!.blocks[0]!.rows.flatMap(({ metrics }) => metrics);

/** The report with its table of requests printed column by column and changed as text. */
function printed(form: ReportForm, values: Values, change: (table: string) => string): ReturnType<typeof readReport> {
  const sheets = sheetsOf(form, values).filter(({ table }) => table === 'requests');
  return readReport(reportWith(sheets, (sheet) => change(byColumns(sheet))));
}

const read = ({ figures }: ReturnType<typeof readReport>, form: ReportForm): number => {
  const wanted = new Set(requestsOf(form));
  return figures.filter(({ metric }) => metric !== null && wanted.has(metric)).length;
};

describe.each(withRequests.map((form) => [form.id, form] as const))('a table of requests printed column by column, %s', (_, form) => {
  const values = valuesFor(form, 0.9);

  it('is read whole where count, heads and identities agree, and says that it was repaired', () => {
    fc.assert(
      fc.property(values, (given) => {
        const found = printed(form, given, (table) => table);
        expect(read(found, form)).toBe(requestsOf(form).length);
        expect(wrongCells(found, given)).toEqual([]);
        expect(new Set(found.figures.filter(({ metric }) => metric !== null).map(({ trust }) => trust))).toEqual(new Set(['repaired']));
        expect(found.diagnostics.map(({ code }) => code)).toContain('table-by-columns');
        // The number alone would prove nothing: its row's label is quoted with it.
        for (const { quote } of found.figures) expect(quote.length).toBeGreaterThan(1);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a value is lost', (table: string) => table.replace(/\n\d+\n(?=\d+$)/, '\n')],
    ['a value is changed', (table: string) => table.replace(/\d+$/, (last) => String(Number(last) + 1))],
    ['the heads stand in another order', (table: string) => table.replace('商业企业', '@').replace('科研机构', '商业企业').replace('@', '科研机构')],
    ['a label is lost', (table: string) => table.replace(/\n[^\n]*行政查询事项[^\n]*/, '')],
  ])('is left unread when %s', (_, change) => {
    fc.assert(
      fc.property(values, (given) => {
        const found = printed(form, given, change);
        expect(wrongCells(found, given)).toEqual([]);
        expect(read(found, form)).toBeLessThan(requestsOf(form).length / 4);
      }),
      { numRuns: RUNS },
    );
  });
});

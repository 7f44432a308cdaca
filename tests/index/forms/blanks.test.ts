import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';
import { layouts, reportWith } from './layouts.js';
import { page } from './page.js';
import { readReport, wrongCells, type Found } from './read-report.js';
import { printedForms, sheetsOf, valuesFor, type Values } from './sheets.js';

const share = fc.nat(9999).map((n) => n / 10_000);
const reportForms = printedForms.filter(({ tables }) => tables.every(({ id }) => id !== 'statistics'));

/** The metrics of every row of a form. */
const rowsOf = (form: (typeof reportForms)[number]): (readonly string[])[] => form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ metrics }) => metrics)));

/** `values` with some parts left empty, at most two in a row and never its last cell, the total. */
function withBlanks(form: (typeof reportForms)[number], values: Values, places: readonly number[]): { values: Values; blank: Set<string> } {
  const rows = rowsOf(form).filter((metrics) => metrics.length >= 7);
  const blank = new Set<string>();
  for (const place of places) {
    const metrics = rows[Math.floor(place * rows.length)]!;
    const own = metrics.filter((_, i) => (i + 1) % 5 !== 0 || metrics.length === 7).slice(0, -1);
    if (own.filter((metric) => blank.has(metric)).length < 2) blank.add(own[Math.floor(place * 7919) % own.length]!);
  }
  return { values: new Map([...values].map(([metric, value]) => [metric, blank.has(metric) ? '' : value])), blank };
}

const drawn = async (form: (typeof reportForms)[number], values: Values): Promise<Found> => {
  const read = await readSource('page.html', new TextEncoder().encode(page(sheetsOf(form, values))));
  if (!read.ok) throw new Error(read.refusal.code);
  return alignTables(parseDocument(read.source));
};
const printed = (layout: string) => async (form: (typeof reportForms)[number], values: Values): Promise<Found> => readReport(reportWith(sheetsOf(form, values), layouts[layout]!));

const readings = { 'web page': drawn, tabs: printed('L1 tabs'), Markdown: printed('L4 Markdown'), 'spread grid': printed('L5 spread grid') };

describe.each(Object.entries(readings))('empty cells of a table as %s', (_, reading) => {
  it.each(reportForms.map((form) => [form.id, form] as const))('%s: keep their own place, and their neighbours theirs', async (__, form) => {
    await fc.assert(
      fc.asyncProperty(valuesFor(form, 0.9), fc.array(share, { minLength: 1, maxLength: 8 }), async (whole, places) => {
        const { values, blank } = withBlanks(form, whole, places);
        const found = await reading(form, values);
        expect(wrongCells(found, values)).toEqual([]);
        const states = new Map(found.figures.map(({ metric, quantity }) => [metric as string | null, quantity.state]));
        expect([...values.keys()].filter((metric) => !states.has(metric))).toEqual([]);
        expect([...blank].map((metric) => states.get(metric))).toEqual([...blank].map(() => 'blank'));
      }),
      { numRuns: 5 },
    );
  });
});

it.each(printedForms.filter((form) => !reportForms.includes(form)).map((form) => [form.id, form] as const))('empty cells of a drawn statistics form keep their own place: %s', async (_, form) => {
  await fc.assert(
    fc.asyncProperty(valuesFor(form, 0.9), fc.uniqueArray(share, { minLength: 1, maxLength: 12 }), async (whole, places) => {
      const metrics = [...whole.keys()];
      const blank = new Set(places.map((place) => metrics[Math.floor(place * metrics.length)]!));
      const values = new Map([...whole].map(([metric, value]) => [metric, blank.has(metric) ? '' : value]));
      const found = await drawn(form, values);
      expect(wrongCells(found, values)).toEqual([]);
      const states = new Map(found.figures.map(({ metric, quantity }) => [metric as string | null, quantity.state]));
      expect(metrics.filter((metric) => states.get(metric) !== (blank.has(metric) ? 'blank' : 'number'))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

describe('a drawn grid', () => {
  const form = reportForms.find(({ id }) => id === 'gen2021')!;
  const [values] = fc.sample(valuesFor(form, 0.9), { numRuns: 1, seed: 4 });
  const row = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org', 'total'].map((column) => `req.granted.${column}`);
  const changed = (changes: Record<string, string>): Values => new Map([...values!, ...Object.entries(changes)]);
  const said = ({ figures }: Found, metrics: readonly string[]): unknown[] => metrics.map((metric) => figures.filter((figure) => figure.metric === metric).map(({ quantity, trust }) => [quantity.state, quantity.value, trust])[0]);

  it('names the metrics of this test', () => expect(row.every((metric) => values!.has(metric))).toBe(true));

  it('is believed where a row is empty: seven blanks, none of them a number of another row', async () => {
    const found = await drawn(form, changed(Object.fromEntries(row.map((metric) => [metric, '']))));
    expect(said(found, row)).toEqual(row.map(() => ['blank', null, 'aligned']));
  });

  it('is believed where a row with an empty cell does not add up', async () => {
    const found = await drawn(form, changed(Object.fromEntries(row.map((metric, i) => [metric, i === 2 ? '' : i === 6 ? '1' : '5']))));
    expect(said(found, row)).toEqual(row.map((_, i) => (i === 2 ? ['blank', null, 'repaired'] : ['number', i === 6 ? '1' : '5', 'repaired'])));
    expect(found.diagnostics.map(({ code }) => code)).toContain('table-does-not-add-up');
  });

  it('tells one value and six empty cells from one value in a merged cell', async () => {
    const found = await drawn(form, changed(Object.fromEntries(row.map((metric, i) => [metric, i === 0 ? '9' : '']))));
    expect(said(found, row)).toEqual(row.map((_, i) => (i === 0 ? ['number', '9', 'aligned'] : ['blank', null, 'aligned'])));
  });
});

it('a blank total of a printed row is not believed where the values add up one column further on', () => {
  const form = reportForms.find(({ id }) => id === 'gen2021')!;
  const [values] = fc.sample(valuesFor(form, 0.9), { numRuns: 1, seed: 4 });
  const text = reportWith(sheetsOf(form, values!), layouts['L1 tabs']!).split('\n');
  const at = text.findIndex((line) => line.includes('予以公开'));
  const cells = text[at]!.split('\t');
  text[at] = [...cells.slice(0, 3), '1', '2', '3', '4', '5', '15', ''].join('\t');
  const { figures } = readReport(text.join('\n'));
  expect(figures.filter(({ metric }) => metric?.startsWith('req.granted.'))).toEqual([]);
});

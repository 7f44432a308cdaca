import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import { layouts, reportWith } from '../index/forms/layouts.js';
import { printedForms, sheetsOf, valuesFor } from '../index/forms/sheets.js';
import { deskOver, type Desk } from './assistant-over.js';

const form = printedForms.find(({ id }) => id === 'gen2021')!;
const [values] = fc.sample(valuesFor(form, 1), { numRuns: 1, seed: 7 });
const whole = reportWith(sheetsOf(form, values!), layouts['L1 tabs']!, 2023);
const phrases = loadData('intents/language/phrases.json', z.record(z.string(), z.object({ zh: z.string(), en: z.string() })));

/** The report with the row 予以公开 changed. */
const changed = (change: (cells: string[]) => string[]): string => whole.split('\n').map((line) => (line.includes('（一）予以公开\t') ? change(line.split('\t')).join('\t') : line)).join('\n');

describe('an answer says what is odd about the row of its figure', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await deskOver({})));
  afterAll(async () => desk.close());

  it.each([
    ['nothing is odd', null, (cells: string[]) => cells],
    ['the report itself does not add up', 'table-does-not-add-up', (cells: string[]) => cells.map((cell, i) => (i === cells.length - 1 ? String(Number(cell) + 1) : cell))],
    ['the row is shifted', 'table-cells-shifted', (cells: string[]) => [...cells.slice(0, 5), '', ...cells.slice(5)]],
    ['a value is printed twice', 'table-value-repeated', (cells: string[]) => [...cells.slice(0, 3), cells[3]!, ...cells.slice(3)]],
  ])('%s', async (_, code, change) => {
    const total = Number(changed(change).split('\n').find((line) => line.includes('（一）予以公开\t'))!.split('\t').at(-1));
    expect((await desk.add({ 'report.txt': changed(change) }))[0]!.status).not.toBe('refused');
    for (const [lang, question] of [['zh', '青石镇2023年予以公开的申请总计多少件？'], ['en', 'How many requests in total were granted by 青石镇 in 2023?']] as const) {
      const answer = await desk.ask(question);
      expect([answer.status, answer.value, answer.rows[0]!.trust]).toEqual(['answered', total, code === null ? 'aligned' : 'repaired']);
      const said = Object.entries(phrases).filter(([key, phrase]) => (key.startsWith('table-') || key === 'repaired') && answer.text.includes(phrase[lang]));
      expect(said.map(([key]) => key)).toEqual(code === null ? [] : [code]);
    }
  });
});

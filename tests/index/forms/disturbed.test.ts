import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts, reportWith } from './layouts.js';
import { readReport } from './read-report.js';
import { printedForms, sheetsOf, valuesFor, type Values } from './sheets.js';

const share = fc.nat(9999).map((n) => n / 10_000);

/** What copying does to a text. None of it makes one number of two or cuts one in half: what then stands there would be what is printed. */
const kinds = ['swap-lines', 'drop-line', 'cut-line', 'join-lines', 'widen', 'narrow', 'truncate', 'blank-line', 'repeat-line'] as const;
const harms = fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: share, to: share }), { minLength: 1, maxLength: 6, size: 'max' });

/** Lines of one cell say what they belong to by their order alone: swapped or repeated ones are another report. */
const IN_ORDER = /^L2|^L3|^L11/;

function disturbed(text: string, list: readonly { kind: (typeof kinds)[number]; at: number; to: number }[], inOrder: boolean): string {
  let lines = text.split('\n');
  for (const { kind, at, to } of list) {
    const i = Math.floor(at * lines.length);
    const j = Math.floor(to * lines.length);
    const line = lines[i] ?? '';
    const cut = Math.floor(to * line.length);
    const betweenDigits = /\d/.test(line[cut - 1] ?? '') && /[\d.,]/.test(line[cut] ?? '');
    if (kind === 'swap-lines' && !inOrder) [lines[i], lines[j]] = [lines[j]!, line];
    else if (kind === 'repeat-line' && !inOrder) lines.splice(i, 0, line);
    else if (kind === 'drop-line') lines.splice(i, 1);
    else if (kind === 'cut-line' && !betweenDigits) lines.splice(i, 1, line.slice(0, cut), line.slice(cut));
    else if (kind === 'join-lines' && i + 1 < lines.length) lines.splice(i, 2, `${line} ${lines[i + 1]!}`);
    else if (kind === 'widen') lines[i] = line.replaceAll(' ', '   ');
    else if (kind === 'narrow') lines[i] = line.replace(/ {2,}/g, ' ');
    else if (kind === 'truncate' && at > 0.5) lines = lines.slice(0, i + 1);
    else if (kind === 'blank-line') lines.splice(i, 0, '');
  }
  return lines.join('\n');
}

/** Cells read as sure with a value that does not belong to them. */
function falselySure(text: string, values: Values): string[] {
  return readReport(text).figures.flatMap(({ metric, quantity, trust }) => (metric === null || trust !== 'aligned' || quantity.state === 'blank' || quantity.value === values.get(metric) ? [] : [`${metric} ${quantity.value}, printed ${values.get(metric)}`]));
}

describe.each(Object.entries(layouts))('disturbed %s', (name, layout) => {
  it.each(printedForms.map((form) => [form.id, form] as const))('%s: no cell is sure of another value', (_, form) => {
    fc.assert(
      fc.property(fc.constantFrom(0.9, 0.3).chain((density) => valuesFor(form, density)), harms, (values, list) => {
        const text = disturbed(reportWith(sheetsOf(form, values), layout), list, IN_ORDER.test(name));
        const wrong = falselySure(text, values);
        expect({ wrong, harms: wrong.length > 0 ? list : [] }).toEqual({ wrong: [], harms: [] });
      }),
      { numRuns: Number(process.env.LAYOUT_RUNS ?? 6) },
    );
  });
});

import { createHash } from 'node:crypto';
import type { SourceId } from '../../../index/document/source-text.js';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import type { Values } from './sheets.js';

export type Found = ReturnType<typeof alignTables>;

/** The cells of a report, through the real parser. */
export function readReport(text: string): Found {
  return alignTables(parseDocument({ id: createHash('sha256').update(text).digest('hex') as SourceId, origin: 'test.txt', text, reader: 'text' }));
}

/** Cells with another value than they were printed with. A blank claims no value, and neither does a stroke where nothing was counted. */
export function wrongCells({ figures }: Found, values: Values): string[] {
  return figures.flatMap(({ metric, quantity, trust }) => (metric === null || quantity.state === 'blank' || (quantity.value ?? '0') === values.get(metric) ? [] : [`${metric} ${trust} ${quantity.value}, printed ${values.get(metric)}`]));
}

/** Numbers of three digits and more (shorter ones count rows and list marks) that stand in no figure and under no diagnostic. `from`: where the tables begin. */
export function unheard(text: string, { figures, diagnostics }: Found, from = text.indexOf('\n')): string[] {
  const places = [...figures.flatMap(({ place }) => place ?? []), ...diagnostics.flatMap(({ span }) => span ?? [])];
  return [...text.matchAll(/\d{3,}/g)].filter(({ index, 0: digits }) => index > from && !places.some(({ start, end }) => start < index + digits.length && index < end)).map(([digits]) => digits);
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { editDistance } from './edit-distance.js';
import type { FormBlock, FormRow, ReportForm } from './form.js';
import { statisticsForms } from './forms.js';
import { labelKey } from './label-key.js';

const { statistics: words } = loadData(
  'index/forms/labels.json',
  z.object({ statistics: z.object({ name: z.array(z.string()), unit: z.array(z.string()), code: z.array(z.string()), among: z.array(z.string()), ever: z.array(z.string()) }) }),
);

/** Where a statistics form has a row. */
export interface Indicator {
  readonly form: ReportForm;
  readonly block: FormBlock;
  readonly row: FormRow;
  /** Key of its own official label. */
  readonly own: string;
  /** Key of the label it stands under; null for a row of the first level. */
  readonly parent: string | null;
}

/** What a label of a statistics form names. The same words may stand in both forms, and under two parents of one. */
export interface IndicatorHit {
  /** The same for all ways to print the label. */
  readonly key: string;
  readonly indicators: readonly Indicator[];
  readonly how: 'exact' | 'near';
}

/** What a column of a statistics form holds; `ever`: all years together, which no form asks for. */
export type ColumnRole = 'name' | 'unit' | 'code' | 'ever' | number;

const AMONG = new RegExp(`^(?:${words.among.join('|')})`);
/** A note whose end stands in the next line. */
const OPEN_NOTE = /[（(][^（）()]*$/;

/** `labelKey` without notes and without 其中, which is printed before the first of several parts or before none. */
function keyOf(text: string): string {
  return labelKey(text.replace(OPEN_NOTE, '')).bare.replace(AMONG, '');
}

const known = new Map<string, Indicator[]>();
const nameOf = new Map<string, string>();
for (const form of statisticsForms) {
  for (const { blocks } of form.tables) {
    for (const block of blocks) {
      for (const row of block.rows) {
        const own = keyOf(row.path[row.path.length - 1]!);
        const above = row.path[row.path.length - 2];
        const indicator: Indicator = { form, block, row, own, parent: above === undefined ? null : keyOf(above) };
        for (const key of new Set([own, ...row.variants.map(keyOf)])) {
          known.set(key, [...(known.get(key) ?? []), indicator]);
          if (!nameOf.has(key)) nameOf.set(key, own);
        }
      }
    }
  }
}
const keys = [...known.keys()];

const roles = new Map<string, ColumnRole>([
  ...words.name.map((word): [string, ColumnRole] => [word, 'name']),
  ...words.unit.map((word): [string, ColumnRole] => [word, 'unit']),
  ...words.code.map((word): [string, ColumnRole] => [word, 'code']),
  ...words.ever.map((word): [string, ColumnRole] => [word, 'ever']),
]);

/** The keys of each form's columns, in order. */
const columnKeys = statisticsForms.map((form) => ({ form, columns: form.tables[0]!.blocks[0]!.columns.map(({ path, variants }) => new Set([...path, ...variants].map(keyOf))) }));

/** The role of a head, value columns as their 0-based number in `form`; null when it is none of them. */
export function roleOfHead(text: string, form: ReportForm | null): ColumnRole | null {
  const key = keyOf(text);
  const fixed = roles.get(key);
  if (fixed !== undefined) return fixed;
  for (const { form: candidate, columns } of columnKeys) {
    const at = form === null || form === candidate ? columns.findIndex((names) => names.has(key)) : -1;
    if (at >= 0) return at;
  }
  return null;
}

const seen = new Map<string, IndicatorHit | null>();
const MEMORY = 4096;
const LONGEST = 120;
/** Shorter labels differ from one another in one character. */
const SLIPS_FROM = 6;

/** The indicator that a label as printed names; `near` allows one slip that fits no second indicator. Null for other words. Never throws. */
export function indicatorOf(text: string): IndicatorHit | null {
  if (text.length > LONGEST) return null;
  let hit = seen.get(text);
  if (hit === undefined) {
    hit = find(keyOf(text));
    if (seen.size >= MEMORY) seen.clear();
    seen.set(text, hit);
  }
  return hit;
}

function find(key: string): IndicatorHit | null {
  const exact = known.get(key);
  if (exact !== undefined) return { key: nameOf.get(key)!, indicators: exact, how: 'exact' };
  if (key.length < SLIPS_FROM) return null;
  const close = keys.filter((candidate) => Math.abs(candidate.length - key.length) <= 1 && candidate.length >= SLIPS_FROM && editDistance(key, candidate, 2) <= 1);
  const names = new Set(close.map((candidate) => nameOf.get(candidate)!));
  return names.size === 1 ? { key: [...names][0]!, indicators: known.get(close[0]!)!, how: 'near' } : null;
}

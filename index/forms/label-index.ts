import { z } from 'zod';
import { loadData } from '../data.js';
import type { FormBlock, FormRow, FormTableId, ReportForm } from './form.js';
import { tableForms } from './forms.js';
import { labelKey } from './label-key.js';
import { editDistance } from './edit-distance.js';

const { furniture } = loadData('index/forms/labels.json', z.object({ ordinals: z.array(z.string()), furniture: z.array(z.string()) }));

/** Where a form has a row. The same label may stand in several forms and blocks. */
export interface RowPlace {
  readonly form: ReportForm;
  readonly table: FormTableId;
  readonly block: FormBlock;
  readonly row: FormRow;
  /** Place of the row in its block. */
  readonly order: number;
}

/** Where a form has a column. */
export interface ColumnPlace {
  readonly form: ReportForm;
  readonly table: FormTableId;
  readonly block: FormBlock;
  /** 0-based in `block.columns`. */
  readonly column: number;
}

/** Everything that one label key can mean. */
export interface Meaning {
  /** The same for labels that name the same thing. */
  readonly id: string;
  readonly rows: RowPlace[];
  readonly columns: ColumnPlace[];
  /** Set when it heads a group of rows (三、本年度办理结果) or of columns (行政复议): the official text. */
  group: string | null;
  groupTable: FormTableId | null;
  /** Set when it is a block's title. */
  title: FormBlock | null;
  furniture: boolean;
  /** Numbers the forms print before it. */
  readonly ordinals: Set<string>;
}

/** `exact`: key known · `near`: one known label is close and no other is as close · `cut`: the beginning of exactly one. */
export interface Hit {
  readonly meaning: Meaning;
  readonly how: 'exact' | 'near' | 'cut';
  readonly ordinal: string | null;
}

const byKey = new Map<string, Meaning>();
const keysOf = new Map<Meaning, string[]>();

function meaningOf(id: string): Meaning {
  const known = [...keysOf.keys()].find((meaning) => meaning.id === id);
  if (known !== undefined) return known;
  const fresh: Meaning = { id, rows: [], columns: [], group: null, groupTable: null, title: null, furniture: false, ordinals: new Set() };
  keysOf.set(fresh, []);
  return fresh;
}

function name(text: string, variants: readonly string[]): Meaning {
  const own = labelKey(text);
  const keys = [own, ...variants.map(labelKey)].flatMap(({ key, bare }) => [key, bare]).filter((key) => key !== '');
  const meaning = keys.map((key) => byKey.get(key)).find((found) => found !== undefined) ?? meaningOf(own.key);
  for (const key of keys) {
    if (byKey.has(key)) continue;
    byKey.set(key, meaning);
    keysOf.get(meaning)!.push(key);
  }
  if (own.ordinal !== null) meaning.ordinals.add(own.ordinal);
  return meaning;
}

for (const form of tableForms) {
  for (const { id: table, blocks } of form.tables) {
    for (const block of blocks) {
      if (block.title !== null) name(block.title, []).title = block;
      block.columns.forEach((column, at) => {
        name(column.path[column.path.length - 1]!, column.variants).columns.push({ form, table, block, column: at });
        for (const head of column.path.slice(0, -1)) markGroup(head, table);
      });
      block.rows.forEach((row, order) => {
        const own = row.path[row.path.length - 1];
        if (own === undefined) return;
        name(own, row.variants).rows.push({ form, table, block, row, order });
        for (const head of row.path.slice(0, -1)) markGroup(head, table);
      });
    }
  }
}
for (const word of furniture) name(word, []).furniture = true;

function markGroup(text: string, table: FormTableId): void {
  const meaning = name(text, []);
  meaning.group ??= text;
  meaning.groupTable ??= table;
}

const allKeys = [...byKey.keys()];
/** Reports repeat the same labels; a bounded memory of what was looked up spares most comparisons. */
const seen = new Map<string, Hit | null>();
const MEMORY = 4096;
const LONGEST = 80;

/** What a label as printed means in the official forms; null when nothing is close enough. Never throws. */
export function lookUp(text: string): Hit | null {
  if (text.length > 2 * LONGEST) return null;
  const known = seen.get(text);
  if (known !== undefined) return known;
  const hit = find(text);
  if (seen.size >= MEMORY) seen.clear();
  seen.set(text, hit);
  return hit;
}

const beginnings = new Set(allKeys.map((key) => key.slice(0, 2)));

/** What exactly these words mean, without looking for likenesses; null for all others. */
export function lookUpExactly(text: string): Hit | null {
  const { key, bare, ordinal } = labelKey(text);
  const meaning = byKey.get(key) ?? (bare === '' ? undefined : byKey.get(bare));
  return meaning === undefined ? null : { meaning, how: 'exact', ordinal };
}

/** True when some label begins as this text does: a cheap test before `lookUpExactly` is asked for every piece of it. */
export function mayBegin(text: string): boolean {
  return beginnings.has(labelKey(text.slice(0, 12)).key.slice(0, 2));
}

function find(text: string): Hit | null {
  const { key, bare, ordinal } = labelKey(text);
  if (key === '') return null;
  const exact = byKey.get(key) ?? (bare === '' ? undefined : byKey.get(bare));
  if (exact !== undefined) return { meaning: exact, how: 'exact', ordinal };
  if (key.length > LONGEST) return null;
  return near(key, ordinal) ?? cut(key, ordinal);
}

/** Number of slips that a label of this length may carry. */
function slips(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
}

function near(key: string, ordinal: string | null): Hit | null {
  const allowed = slips(key.length);
  if (allowed === 0) return null;
  let best: Meaning | null = null;
  let least = allowed + 1;
  let rival = Number.POSITIVE_INFINITY;
  for (const candidate of allKeys) {
    if (Math.abs(candidate.length - key.length) > allowed + 1) continue;
    const meaning = byKey.get(candidate)!;
    const distance = editDistance(key, candidate, allowed + 1);
    if (meaning === best) {
      least = Math.min(least, distance);
    } else if (distance < least) {
      if (best !== null) rival = least;
      least = distance;
      best = meaning;
    } else {
      rival = Math.min(rival, distance);
    }
  }
  if (best === null || least > Math.min(allowed, slips(key.length)) || rival <= least) return null;
  return agrees(best, ordinal) ? { meaning: best, how: 'near', ordinal } : null;
}

function cut(key: string, ordinal: string | null): Hit | null {
  if (key.length < 3) return null;
  let found: Meaning | null = null;
  for (const candidate of allKeys) {
    if (candidate.length <= key.length || !candidate.startsWith(key)) continue;
    const meaning = byKey.get(candidate)!;
    if (found !== null && found !== meaning) return null;
    found = meaning;
  }
  return found !== null && agrees(found, ordinal) ? { meaning: found, how: 'cut', ordinal } : null;
}

/** A slip in the words is only believed when the number before them is not another row's. */
function agrees(meaning: Meaning, ordinal: string | null): boolean {
  return ordinal === null || meaning.ordinals.size === 0 || meaning.ordinals.has(ordinal);
}

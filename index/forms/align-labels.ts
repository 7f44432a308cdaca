import type { Heads, Line } from './align-lines.js';
import type { Seen } from './align-grid.js';
import { tableForms } from './forms.js';
import { lookUp, type Hit, type RowPlace } from './label-index.js';
import { labelKey } from './label-key.js';

/** Labels shorter than this stand inside other labels. */
const SHORT = 3;

/** The row of the table of disputes, which prints no label, in each form. */
export const disputeRows: readonly RowPlace[] = tableForms.flatMap((form) =>
  form.tables.filter(({ id }) => id === 'disputes').flatMap(({ id, blocks }) => blocks.map((block): RowPlace => ({ form, table: id, block, row: block.rows[0]!, order: 0 }))),
);

/** 其他 and 总计 may be the beginning of a longer label that was cut: their number, or the key of the group they stand in, must speak for them. */
export function isPlausible({ meaning, ordinal }: Hit, group: string | undefined): boolean {
  const own = meaning.rows.filter((place) => place.table === 'requests').map(({ row }) => row.path);
  if (meaning.id.length >= SHORT || own.length === 0) return true;
  if (ordinal !== null && !meaning.ordinals.has(ordinal)) return false;
  return own.some((path) => path.length < 3 || labelKey(path[path.length - 2]!).key === group);
}

const knownGroups = new Map<RowPlace, ReadonlySet<string>>();

/** Ids of the groups that a row stands in, by the forms. */
export function groupsOf(places: readonly RowPlace[]): ReadonlySet<string> {
  const [first] = places;
  if (first === undefined) return new Set();
  let found = knownGroups.get(first);
  if (found === undefined) knownGroups.set(first, (found = new Set(places.flatMap(({ row }) => row.path.slice(0, -1).map((text) => labelKey(text).key)))));
  return found;
}

/** True when these heads name a column that no other table has. */
export function underHeadsOf(heads: Heads, table: Line['official']): boolean {
  return heads.columns.some(({ places }) => places.every((place) => place.table === table));
}

/** The id of what a form's row label means; '' for a row without one. */
export function meaningId(place: RowPlace): string {
  return lookUp(place.row.path[place.row.path.length - 1] ?? '')?.meaning.id ?? '';
}

/** The cells' texts, joined. */
export function textOf(cells: readonly Seen[]): string {
  return cells.map(({ text }) => text).join('');
}

/** True when it heads a group of rows. */
export function isRowGroup(hit: Hit): boolean {
  return hit.meaning.group !== null && hit.meaning.groupTable === 'requests';
}

/** 其他处理 heads a group in one form and is a row in the other. */
export function isLoneGroup(hit: Hit): boolean {
  return isRowGroup(hit) && hit.meaning.rows.length > 0;
}

/** True for a cell that holds a number of a list and no words: 一、 or (三). */
export function isNumberOnly(cell: Seen): boolean {
  if (cell.text.length > 4) return false;
  const { key, ordinal } = labelKey(cell.text);
  return key === '' && ordinal !== null;
}

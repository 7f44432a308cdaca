import { columnsByHeads, learnRuns, type Columns } from './align-columns.js';
import { decide, type Decision } from './align-decide.js';
import type { Heads, Line } from './align-lines.js';
import { blanksMoved } from './align-moved.js';
import { identitiesOfRow, type RowIdentity } from './align-readings.js';
import { tableForms } from './forms.js';
import type { FormRow } from './form.js';
import type { RowPlace } from './label-index.js';

/** A line with its place in a form and what became of its values. `place` is null when no form can be told. */
export interface Aligned {
  readonly line: Line;
  readonly place: RowPlace | null;
  readonly decision: Decision;
}

const UNDECIDED: Decision = { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] };

/** Decides each line by itself: its place in a form, its columns, its values. */
export function alignLines(lines: readonly Line[]): Aligned[] {
  const runs = learnRuns(
    lines.filter(({ official }) => official === 'requests'),
    7,
  );
  const moved = blanksMoved(lines);
  return lines.map((line) => {
    const place = isTooWide(line.heads) ? null : placeOf(line);
    if (place === null) return { line, place, decision: UNDECIDED };
    const columns = columnsOf(line, place, runs.get(line));
    const decision = columns === null ? UNDECIDED : decide(line, columns, identitiesFor(place));
    const doubted = moved && line.source.grid !== 'drawn' && decision.cells.some((cell) => cell === undefined || cell?.state === 'blank');
    return { line, place, decision: doubted ? UNDECIDED : decision };
  });
}

/** No official table has as many heads, even with all merged cells repeated; keeps time linear on hostile input. */
const MOST_HEADS = 120;

function isTooWide(heads: Heads | null): boolean {
  return heads !== null && heads.columns.length + heads.groups.length + heads.unknown.length > MOST_HEADS;
}

/** Which form's row it is: the only one, or the one whose columns are the heads above it. */
function placeOf(line: Line): RowPlace | null {
  if (line.official !== 'active') return line.places[0] ?? null;
  const named = line.heads?.columns.map(({ places }) => places) ?? [];
  if (named.length === 0) return null;
  const fitting = line.places
    .map((place) => ({ place, roles: named.map((places) => places.find(({ block }) => block === place.block)?.column) }))
    .filter(({ roles }) => roles.every((role) => role !== undefined));
  const complete = fitting.filter(({ place, roles }) => new Set(roles).size === place.block.columns.length);
  const chosen = complete.length > 0 ? complete : fitting;
  return chosen.length === 1 ? chosen[0]!.place : null;
}

function columnsOf(line: Line, place: RowPlace, runStart: number | undefined): Columns | null {
  const count = place.row.metrics.length;
  if (line.official === 'disputes') return disputeColumns(line, count);
  if (line.official === 'active') {
    const named = columnsByHeads(line, count, true, ({ places }) => places.find(({ block }) => block === place.block)?.column ?? null);
    return named === null ? null : withRepeatedHead(named, line, place);
  }
  const found = columnsByHeads(line, count, false, ({ places }) => places.find(({ table }) => table === 'requests')?.column ?? null);
  if (found === null || runStart === undefined) return found;
  const learned: number[] = [];
  found.order.forEach((column, i) => (learned[column] = runStart + i));
  const contested = found.positions !== null && found.positions.some((position, i) => position !== learned[i]);
  return { ...found, positions: contested ? null : learned, contested };
}

/** A block of one column may be spread over merged cells with its only head repeated. */
function withRepeatedHead(found: Columns, line: Line, place: RowPlace): Columns {
  const heads = line.heads?.columns ?? [];
  if (place.block.columns.length !== 1 || found.named || heads.length < 2) return found;
  return { ...found, named: true };
}

function disputeColumns(line: Line, count: number): Columns | null {
  const found = line.heads!.columns.filter(({ places }) => places.some(({ table }) => table === 'disputes'));
  // A head over merged cells may be printed again in each row that it spans.
  const outcomes = line.stream ? found : found.filter(({ cell, row }, i) => !found.slice(0, i).some((before) => before.cell.column === cell.column && before.row.width === row.width && before.cell.text === cell.text));
  const role = ({ places }: Heads['columns'][number]): number => places.find(({ table }) => table === 'disputes')!.column % 5;
  if (outcomes.some((head, k) => role(head) !== k % 5)) return null;
  const heads: Heads = { ...line.heads!, columns: outcomes };
  if (outcomes.length !== count) return { order: Array.from({ length: count }, (_, i) => i), positions: null, foreign: new Set(), named: false, contested: true };
  return columnsByHeads({ ...line, heads }, count, false, (_, k) => k);
}

const known = new Map<FormRow, RowIdentity[]>();

function identitiesFor({ form, row }: RowPlace): RowIdentity[] {
  let found = known.get(row);
  if (found === undefined) known.set(row, (found = identitiesOfRow(form.identities, row.metrics)));
  return found;
}

/** Identities that reach over rows, in the order of their form. */
export const columnIdentities = tableForms.map((form) => ({
  form,
  identities: form.identities.filter(({ id }) => id.startsWith('C3-1') || id.startsWith('C3-2')).map((identity) => ({ ...identity, terms: [...identity.parts, ...identity.equals] })),
}));

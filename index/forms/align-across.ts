import type { Decision } from './align-decide.js';
import { columnIdentities, type Aligned } from './align-official.js';
import { judge, type Reading } from './align-readings.js';
import type { Seen } from './align-grid.js';
import type { MetricId } from '../document/figure.js';

const READ: Decision = { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] };

/** What single rows cannot know: rows that contradict each other, rows left open that the sums over rows decide, and a misprint that they confirm. */
export function settleAcrossRows(aligned: readonly Aligned[]): Aligned[] {
  const settled = [...aligned];
  for (const [, places] of groupByInstance(aligned)) {
    refuseContradictions(settled, places);
    decideOpenRows(settled, places);
    believePrinted(settled, places);
  }
  return settled;
}

/** Indexes into the list, by printed table of requests. */
function groupByInstance(aligned: readonly Aligned[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  aligned.forEach(({ line, place }, i) => {
    if (line.official !== 'requests' || place === null) return;
    const group = groups.get(line.instance);
    if (group === undefined) groups.set(line.instance, [i]);
    else group.push(i);
  });
  return groups;
}

/** 其他处理 is a row in one form and a group of rows in the other: both at once means that a label was lost. A likeness yields to the label itself. */
function refuseContradictions(settled: Aligned[], group: readonly number[]): void {
  const exact = new Set(group.filter((i) => settled[i]!.line.how === 'exact').map((i) => settled[i]!.place!.row.metrics[0]!));
  const subRows = group.some((i) => {
    const { line } = settled[i]!;
    return line.places.every(({ form }) => form.id !== columnIdentities[0]!.form.id);
  });
  const met = new Set<MetricId>();
  for (const i of group) {
    const { line, place } = settled[i]!;
    const metric = place!.row.metrics[0]!;
    const doubled = line.how !== 'exact' && (exact.has(metric) || met.has(metric));
    const orphaned = subRows && line.places.every(({ form }) => form.id === columnIdentities[0]!.form.id);
    if (doubled || orphaned) settled[i] = { ...settled[i]!, decision: READ };
    else met.add(metric);
  }
}

/** More readings together than this are not tried. */
const MOST_COMBINATIONS = 64;

/** Rows with several readings left: the sums over rows, taken over all of them together, may leave one of each. */
function decideOpenRows(settled: Aligned[], group: readonly number[]): void {
  const open = group.filter((i) => settled[i]!.decision.rivals.length > 1);
  const combinations = open.reduce((count, i) => count * settled[i]!.decision.rivals.length, 1);
  if (open.length === 0 || combinations > MOST_COMBINATIONS) return;
  const { identities } = formOf(settled, group);
  const cells = cellsOf(settled, group, open);
  const fitting = product(open.map((i) => settled[i]!.decision.rivals)).filter((readings) => {
    const rows = readings.map((reading, k) => ({ metrics: settled[open[k]!]!.place!.row.metrics, reading }));
    const { holds, fails } = weigh(rows, cells, identities);
    return holds > 0 && fails.length === 0;
  });
  open.forEach((at, k) => {
    const readings = new Set(fitting.map((combination) => combination[k]!));
    if (readings.size !== 1) return;
    const { decision } = settled[at]!;
    settled[at] = { ...settled[at]!, decision: { ...decision, cells: [...[...readings][0]!], rivals: [], cause: decision.cause === 'table-row-undecided' ? 'table-value-missing' : decision.cause } };
  });
}

/** So many sums over rows have to hold before a row that does not add up is believed. */
const LEAST_HOLDING = 5;

/** A row that does not add up and might be damaged: it was read as printed when the sums over rows hold in all of its columns but one, where the misprint is. */
function believePrinted(settled: Aligned[], group: readonly number[]): void {
  const doubted = group.filter((i) => settled[i]!.decision.trust === 'read' && settled[i]!.decision.rivals.length === 1);
  for (const at of doubted) {
    const { place, decision } = settled[at]!;
    const [reading] = decision.rivals as [Reading];
    const { holds, fails } = weigh([{ metrics: place!.row.metrics, reading }], cellsOf(settled, group, [at]), formOf(settled, group).identities);
    const columns = new Set(fails.flatMap((terms) => place!.row.metrics.filter((metric) => terms.includes(metric))));
    if (holds >= LEAST_HOLDING && columns.size <= 1) settled[at] = { ...settled[at]!, decision: { cells: [...reading], trust: 'repaired', cause: 'table-does-not-add-up', rivals: [] } };
  }
}

/** What the rows of a table hold by metric, those of `without` left out. */
function cellsOf(settled: readonly Aligned[], group: readonly number[], without: readonly number[]): Map<MetricId, Seen | undefined> {
  const cells = new Map<MetricId, Seen | undefined>();
  for (const i of group) {
    const { place, decision } = settled[i]!;
    if (!without.includes(i) && decision.trust !== 'read') place!.row.metrics.forEach((metric, column) => cells.set(metric, decision.cells[column] ?? undefined));
  }
  return cells;
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((heads, list) => heads.flatMap((head) => list.map((item) => [...head, item])), [[]]);
}

function formOf(settled: readonly Aligned[], group: readonly number[]): (typeof columnIdentities)[number] {
  const newest = columnIdentities[columnIdentities.length - 1]!;
  const only = (form: string): boolean => group.some((i) => settled[i]!.line.places.every((place) => place.form.id === form));
  return columnIdentities.find(({ form }) => only(form.id)) ?? newest;
}

/** How many sums over rows hold, and the terms of those that fail, of those that the rows stand in and whose other terms are all there; one left open by a blank counts as failing. */
function weigh(rows: readonly { readonly metrics: readonly MetricId[]; readonly reading: Reading }[], cells: ReadonlyMap<MetricId, Seen | undefined>, identities: (typeof columnIdentities)[number]['identities']): { readonly holds: number; readonly fails: readonly (readonly MetricId[])[] } {
  const own = new Map<MetricId, Seen | undefined>();
  for (const { metrics, reading } of rows) for (const [column, metric] of metrics.entries()) own.set(metric, reading[column]);
  let holds = 0;
  const fails: (readonly MetricId[])[] = [];
  for (const { parts, equals, terms } of identities) {
    if (!terms.some((id) => own.has(id)) || !terms.every((id) => own.has(id) || cells.has(id))) continue;
    const verdict = judge(terms.map((id) => (own.has(id) ? own.get(id) : cells.get(id))), [{ parts: parts.map((_, i) => i), equals: equals.map((_, i) => parts.length + i) }]);
    if (verdict === 'holds') holds += 1;
    else fails.push(terms);
  }
  return { holds, fails };
}

import type { Decision } from './align-decide.js';
import { columnIdentities, type Aligned } from './align-official.js';
import { judge, type Reading } from './align-readings.js';
import type { Seen } from './align-grid.js';
import type { MetricId } from '../document/figure.js';

const READ: Decision = { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] };

/** What single rows cannot know: rows that contradict each other, and the one row left open that the sums over rows decide. */
export function settleAcrossRows(aligned: readonly Aligned[]): Aligned[] {
  const settled = [...aligned];
  for (const [, places] of groupByInstance(aligned)) {
    refuseContradictions(settled, places);
    decideLastRow(settled, places);
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

/** Where exactly one row has several readings left, the sums over rows may leave one of them. */
function decideLastRow(settled: Aligned[], group: readonly number[]): void {
  const open = group.filter((i) => settled[i]!.decision.rivals.length > 1);
  if (open.length !== 1) return;
  const at = open[0]!;
  const { place, decision } = settled[at]!;
  const cells = new Map<MetricId, Seen | undefined>();
  for (const i of group) {
    const { place: other, decision: decided } = settled[i]!;
    if (i !== at && decided.trust !== 'read') other!.row.metrics.forEach((metric, column) => cells.set(metric, decided.cells[column] ?? undefined));
  }
  const identities = formOf(settled, group).identities;
  const fitting = decision.rivals.filter((reading) => fits(reading, place!.row.metrics, cells, identities));
  if (fitting.length !== 1) return;
  settled[at] = { ...settled[at]!, decision: { ...decision, cells: [...fitting[0]!], rivals: [], cause: decision.cause === 'table-row-undecided' ? 'table-value-missing' : decision.cause } };
}

function formOf(settled: readonly Aligned[], group: readonly number[]): (typeof columnIdentities)[number] {
  const newest = columnIdentities[columnIdentities.length - 1]!;
  const only = (form: string): boolean => group.some((i) => settled[i]!.line.places.every((place) => place.form.id === form));
  return columnIdentities.find(({ form }) => only(form.id)) ?? newest;
}

/** True when at least one sum over rows can be tested with this reading, and none is broken. */
function fits(reading: Reading, metrics: readonly MetricId[], cells: ReadonlyMap<MetricId, Seen | undefined>, identities: (typeof columnIdentities)[number]['identities']): boolean {
  const all = new Map(cells);
  metrics.forEach((metric, column) => all.set(metric, reading[column]));
  let tested = 0;
  for (const { parts, equals } of identities) {
    const ids = [...parts, ...equals];
    if (!ids.some((id) => metrics.includes(id)) || !ids.every((id) => all.has(id))) continue;
    const missing = ids.some((id) => all.get(id)?.value == null);
    const verdict = judge(
      ids.map((id) => all.get(id)),
      [{ parts: parts.map((_, i) => i), equals: equals.map((_, i) => parts.length + i) }],
    );
    if (verdict === 'fails' || (verdict === 'open' && !missing)) return false;
    if (verdict === 'open') return false;
    tested += 1;
  }
  return tested > 0;
}

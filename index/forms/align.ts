import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import { placeOf } from '../document/figure.js';
import { gathered } from '../document/gathered.js';
import type { FormId, ReportDocument } from '../document/tree.js';
import { absentTables, narrativeFormOf } from './absent.js';
import { asOfAnotherYear, tablesOfAnotherYear, toldOfAnotherYear } from './another-year.js';
import { settleAcrossRows } from './align-across.js';
import { officialFigure, readFigure, rowDiagnostic, rowDiagnosticAt } from './align-figures.js';
import { tablesOf, type Seen } from './align-grid.js';
import type { Line } from './align-lines.js';
import { alignLines, type Aligned } from './align-official.js';
import { readByColumns } from './align-by-columns.js';
import { scan } from './align-scan.js';
import { alignStatistics } from './align-statistics.js';
import { leftOver, unreadRows } from './align-unofficial.js';
import type { ReportForm } from './form.js';
import { forms, statisticsForms, tableForms } from './forms.js';

/**
 * Gives the tables of a report their official meaning. Every number seen in a table becomes a figure: `aligned` or `repaired` with a metric,
 * or `read` without one. `forms` are the official forms whose rows were recognised, oldest first. Never throws for any document.
 */
export function alignTables(document: ReportDocument): { figures: FoundFigure[]; forms: FormId[]; diagnostics: Diagnostic[] } {
  const tables = tablesOf(document);
  const statistics = alignStatistics(tables);
  const found = scan(statistics.others);
  const byRow = settleAcrossRows(alignLines(found.lines));
  const byColumn = readByColumns(statistics.others, byRow);
  const notRows = new Set(byColumn.flatMap(({ lines }) => [...lines]));
  const aligned = byRow.filter(({ line }) => !notRows.has(line));

  const figures: { figure: FoundFigure; instance: number; form?: ReportForm }[] = [...statistics.figures];
  const diagnostics: Diagnostic[] = [...statistics.diagnostics];
  const used = new Set<Seen>(statistics.used);
  const told = new Set<Seen>(statistics.told);
  for (const { line, place, decision } of aligned) {
    if (decision.cause !== null && line.region.some(({ state }) => state !== 'blank')) {
      diagnostics.push(rowDiagnostic(line, decision.cause));
      line.region.forEach((cell) => told.add(cell));
    }
    if (place === null || decision.trust === 'read') continue;
    const path = tables[line.source.table]!.path;
    decision.cells.forEach((cell, column) => {
      if (cell === null || cell === undefined) return;
      const figure = officialFigure(line, cell, { block: place.block, row: place.row, column }, decision.trust as 'aligned' | 'repaired', path);
      if (figure !== null) figures.push({ figure, instance: line.instance });
      used.add(cell);
    });
    // A value left out as a repeat of its neighbour says nothing of its own.
    if (decision.cause === 'table-value-repeated' && decision.cells.every((cell) => cell !== null)) line.region.forEach((cell) => used.add(cell));
  }
  byColumn.forEach((table, i) => {
    table.figures.forEach((figure) => figures.push({ figure, instance: -2 - i }));
    table.used.forEach((cell) => used.add(cell));
    diagnostics.push(rowDiagnosticAt(table.label, table.used, 'table-by-columns'));
  });
  const byCell = new Map<Seen, Line>(gathered(aligned, ({ line }) => line.region.map((cell) => [cell, line] as const)));
  for (const { cell, around, path } of leftOver(tables, used, byCell, statistics.labelOf)) {
    const figure = readFigure(cell, around, path);
    if (figure !== null) figures.push({ figure, instance: -1 });
  }
  for (const { row, cells } of unreadRows(tables, used, told)) diagnostics.push(rowDiagnosticAt(row.cells.filter(({ state }) => state === 'text').slice(0, 1), cells, 'table-cell-unread'));
  for (const other of tablesOfAnotherYear(document, figures.map(({ figure }) => figure))) {
    diagnostics.push(toldOfAnotherYear(other));
    for (const one of figures) if (placeOf(one.figure).start >= other.span.start && placeOf(one.figure).end <= other.span.end) one.figure = asOfAnotherYear(one.figure, other.year);
  }
  figures.sort((a, b) => placeOf(a.figure).start - placeOf(b.figure).start);
  const official = new Set(found.lines.map((line) => line.official));
  const narrative = narrativeFormOf(document, official);
  if (narrative === null) diagnostics.push(...absentTables(document, official));
  const annexed = new Set(statistics.figures.map(({ form }) => form.id));
  const known = new Set([...(narrative === null ? [] : [narrative]), ...annexed, ...byColumn.map(({ form }) => form.id), ...printedForms(aligned)]);
  return { figures: withTotals(figures), forms: forms.map(({ id }) => id).filter((id) => known.has(id)), diagnostics };
}

/** Forms that only they can explain; where rows fit all forms, the forms of the report's other tables, else the newest. */
function printedForms(aligned: readonly Aligned[]): ReadonlySet<FormId> {
  const recognised = aligned.filter(({ place, decision }) => place !== null && decision.trust !== 'read');
  const official = new Set<FormId>();
  for (const { line, place } of recognised) {
    const owners = line.official === 'active' ? [place!] : line.places;
    const ids = new Set(owners.map(({ form }) => form.id));
    if (ids.size === 1) official.add(place!.form.id);
  }
  if (official.size === 0 && recognised.length > 0) official.add(tableForms[tableForms.length - 1]!.id);
  return official;
}

/** Each part's total, by the identities of these forms; the oldest form and its first identity win. */
function totalsIn(list: readonly ReportForm[]): ReadonlyMap<MetricId, MetricId> {
  return new Map(
    [...list].reverse().flatMap(({ identities }) =>
      [...identities]
        .reverse()
        .filter(({ equals }) => equals.length === 1)
        .flatMap(({ parts, equals }) => parts.map((part): [MetricId, MetricId] => [part, equals[0]!])),
    ),
  );
}

const totalOf = totalsIn(tableForms);
/** The same row is a part of one total in one statistics form and of another in the other. */
const totalOfForm = new Map(statisticsForms.map((form) => [form, totalsIn([form])]));

/** Makes the tree of totals and parts: each part points to its total in the same printed table. */
function withTotals(found: readonly { figure: FoundFigure; instance: number; form?: ReportForm }[]): FoundFigure[] {
  const at = new Map<number, Map<MetricId, number>>();
  found.forEach(({ figure: { metric }, instance }, i) => {
    if (metric === null) return;
    const places = at.get(instance);
    if (places === undefined) at.set(instance, new Map([[metric, i]]));
    else places.set(metric, i);
  });
  return found.map(({ figure, instance, form }) => {
    const total = figure.metric === null ? undefined : (form === undefined ? totalOf : totalOfForm.get(form)!).get(figure.metric);
    return total === undefined ? figure : { ...figure, partOf: at.get(instance)?.get(total) ?? null };
  });
}

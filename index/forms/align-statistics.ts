import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import { gathered } from '../document/gathered.js';
import { rowDiagnosticAt, statisticsFigure } from './align-figures.js';
import type { Cause } from './align-decide.js';
import { holdsLostNumber, isValue, type Seen, type SeenRow, type SeenTable } from './align-grid.js';
import { judge } from './align-readings.js';
import type { ReportForm } from './form.js';
import { statisticsForms } from './forms.js';
import { indicatorOf, roleOfHead, type ColumnRole, type Indicator } from './statistics-labels.js';
import { isStatistics, isUnit, scanStatistics, type Entry, type StatisticsHeads, type StatisticsTable } from './statistics-scan.js';

/** What the annexed statistics forms of a document hold. */
export interface Statistics {
  /** `instance` tells one printed form from the next; below -1, so that it meets no table of the report itself. */
  readonly figures: readonly { readonly figure: FoundFigure; readonly instance: number; readonly form: ReportForm }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly used: ReadonlySet<Seen>;
  /** Cells that a diagnostic speaks of. */
  readonly told: ReadonlySet<Seen>;
  /** Labels of the rows by their values. */
  readonly labelOf: ReadonlyMap<Seen, readonly Seen[]>;
  /** The tables that list no indicators. */
  readonly others: readonly SeenTable[];
}

/** An indicator with its values by column of the form; undefined where nothing stands for the column. */
interface Settled {
  readonly entry: Entry;
  readonly indicator: Indicator;
  readonly cells: readonly (Seen | undefined)[];
  readonly codes: readonly Seen[];
  readonly cause: Cause | null;
}

/** Reads the statistics forms among a document's tables: rows by their labels, columns by their heads, the forms' sums as evidence. */
export function alignStatistics(tables: readonly SeenTable[]): Statistics {
  const figures: { figure: FoundFigure; instance: number; form: ReportForm }[] = [];
  const diagnostics: Diagnostic[] = [];
  const used = new Set<Seen>();
  const told = new Set<Seen>();
  const labelOf = new Map<Seen, readonly Seen[]>();
  const others: SeenTable[] = [];
  let run: SeenTable[] = [];
  let instance = -1;
  const flush = (): void => {
    for (const found of scanStatistics(run)) settle(found);
    run = [];
  };
  for (const table of gathered(tables, apart)) {
    // The groups of a form (三、依申请公开情况) may pass for headings of sections: a form goes on past them, not past another table.
    if (isStatistics(table, run.length > 0)) run.push(table);
    else {
      flush();
      others.push(table);
    }
  }
  flush();
  return { figures, diagnostics, used, told, labelOf, others };

  function settle(found: StatisticsTable): void {
    instance -= 1;
    for (const { label, region } of found.entries) region.forEach((cell) => labelOf.set(cell, label));
    const form = formOf(found.entries);
    if (form === null) return;
    const settled = settleEntries(found, form);
    for (const { entry, indicator, cells, codes, cause } of settled) {
      if (cause !== null) {
        diagnostics.push(rowDiagnosticAt(entry.label, [...entry.label, ...entry.region], cause));
        entry.region.forEach((cell) => told.add(cell));
      }
      codes.forEach((cell) => used.add(cell));
      if (cause === 'table-row-undecided') continue;
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        const figure = statisticsFigure(entry, cell, indicator, column, cause === null ? 'aligned' : 'repaired');
        if (figure !== null) figures.push({ figure, instance, form });
        used.add(cell);
      });
    }
  }
}

/** Little more than a heading may stand between a table of the report and an annexed form: a table that holds both is parted. */
function apart(table: SeenTable): SeenTable[] {
  const parts: { official: boolean | null; rows: SeenRow[] }[] = [{ official: null, rows: [] }];
  for (const row of table.rows) {
    const official = isOfficial(row);
    const last = parts[parts.length - 1]!;
    if (official !== null && last.official !== null && official !== last.official) parts.push({ official, rows: [row] });
    else {
      last.rows.push(row);
      last.official ??= official;
    }
  }
  return parts.length === 1 ? [table] : parts.map(({ rows }) => ({ ...table, rows }));
}

/** True for a row with words of the report's own tables, false for one with an indicator or the heads of indicators, null for all others. */
function isOfficial(row: SeenRow): boolean | null {
  for (const { state, text, hit } of row.cells) {
    if (state !== 'text') continue;
    if (hit?.how === 'exact' && !hit.meaning.furniture) return true;
    if (indicatorOf(text)?.how === 'exact' || roleOfHead(text, null) === 'name') return false;
  }
  return null;
}

/** The form that explains more of the labels than the others; where labels fit all, the one whose columns the heads name, else the one with a single column. */
function formOf(entries: readonly Entry[]): ReportForm | null {
  const score = (form: ReportForm): number => {
    const rows = entries.filter(({ hit }) => hit.indicators.some((indicator) => indicator.form === form)).length;
    const coded = entries.filter((entry) => codeOf(entry, form) !== null).length;
    const heads = entries[0]?.heads ?? null;
    const columns = form.tables[0]!.blocks[0]!.columns;
    const named = heads === null ? 0 : columns.filter(({ path }) => heads.columns.some(({ cell }) => cell.text.includes(path[0]!))).length;
    return 4 * rows + coded + named;
  };
  const ranked = statisticsForms.map((form) => ({ form, score: score(form), columns: form.tables[0]!.blocks[0]!.columns.length }));
  ranked.sort((a, b) => b.score - a.score || a.columns - b.columns);
  return ranked[0]?.form ?? null;
}

/** The cell that prints the row's number in the form (01, 10), when the first number behind the label is that number. */
function codeOf({ hit, region }: Entry, form: ReportForm): Seen | null {
  const code = hit.indicators.find((indicator) => indicator.form === form)?.row.code;
  const first = region.find(isValue);
  return code !== undefined && first?.value === String(Number(code)) ? first : null;
}

function settleEntries(found: StatisticsTable, form: ReportForm): Settled[] {
  const { entries, orphans } = found;
  const withNumbers = entries.filter(({ region }) => region.some(isValue));
  // One row may count as many as its own number says; a whole column of such rows is the column of numbers.
  const coded = withNumbers.filter((entry) => codeOf(entry, form) !== null).length > withNumbers.length / 2;
  const grows = withNumbers.every(({ region }) => {
    const values = region.filter(isValue).slice(coded ? 1 : 0);
    return values.length !== 2 || Number(values[0]!.value ?? 0) <= Number(values[1]!.value ?? 0);
  });
  const settled: Settled[] = [];
  entries.forEach((entry, at) => {
    const indicator = indicatorAt(entries, at, form);
    if (!entry.region.some(({ state }) => state !== 'blank') && (entry.stream || entry.region.length === 0)) return;
    const undecided = (of: Indicator): Settled => ({ entry, indicator: of, cells: [], codes: [], cause: 'table-row-undecided' });
    if (indicator === null) settled.push(undecided(entry.hit.indicators[0]!));
    else settled.push((orphans ? null : valuesOf(entry, indicator, coded, grows)) ?? undecided(indicator));
  });
  return withSums(settled, form);
}

/** Labels such as 被依法纠错数 stand under two parents: they are told apart only where the rows before them are the form's own, up to the parent. */
function indicatorAt(entries: readonly Entry[], at: number, form: ReportForm): Indicator | null {
  const own = entries[at]!.hit.indicators.filter((indicator) => indicator.form === form);
  if (own.length <= 1) return own[0] ?? null;
  const fitting = own.filter(({ block, row, parent }) => {
    for (let order = block.rows.indexOf(row) - 1, i = at - 1; order >= 0 && i >= 0; order -= 1, i -= 1) {
      const expected = entries[i]!.hit.indicators.find((indicator) => indicator.row === block.rows[order]);
      if (expected === undefined) return false;
      if (expected.own === parent) return true;
    }
    return false;
  });
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Gives an indicator's values to the form's columns: by the heads where the row has their width, else by count. */
function valuesOf(entry: Entry, indicator: Indicator, coded: boolean, grows: boolean): Settled | null {
  const { heads, region, row } = entry;
  const count = indicator.block.columns.length;
  const columnOf = (role: unknown): role is number => typeof role === 'number' && role < count;
  // 本年数 heads another column of another form.
  const roleOf = ({ role, cell }: StatisticsHeads['columns'][number]): ColumnRole | null => (typeof role === 'number' ? roleOfHead(cell.text, indicator.form) : role);
  const label: Cause | null = entry.joined || entry.parted ? 'table-row-cut' : entry.hit.how === 'near' ? 'table-label-unusual' : null;
  const code = coded ? codeOf(entry, indicator.form) : null;
  const values = region.filter((cell) => isValue(cell) && cell !== code);
  if (coded && code === null && values.length > 0) return null;
  const codes = code === null ? [] : [code];
  const place = (pairs: readonly (readonly [number, Seen | undefined])[], cause: Cause | null): Settled => {
    const cells: (Seen | undefined)[] = Array.from({ length: count });
    for (const [column, cell] of pairs) cells[column] = cell;
    return { entry, indicator, cells, codes, cause };
  };
  if (heads !== null && !heads.stream && !entry.stream && !entry.parted && heads.width === row.width) {
    const at = new Map(region.filter(({ covered }) => !covered).map((cell) => [cell.column, cell]));
    const named = heads.columns.flatMap((head) => (columnOf(roleOf(head)) ? [[roleOf(head) as number, at.get(head.cell.column)] as const] : []));
    const foreign = new Set(heads.columns.filter((head) => !columnOf(roleOf(head))).map(({ cell }) => cell.column));
    const strays = values.some((cell) => !foreign.has(cell.column) && !named.some(([, own]) => own === cell));
    // What was counted in a part of the year was counted in the year: an empty last column means that the value moved, unless the file drew the grid.
    const moved = count > 1 && row.grid !== 'drawn' && named.some(([column, cell]) => column < count - 1 && cell?.value != null) && named.every(([column, cell]) => column < count - 1 || cell?.state === 'blank');
    return strays || moved || named.some(([, cell]) => cell !== undefined && holdsLostNumber(cell)) ? null : place(named, label);
  }
  // A second unit or digits among words: two rows have run into one.
  if (region.some(({ state, text }) => state === 'text' && (isUnit(text) || /\d/.test(text)))) return null;
  const order = heads === null ? null : heads.columns.map(roleOf).filter((role) => role !== 'name' && role !== 'unit' && role !== 'code');
  if (order !== null && order.length > 0) return order.every((role) => columnOf(role) || role === 'ever') && order.length === values.length ? place(order.flatMap((role, i) => (columnOf(role) ? [[role, values[i]] as const] : [])), label) : null;
  if (values.length !== count) return null;
  // Without heads only the meaning of the columns speaks: what was counted this year is no less than in its last period.
  const pairs = values.map((cell, i) => [i, cell] as const);
  return count === 1 ? place(pairs, label) : grows && !entry.headed ? place(pairs, label ?? 'table-cells-shifted') : null;
}

/** A sum of the form that fails is told; what is printed stays. */
function withSums(settled: readonly Settled[], form: ReportForm): Settled[] {
  const cells = new Map<MetricId, Seen | undefined>();
  for (const { indicator, cells: own } of settled) indicator.row.metrics.forEach((metric, column) => cells.set(metric, own[column]));
  const broken = new Set<MetricId>();
  for (const { parts, equals } of form.identities) {
    const ids = [...parts, ...equals];
    if (!ids.every((id) => cells.get(id)?.value != null)) continue;
    const verdict = judge(
      ids.map((id) => cells.get(id)),
      [{ parts: parts.map((_, i) => i), equals: equals.map((_, i) => parts.length + i) }],
    );
    if (verdict === 'fails') ids.forEach((id) => broken.add(id));
  }
  return settled.map((one) => (one.cause === null && one.indicator.row.metrics.some((metric) => broken.has(metric)) ? { ...one, cause: 'table-does-not-add-up' } : one));
}

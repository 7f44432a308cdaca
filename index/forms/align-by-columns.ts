import type { FoundFigure } from '../document/figure.js';
import { gathered } from '../document/gathered.js';
import { officialFigure } from './align-figures.js';
import { isValue, type Seen, type SeenRow, type SeenTable } from './align-grid.js';
import type { Heads, Line } from './align-lines.js';
import type { Aligned } from './align-official.js';
import { identitiesOfRow, judge } from './align-readings.js';
import type { FormBlock, ReportForm } from './form.js';
import { tableForms } from './forms.js';
import type { RowPlace } from './label-index.js';

/** A table of requests that was printed column after column, read by the form's identities. */
export interface ReadByColumns {
  readonly figures: readonly FoundFigure[];
  /** The values that were read. */
  readonly used: readonly Seen[];
  readonly form: ReportForm;
  /** The lines that were tried row by row before and are no rows. */
  readonly lines: ReadonlySet<Line>;
  /** The first label, to place a diagnostic at. */
  readonly label: readonly Seen[];
}

/** Where nothing stands beside its label, no row of the grid is anything's own. */
const NO_ROW: SeenRow = { table: 0, row: 0, width: 1, cells: [], lone: true, grid: null, values: 0, texts: 0 };

/** A dump by columns leaves at most this many rows that seem to stand as they should. */
const MOST_ROWS_READ = 1;

/**
 * Raw text of a PDF prints all labels, then all values of the first column, then of the next (handbook 4.1, L11): nothing stands beside its
 * label. Such a table is believed only when it has exactly the form's number of values, each row's label, the heads of applicants in the form's
 * order with their values behind them, and when every identity of the form holds for the reading by columns.
 */
export function readByColumns(tables: readonly SeenTable[], aligned: readonly Aligned[]): ReadByColumns[] {
  const found: ReadByColumns[] = [];
  for (const group of bySection(tables)) {
    const rows = gathered(group, (table) => table.rows);
    const held = rows.reduce((sum, row) => sum + row.values, 0);
    const counted = tableForms.filter((form) => held === requestsOf(form).rows.length * requestsOf(form).columns.length);
    if (counted.length === 0) continue;
    const cells = gathered(rows, (row) => row.cells);
    const values = cells.filter(isValue);
    const indexes = new Set(group.map(({ table }) => table));
    const own = aligned.filter(({ line }) => indexes.has(line.source.table));
    const read = own.filter(({ decision }) => decision.trust !== 'read');
    if (read.length > MOST_ROWS_READ || read.some(({ line }) => line.official !== 'requests')) continue;
    for (const form of counted) {
      const figures = byForm(form, cells, values, group[0]!);
      if (figures === null) continue;
      found.push({ ...figures, form, lines: new Set(own.map(({ line }) => line)) });
      break;
    }
  }
  return found;
}

function bySection(tables: readonly SeenTable[]): SeenTable[][] {
  const groups = new Map<string, SeenTable[]>();
  for (const table of tables) {
    const key = table.path.join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [table]);
    else group.push(table);
  }
  return [...groups.values()];
}

function requestsOf(form: ReportForm): FormBlock {
  return form.tables.find(({ id }) => id === 'requests')!.blocks[0]!;
}

function byForm(form: ReportForm, cells: readonly Seen[], values: readonly Seen[], { path }: SeenTable): Pick<ReadByColumns, 'figures' | 'used' | 'label'> | null {
  const block = requestsOf(form);
  const width = block.columns.length;
  if (values.some(({ state, glued }) => state !== 'number' || glued)) return null;
  const heads = headsInOrder(cells, block);
  const labels = heads === null ? null : labelsOf(cells, block, form);
  if (heads === null || labels === null) return null;

  const metrics = block.rows.flatMap((row) => row.metrics);
  const reading = metrics.map((_, at) => values[(at % width) * block.rows.length + Math.floor(at / width)]);
  const identities = identitiesOfRow(form.identities, metrics);
  if (identities.length === 0 || judge(reading, identities) !== 'holds') return null;

  const figures = block.rows.flatMap((row, order) => {
    const place: RowPlace = { form, table: 'requests', block, row, order };
    const line = lineOf(place, labels[order]!, heads);
    return row.metrics.flatMap((_, column) => officialFigure(line, reading[order * width + column]!, { block, row, column }, 'repaired', path) ?? []);
  });
  return { figures, used: values, label: [labels[0]!] };
}

/** The heads of the columns, if they stand in the form's order: all before the values, or each before the values of its column. */
function headsInOrder(cells: readonly Seen[], block: FormBlock): Heads | null {
  const heads: Heads = { table: 0, width: block.columns.length, columns: [], groups: [], unknown: [], title: null, used: true };
  let values = 0;
  let next = 0;
  for (const cell of cells) {
    if (isValue(cell)) values += 1;
    const places = cell.hit?.how === 'exact' && cell.hit.ordinal === null ? cell.hit.meaning.columns.filter(({ table }) => table === 'requests') : [];
    if (places.length === 0) continue;
    if (places.every(({ column }) => column !== next) || (values !== 0 && values !== next * block.rows.length)) return null;
    heads.columns.push({ places, cell, row: NO_ROW });
    next += 1;
  }
  return next === block.columns.length ? heads : null;
}

/** The cell of each row's label in the form's order; null when one is missing. Labels of one name stand in the order of their rows. */
function labelsOf(cells: readonly Seen[], block: FormBlock, form: ReportForm): Seen[] | null {
  // 其他 and 总计 name columns too: there a number in front tells a row.
  const named = cells.filter(({ hit }) => hit?.how === 'exact' && (hit.ordinal !== null || hit.meaning.columns.length === 0));
  const taken = new Set<Seen>();
  const labels: Seen[] = [];
  for (const row of block.rows) {
    const cell = named.find((one) => !taken.has(one) && one.hit!.meaning.rows.some((place) => place.form === form && place.row === row));
    if (cell === undefined) return null;
    taken.add(cell);
    labels.push(cell);
  }
  return labels;
}

function lineOf(place: RowPlace, label: Seen, heads: Heads): Line {
  return { official: 'requests', places: [place], how: 'exact', label: [label], groups: [], region: [], heads, source: NO_ROW, stream: true, joined: true, cutValues: false, overflow: false, crowded: false, instance: -1 };
}

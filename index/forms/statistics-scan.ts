import { z } from 'zod';
import { loadData } from '../data.js';
import { isValue, type Seen, type SeenRow, type SeenTable } from './align-grid.js';
import { indicatorOf, roleOfHead, type ColumnRole, type IndicatorHit } from './statistics-labels.js';

const units = new Set(loadData('index/forms/cells.json', z.object({ units: z.array(z.string()) })).units);

/** True for a unit alone, as the forms print it in a column of its own. */
export function isUnit(text: string): boolean {
  return units.has(text);
}

/** The heads above a list of indicators. */
export interface StatisticsHeads {
  /** Grid width of the row they stand in. */
  readonly width: number;
  /** In printed order; null for a head that no statistics form knows. */
  readonly columns: readonly { readonly role: ColumnRole | null; readonly cell: Seen }[];
  /** True when each head stood on a line of its own, so that its grid column says nothing. */
  readonly stream: boolean;
}

/** One indicator as found: its label and what follows it up to the next label. */
export interface Entry {
  /** Headings it stands under, outermost first. */
  readonly path: readonly string[];
  readonly hit: IndicatorHit;
  label: readonly Seen[];
  /** Cells behind the label, the printed unit left out. */
  region: Seen[];
  unit: string | null;
  readonly row: SeenRow;
  readonly heads: StatisticsHeads | null;
  /** True when heads stood above it of which none is known that heads values: then no count of values says which they are. */
  readonly headed: boolean;
  /** True when label and values stand one cell a line. */
  readonly stream: boolean;
  /** True when the label was put together from two rows. */
  readonly joined: boolean;
  /** True when the values stand in another row than the label. */
  parted: boolean;
}

/** All indicators of one annexed form, in reading order. */
export interface StatisticsTable {
  readonly entries: readonly Entry[];
  /** True when values stood before any label: then nothing tells whether a value belongs to the label before or behind it. */
  readonly orphans: boolean;
}

/** Fewer different indicators make no statistics form; under its heads one is enough. */
const LEAST = 3;
/** Name, unit, number, and values for some periods. */
const MOST_HEADS = 12;
/** No label is cut into more pieces. */
const MOST_PIECES = 3;

/** True for a table that lists indicators of a statistics form. `more`: the table before it does. */
export function isStatistics(table: SeenTable, more: boolean): boolean {
  const met = new Set<string>();
  let named = false;
  let valued = false;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (cell.state !== 'text') continue;
      const hit = indicatorOf(cell.text);
      if (hit?.how === 'exact') met.add(hit.key);
      if (met.size >= LEAST) return true;
      if (cell.hit !== null) continue;
      const role = roleOfHead(cell.text, null);
      if (role === 'name') named = true;
      if (typeof role === 'number') valued = true;
    }
  }
  return met.size > 0 && (more || (named && valued));
}

/** Finds the indicators of consecutive tables. A label met again begins another form. */
export function scanStatistics(tables: readonly SeenTable[]): StatisticsTable[] {
  const found: StatisticsTable[] = [];
  let heads: StatisticsHeads | null = null;
  let headed = false;
  let open: Entry | null = null;
  let dangling: Seen[] = [];
  let astray: { cells: Seen[]; row: SeenRow } | null = null;
  /** A row whose label is known only together with the words below it. */
  let cut: { label: readonly Seen[]; region: Seen[]; row: SeenRow } | null = null;
  let met = new Set<string>();
  let path: readonly string[] = [];
  let current = { entries: [] as Entry[], orphans: false };

  for (const table of tables) {
    path = table.path;
    for (const row of table.rows) read(row);
  }
  if (current.entries.length > 0) found.push(current);
  return found;

  function read(row: SeenRow): void {
    if (readHeads(row)) return;
    let label: Seen[] = [];
    let hit: IndicatorHit | null = null;
    let region: Seen[] = [];
    let known = false;
    const unknown: Seen[] = [];
    if (completesCut(row)) return;
    cut = null;
    const finish = (): void => {
      if (hit !== null) add(hit, label, region, row, false);
    };
    for (const cell of row.cells) {
      const found = cell.state === 'text' ? indicatorOf(cell.text) : null;
      if (found !== null) {
        // A total in front of its part (申请总数 | 其中：当面申请数) is only the part's heading.
        if (hit !== null && region.some(isValue)) finish();
        hit = found;
        label = [cell];
        region = [];
        known = true;
      } else if (hit !== null || cell.state !== 'text' || units.has(cell.text)) region.push(cell);
      else unknown.push(cell);
    }
    if (known) {
      finish();
      return;
    }
    if (region.some((cell) => cell.state !== 'blank')) readRest(row, unknown, region);
    else readUnknown(row, unknown);
  }

  /** Values without a known label in their row: the rest of a cut label stands before them, or the label stands above. */
  function readRest(row: SeenRow, unknown: readonly Seen[], region: Seen[]): void {
    if (unknown.length === 1 && dangling.length > 0) {
      const hit = indicatorOf(textOf([...dangling, ...unknown]));
      if (hit !== null) {
        add(hit, [...dangling, ...unknown], region, row, true);
        return;
      }
    }
    // The second line of a note: 专项经费（不包 / 括用于…⇥12.
    const noted = unknown.length === 1 && open !== null && !open.region.some(isValue) && indicatorOf(textOf([...open.label, ...unknown]))?.key === open.hit.key;
    if (open !== null && (unknown.length === 0 || noted)) {
      open.label = [...open.label, ...unknown];
      const { unit, rest } = withoutUnit(region);
      open.unit ??= unit;
      open.region.push(...rest);
      if (noted || !(open.stream && row.lone)) open.parted = true;
      return;
    }
    open = null;
    if (unknown.length === 1) cut = { label: [...dangling, ...unknown], region, row };
    if (unknown.length === 0) {
      if (current.entries.length === 0 && dangling.length === 0 && region.some(isValue)) current.orphans = true;
      astray = { cells: region, row };
    } else {
      dangling = [];
      astray = null;
    }
  }

  /** Words that are no indicator: a group, a note, or a piece of a label. */
  function readUnknown(row: SeenRow, unknown: readonly Seen[]): void {
    open = null;
    if (unknown.length !== 1) {
      dangling = [];
      astray = null;
      return;
    }
    const pieces = [...dangling, unknown[0]!].slice(-MOST_PIECES);
    const hit = dangling.length > 0 ? indicatorOf(textOf(pieces)) : null;
    if (hit === null) {
      dangling = pieces;
      return;
    }
    add(hit, pieces, astray?.cells ?? [], astray?.row ?? row, true);
  }

  /** The end of a label that stands below its values; it may be the name of another indicator (…不满意的 | 行政申诉数). */
  function completesCut(row: SeenRow): boolean {
    const texts = row.cells.filter(({ state }) => state === 'text');
    if (cut === null || row.values > 0 || texts.length !== 1) return false;
    const hit = indicatorOf(textOf([...cut.label, ...texts]));
    if (hit === null || hit.how !== 'exact') return false;
    add(hit, [...cut.label, ...texts], cut.region, cut.row, true);
    cut = null;
    return true;
  }

  function add(hit: IndicatorHit, label: readonly Seen[], region: readonly Seen[], row: SeenRow, joined: boolean): void {
    if (hit.how === 'exact' && hit.indicators.every(({ parent }) => met.has(`${parent} ${hit.key}`))) {
      found.push(current);
      current = { entries: [], orphans: false };
      met = new Set();
    }
    // Of a label that stands under two parents, each printing takes one.
    const own = hit.indicators.find(({ parent }) => !met.has(`${parent} ${hit.key}`));
    if (own !== undefined) met.add(`${own.parent} ${hit.key}`);
    const { unit, rest } = withoutUnit(region);
    open = { path, hit, label, region: rest, unit, row, heads, headed, stream: row.lone, joined, parted: false };
    current.entries.push(open);
    dangling = [];
    astray = null;
  }

  /** A row of heads: 指标名称, 计量单位, 本年累计. In a stream they come one a line. */
  function readHeads(row: SeenRow): boolean {
    if (row.values > 0) return false;
    const columns = row.cells.filter(({ state }) => state === 'text').map((cell) => ({ role: roleOfHead(cell.text, null), cell }));
    const named = columns.filter(({ role }) => role !== null).length;
    if (row.lone) {
      const [only] = columns;
      if (only === undefined || only.role === null || indicatorOf(only.cell.text) !== null) return false;
      const goesOn: boolean = heads !== null && heads.stream && open === null;
      // More heads than any form has are a list of something else.
      heads = { width: 1, columns: goesOn && heads!.columns.length < MOST_HEADS ? [...heads!.columns, only] : [only], stream: true };
      open = null;
      return true;
    }
    if (named < 2) return false;
    headed = !columns.some(({ role }) => typeof role === 'number');
    if (headed) return false;
    heads = { width: row.width, columns, stream: false };
    open = null;
    dangling = [];
    return true;
  }
}

function withoutUnit(region: readonly Seen[]): { unit: string | null; rest: Seen[] } {
  const at = region.findIndex((cell) => cell.state === 'text' && units.has(cell.text));
  return at < 0 ? { unit: null, rest: [...region] } : { unit: region[at]!.text, rest: region.filter((_, i) => i !== at) };
}

function textOf(cells: readonly Seen[]): string {
  return cells.map(({ text }) => text).join('');
}

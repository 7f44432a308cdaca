import type { Columns } from './align-columns.js';
import { holdsLostNumber, isValue, type Seen } from './align-grid.js';
import { partDigits } from './align-glued.js';
import type { Line } from './align-lines.js';
import { addsUpAnywhere, consensus, judge, withGaps, withoutRepeats, type Reading, type RowIdentity } from './align-readings.js';

/** Why a row was not simply read off; the code of its diagnostic. */
export type Cause =
  | 'table-value-repeated'
  | 'table-cells-shifted'
  | 'table-row-cut'
  | 'table-label-unusual'
  | 'table-digits-glued'
  | 'table-row-collapsed'
  | 'table-does-not-add-up'
  | 'table-value-missing'
  | 'table-row-undecided'
  | 'table-by-columns'
  | 'table-cell-unread';

/** What became of a row. Column by column: the cell, null when nothing decides it, undefined when nothing stands for it. */
export interface Decision {
  readonly cells: readonly (Seen | null | undefined)[];
  readonly trust: 'aligned' | 'repaired' | 'read';
  readonly cause: Cause | null;
  /** Readings that identities which reach over rows may still choose from, or believe when it is the only one. */
  readonly rivals: readonly Reading[];
}

/** How many values a row may have too many, or too few, before nothing is believed. */
const SPARE = 2;

/** Gives a row's values to its columns: position first, then count, identities as tie-breaker. */
export function decide(line: Line, columns: Columns, identities: readonly RowIdentity[]): Decision {
  const count = columns.order.length;
  const region = line.region;
  const values = region.filter((cell) => cell.state !== 'blank');
  const undecided: Decision = { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] };
  const glued = values.length > 0 && values.every((cell) => cell.glued);
  if (!glued && (line.overflow || values.length > count + SPARE + columns.foreign.size)) return undecided;
  if (values.some(({ glued }) => glued) && values.length !== count) return fromGlued(line, columns, values, identities);

  const plain = !line.cutValues && !line.stream;
  const collapsed = collapsedRow(line, values, count, identities, columns);
  if (collapsed !== null) return collapsed;

  if (plain && columns.positions !== null) {
    const { positions } = columns;
    const placed = byPosition(region, positions);
    const strays = values.filter((cell) => !positions.includes(cell.column) && !columns.foreign.has(cell.column));
    if (placed.every((cell) => cell !== undefined) && strays.length === 0 && (line.source.grid === 'drawn' || placed.some((cell) => isValue(cell!)))) return inPlace(line, placed, identities);
    const first = placed[columns.order[0]!];
    const beforeFirst = strays.length === 1 && strays[0]!.column === positions[columns.order[0]!]! - 1 && strays[0]!.value !== null;
    if (beforeFirst && identities.length > 0 && placed.every((cell) => cell !== undefined) && judge(placed, identities) === 'holds') {
      const repeat = strays[0]!.value === first?.value;
      if (values.length === count + 1 && leavesLabelColumn(line)) return beforeOwnColumns(placed, values, identities);
      // With a gap further on, the first value may as well have its own column and the gap be none.
      if (repeat && values.length === count) return agreed([placed, values].filter((reading) => judge(reading, identities) === 'holds'), count, 'table-cells-shifted');
    }
  }
  // Columns in another order than the form's are believed only where the values stand right under them.
  if (line.official !== 'active' && columns.order.some((column, i) => column !== i)) return undecided;

  const give = (list: readonly (Seen | undefined)[]): Reading => {
    const reading: (Seen | undefined)[] = Array.from({ length: count });
    columns.order.forEach((column, i) => (reading[column] = list[i]));
    return reading;
  };
  if (values.length === count) return inOrder(line, columns, give(values), identities);
  if (values.length > count) {
    const pool = withoutRepeats(values, count, SPARE).map(give).filter((reading) => judge(reading, identities) === 'holds');
    if (pool.length > 0) return agreed(pool, count, 'table-value-repeated');
    const placed = plain && columns.positions !== null && values.length === count + 1 ? byPosition(region, columns.positions) : [];
    return doubted(placed);
  }
  if (identities.length === 0) return undecided;
  const pool = withGaps(values, count, SPARE).map(give).filter((reading) => judge(reading, identities) !== 'fails');
  return pool.length === 0 ? undecided : agreed(pool, count, 'table-value-missing');
}

/** Digits printed without a gap: read where the row's sums leave one way to part them; several are left to the sums over rows. */
function fromGlued(line: Line, columns: Columns, values: readonly Seen[], identities: readonly RowIdentity[]): Decision {
  const count = columns.order.length;
  const pool = line.official === 'disputes' || columns.order.some((column, i) => column !== i) || columns.foreign.size > 0 ? [] : partDigits(values, count, identities);
  return pool.length === 0 ? { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] } : agreed(pool, count, 'table-digits-glued');
}

/**
 * A value in the merged column of sub-labels that is none of the row's own, all of which stand in their columns. To leave out one of two equal
 * neighbours instead may add up as well: then the sums over rows have to tell.
 */
function beforeOwnColumns(placed: readonly (Seen | undefined)[], values: readonly Seen[], identities: readonly RowIdentity[]): Decision {
  const others = withoutRepeats(values, placed.length, SPARE).filter((reading) => judge(reading, identities) === 'holds');
  return agreed([placed, ...others], placed.length, 'table-value-repeated');
}

/** True for rows without a sub-label: the column of sub-labels is merged with their first value or label. */
function leavesLabelColumn(line: Line): boolean {
  return line.places.every(({ row }) => row.path.length < 3);
}

function byPosition(region: readonly Seen[], positions: readonly number[]): (Seen | undefined)[] {
  const at = new Map(region.filter(({ covered }) => !covered).map((cell) => [cell.column, cell]));
  return positions.map((column) => at.get(column));
}

/**
 * Every printed value stands where heads or neighbours say. Where the grid can be believed, a blank is the cell that the office left empty; where
 * cells may have moved, it may hide a shift. A drawn grid is believed also where the row does not add up, a printed one then is not.
 */
function inPlace(line: Line, placed: readonly (Seen | undefined)[], identities: readonly RowIdentity[]): Decision {
  const undecided: Decision = { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: [] };
  if (placed.some((cell) => cell !== undefined && holdsLostNumber(cell))) return undecided;
  const { grid } = line.source;
  const verdict = judge(placed, identities);
  const gap = placed.some((cell) => cell?.state !== 'number');
  if (verdict === 'holds') return labelled(line, placed);
  if (grid === 'drawn') return verdict === 'open' ? labelled(line, placed) : repaired(placed, 'table-does-not-add-up');
  if (verdict === 'open') {
    const totalBlank = identities.some(({ equals }) => equals.every((column) => placed[column]?.value == null));
    return (totalBlank || grid === 'even') && !addsUpMoved(placed, identities) ? labelled(line, placed) : undecided;
  }
  // The report itself may not add up; but two equal neighbours may be one value printed twice.
  const twice = placed.some((cell, i) => i > 0 && cell?.value != null && cell.value !== '0' && cell.value === placed[i - 1]?.value);
  if (gap) return undecided;
  // The one row of disputes has no sums over rows, but fifteen values in fifteen columns.
  if (line.crowded || line.how !== 'exact' || (twice && line.official !== 'disputes')) return doubted(placed);
  return repaired(placed, 'table-does-not-add-up');
}

/** True when the same values add up with the blanks elsewhere among them: then the blanks may stand there because the values moved. */
function addsUpMoved(placed: readonly (Seen | undefined)[], identities: readonly RowIdentity[]): boolean {
  const values = placed.filter((cell) => cell?.value != null) as Seen[];
  // A stroke is printed: it stands where it stands.
  if (placed.every((cell) => cell !== undefined && cell.state !== 'blank')) return false;
  return values.some(({ value }) => value !== '0') && addsUpAnywhere(values, identities.map(({ parts }) => parts.length + 1));
}

/** A row that does not add up as it stands: given no meaning, unless the sums over rows believe the reading all the same. */
function doubted(reading: Reading): Decision {
  const whole = reading.length > 0 && reading.every((cell) => cell?.state === 'number' && !cell.glued);
  return { cells: [], trust: 'read', cause: 'table-row-undecided', rivals: whole ? [reading] : [] };
}

function failing(reading: Reading, identities: readonly RowIdentity[]): number {
  return identities.filter((identity) => judge(reading, [identity]) !== 'holds').length;
}

/** As many values as columns, but not where they should stand, or nothing tells where. */
function inOrder(line: Line, columns: Columns, reading: Reading, identities: readonly RowIdentity[]): Decision {
  if (judge(reading, identities) !== 'holds') return line.official === 'disputes' && failing(reading, identities) === 1 ? repaired(reading, 'table-does-not-add-up') : doubted(reading);
  if (line.cutValues) return repaired(reading, 'table-row-cut');
  if (reading.some((cell) => cell?.glued)) return repaired(reading, 'table-digits-glued');
  if (line.stream) return columns.named || identities.length > 0 ? labelled(line, reading) : repaired(reading, 'table-cells-shifted');
  const first = line.region.findIndex((cell) => cell.state !== 'blank');
  const tight = line.region.slice(first, first + reading.length).every((cell) => cell.state !== 'blank');
  if (columns.positions === null && !columns.contested && tight && identities.length > 0) return labelled(line, reading);
  return repaired(reading, 'table-cells-shifted');
}

/** One value over seven merged cells stands for the total; the others are not reported. */
function collapsedRow(line: Line, values: readonly Seen[], count: number, identities: readonly RowIdentity[], columns: Columns): Decision | null {
  if (line.official !== 'requests' || values.length !== 1 || count < 3 || line.cutValues || line.stream) return null;
  const [value] = values;
  const total = identities[0]?.equals[0];
  if (total === undefined || value!.state !== 'number' || line.region.length < count) return null;
  // A drawn grid says whether the value's cell goes over its neighbours or these are empty.
  if (line.source.grid === 'drawn' && line.region.filter(({ covered }) => covered).length < count - 1) return null;
  const inTotal = columns.positions !== null && columns.positions[total] === value!.column;
  if (inTotal || (columns.positions !== null && columns.positions[columns.order[0]!] !== value!.column)) return null;
  const cells: (Seen | undefined)[] = Array.from({ length: count });
  cells[total] = value;
  return repaired(cells, 'table-row-collapsed');
}

function agreed(pool: readonly Reading[], count: number, cause: Cause): Decision {
  const cells = consensus(pool, count);
  const open = cells.some((cell) => cell === null);
  return { cells, trust: 'repaired', cause: open && !cells.some((cell) => cell != null) ? 'table-row-undecided' : cause, rivals: open ? pool : [] };
}

function labelled(line: Line, cells: readonly (Seen | undefined)[]): Decision {
  if (line.joined) return repaired(cells, 'table-row-cut');
  if (cells.some((cell) => cell?.glued)) return repaired(cells, 'table-digits-glued');
  return line.how === 'exact' ? { cells, trust: 'aligned', cause: null, rivals: [] } : repaired(cells, 'table-label-unusual');
}

function repaired(cells: readonly (Seen | undefined)[], cause: Cause): Decision {
  return { cells, trust: 'repaired', cause, rivals: [] };
}

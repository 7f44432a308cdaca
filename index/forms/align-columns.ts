import { isValue } from './align-grid.js';
import type { Heads, Line } from './align-lines.js';

/** What is known of a line's columns before its values are looked at. */
export interface Columns {
  /** Printed order: the form column (0-based) of the first, second … value. */
  readonly order: readonly number[];
  /** Grid column of each form column, learned from heads or neighbouring rows of the same fragment; null when nothing tells. */
  readonly positions: readonly number[] | null;
  /** Grid columns under heads that no form knows: what stands there is not a value of the form. */
  readonly foreign: ReadonlySet<number>;
  /** False when heads are missing or unclear, so that only the count speaks. */
  readonly named: boolean;
  /** True when heads and neighbouring rows disagree about the positions. */
  readonly contested: boolean;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Columns of a line by the heads above it. `roleOf` gives the form column of the k-th head, or null when it has none.
 * `oneRow` says whether the form prints these heads in one row. Null when the heads contradict the form.
 */
export function columnsByHeads(line: Line, count: number, oneRow: boolean, roleOf: (head: Heads['columns'][number], k: number) => number | null): Columns | null {
  const plain = Array.from({ length: count }, (_, i) => i);
  const { heads } = line;
  if (heads === null) return { order: plain, positions: null, foreign: NONE, named: false, contested: false };
  const at = new Map<number, number>();
  const rows = new Set<Heads['columns'][number]['row']>();
  const read: number[] = [];
  let unclear = false;
  let k = 0;
  for (const head of heads.columns) {
    const role = roleOf(head, k);
    if (role === null) continue;
    k += 1;
    rows.add(head.row);
    const before = at.get(role);
    if (before !== undefined && before !== head.cell.column) unclear = true;
    if (before !== undefined) continue;
    at.set(role, head.cell.column);
    read.push(role);
  }
  if (at.size === count) {
    const { source } = line;
    const places = [...at.values()].sort((a, b) => a - b);
    // A blank line may have cut the grid behind its heads; a cut head row no longer tells where its columns are.
    const here = !line.stream && !unclear && new Set(places).size === count && [...rows].every((row) => source.table - row.table <= 1 && row.width === source.width);
    const trusted = here && (rows.size === 1 || (!oneRow && count - 1 === places[count - 1]! - places[0]!));
    // Heads over several rows are read row by row, so only their grid columns can tell another order than the form's.
    const inReadingOrder = oneRow && (rows.size === 1 || (line.stream && [...rows].every(({ lone }) => lone)));
    const order = inReadingOrder ? read : trusted ? [...plain].sort((a, b) => at.get(a)! - at.get(b)!) : plain;
    const foreign = trusted ? new Set(heads.unknown.map((cell) => cell.column)) : NONE;
    return { order, positions: trusted ? plain.map((role) => at.get(role)!) : null, foreign, named: true, contested: false };
  }
  return heads.unknown.length > 0 && at.size < count ? null : { order: plain, positions: null, foreign: NONE, named: false, contested: false };
}

/** First grid column of the seven values in each run of neighbouring rows of one width, where the clean rows of the run agree; by line. */
export function learnRuns(lines: readonly Line[], count: number): ReadonlyMap<Line, number> {
  const learned = new Map<Line, number>();
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    const first = lines[i]!;
    while (end < lines.length && lines[end]!.source.table === first.source.table && lines[end]!.source.width === first.source.width) end += 1;
    const run = lines.slice(i, end);
    const votes = new Map<number, number>();
    for (const line of run) {
      const start = cleanStart(line, count);
      if (start !== null) votes.set(start, (votes.get(start) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1]);
    const [winner, second] = best;
    if (winner !== undefined && (second === undefined || winner[1] > second[1])) {
      // A row is no witness for itself.
      for (const line of run) if (winner[1] > (cleanStart(line, count) === winner[0] ? 1 : 0)) learned.set(line, winner[0]);
    }
    i = end;
  }
  return learned;
}

/** Where the values of a row start that holds exactly as many as the form has columns, side by side; else null. */
function cleanStart(line: Line, count: number): number | null {
  if (line.cutValues || line.stream || line.overflow) return null;
  const values = line.region.filter((cell) => cell.state !== 'blank');
  if (values.length !== count || !values.every(isValue)) return null;
  const start = values[0]!.column;
  return values[count - 1]!.column - start === count - 1 ? start : null;
}

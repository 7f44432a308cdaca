import { isValue } from './align-grid.js';
import type { Line } from './align-lines.js';
import { addsUpAnywhere } from './align-readings.js';

/** Groups of columns with a total in the last of each. */
const GROUPS: Readonly<Record<Line['official'], readonly number[]>> = { requests: [7], disputes: [5, 5, 5], active: [], statistics: [] };

/**
 * True when the pages that were copied dropped empty cells and put them behind the others (7 | 1 | 8 | | | |): the values of a row add up one
 * behind another, and no row has an empty cell between its values. Then no value of a row with an empty cell stands in its column.
 */
export function blanksMoved(lines: readonly Line[]): boolean {
  let evidence = false;
  for (const { official, region, source } of lines) {
    if (source.grid === 'drawn') continue;
    const first = region.findIndex(isValue);
    const last = region.findLastIndex(isValue);
    const values = region.slice(Math.max(first, 0), last + 1).filter((cell) => cell.state !== 'blank');
    if (values.length < last + 1 - first) return false;
    if (region[last + 1]?.state !== 'blank') continue;
    const groups = GROUPS[official];
    const width = groups.reduce((total, size) => total + size, 0);
    if (values.length > 1 && values.length < width && values.some(({ value }) => value !== null && value !== '0') && addsUpAnywhere(values, groups)) evidence = true;
  }
  return evidence;
}

import { asSpans } from '../document/span.js';
import type { Seen } from './align-grid.js';
import { judge, type Reading, type RowIdentity } from './align-readings.js';

/** No row has more digits; keeps the search small. */
const MOST_DIGITS = 24;
/** More readings than these decide nothing. */
const MOST_READINGS = 8;

/**
 * The ways to part digits that were printed without a gap into `count` numbers: none begins with a 0 that is not all of it, and the sums of the
 * row hold. A single column takes them all. Empty where a row of several columns has no sum, or where not all cells are digits of one run.
 */
export function partDigits(cells: readonly Seen[], count: number, identities: readonly RowIdentity[]): Reading[] {
  if (cells.length < count || cells.length > MOST_DIGITS || !isOneRun(cells)) return [];
  if (count === 1) return cells[0]!.value === '0' && cells.length > 1 ? [] : [[whole(cells)]];
  if (identities.length === 0) return [];
  const found: Reading[] = [];
  const part = (taken: readonly Seen[], at: number): void => {
    const left = count - taken.length;
    if (found.length > MOST_READINGS) return;
    if (left === 0) {
      if (judge(taken, identities) === 'holds') found.push(taken);
      return;
    }
    const longest = cells[at]!.value === '0' ? 1 : cells.length - at - (left - 1);
    for (let length = left === 1 ? cells.length - at : 1; length <= longest; length += 1) part([...taken, whole(cells.slice(at, at + length))], at + length);
  };
  part([], 0);
  return found.length > MOST_READINGS ? [] : found;
}

function isOneRun(cells: readonly Seen[]): boolean {
  return cells.every((cell, i) => cell.glued && cell.value !== null && cell.place !== null && (i === 0 || cells[i - 1]!.place!.at(-1)!.end === cell.place[0].start));
}

/** Digits as one cell. */
function whole(digits: readonly Seen[]): Seen {
  const [first] = digits as [Seen];
  const text = digits.map(({ asWritten }) => asWritten).join('');
  const place = asSpans([{ start: first.place![0].start, end: digits[digits.length - 1]!.place!.at(-1)!.end }]);
  return { ...first, text, asWritten: text, value: text, place, spans: place };
}

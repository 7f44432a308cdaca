import { compare, sum, type Decimal } from '../document/decimal.js';
import type { MetricId } from '../document/figure.js';
import type { Seen } from './align-grid.js';
import type { Identity } from './form.js';

/** One way to give a row's cells to the form's columns; undefined where nothing in the grid stands for the column. */
export type Reading = readonly (Seen | undefined)[];

/** `holds`: all identities of the row · `open`: a blank leaves one undecided · `fails`: one is broken. */
export type Verdict = 'holds' | 'open' | 'fails';

/** Identities whose every term stands in one row, as column numbers. */
export interface RowIdentity {
  readonly parts: readonly number[];
  readonly equals: readonly number[];
}

/** The identities that can be tested inside a row with these metrics. */
export function identitiesOfRow(identities: readonly Identity[], metrics: readonly MetricId[]): RowIdentity[] {
  const at = new Map(metrics.map((metric, i) => [metric, i]));
  const within = (ids: readonly MetricId[]): boolean => ids.every((id) => at.has(id));
  return identities.filter(({ parts, equals }) => within(parts) && within(equals)).map(({ parts, equals }) => ({ parts: parts.map((id) => at.get(id)!), equals: equals.map((id) => at.get(id)!) }));
}

/** Tests a reading. A blank or / counts as 0 where that makes the identity hold, else it leaves it open. */
export function judge(reading: Reading, identities: readonly RowIdentity[]): Verdict {
  let verdict: Verdict = 'holds';
  for (const { parts, equals } of identities) {
    const left = total(reading, parts);
    const right = total(reading, equals);
    const difference = typeof left.sum === 'number' && typeof right.sum === 'number' ? left.sum - right.sum : compare(String(left.sum), String(right.sum));
    if (right.known === 0) {
      verdict = 'open';
      continue;
    }
    if (difference === 0) continue;
    const room = difference < 0 && left.known < parts.length;
    if (!room) return 'fails';
    verdict = 'open';
  }
  return verdict;
}

function total(reading: Reading, columns: readonly number[]): { sum: number | Decimal; known: number } {
  let known = 0;
  let exact = 0;
  let values: Decimal[] | null = null;
  for (const column of columns) {
    const value = reading[column]?.value;
    if (value === null || value === undefined) continue;
    known += 1;
    const number = Number(value);
    if (values === null && Number.isSafeInteger(number) && Number.isSafeInteger(exact + number)) {
      exact += number;
      continue;
    }
    values ??= [String(exact)];
    values.push(value);
  }
  return { sum: values === null ? exact : sum(values), known };
}

/** Readings of more values than columns: values that repeat their neighbour are left out, as a merged cell repeats what it holds. At most `spare` may go. */
export function withoutRepeats(values: readonly Seen[], count: number, spare: number): Seen[][] {
  const extra = values.length - count;
  if (extra < 1 || extra > spare) return [];
  let lists: (readonly Seen[])[] = [values];
  for (let round = 0; round < extra; round += 1) {
    lists = lists.flatMap((list) => list.flatMap((cell, i) => (i + 1 < list.length && cell.value !== null && cell.value === list[i + 1]!.value ? [[...list.slice(0, i), ...list.slice(i + 1)]] : [])));
  }
  return lists.map((list) => [...list]);
}

/** Readings of fewer values than columns: every way to leave up to `spare` columns out, order kept. */
export function withGaps(values: readonly Seen[], count: number, spare: number): (Seen | undefined)[][] {
  const missing = count - values.length;
  if (missing < 1 || missing > spare || values.length === 0) return [];
  const found: (Seen | undefined)[][] = [];
  const grow = (taken: (Seen | undefined)[], next: number, gaps: number): void => {
    if (taken.length === count) {
      found.push(taken);
      return;
    }
    if (next < values.length) grow([...taken, values[next]], next + 1, gaps);
    if (gaps > 0) grow([...taken, undefined], next, gaps - 1);
  };
  grow([], 0, missing);
  return found;
}

/** Where all readings agree on what a column holds; null where they don't. A blank and a 0 are not the same. */
export function consensus(readings: readonly Reading[], count: number): (Seen | null | undefined)[] {
  return Array.from({ length: count }, (_, column) => {
    const [first, ...others] = readings.map((reading) => reading[column]);
    return others.every((cell) => cell?.state === first?.state && cell?.value === first?.value) ? first : null;
  });
}

/**
 * True when these values, blanks anywhere between them, fill groups of columns so that the last of each group is the sum of the others:
 * `sizes` are the groups' numbers of columns in the order of the row. A group may stay empty or hold a lone 0.
 */
export function addsUpAnywhere(values: readonly Seen[], sizes: readonly number[]): boolean {
  const [size, ...others] = sizes;
  if (size === undefined) return values.length === 0;
  for (let taken = 0; taken <= Math.min(size, values.length); taken += 1) {
    const group = values.slice(0, taken).map(({ value }) => value ?? '0');
    const total = group.pop() ?? '0';
    if (compare(sum(group), total) === 0 && addsUpAnywhere(values.slice(taken), others)) return true;
  }
  return false;
}

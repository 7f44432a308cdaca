import type { Decimal } from './document/decimal.js';
import type { FoundFigure, MetricId, QuantityState } from './document/figure.js';
import { fold } from './document/folded.js';

/** A figure as it stands in one of two versions; `n` is its number there. */
export interface VersionedValue {
  readonly n: number;
  readonly value: Decimal | null;
  readonly state: QuantityState;
  readonly unit: string | null;
}

/** What became of one figure from one version to the next. */
export interface FigureChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The cell's or the sentence's metric; null when it has none. */
  readonly metric: MetricId | null;
  /** Its own words, outermost first, as the newer version that has it prints them. */
  readonly label: string;
  readonly before: VersionedValue | null;
  readonly after: VersionedValue | null;
}

interface Numbered {
  readonly figure: FoundFigure;
  readonly n: number;
}

/**
 * Compares two versions figure by figure: cells by metric, sentences by their words. Where a sentence was rewritten around a number,
 * its own words or its metric alone may still pair it. A value that stands in both is no change, wherever it stands. In reading order of the newer version; what was removed comes last.
 */
export function changesBetween(before: readonly FoundFigure[], after: readonly FoundFigure[]): FigureChange[] {
  const changes: FigureChange[] = [];
  let old = before.map((figure, n): Numbered => ({ figure, n }));
  let fresh = after.map((figure, n): Numbered => ({ figure, n }));
  for (const keyOf of KEYS) {
    const rest = paired(old, fresh, keyOf, changes);
    [old, fresh] = [rest.old, rest.fresh];
  }
  for (const one of fresh) changes.push(change(null, one));
  changes.sort((a, b) => a.after!.n - b.after!.n);
  for (const one of old) changes.push(change(one, null));
  return changes;
}

/** Pairs figures of equal key: equal values first, then in reading order. Returns what found no partner. Linear in the figures, however many share a key. */
function paired(old: readonly Numbered[], fresh: readonly Numbered[], keyOf: (figure: FoundFigure) => string, changes: FigureChange[]): { old: Numbered[]; fresh: Numbered[] } {
  const same = matched(old, fresh, (figure) => JSON.stringify([keyOf(figure), figure.quantity.value, figure.quantity.state, figure.quantity.unit]));
  const differing = matched(same.old, same.fresh, keyOf);
  for (const [before, after] of differing.pairs) changes.push(change(before, after));
  return differing;
}

/** First with first, second with second, among those of equal key. */
function matched(old: readonly Numbered[], fresh: readonly Numbered[], keyOf: (figure: FoundFigure) => string): { pairs: [Numbered, Numbered][]; old: Numbered[]; fresh: Numbered[] } {
  const waiting = new Map<string, { readonly list: Numbered[]; next: number }>();
  for (const one of old) {
    const key = keyOf(one.figure);
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, { list: [one], next: 0 });
    else queue.list.push(one);
  }
  const pairs: [Numbered, Numbered][] = [];
  const alone: Numbered[] = [];
  for (const one of fresh) {
    const queue = waiting.get(keyOf(one.figure));
    const partner = queue?.list[queue.next];
    if (queue === undefined || partner === undefined) {
      alone.push(one);
      continue;
    }
    queue.next += 1;
    pairs.push([partner, one]);
  }
  const left = [...waiting.values()].flatMap(({ list, next }) => list.slice(next));
  return { pairs, old: left.sort((a, b) => a.n - b.n), fresh: alone };
}

const words = (pieces: readonly string[]): string => pieces.map((piece) => fold(piece).text).join(' ');

/** A cell is known by its metric. A sentence is known by its words first: which metric fits them may hang on a sum that one changed number breaks. */
const KEYS: readonly ((figure: FoundFigure) => string)[] = [
  (figure) => (isCell(figure) ? cellKey(figure) : JSON.stringify([figure.stat, figure.year, figure.period, figure.scope, words(figure.inherited), words(figure.labels)])),
  (figure) => (isCell(figure) ? cellKey(figure) : JSON.stringify([figure.stat, figure.year, words(figure.labels)])),
  (figure) => (isCell(figure) || figure.metric === null ? JSON.stringify([figure.unit, figure.metric, words(figure.path), words(figure.labels)]) : JSON.stringify([figure.metric, figure.year, figure.scope])),
];

const isCell = ({ unit }: FoundFigure): boolean => unit === 'cell';

function cellKey({ metric, labels }: FoundFigure): string {
  return JSON.stringify(['cell', metric ?? words(labels)]);
}

function change(before: Numbered | null, after: Numbered | null): FigureChange {
  const { figure } = (after ?? before)!;
  return {
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    metric: figure.metric,
    label: words(figure.labels.length > 0 ? figure.labels : figure.inherited),
    before: before === null ? null : valueOf(before),
    after: after === null ? null : valueOf(after),
  };
}

function valueOf({ figure: { quantity }, n }: Numbered): VersionedValue {
  return { n, value: quantity.value, state: quantity.state, unit: quantity.unit };
}

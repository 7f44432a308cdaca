import { z } from 'zod';
import { loadData } from '../data.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure, MetricId, Stat } from '../document/figure.js';
import { bothLanguages, filledBoth } from '../document/frame.js';
import { gathered } from '../document/gathered.js';
import { asSpans, hull, type Span, type Spans } from '../document/span.js';
import type { Cause } from './align-decide.js';
import type { Seen } from './align-grid.js';
import type { Heads, Line } from './align-lines.js';
import type { FormBlock, FormRow } from './form.js';
import { metricById } from './metrics.js';
import type { Indicator } from './statistics-labels.js';
import type { Entry } from './statistics-scan.js';

const messages = loadData('index/forms/align-messages.json', z.record(z.string(), bothLanguages));
const { units } = loadData('index/forms/cells.json', z.object({ units: z.array(z.string()) }));
const ownUnits: ReadonlySet<string> = new Set(units);
const HEAD_UNIT = new RegExp(`[(（](?:单位[:：]?)?(${[...units].sort((a, b) => b.length - a.length).join('|')})[)）]`);

/** Of all cells the same list, so that it is written out once. */
const NO_WORDS: readonly string[] = [];

/** The official meaning of a cell. */
export interface Official {
  readonly block: FormBlock;
  readonly row: FormRow;
  /** 0-based in `block.columns`. */
  readonly column: number;
}

/** The figure of an official cell. Null when neither the cell nor its label has a place (nothing to quote). */
export function officialFigure(line: Line, cell: Seen, official: Official, trust: 'aligned' | 'repaired', path: readonly string[]): FoundFigure | null {
  const { block, row, column } = official;
  const metric = row.metrics[column]!;
  const { labels, heads, unit } = columnHeads(line, official);
  const ofRow = rowWords(line);
  const spans = [...(line.label.length > 0 ? ofRow.spans : gathered(heads, ({ spans }) => spans)), ...(cell.place ?? [])];
  const fallback = line.heads?.title?.spans;
  const quote = inOrder(spans.length > 0 ? spans : [...(fallback ?? [])]);
  if (quote === null) return null;
  return {
    quantity: { value: cell.value, state: cell.state, unit: cell.unit ?? unit ?? metricById(metric)?.unit ?? null, approx: null, asWritten: cell.asWritten },
    place: cell.place,
    labels: [...ofRow.labels, ...labels],
    inherited: NO_WORDS,
    metric,
    scope: null,
    partOf: null,
    stat: statOf(metric),
    trust,
    year: null,
    period: null,
    quote,
    unit: 'cell',
    path: [...path, ...(block.title === null ? [] : [block.title]), ...row.path, ...block.columns[column]!.path],
  };
}

/** What all cells of a row share: its groups and its label in words, and where the label stands. */
interface RowWords {
  readonly labels: readonly string[];
  readonly spans: readonly Span[];
}

const wordsOf = new WeakMap<Line, RowWords>();

function rowWords(line: Line): RowWords {
  let known = wordsOf.get(line);
  if (known === undefined) {
    known = { labels: [...line.groups.map(({ cells }) => join(cells)), ...(line.label.length > 0 ? [join(line.label)] : [])], spans: gathered(line.label, ({ spans }) => spans) };
    wordsOf.set(line, known);
  }
  return known;
}

/** A number whose meaning nothing decides: kept with the words around it. Null for a cell without a place. */
export function readFigure(cell: Seen, around: readonly Seen[], path: readonly string[]): FoundFigure | null {
  if (cell.place === null) return null;
  // A cell between label and number that holds a unit and nothing else is the number's unit (机构总数 | 个 | 10), not what it counts.
  const own = cell.unit === null ? around.findLast(({ text }) => ownUnits.has(text)) : undefined;
  const labels = around.filter((label) => label !== own).map(({ text }) => text);
  const quote = inOrder([...gathered(around, ({ spans }) => spans), ...cell.place])!;
  return {
    quantity: { value: cell.value, state: cell.state, unit: cell.unit ?? own?.text ?? headUnit(around), approx: null, asWritten: cell.asWritten },
    place: cell.place,
    labels,
    inherited: NO_WORDS,
    metric: null,
    scope: null,
    partOf: null,
    stat: 'other',
    trust: 'read',
    year: null,
    period: null,
    quote,
    unit: 'cell',
    path: [...path, ...labels],
  };
}

/** The figure of an indicator of a statistics form. Null when nothing has a place. The unit is the cell's, else the unit column's, else the form's. */
export function statisticsFigure(entry: Entry, cell: Seen, indicator: Indicator, column: number, trust: 'aligned' | 'repaired'): FoundFigure | null {
  const { row } = indicator;
  const quote = inOrder([...gathered(entry.label, ({ spans }) => spans), ...(cell.place ?? [])]);
  if (quote === null) return null;
  const head = entry.heads?.columns.find(({ role }) => role === column)?.cell;
  // Several parents share a label; then the parent must be said.
  const above = entry.hit.indicators.filter(({ form }) => form === indicator.form).length > 1 ? row.path.slice(-2, -1) : [];
  return {
    quantity: { value: cell.value, state: cell.state, unit: cell.unit ?? entry.unit ?? row.unit ?? null, approx: null, asWritten: cell.asWritten },
    place: cell.place,
    labels: [...above, join(entry.label), ...(head === undefined ? [] : [head.text])],
    inherited: NO_WORDS,
    metric: row.metrics[column]!,
    scope: null,
    partOf: null,
    stat: 'count',
    trust,
    year: null,
    period: null,
    quote,
    unit: 'cell',
    path: [...entry.path, ...row.path, ...(head === undefined ? [] : [head.text])],
  };
}

/** What was done to a row and where. */
export function rowDiagnostic(line: Line, cause: Cause): Diagnostic {
  return rowDiagnosticAt(line.label.length > 0 ? line.label : (line.heads?.groups[0]?.cells.slice(0, 1) ?? []), [...line.label, ...line.region], cause);
}

/** The same for the row with these label cells; `cells` are where it stands. */
export function rowDiagnosticAt(label: readonly Seen[], cells: readonly Seen[], cause: Cause): Diagnostic {
  const row = join(label);
  const places = gathered(cells, ({ spans }) => spans);
  const quote = inOrder(places);
  const severity = cause === 'table-row-undecided' || cause === 'table-does-not-add-up' || cause === 'table-value-missing' ? 'warning' : 'info';
  return { code: cause, severity, message: filledBoth(messages[cause]!, { row }), span: quote === null ? null : hull(quote) };
}

/** The head cells of one column: verbatim labels, cells, the unit they print. */
interface ColumnHeads {
  readonly labels: readonly string[];
  readonly heads: readonly Seen[];
  readonly unit: string | null;
}

const NO_HEADS: ColumnHeads = { labels: [], heads: [], unit: null };
/** All rows under the same heads ask for the same cells. */
const remembered = new WeakMap<Heads, Map<FormBlock, ColumnHeads[]>>();

function columnHeads(line: Line, { block, column }: Official): ColumnHeads {
  const { heads } = line;
  if (heads === null) return NO_HEADS;
  let blocks = remembered.get(heads);
  if (blocks === undefined) remembered.set(heads, (blocks = new Map()));
  let columns = blocks.get(block);
  if (columns === undefined) {
    columns = block.columns.map((_, at) => {
      const cells = headCells(heads, line.official, block, at);
      return { labels: cells.map(({ text }) => text), heads: cells, unit: headUnit(cells) };
    });
    blocks.set(block, columns);
  }
  return columns[column]!;
}

function headCells(heads: Heads, official: Line['official'], block: FormBlock, column: number): Seen[] {
  const head = headOf(heads, block, column);
  if (official !== 'disputes') return head === undefined ? [] : [head];
  const names = new Set(block.columns[column]!.path.slice(0, -1));
  const groups = heads.groups.filter(({ meaning }) => meaning.group !== null && names.has(meaning.group)).map(({ cells }) => cells[0]!);
  const unique = groups.filter((cell, i) => groups.findIndex(({ text }) => text === cell.text) === i);
  return head === undefined ? unique : [...unique, head];
}

function headOf(heads: Heads, block: FormBlock, column: number): Seen | undefined {
  const wanted = namesOf(block)[column]!;
  const same = heads.columns.filter(({ places }) => places.some((place) => namesOf(place.block)[place.column] === wanted));
  // Outcomes have one name under each of three groups: the n-th of them in reading order.
  const nth = block.columns.slice(0, column).filter(({ path }) => path[path.length - 1] === block.columns[column]!.path.at(-1)).length;
  return (same[nth] ?? same[0])?.cell;
}

/** The whole name of each column, as one text to compare. */
const names = new WeakMap<FormBlock, readonly string[]>();

function namesOf(block: FormBlock): readonly string[] {
  let known = names.get(block);
  if (known === undefined) names.set(block, (known = block.columns.map(({ path }) => path.join('\n'))));
  return known;
}

function headUnit(heads: readonly Seen[]): string | null {
  for (const { text } of heads) {
    const found = text.length < 100 ? HEAD_UNIT.exec(text) : null;
    if (found !== null) return found[1]!;
  }
  return null;
}

function statOf(metric: MetricId): Stat {
  if (metric.endsWith('.items_prev')) return 'stock-last-year';
  if (metric.endsWith('.items_delta')) return 'stock-change';
  return metric.endsWith('.amount') ? 'amount' : 'count';
}

function join(cells: readonly Seen[]): string {
  return cells.map(({ text }) => text).join('');
}

/** Sorted, without repeats or overlaps; null when empty. */
function inOrder(spans: readonly Span[]): Spans | null {
  let sorted = spans;
  for (let i = 1; i < spans.length; i += 1) if (spans[i]!.start < spans[i - 1]!.end) sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) if (kept.length === 0 || span.start >= kept[kept.length - 1]!.end) kept.push(span);
  return kept.length === 0 ? null : asSpans(kept);
}

import { compare, sum, type Decimal } from './document/decimal.js';
import type { FigureId, MetricId } from './document/figure.js';
import type { FormId, Organisation } from './document/tree.js';
import { tableForms } from './forms/forms.js';
import type { Library } from './library.js';
import type { ReportCard } from './store/mod.js';

/** One organisation's part in a sum. */
export interface Addend {
  readonly card: ReportCard;
  readonly id: FigureId;
  readonly value: Decimal;
}

/** A cell of the official tables, added over organisations. */
export interface TotalCell {
  readonly metric: MetricId;
  /** Exact; null when the addends' units differ, so that they cannot be added. */
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly addends: readonly Addend[];
  /** Organisations whose cell is there and holds no number. */
  readonly blank: readonly ReportCard[];
  /** Organisations whose report has no such cell, or one that could not be read for sure. */
  readonly missing: readonly ReportCard[];
}

/** Why a report of the year is in no sum. */
export type LeftOut = 'no-official-table' | 'mixed-forms' | 'no-sum-of-its-own';

/** The official tables of one form, added over the organisations that used it. */
export interface FormTotals {
  readonly form: FormId;
  readonly organisations: readonly ReportCard[];
  readonly cells: ReadonlyMap<MetricId, TotalCell>;
  /** Identities of the form that the sums break, though all their terms were added over the same organisations. */
  readonly broken: readonly { readonly id: string; /** The cells that should come to the same. */ readonly equals: readonly MetricId[]; readonly left: Decimal; readonly right: Decimal }[];
  /** Where a county's own report of that form says something else than the sum. */
  readonly against: readonly { readonly card: ReportCard; readonly metric: MetricId; readonly sum: Decimal; readonly own: Decimal }[];
}

/** The tables of a year added, and the reports that are in none of them, with why. */
export interface YearTotals {
  readonly year: number;
  readonly forms: readonly FormTotals[];
  readonly leftOut: readonly { readonly card: ReportCard; readonly why: LeftOut }[];
}

/**
 * Adds the three official tables over the organisations held for a year, form by form: what two forms call alike is not always the same.
 * A government's own report covers its departments and townships, so it is set against the sum, not added to it.
 */
export async function totalsOf(library: Library, year: number): Promise<YearTotals> {
  const cards = (await library.reports()).filter((card) => card.year === year);
  const official = new Set<FormId>(tableForms.map(({ id }) => id));
  const leftOut: { card: ReportCard; why: LeftOut }[] = [];
  const groups = new Map<FormId, ReportCard[]>();
  const governments: ReportCard[] = [];
  for (const card of cards) {
    const forms = card.forms.filter((form) => official.has(form));
    if (forms.length === 0) leftOut.push({ card, why: 'no-official-table' });
    else if (forms.length > 1) leftOut.push({ card, why: 'mixed-forms' });
    else if (speaksForOthers(card.org)) {
      governments.push(card);
      leftOut.push({ card, why: 'no-sum-of-its-own' });
    } else groups.set(forms[0]!, [...(groups.get(forms[0]!) ?? []), card]);
  }
  const forms = await Promise.all([...groups].map(([form, organisations]) => formTotals(library, form, organisations, governments.filter((card) => card.forms.includes(form)))));
  return { year, forms: forms.sort((a, b) => (a.form < b.form ? -1 : 1)), leftOut };
}

const GOVERNMENTS: readonly string[] = ['county', 'city', 'province'];

/** True for a government whose report counts what its townships and departments report as well: added to theirs, it would count twice. */
export function speaksForOthers({ level }: Pick<Organisation, 'level'>): boolean {
  return GOVERNMENTS.includes(level);
}

async function formTotals(library: Library, id: FormId, organisations: readonly ReportCard[], governments: readonly ReportCard[]): Promise<FormTotals> {
  const form = tableForms.find((one) => one.id === id)!;
  const metrics = form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap((row) => [...row.metrics])));
  const printed = await cellsOf(library, metrics, [...organisations, ...governments]);
  const cells = new Map(metrics.map((metric) => [metric, added(metric, organisations, printed)]));
  const valueOf = (metric: MetricId): Decimal | null => cells.get(metric)?.value ?? null;
  const whole = (ids: readonly MetricId[]): boolean => ids.every((metric) => valueOf(metric) !== null && cells.get(metric)!.addends.length === organisations.length);
  const broken = form.identities.flatMap(({ id: rule, parts, equals }) => {
    if (!whole([...parts, ...equals])) return [];
    const [left, right] = [sum(parts.map((metric) => valueOf(metric)!)), sum(equals.map((metric) => valueOf(metric)!))];
    return left === right ? [] : [{ id: rule, equals, left, right }];
  });
  const against = governments.flatMap((card) =>
    metrics.flatMap((metric) => {
      const own = printed.get(card.report)?.get(metric);
      const total = valueOf(metric);
      return own?.value != null && total !== null && compare(own.value, total) !== 0 ? [{ card, metric, sum: total, own: own.value }] : [];
    }),
  );
  return { form: id, organisations, cells, broken, against };
}

interface PrintedCell {
  readonly id: FigureId;
  readonly value: Decimal | null;
  readonly unit: string | null;
}

/** Cells by report and metric; of two cells of one metric in a report neither counts, since nobody can tell which is meant. */
async function cellsOf(library: Library, metrics: readonly MetricId[], cards: readonly ReportCard[]): Promise<Map<string, Map<MetricId, PrintedCell>>> {
  const cells = new Map<string, Map<MetricId, PrintedCell>>();
  const twice: [string, MetricId][] = [];
  for (const { report, id, metric, unit, quantity, trust } of await library.figureValues({ metrics, reports: cards.map((card) => card.report) })) {
    if (metric === null || unit !== 'cell' || trust === 'read') continue;
    const own = cells.get(report) ?? new Map<MetricId, PrintedCell>();
    cells.set(report, own);
    if (own.has(metric)) twice.push([report, metric]);
    own.set(metric, { id, value: quantity.value, unit: quantity.unit });
  }
  for (const [report, metric] of twice) cells.get(report)!.delete(metric);
  return cells;
}

function added(metric: MetricId, organisations: readonly ReportCard[], printed: ReadonlyMap<string, ReadonlyMap<MetricId, PrintedCell>>): TotalCell {
  const addends: Addend[] = [];
  const blank: ReportCard[] = [];
  const missing: ReportCard[] = [];
  const units = new Set<string | null>();
  for (const card of organisations) {
    const cell = printed.get(card.report)?.get(metric);
    if (cell === undefined) missing.push(card);
    else if (cell.value === null) blank.push(card);
    else {
      addends.push({ card, id: cell.id, value: cell.value });
      // A nought is a nought in any unit.
      if (cell.value !== '0') units.add(cell.unit);
    }
  }
  const mixed = units.size > 1;
  return { metric, value: mixed || addends.length === 0 ? null : sum(addends.map(({ value }) => value)), unit: mixed ? null : ([...units][0] ?? null), addends, blank, missing };
}

import { compare, sum } from '../document/decimal.js';
import type { MetricId } from '../document/figure.js';
import { forms } from '../forms/forms.js';
import type { FormTableId } from '../forms/form.js';
import type { Check, Facts, Finding } from './check.js';
import { isDoubtful } from './identities.js';
import { cellName, finding, placeOfFigure, rowAndColumn, ruleData, valueAt } from './rules.js';

/** The three tables of today's forms; statistics forms are not checked table by table. */
type CheckedTable = Exclude<FormTableId, 'statistics'>;
const TABLE_NAMES: Readonly<Record<CheckedTable, string>> = { active: 'T2', requests: 'T3', disputes: 'T4' };

/** The metrics of each official table, over all forms. */
export const metricsOfTable: ReadonlyMap<CheckedTable, ReadonlySet<MetricId>> = new Map(
  (['active', 'requests', 'disputes'] as const).map((id) => [id, new Set(forms.flatMap((form) => form.tables.filter((table) => table.id === id).flatMap((table) => table.blocks.flatMap((block) => block.rows.flatMap((row) => row.metrics)))))]),
);

/** The name of an official table. */
export function tableName(id: CheckedTable): { readonly zh: string; readonly en: string } {
  return ruleData().tables[TABLE_NAMES[id]]!;
}

/** C3-4: counts are whole numbers, not below zero. Amounts and changes of a list are no counts. */
export const wholeNumbers: Check = {
  rules: ['C3-4'],
  *run(facts) {
    const counts = [...metricsOfTable.get('requests')!, ...metricsOfTable.get('disputes')!];
    for (const metric of counts) {
      const figure = facts.cells.get(metric);
      const value = figure?.quantity.value;
      if (figure && value != null && !/^\d+$/.test(value)) yield finding('C3-4', { slots: { cell: cellName(metric) }, actual: value, places: [placeOfFigure(facts, figure)], metrics: [metric], doubtful: isDoubtful(figure, facts) });
    }
  },
};

/** C3-5 and F-9: cells without a number; a table without any at all. */
export const blanks: Check = {
  rules: ['C3-5', 'F-9'],
  *run(facts) {
    for (const [id, metrics] of metricsOfTable) {
      const there = [...metrics].flatMap((metric) => facts.cells.get(metric) ?? []);
      const empty = there.filter(({ quantity }) => quantity.state === 'blank' || quantity.state === 'not-applicable');
      if (empty.length === 0) continue;
      const places = [placeOfFigure(facts, empty[0]!)];
      const table = tableName(id);
      if (empty.length === there.length) yield finding('F-9', { slots: { table }, places });
      else yield finding('C3-5', { slots: { table, count: String(empty.length), cell: cellName(empty[0]!.metric!) }, places, metrics: empty.map(({ metric }) => metric!) });
    }
  },
};

/** C3-7: everything that was to be handled is carried forward. */
export const allCarried: Check = {
  rules: ['C3-7'],
  *run(facts) {
    const cells = figuresAt(facts, ['req.carried_out.total', 'req.new.total', 'req.carried_in.total']);
    if (cells === null) return;
    const [out, fresh, before] = cells.map(({ quantity }) => quantity.value!);
    const all = sum([fresh!, before!]);
    if (all !== '0' && compare(out!, all) >= 0) yield finding('C3-7', { expected: all, actual: out!, places: cells.map((figure) => placeOfFigure(facts, figure)), metrics: cells.map(({ metric }) => metric!) });
  },
};

/** C4-4: more reviews than requests handled this year and last. Without last year's report nothing can be said. */
export const reviewsOfRequests: Check = {
  rules: ['C4-4'],
  *run(facts) {
    const cells = figuresAt(facts, ['review.total', 'req.processed.total']);
    const before = facts.previous === null ? null : valueAt(facts.previous, 'req.processed.total');
    if (cells === null || before === null) return;
    const [reviews, handled] = cells.map(({ quantity }) => quantity.value!);
    const requests = sum([handled!, before]);
    if (compare(reviews!, requests) > 0) yield finding('C4-4', { expected: requests, actual: reviews!, places: [...cells.map((figure) => placeOfFigure(facts, figure)), placeOfFigure(facts.previous!, facts.previous!.cells.get('req.processed.total')!)] });
  },
};

/** C3-6: the 2021 form splits other handling into three rows; one that is missing was not read or not filled in. */
export const otherHandling: Check = {
  rules: ['C3-6'],
  *run(facts) {
    const rows = OTHER_ROWS.map((row) => `req.other.${row}.total`);
    const missing = rows.filter((metric) => !facts.cells.has(metric));
    const there = rows.find((metric) => facts.cells.has(metric));
    if (there === undefined || missing.length === 0) return;
    const names = (lang: 'zh' | 'en'): string => missing.map((metric) => cellName(metric)[lang]).join(lang === 'zh' ? '、' : ', ');
    yield finding('C3-6', { slots: { missing: { zh: names('zh'), en: names('en') } }, places: [placeOfFigure(facts, facts.cells.get(there)!)], metrics: missing });
  },
};

const OTHER_ROWS = ['no_correction', 'fee_unpaid', 'misc'];

/** C4-5: what was pending last year is a lower bound of this year's total, unless cases are counted in the year they came in. */
export const pendingComesBack: Check = {
  rules: ['C4-5'],
  *run(facts) {
    for (const block of DISPUTES) {
      const pair = acrossYears(facts, `${block}.total`, `${block}.pending`);
      if (pair !== null && compare(pair.now, pair.before) < 0) yield finding('C4-5', { slots: { row: rowAndColumn(`${block}.total`).row }, expected: pair.before, actual: pair.now, places: pair.places, metrics: [`${block}.total`] });
    }
  },
};

const DISPUTES = ['review', 'lit.direct', 'lit.post_review'];

/** The cells of these metrics, all with a number; null when one has none. */
export function figuresAt({ cells }: Pick<Facts, 'cells'>, metrics: readonly MetricId[]): NonNullable<ReturnType<Facts['cells']['get']>>[] | null {
  const found = metrics.map((metric) => cells.get(metric));
  return found.every((figure) => figure !== undefined && figure.quantity.value !== null) ? (found as NonNullable<(typeof found)[number]>[]) : null;
}

/** What two reports' cells of one metric say; null when either has no number. */
export function acrossYears(facts: Facts, metric: MetricId, metricBefore: MetricId = metric): { readonly now: string; readonly before: string; readonly places: Finding['places'] } | null {
  const [figure, old] = [facts.cells.get(metric), facts.previous?.cells.get(metricBefore)];
  if (!figure || !old || figure.quantity.value === null || old.quantity.value === null) return null;
  return { now: figure.quantity.value, before: old.quantity.value, places: [placeOfFigure(facts, figure), placeOfFigure(facts.previous!, old)] };
}

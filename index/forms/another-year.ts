import { z } from 'zod';
import { loadData } from '../data.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { FoundFigure } from '../document/figure.js';
import { flowOf } from '../document/flow.js';
import { hull, type Span } from '../document/span.js';
import type { ReportDocument, Section, Table } from '../document/tree.js';

const list = z.array(z.string().min(1));
const words = loadData('index/forms/another-year.json', z.object({ about: z.string(), yearBefore: list, compares: list }));
/** A caption is no longer. */
const LONGEST_CAPTION = 45;

/** The year that a table shows when it is not the report's own, as the words above it say. */
export interface AnotherYear {
  readonly year: number;
  readonly span: Span;
}

/**
 * Tables that show another year than the report's: where a metric has different values in two tables, and the caption or first row of
 * one of them names that year. Such a table's cells must not count for the report's year. Tables that nothing tells apart stay.
 */
export function tablesOfAnotherYear(document: ReportDocument, figures: readonly FoundFigure[]): readonly AnotherYear[] {
  if (document.year === null || !disagree(figures)) return [];
  const year = document.year;
  const flow = flowOf(document).map(({ passage }) => ({ text: passage.text, end: passage.spans.at(-1)!.end }));
  const tables = tablesIn(document.sections).map((table) => ({ table, span: hull(table.spans) }));
  let before: number | null = null;
  let next = 0;
  let caption: string | null = null;
  return tables.flatMap(({ table, span }) => {
    const from = next;
    while (next < flow.length && flow[next]!.end <= span.start) caption = flow[next++]!.text;
    const title = [...new Set((table.rows[0] ?? []).map(({ text }) => text).filter((text) => text !== ''))];
    // A table right after another without words between goes on with it.
    const named = (title.length === 1 ? yearNamed(title[0]!, year) : null) ?? (next === from ? before : yearNamed(caption ?? '', year));
    before = named;
    return named === null || named === year ? [] : [{ year: named, span }];
  });
}

function disagree(figures: readonly FoundFigure[]): boolean {
  const values = new Map<string, string>();
  for (const { metric, quantity } of figures) {
    if (metric === null || quantity.value === null) continue;
    if ((values.get(metric) ?? quantity.value) !== quantity.value) return true;
    values.set(metric, quantity.value);
  }
  return false;
}

function yearNamed(caption: string, own: number): number | null {
  if (caption.length > LONGEST_CAPTION || words.compares.some((word) => caption.includes(word))) return null;
  const years = [...caption.matchAll(/(?<!\d)((?:19|20)\d\d)\s*年/g)].map(([, digits]) => Number(digits));
  if (years.length > 0) return years.includes(own) ? own : years[0]!;
  return words.yearBefore.some((word) => caption.includes(word)) ? own - 1 : null;
}

function tablesIn(sections: readonly Section[]): Table[] {
  return sections.flatMap(({ children }) => children.flatMap((child) => (child.kind === 'table' ? [child] : child.kind === 'section' ? tablesIn([child]) : [])));
}

/** The same figure without a meaning for the report's own year. */
export function asOfAnotherYear(figure: FoundFigure, year: number): FoundFigure {
  return { ...figure, metric: null, trust: 'read', year };
}

/** Says where such a table stands and of which year it is. */
export function toldOfAnotherYear({ year, span }: AnotherYear): Diagnostic {
  return {
    code: 'table-of-another-year',
    severity: 'info',
    message: { zh: `这张表是${year}年的，不是本报告年度的；其中的数没有当作本年度的数`, en: `this table shows ${year}, not the report's year; its figures do not count for the report's year` },
    span,
  };
}

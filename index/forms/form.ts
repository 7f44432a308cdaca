import { z } from 'zod';
import type { MetricId } from '../document/figure.js';
import type { FormId } from '../document/tree.js';

const columnSchema = z.object({ path: z.array(z.string()).min(1), variants: z.array(z.string()) });
const rowSchema = z.object({ path: z.array(z.string()), variants: z.array(z.string()), code: z.string().optional(), unit: z.string().optional(), metrics: z.array(z.string()) });
const blockSchema = z
  .object({ title: z.string().nullable(), columns: z.array(columnSchema).min(1), rows: z.array(rowSchema).min(1) })
  .refine((block) => block.rows.every((row) => row.metrics.length === block.columns.length), 'each row needs one metric a column');

/** Schema of a form's data file: its tables with their blocks, rows and columns, and the sums it prescribes. `telling` are labels that only this form has. */
export const formSchema = z.object({
  id: z.enum(['gen2008', 'form35', 'stat2014', 'gen2019', 'gen2021']),
  basis: z.string(),
  headings: z.array(z.string()),
  tables: z.array(z.object({ id: z.enum(['active', 'requests', 'disputes', 'statistics']), blocks: z.array(blockSchema).min(1) })),
  identities: z.array(z.object({ id: z.string(), parts: z.array(z.string()).min(1), equals: z.array(z.string()).min(1) })),
  telling: z.array(z.array(z.string()).min(1)).optional(),
});

/** The three tables printed in the report itself (主动公开, 申请, 复议和诉讼), and the statistics form that older reports annex. */
export type FormTableId = 'active' | 'requests' | 'disputes' | 'statistics';

/** A column's official names from the outermost head, and other ways to print the last of them. */
export interface FormColumn {
  readonly path: readonly string[];
  readonly variants: readonly string[];
}

/** A row's official labels from the outermost (empty where the form prints none), other ways to print the last, and a metric for each column. */
export interface FormRow {
  readonly path: readonly string[];
  readonly variants: readonly string[];
  /** Number that a statistics form prints beside the row: 01 … 35. */
  readonly code?: string | undefined;
  /** Unit that a statistics form prints beside the row. */
  readonly unit?: string | undefined;
  readonly metrics: readonly MetricId[];
}

/** Rows that share their columns. `title` is printed above the block, e.g. 第二十条第（一）项. */
export interface FormBlock {
  readonly title: string | null;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

/** Sum of `parts` = sum of `equals`, over metric ids, tolerance 0. */
export interface Identity {
  readonly id: string;
  readonly parts: readonly MetricId[];
  readonly equals: readonly MetricId[];
}

/** An official form: data only. */
export interface ReportForm {
  readonly id: FormId;
  readonly basis: string;
  /** Official section titles without numbers. */
  readonly headings: readonly string[];
  readonly tables: readonly { readonly id: FormTableId; readonly blocks: readonly FormBlock[] }[];
  readonly identities: readonly Identity[];
  /** Of a form without tables: a top heading that holds all words of one group shows it. */
  readonly telling?: readonly (readonly string[])[] | undefined;
}

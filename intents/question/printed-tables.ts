import type { ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';

/** Tables by the first part of the ids of the metrics that are cells of them. */
const TABLES = { active: 'active', req: 'requests', review: 'disputes', lit: 'disputes' } as const;

/** One of the three tables that a report prints. */
export type PrintedTable = (typeof TABLES)[keyof typeof TABLES];

/** The printed table that a metric, or what its id begins with, is a cell of; null for what only sentences tell. */
export function tableOf(metric: string): PrintedTable | null {
  return TABLES[metric.split('.')[0] as keyof typeof TABLES] ?? null;
}

/** The tables that a report should print and of which nothing was read: what they would tell is unknown, and not zero. */
export async function tablesLost({ library }: Pick<Context, 'library'>, { report, version }: ReportCard): Promise<ReadonlySet<PrintedTable>> {
  const codes = new Set((await library.diagnostics(report, version)).map(({ code }) => code));
  return new Set(Object.values(TABLES).filter((table) => codes.has(`${table}-table-absent`)));
}

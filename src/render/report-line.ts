import { z } from 'zod';
import type { ReportCard } from '../../index/mod.js';
import { ChangeCounts } from './figure-change.js';

/** The official forms a table can have; per table, so a report may have several. */
export const FormJson = z.enum(['gen2008', 'form35', 'stat2014', 'gen2019', 'gen2021']);

/** A report held, as `wenbao reports --json` and `/api/reports` tell it. */
export const ReportLine = z.strictObject({
  report: z.string(),
  version: z.number().int().positive(),
  org: z.string(),
  orgPath: z.array(z.string()),
  year: z.number().int().nullable(),
  forms: z.array(FormJson),
  title: z.string(),
  source: z.string(),
  figures: z.number().int(),
  ingestedAt: z.string(),
  withdrawn: z.string().optional(),
  /** Against the version before it; only with `--history`, where there is one. */
  changes: ChangeCounts.optional(),
});

/** A report's shelf label in its machine form. */
export function reportLine(card: ReportCard): z.input<typeof ReportLine> {
  const { report, version, org, year, forms, title, source: id, figures: count, ingestedAt, withdrawn } = card;
  return { report, version, org: org.name, orgPath: [...org.path], year, forms: [...forms], title, source: id, figures: count, ingestedAt, ...(withdrawn !== null && { withdrawn }) };
}

import { z } from 'zod';
import { CitationLine } from './figure-line.js';

const Message = z.strictObject({ zh: z.string(), en: z.string() });

/** A line of `wenbao check --json` and of `/api/check`: one finding. `report` for what is held, `path` for a file that is only checked. */
export const CheckLine = z.strictObject({
  report: z.string().optional(),
  path: z.string().optional(),
  org: z.string(),
  year: z.number().int().nullable(),
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: Message,
  basis: z.string(),
  expected: z.union([z.number(), z.string()]).optional(),
  actual: z.union([z.number(), z.string()]).optional(),
  /** The cell that is most likely wrong, where two broken sums cross. */
  suspect: z.string().optional(),
  /** Our reading may be at fault: the table was found out of shape. */
  doubtful: z.boolean(),
  explained: z.strictObject({ why: z.string(), by: z.string(), at: z.string() }).optional(),
  citations: z.array(CitationLine),
});

import type { z } from 'zod';
import { toJsonValue } from '../../index/mod.js';
import type { CheckLine } from '../render/check-line.js';
import type { Checked, CheckedFinding } from './checked.js';

/** A finding of a checked report in its machine form. */
export function checkLine({ report, path, org, year }: Checked, { id, finding, basis, citations, explained }: CheckedFinding): z.input<typeof CheckLine> {
  const { rule, severity, message, expected, actual, suspect, doubtful } = finding;
  return {
    ...(report !== null && { report }),
    ...(path !== null && { path }),
    org,
    year,
    id,
    rule,
    severity,
    message: { ...message },
    basis,
    ...(expected !== null && { expected: jsonValue(expected) }),
    ...(actual !== null && { actual: jsonValue(actual) }),
    ...(suspect !== null && { suspect }),
    doubtful,
    ...(explained && { explained: { why: explained.why, by: explained.by, at: explained.at } }),
    citations: citations.map(({ kind, report: of, source, unit, path: titles, quotes, spans }) => ({ kind, report: of, source, unit, path: [...titles], quotes: [...quotes], quote: quotes.join(''), spans: spans.map(({ start, end }) => ({ start, end })) })),
  };
}

/** Numbers as JSON numbers where they are exact; other sides of a rule (a document's name) stay text. */
function jsonValue(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? toJsonValue(text) : text;
}

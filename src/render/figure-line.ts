import { z } from 'zod';
import { cite, toJsonValue, unitOfFigure, type Figure, type ReportCard, type SourceText } from '../../index/mod.js';

const Span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() });

/** A place in a report that a figure or a finding stands on: `quotes[i]` is the source's slice at `spans[i]`, UTF-16. */
export const CitationLine = z.strictObject({
  kind: z.literal('report'),
  report: z.string(),
  source: z.string(),
  unit: z.enum(['passage', 'cell']),
  path: z.array(z.string()),
  quotes: z.array(z.string()).min(1),
  quote: z.string(),
  spans: z.array(Span).min(1),
});

/** A figure held, as `wenbao figures --json` and `/api/figures` tell it. Spans count in UTF-16 units of `wenbao source REPORT`. */
export const FigureLine = z.strictObject({
  id: z.string(),
  metric: z.string().optional(),
  /** Outermost first: what the figure takes from the clause or total before it, then its own words. */
  labels: z.array(z.string()),
  value: z.union([z.number(), z.string()]).nullable(),
  state: z.enum(['number', 'blank', 'not-applicable', 'text']),
  unit: z.string().nullable(),
  approx: z.string().nullable(),
  asWritten: z.string(),
  /** Where the number itself stands; empty for a blank cell. */
  at: z.array(Span),
  stat: z.string(),
  scope: z.string().optional(),
  partOf: z.string().nullable(),
  year: z.number().int().nullable(),
  period: z.string().nullable(),
  trust: z.enum(['aligned', 'repaired', 'read', 'stated']),
  citation: CitationLine,
});

/** A figure of a report's version in its machine form; `source` is that version's text. */
export function figureLine(card: ReportCard, source: SourceText, figure: Figure): z.input<typeof FigureLine> {
  const { quantity } = figure;
  const { kind, report, source: sourceId, unit, path, quotes, spans } = cite(card.report, source, figure.unit, figure.quote, figure.path);
  const idOf = (n: number): string => `${card.report}#${n}`;
  return {
    id: idOf(figure.id),
    ...(figure.metric !== null && { metric: figure.metric }),
    labels: [...figure.inherited.filter((piece) => !figure.labels.includes(piece)), ...figure.labels],
    value: quantity.value === null ? null : toJsonValue(quantity.value),
    state: quantity.state,
    unit: unitOfFigure(figure),
    approx: quantity.approx,
    asWritten: quantity.asWritten,
    at: (figure.place ?? []).map(({ start, end }) => ({ start, end })),
    stat: figure.stat,
    ...(figure.scope !== null && { scope: figure.scope }),
    partOf: figure.partOf === null ? null : idOf(figure.partOf),
    year: figure.year ?? card.year,
    period: figure.period,
    trust: figure.trust,
    citation: { kind, report, source: sourceId, unit, path: [...path], quotes: [...quotes], quote: quotes.join(''), spans: spans.map(({ start, end }) => ({ start, end })) },
  };
}

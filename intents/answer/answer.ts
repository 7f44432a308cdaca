import { z } from 'zod';
import type { Lang } from '../../index/mod.js';
import type { Series } from './series.js';

/** How a question was met. `answered` is for what reports, the law or the configuration say. */
export const STATUSES = ['answered', 'clarify', 'not_found', 'out_of_scope', 'fault'] as const;
/** One of `STATUSES`. */
export type Status = (typeof STATUSES)[number];

/** Why a question was not answered. Part of the contract: programs match on it. */
export const REASONS = [
  'no_document',
  'no_metric',
  'wrong_form',
  'table_absent',
  'ambiguous_scope',
  'ambiguous_metric',
  'blank_cell',
  'not_applicable',
  'no_base',
  'not_named',
  'no_passage',
  'nothing_before',
  'not_a_question',
  'not_supported',
  'empty_question',
  'question_too_long',
  'no_roster',
  'no_permission',
  'internal',
] as const;
/** One of `REASONS`: why there is no answer. */
export type Reason = (typeof REASONS)[number];

const SpanJson = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() });
const Value = z.union([z.number(), z.string()]).nullable();

const RowJson = z.strictObject({
  org: z.string(),
  year: z.number().int().nullable(),
  label: z.string(),
  value: Value,
  unit: z.string().nullable(),
  state: z.enum(['number', 'blank', 'not-applicable', 'text']),
  approx: z.string().nullable(),
  metric: z.string().nullable(),
  scope: z.string().nullable(),
  trust: z.enum(['aligned', 'repaired', 'read', 'stated']),
  citation: z.number().int().nonnegative(),
});
/** One figure shown; `citation` is an index into `citations`. */
export type Row = z.output<typeof RowJson>;

const ReportCitationJson = z.strictObject({
  kind: z.literal('report'),
  report: z.string(),
  source: z.string(),
  org: z.string(),
  year: z.number().int().nullable(),
  title: z.string(),
  path: z.array(z.string()),
  quotes: z.array(z.string()).min(1),
  quote: z.string(),
  spans: z.array(SpanJson).min(1),
});
/** A place in a report: `quotes[i]` is the source's slice at `spans[i]`, UTF-16. */
export type ReportCitation = z.output<typeof ReportCitationJson>;

const BasisCitationJson = z.strictObject({
  /** `law`: an article of a regulation; `config`: a local notice or roster entry, with its place in the configuration; `calendar`: the official holiday calendar. */
  kind: z.enum(['law', 'config', 'calendar']),
  title: z.string(),
  /** Article of the law, place in the configuration, or the calendar's year; null where there is none. */
  article: z.string().nullable(),
  quote: z.string().min(1),
});
/** What an answer rests on when it is not a report: words of a law, of a configured notice, of the calendar. */
export type BasisCitation = z.output<typeof BasisCitationJson>;

const CitationJson = z.discriminatedUnion('kind', [ReportCitationJson, BasisCitationJson]);
/** What a shown figure stands on; only those of kind `report` have spans. */
export type AnswerCitation = z.output<typeof CitationJson>;

const DerivedJson = z.strictObject({ formula: z.string(), operands: z.array(z.number().int().nonnegative()).min(1), rounding: z.string().nullable() });
/** How a value was worked out; `operands` are indexes into the answer's rows. */
export type Derived = z.output<typeof DerivedJson>;

/** What `ask --json` prints and every channel renders: `../shared/design/contract.md`, "Answer". */
export const AnswerJson = z.strictObject({
  question: z.string(),
  lang: z.enum(['zh', 'en']),
  status: z.enum(STATUSES),
  reason: z.enum(REASONS).nullable(),
  intent: z.string(),
  text: z.string().min(1),
  value: Value,
  unit: z.string().nullable(),
  derived: DerivedJson.nullable(),
  rows: z.array(RowJson),
  citations: z.array(CitationJson),
  options: z.array(z.string()),
  answerId: z.string(),
  tookMs: z.number(),
  because: z.array(z.string()).optional(),
});
/** An answer as machines read it (`ask --json`). Offsets count UTF-16 units of the cited version's source text. */
export type Answer = z.output<typeof AnswerJson>;

/**
 * A piece of an answer's sentence. A plain string may hold no digit, so that no number reaches a reader without a source:
 * a digit is cited (index into `citations`), derived (indexes into `rows`), counted over something named, or what the asker typed.
 */
export type Inline =
  | string
  | { readonly type: 'cited'; readonly text: string; readonly citation: number }
  | { readonly type: 'derived'; readonly text: string; readonly from: readonly number[] }
  | { readonly type: 'counted'; readonly text: string; readonly basis: string }
  | { readonly type: 'echo'; readonly text: string };

/**
 * What an answer is made of; closed, so that renderers never change when an intent is added. A `series` is the data of a chart: its values stand
 * in the text blocks too, so that a place without pictures leaves it out and loses nothing.
 */
export type Block =
  | { readonly type: 'text'; readonly inlines: readonly Inline[] }
  | { readonly type: 'quote'; readonly citation: number }
  | { readonly type: 'series'; readonly series: Series }
  | { readonly type: 'choices'; readonly lead: string; readonly options: readonly string[] };

/** What an intent returns; `compose` turns it into an `Answer` and refuses what breaks the rules. */
export interface Draft {
  readonly status: Status;
  readonly reason?: Reason;
  readonly blocks: readonly Block[];
  readonly value?: number | string | null;
  readonly unit?: string | null;
  readonly derived?: Derived;
  readonly rows?: readonly Row[];
  readonly citations?: readonly AnswerCitation[];
  readonly options?: readonly string[];
  readonly because?: readonly string[];
}

/** Those of an answer's citations that are places in reports. */
export function reportCitations({ citations }: Pick<Answer, 'citations'>): ReportCitation[] {
  return citations.filter((citation): citation is ReportCitation => citation.kind === 'report');
}

/** An answer with the blocks that its text was made of, for places that can show more than plain text. */
export interface Reply {
  readonly answer: Answer;
  readonly blocks: readonly Block[];
}

/** The question that an answer is for. */
export interface Asked {
  readonly text: string;
  readonly lang: Lang;
}

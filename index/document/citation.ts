import type { ReportId } from './tree.js';
import type { SourceId, SourceText } from './source-text.js';
import { quotesAt, type Spans } from './span.js';

/** A place in a report, with the very words that stand there. Made only by `cite`; checked by `verify`. */
export interface Citation {
  readonly kind: 'report';
  readonly report: ReportId;
  readonly source: SourceId;
  /** `passage` for sentences; `cell` for a table's labels and value. */
  readonly unit: 'passage' | 'cell';
  readonly spans: Spans;
  /** `quotes[i] === source.text.slice(spans[i].start, spans[i].end)`. */
  readonly quotes: readonly string[];
  /** Headings from the outermost, then for a cell its row and column names. */
  readonly path: readonly string[];
}

/** Cites `spans` of `source`. Throws `RangeError` when a span leaves the text, is empty or splits a surrogate pair. */
export function cite(report: ReportId, source: SourceText, unit: Citation['unit'], spans: Spans, path: readonly string[]): Citation {
  for (const { start, end } of spans) {
    if (!(start >= 0 && start < end && end <= source.text.length)) throw new RangeError(`[${start}, ${end}) does not lie in a text of ${source.text.length}`);
    if (splitsPair(source.text, start) || splitsPair(source.text, end)) throw new RangeError(`[${start}, ${end}) splits a surrogate pair`);
  }
  return { kind: 'report', report, source: source.id, unit, spans, quotes: quotesAt(source.text, spans), path };
}

/** True when every quote is, bit for bit, what the source holds at its span. */
export function verify(citation: Citation, source: SourceText): boolean {
  return (
    citation.source === source.id &&
    citation.quotes.length === citation.spans.length &&
    citation.spans.every((span, i) => span.start < span.end && source.text.slice(span.start, span.end) === citation.quotes[i])
  );
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** `[start, end)` in UTF-16 code units of `SourceText.text`: exactly what `String.prototype.slice` takes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** In reading order, never empty, never overlapping; more than one when a page break (or a left-over mark) cut the passage. */
export type Spans = readonly [Span, ...Span[]];

/** The slices of `text` at `spans`, one string a span. */
export function quotesAt(text: string, spans: Spans): string[] {
  return spans.map((span) => text.slice(span.start, span.end));
}

/** First start to last end: the smallest single span that covers them all. */
export function hull(spans: Spans): Span {
  return { start: spans[0].start, end: spans[spans.length - 1]!.end };
}

/** Narrows a list to `Spans`. Throws `RangeError` on an empty list: a place that is nowhere is a programming error. */
export function asSpans(list: readonly Span[]): Spans {
  if (list.length === 0) throw new RangeError('a passage needs at least one span');
  return list as unknown as Spans;
}

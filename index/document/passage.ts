import { asSpans, type Span, type Spans } from './span.js';

/**
 * A run of source text that reads as one piece although it may stand in several places (page breaks and left-over marks cut it).
 * Invariant: `text` equals the source's slices at `spans`, joined with nothing between.
 */
export interface Passage {
  readonly text: string;
  readonly spans: Spans;
}

/** Makes a passage from places in `source`. */
export function passageAt(source: string, spans: readonly Span[]): Passage {
  const places = asSpans(spans);
  return { text: places.map((span) => source.slice(span.start, span.end)).join(''), spans: places };
}

/**
 * The part `[start, end)` of a passage, counted in `passage.text`, as places in the source.
 * Throws `RangeError` when the part is empty or lies outside.
 */
export function spansWithin(passage: Passage, start: number, end: number): Spans {
  if (start < 0 || end > passage.text.length || start >= end) throw new RangeError(`[${start}, ${end}) is no part of a passage of ${passage.text.length}`);
  const found: Span[] = [];
  let before = 0;
  for (const span of passage.spans) {
    const length = span.end - span.start;
    const from = Math.max(start, before);
    const to = Math.min(end, before + length);
    if (from < to) found.push({ start: span.start + from - before, end: span.start + to - before });
    before += length;
  }
  return asSpans(found);
}

/** The part `[start, end)` of a passage, counted in `passage.text`, as a passage of its own. */
export function part(passage: Passage, start: number, end: number): Passage {
  return { text: passage.text.slice(start, end), spans: spansWithin(passage, start, end) };
}

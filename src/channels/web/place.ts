import type { Span } from '../../../index/mod.js';

/** More than any citation has; a link made by hand must not cost more than a page. */
const MOST_SPANS = 200;
const PLACE = /^\d{1,9}-\d{1,9}(?:\.\d{1,9}-\d{1,9})*$/;

/** The cited place of a link (`5-9.14-20`), or why it cannot be marked. */
export type Place = { readonly kind: 'none' } | { readonly kind: 'foreign' } | { readonly kind: 'spans'; readonly spans: readonly Span[]; readonly id: string };

/** Reads the place of a `?c=` in a text: `foreign` when it is malformed, leaves the text, is empty, runs backwards or splits a surrogate pair. */
export function placeIn(text: string, place: string | undefined): Place {
  if (place === undefined || place === '') return { kind: 'none' };
  if (!PLACE.test(place)) return { kind: 'foreign' };
  const spans = place.split('.').map((span): Span => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    return { start, end };
  });
  if (spans.length > MOST_SPANS) return { kind: 'foreign' };
  if (spans.some(({ start, end }) => end <= start || end > text.length || splitsPair(text, start) || splitsPair(text, end))) return { kind: 'foreign' };
  return { kind: 'spans', spans: united(spans), id: `c-${place}` };
}

/** Ordered, overlapping ones joined. */
function united(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = out.at(-1);
    if (before !== undefined && span.start < before.end) out[out.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else out.push(span);
  }
  return out;
}

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}

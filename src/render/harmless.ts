/**
 * Control and bidirectional characters act on a reader's program: they move the cursor of a terminal, and let a number be read backwards in a
 * chat or on a page. None of them says anything in a report, a question or an answer.
 */
// oxlint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text without characters that act instead of being seen; tabs and line ends stay. */
export function harmless(text: string): string {
  return text.replace(ACTING, '');
}

/** The same for every text within a value of objects, lists and texts. */
export function harmlessWithin<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T;
  if (Array.isArray(value)) return value.map(harmlessWithin) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, harmlessWithin(inner)])) as T;
}

import type { TextLine } from './text-lines.js';

/** A page's lines that are not in a table, with its height. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Parts of a page's height in which headers and page numbers stand. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^[-—–－·~\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共,，]\s*\d{1,3}\s*页?|\s*页)?[-—–－·~\s]*$/;

/** The lines that belong to the pages and not to the text: page numbers, and heads and feet that come again page after page. */
export function furnitureOf(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  const seen = new Map<string, TextLine[]>();
  for (const { height, lines } of pages) {
    for (const line of lines) {
      if (line.y > height * MARGIN && line.y < height * (1 - MARGIN)) continue;
      if (PAGE_NUMBER.test(line.text) && line.y > height / 2) found.add(line);
      const key = line.text.replace(/[\d\s]+/g, '');
      if (key !== '') seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  }
  if (pages.length >= 2) for (const lines of seen.values()) if (lines.length >= 2 && lines.length >= pages.length * 0.6) for (const line of lines) found.add(line);
  return found;
}

import type { Diagnostic } from '../document/diagnostic.js';
import { report } from './diagnostics.js';
import { spanOf, type Item, type TextItem } from './items.js';

/** Leaves out the headings that `duplicateHeadings` finds, and tells where they stand. */
export function dropDuplicates(items: readonly Item[]): { readonly items: readonly Item[]; readonly diagnostics: readonly Diagnostic[] } {
  const duplicates = duplicateHeadings(items);
  const dropped = items.filter((item, i): item is TextItem => duplicates.has(i) && item.kind === 'text');
  return { items: items.filter((_, i) => !duplicates.has(i)), diagnostics: dropped.map(({ line, heading }) => report.duplicateHeading(spanOf(line), heading!.title)) };
}

/**
 * Headings without content whose words come again later with content: a table of contents, or a heading printed twice
 * (title, 一、总体情况, title again, 一、总体情况). Gives their indexes in `items`; only levels 1 and 2 are looked at.
 */
function duplicateHeadings(items: readonly Item[]): Set<number> {
  const duplicates = new Set<number>();
  const seen = new Set<string>();
  // content[level]: something stands between here and the next heading of that level or a higher one.
  const content = [false, false, false];
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (item.kind === 'table' || item.heading === null || item.heading.level === 3) {
      content.fill(true);
      continue;
    }
    const { level, cut } = item.heading;
    if (cut < item.line.text.length) content.fill(true);
    if (!content[level]! && seen.has(keyOf(item))) duplicates.add(i);
    else seen.add(keyOf(item));
    content.fill(false, level);
  }
  return duplicates;
}

function keyOf(item: TextItem): string {
  return `${item.heading!.level} ${item.heading!.title}`;
}

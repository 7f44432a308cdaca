import type { Diagnostic } from '../document/diagnostic.js';
import { report } from './diagnostics.js';
import { spanOf, type Item } from './items.js';
import { differs, isTitleItem, mainTitle, type TitleItem } from './titles.js';

/** The report's own title, and the items without it and without its repetitions. */
export interface PlacedTitle {
  readonly title: TitleItem | null;
  readonly items: readonly Item[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the title (and page heads that repeat it) out of the items, and tells of a second report's title, which stays. */
export function placeTitles(items: readonly Item[]): PlacedTitle {
  const main = mainTitle(items);
  const title = main < 0 ? null : (items[main] as TitleItem);
  const diagnostics: Diagnostic[] = title === null ? [report.noTitle()] : [];
  const lastHeading = items.findLastIndex(isHeading);
  const kept: Item[] = [];
  let headings = 0;
  items.forEach((item, i) => {
    if (isHeading(item)) headings += 1;
    if (i === main) return;
    if (title !== null && isTitleItem(item)) {
      if (item.line.bare === title.line.bare) {
        diagnostics.push(report.repeatedTitle(spanOf(item.line)));
        return;
      }
      if (headings > 0 && lastHeading > i && differs(title.title, item.title)) diagnostics.push(report.twoReports(spanOf(item.line)));
    }
    kept.push(i < main && item.kind === 'text' ? { ...item, apart: true } : item);
  });
  return { title, items: kept, diagnostics };
}

function isHeading(item: Item): boolean {
  return item.kind === 'text' && item.heading !== null;
}

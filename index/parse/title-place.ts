import type { Diagnostic } from '../document/diagnostic.js';
import { report } from './diagnostics.js';
import { spanOf, type Item, type TextItem } from './items.js';
import { differs, isTitleItem, mainTitle, type TitleItem } from './titles.js';

/** The report's own title, and the items without it and without its repetitions. */
export interface PlacedTitle {
  readonly title: TitleItem | null;
  readonly items: readonly Item[];
  /** How many of the items given are this report's: another report's begin there. */
  readonly own: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the title (and page heads that repeat it) out of the items. A second report in the file is cut off and told of: its figures are not this one's. */
export function placeTitles(items: readonly Item[]): PlacedTitle {
  const main = mainTitle(items);
  const title = main < 0 ? null : (items[main] as TitleItem);
  const diagnostics: Diagnostic[] = title === null ? [report.noTitle()] : [];
  const second = title === null ? -1 : secondReport(items, title);
  const kept: Item[] = [];
  const own = second < 0 ? items.length : second;
  items.slice(0, own).forEach((item, i) => {
    if (i === main) return;
    if (title !== null && isTitleItem(item) && item.line.bare === title.line.bare) diagnostics.push(report.repeatedTitle(spanOf(item.line)));
    else kept.push(i < main && item.kind === 'text' ? { ...item, apart: true } : item);
  });
  if (second >= 0) {
    const { line } = items[second] as TitleItem;
    diagnostics.push(report.twoReports({ start: spanOf(line).start, end: endOf(items[items.length - 1]!) }, line.bare));
  }
  return { title, items: kept, own, diagnostics };
}

/** Index of the title of another report whose sections begin anew; -1 when the file holds only one. A title among the text alone may be a mention. */
function secondReport(items: readonly Item[], title: TitleItem): number {
  const met = new Set<number>();
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]!;
    if (item.kind !== 'text') continue;
    if (isTitleItem(item) && met.size > 0 && differs(title.title, item.title) && beginsAnew(items, i, met)) return i;
    if (item.heading?.level === 1 && item.heading.official !== null) met.add(item.heading.official);
  }
  return -1;
}

function beginsAnew(items: readonly Item[], from: number, met: ReadonlySet<number>): boolean {
  const next = items.slice(from).find((item): item is TextItem => item.kind === 'text' && item.heading?.level === 1 && item.heading.official !== null);
  return next !== undefined && met.has(next.heading!.official!);
}

function endOf(item: Item): number {
  return item.kind === 'text' ? spanOf(item.line).end : item.table.spans[item.table.spans.length - 1]!.end;
}

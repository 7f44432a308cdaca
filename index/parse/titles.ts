import type { Item, TextItem } from './items.js';
import { joinLines, type Line } from './lines.js';
import { isOrganisationName, readOrganisation } from './organisation.js';
import { readTitle, yearIn, type TitleParts } from './title-line.js';

/** A title and how many items it takes. */
interface FoundTitle {
  readonly parts: TitleParts;
  readonly line: Line;
  readonly items: number;
}

/** A line that reads as a report's title. */
export type TitleItem = TextItem & { readonly title: TitleParts };

/** A title is set over this many lines at most. */
const MAX_LINES = 3;

/** Makes one item of every line (or two, three lines) that names a report. */
export function markTitles(items: readonly Item[]): Item[] {
  const marked: Item[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const found = titleAt(items, i);
    marked.push(found === null ? items[i]! : { kind: 'text', line: found.line, heading: null, apart: true, title: found.parts });
    if (found !== null) i += found.items - 1;
  }
  return marked;
}

function titleAt(items: readonly Item[], first: number): FoundTitle | null {
  let line: Line | null = null;
  for (let count = 1; count <= MAX_LINES; count += 1) {
    const item = items[first + count - 1];
    if (item?.kind !== 'text' || item.line.bare.length > 90) return null;
    const before: Line | null = line;
    line = before === null ? item.line : joinLines(before, item.line);
    const parts = readTitle(line.bare);
    if (parts !== null) return before !== null && !belongs(before, item.line, parts) ? null : withYearBelow({ parts, line, items: count }, items[first + count]);
    if (!beginsTitle(item.line.bare) && !(count === 1 && mayBeCut(item.line.bare))) return null;
  }
  return null;
}

/** True when the lines before a title's last one are part of it: that line is no title by itself (another report's name may stand above), or they only name the place. */
function belongs(before: Line, last: Line, whole: TitleParts): boolean {
  const alone = readTitle(last.bare);
  const complete = alone?.organisation != null && isOrganisationName(alone.organisation) && !REST_OF_NAME.test(alone.organisation);
  if (complete) return isOrganisationName(before.bare.replace(LEADING_YEAR, '')) || YEAR_ALONE.test(before.bare);
  return beginsTitle(before.bare) || (whole.organisation !== null && isOrganisationName(whole.organisation));
}

/** What a line end leaves of a name: 民政府, 镇人民政府. A place's name cut in two (青 / 石镇) looks whole and cannot be told. */
const REST_OF_NAME = /^(?:人?民?政?府|[县市区旗镇乡](?:人民政府|政府)?)$/;
const LEADING_YEAR = /^\d{4}年度?/;
const YEAR_ALONE = /^\d{1,4}年?度?$/;

/** A line that ends anywhere in a title (…人民政 / 府2021年…): it names a place and has no mark of a sentence. What it joins to decides. */
function mayBeCut(bareText: string): boolean {
  return bareText.length >= 4 && bareText.length <= 40 && /^[\u4e00-\u9fff·（）()\d]+$/.test(bareText) && readOrganisation(bareText).path.length > 1;
}

/** 云卫〔2015〕3号 stands above a title and names no year of it. */
const DOCUMENT_NUMBER = /[〔﹝[]\d{4}[〕﹞\]]\d+号$/;

/** A line that a title can go on from: an organisation, a year, or words of the subject without an end. */
function beginsTitle(bareText: string): boolean {
  if (bareText.length > 60 || /[。；：:，,>、|]/.test(bareText) || DOCUMENT_NUMBER.test(bareText)) return false;
  return isOrganisationName(bareText) || YEAR_ALONE.test(bareText) || (yearIn(bareText) !== null && bareText.length <= 50) || bareText.includes('公开');
}

function withYearBelow(found: FoundTitle, next: Item | undefined): FoundTitle {
  if (found.parts.year !== null || next?.kind !== 'text' || !/^[（(]?[^（()）]{4,6}年?度?[）)]?$/.test(next.line.bare)) return found;
  const year = yearIn(next.line.bare);
  return year === null ? found : { parts: { ...found.parts, year: year.value }, line: joinLines(found.line, next.line), items: found.items + 1 };
}

/** Index of the report's own title: the first that names both organisation and year, else the first, before the first section with text; -1 without one. */
export function mainTitle(items: readonly Item[]): number {
  const early: number[] = [];
  let inSection = false;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]!;
    if (isTitleItem(item)) early.push(i);
    else if (item.kind === 'text' && item.heading !== null) inSection = true;
    else if (inSection) break;
  }
  const parts = (i: number): TitleParts => (items[i] as TitleItem).title;
  return early.find((i) => parts(i).organisation !== null && parts(i).year !== null) ?? early.find((i) => parts(i).year !== null) ?? early[0] ?? -1;
}

/** True for a line that reads as a report's title. */
export function isTitleItem(item: Item): item is TitleItem {
  return item.kind === 'text' && item.title !== undefined;
}

/** True when two titles cannot be of one report: another year, or another organisation. */
export function differs(a: TitleParts, b: TitleParts): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  if (a.organisation === null || b.organisation === null) return false;
  const [one, two] = [readOrganisation(a.organisation), readOrganisation(b.organisation)];
  return one.name !== two.name && !one.fullName.includes(two.name) && !two.fullName.includes(one.name);
}

/** Organisations on lines of their own: those that head the report (around `title`, an index in `items` or -1), then those that sign it at its end. */
export function signatures(items: readonly Item[], title: number): string[] {
  const near = items.slice(Math.max(0, title - 2), title < 0 ? 6 : title + 3);
  const candidates = [...near, ...items.slice(-6).reverse()].filter((item): item is TextItem => item.kind === 'text' && item.heading === null);
  return candidates.map(({ line }) => line.bare).filter((line) => line.length >= 3 && isOrganisationName(line));
}

import { officialTail } from './vocabulary.js';
import { headingOf, lineWords, type Heading } from './headings.js';
import type { Item, TextItem } from './items.js';
import { itemStyle, ladder } from './ladder.js';
import { joinLines } from './lines.js';

/**
 * Decides which lines are headings and joins headings that a line end cut.
 * First every line by itself, then by its neighbours: a level is right only when the whole series agrees.
 */
export function outline(source: readonly Item[]): readonly Item[] {
  const items: Item[] = [];
  for (const item of source) items.push(item.kind === 'text' && item.title === undefined ? { ...item, heading: headingOf(item.line, textBefore(items)) } : item);
  const joined = joinCutHeadings(items);
  dropLists(joined);
  lowerUnnumbered(joined);
  return joined;
}

/** Bare text of the running text just before; '' after a table or heading. */
function textBefore(items: readonly Item[]): string {
  const last = items[items.length - 1];
  return last?.kind === 'text' && last.heading === null && !last.apart ? last.line.bare : '';
}

/** A line end may cut an official title (…提起行政 / 诉讼情况) or, among headings of the kind （一）…。全年…, one of these. */
function joinCutHeadings(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let glued = false;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]!;
    const next = items[i + 1];
    joined.push(item);
    if (item.kind !== 'text' || item.apart) continue;
    if (item.heading?.level === 1) glued = false;
    if (item.heading?.level === 2 && item.heading.style === 'glued') glued = true;
    if ((item.heading !== null && item.heading.style !== 'alone') || next?.kind !== 'text' || next.heading !== null || next.apart) continue;
    const whole = joinedHeading(item, next, glued);
    if (whole === null) continue;
    joined[joined.length - 1] = whole;
    i += 1;
  }
  return joined;
}

function joinedHeading({ line, heading }: TextItem, next: TextItem, glued: boolean): TextItem | null {
  const number = heading?.number ?? ladder(line.bare);
  if (number === null || number.level === 3 || line.bare.length > 45 || /[。：:；]$/.test(line.bare)) return null;
  if (heading !== null && lineWords.nounEndings.some((ending) => heading.title.endsWith(ending))) return null;
  if (number.level === 1 ? !officialTail(line.bare.slice(number.length), next.line.bare) : !glued) return null;
  const whole = joinLines(line, next.line);
  const found = headingOf(whole, '');
  return found === null || found.cut <= line.text.length ? null : { kind: 'text', line: whole, heading: found };
}

/** 1. and 一是 are headings only when at least two of a kind stand alone, each with text below, and none of the kind runs into text. */
function dropLists(items: Item[]): void {
  let from = 0;
  for (let i = 0; i <= items.length; i += 1) {
    const item = items[i];
    const bounds = item === undefined || (item.kind === 'text' && item.heading !== null && item.heading.level < 3);
    if (!bounds) continue;
    judgeLists(items, from, i);
    from = i + 1;
  }
}

function judgeLists(items: Item[], from: number, to: number): void {
  const members = new Map<string, number>();
  const broken = new Set<string>();
  for (let i = from; i < to; i += 1) {
    const item = items[i]!;
    const style = item.kind === 'text' ? itemStyle(item.line.bare) : null;
    if (style === null) continue;
    const next = i + 1 < to ? items[i + 1]! : null;
    const content = next !== null && (next.kind === 'table' || (next.heading === null && itemStyle(next.line.bare) === null));
    if (item.kind === 'text' && item.heading !== null && content) members.set(style, (members.get(style) ?? 0) + 1);
    else broken.add(style);
  }
  for (let i = from; i < to; i += 1) {
    const item = items[i]!;
    if (item.kind !== 'text' || item.heading?.level !== 3 || item.heading.number === null) continue;
    const { style } = item.heading.number;
    const enough = item.heading.style === 'marked' ? 1 : 2;
    if (broken.has(style) || (members.get(style) ?? 0) < enough) items[i] = { ...item, heading: null };
  }
}

/** 主动公开情况 without number is the section only when no numbered heading names the same section. */
function lowerUnnumbered(items: Item[]): void {
  const top = (heading: Heading | null): heading is Heading => heading !== null && heading.level === 1 && heading.official !== null;
  const numbered = new Set(items.flatMap((item) => (item.kind === 'text' && top(item.heading) && item.heading.number !== null ? [item.heading.official] : [])));
  items.forEach((item, i) => {
    if (item.kind === 'text' && top(item.heading) && item.heading.number === null && numbered.has(item.heading.official)) items[i] = { ...item, heading: { ...item.heading, level: 2 } };
  });
}

import { matchesOf } from '../document/matches.js';
import type { Span } from '../document/span.js';
import { trimmed } from './characters.js';

/** Left-over marks of bold type and of web pages: they are printed nowhere, so passages leave them out. */
const MARKS = /\*\*|&(?:nbsp|ensp|emsp);|<br\s{0,4}\/?>/g;

/** `[start, end)` without marks, as places; blanks are trimmed at both ends of the whole. Empty when nothing is left. */
export function pieces(text: string, start: number, end: number): Span[] {
  const whole = trimmed(text, start, end);
  const content = text.slice(whole.start, whole.end);
  if (!/[*&<]/.test(content)) return whole.start < whole.end ? [whole] : [];
  const found: Span[] = [];
  let from = whole.start;
  const keep = (to: number): void => {
    if (from < to) found.push({ start: from, end: to });
  };
  for (const mark of matchesOf(MARKS, content)) {
    keep(whole.start + mark.index);
    from = whole.start + mark.index + mark[0].length;
  }
  keep(whole.end);
  return trimEnds(text, found);
}

function trimEnds(text: string, spans: Span[]): Span[] {
  let first = 0;
  let last = spans.length - 1;
  const blank = ({ start, end }: Span): boolean => trimmed(text, start, end).start === trimmed(text, start, end).end;
  while (first <= last && blank(spans[first]!)) first += 1;
  while (last >= first && blank(spans[last]!)) last -= 1;
  const kept = spans.slice(first, last + 1);
  if (kept.length === 0) return kept;
  const head = kept[0]!;
  kept[0] = { start: trimmed(text, head.start, head.end).start, end: head.end };
  const tail = kept[kept.length - 1]!;
  kept[kept.length - 1] = { start: tail.start, end: trimmed(text, tail.start, tail.end).end };
  return kept;
}

const PAGE_MARK = /^(?:[-—–－─―‐~·•]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－─―‐~·•]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:[\s,，/、]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?|[Pp]age\s{0,3}\d{1,4}(?:\s{0,3}of\s{0,3}\d{1,4})?)$/;
const RULE_RUN = /-{3}|={3}|_{3}|\*{3}|~{3}|`{3}|—{3}|\|:?--:?\||\|:-|-:\|/;

/** — 1 —, - 2 -, 第 3 页: what a page's foot leaves in the text. */
export function isPageMark(line: string): boolean {
  return line.length <= 30 && PAGE_MARK.test(line);
}

/** A rule (-----), the rule under a Markdown table's head, or nothing but pipes: layout, no content. */
export function isLayout(line: string): boolean {
  let pipesOnly = true;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i]!;
    if (!'|-:=_*~`— \t'.includes(character)) return false;
    if (character !== '|' && character !== ' ' && character !== '\t') pipesOnly = false;
  }
  return pipesOnly || RULE_RUN.test(line);
}

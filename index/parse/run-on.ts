import { matchesOf } from '../document/matches.js';
import type { Span } from '../document/span.js';
import { bare } from './characters.js';
import { ladder, ladderMarks } from './ladder.js';
import { makeLine, type Line } from './lines.js';
import { isOrganisationName } from './organisation.js';
import { readTitle } from './title-line.js';
import { officialNumberUnnumbered } from './vocabulary.js';

const BOLD = /\*\*([^*]{2,120})\*\*/g;
const ENDED = /[。！？；：”）]$/;

/**
 * Parts a line in which a heading ran into a paragraph: `…监督。**二、主动公开政府信息情况**`, `**（一）主动公开**全年…`, `…监督。二、主动公开政府信息情况`.
 * A page that held the whole report in one cell of a table gives all of it as one line: it is parted at its headings and numbered items, and behind its title.
 * Gives back the line itself when there is none. 一是 and 1. in bold stay: they are sentences of their paragraph.
 */
export function splitRunOn(text: string, line: Line): Line[] {
  const flat = flattened(text, line);
  const cuts = flat.length > 0 ? flat : [...boldHeadings(text, line), ...tailHeading(text, line)];
  if (cuts.length === 0) return [line];
  const places: { span: Span; heading: boolean }[] = [];
  let from = line.spans[0]!.start;
  for (const cut of cuts) {
    places.push({ span: { start: from, end: cut.start }, heading: false }, { span: cut, heading: true });
    from = cut.end;
  }
  places.push({ span: { start: from, end: line.raw.end }, heading: false });
  return places.flatMap(({ span }, i) => {
    const raw = i === 0 ? { start: line.raw.start, end: span.end } : span;
    const piece = makeLine(text, raw, span, i === 0 ? line.gap : false, i === 0 ? line.hashes : 0);
    return piece === null ? [] : [piece];
  });
}

function boldHeadings(text: string, line: Line): Span[] {
  if (line.bold || line.spans.length < 2) return [];
  const found: Span[] = [];
  const start = text.startsWith('**', line.spans[0]!.start - 2) ? line.spans[0]!.start - 2 : line.spans[0]!.start;
  const raw = text.slice(start, line.raw.end);
  for (const mark of matchesOf(BOLD, raw)) {
    const inner = bare(mark[1]!);
    const number = ladder(inner);
    if (number === null || number.level === 3 || inner.length > 45 || /[。；].|[，、；]$/.test(inner)) continue;
    const before = bare(raw.slice(Math.max(0, mark.index - 8), mark.index));
    if (mark.index > 0 && !ENDED.test(before)) continue;
    found.push({ start: start + mark.index, end: start + mark.index + mark[0].length });
  }
  return found;
}

/** The last words of a paragraph are an official heading that lost its line end. */
function tailHeading(text: string, line: Line): Span[] {
  const last = line.spans[line.spans.length - 1]!;
  const tail = text.slice(Math.max(last.start, last.end - 60), last.end);
  const stop = tail.lastIndexOf('。');
  if (stop < 0 || stop === tail.length - 1) return [];
  const words = bare(tail.slice(stop + 1));
  const number = ladder(words);
  if (number?.level !== 1 || officialNumberUnnumbered(words.slice(number.length)) === null) return [];
  return [{ start: last.end - tail.length + stop + 1, end: last.end }];
}

/** Shorter lines hold no whole section. */
const WHOLE_REPORT = 120;
const SECTION = new RegExp(`(?<=^|[\\s\\u3000。；：:])${ladderMarks.chinese}\\s*(?<title>[^\\s\\u3000。；，,：:]{2,30})(?=[\\s\\u3000。]|$)`, 'gu');
const SUBSECTION = new RegExp(`(?<=[\\s\\u3000。])${ladderMarks.bracketed}[^\\s\\u3000。；，,：:]{2,20}(?=[\\s\\u3000。])`, 'gu');
const ITEM = new RegExp(`(?<=[\\s\\u3000。；])${ladderMarks.arabic}(?=[\\u4e00-\\u9fff])`, 'gu');

/** Blanks behind which the words so far may be a title. */
const BLANKS = /[\s\u3000]+/g;
/** A title parted by blanks has no more pieces. */
const TITLE_PIECES = 4;

/** Where the title that `printed` begins with ends, when a blank parts it from what follows; 0 without one. */
function titleEnd(printed: string): number {
  const ends = [...printed.slice(0, WHOLE_REPORT).matchAll(BLANKS)].slice(0, TITLE_PIECES).map(({ index }) => index);
  return ends.find((end) => readTitle(bare(printed.slice(0, end))) !== null) ?? 0;
}

/** True for a title that says both whose report follows and of which year. A page of one paragraph has no heading that would tell as much. */
function namesItsReport(title: string): boolean {
  const parts = readTitle(title);
  return parts !== null && parts.year !== null && parts.organisation !== null && isOrganisationName(parts.organisation);
}

/** Places of the title, the headings, and the empty places before numbered items, in a line that runs on over an official heading; of the title alone in one that runs on without a heading; none in any other line. */
function flattened(text: string, line: Line): Span[] {
  if ((line.bare.length < WHOLE_REPORT && line.ranOn !== true) || line.spans.length > 1) return [];
  const { start, end } = line.spans[0]!;
  const printed = text.slice(start, end);
  const place = ({ index }: RegExpMatchArray, length: number): Span => ({ start: start + index!, end: start + index! + length });
  const sections = [...printed.matchAll(SECTION)].filter(({ groups }) => officialNumberUnnumbered(bare(groups!['title']!)) !== null).map((match) => place(match, match[0].length));
  const title = titleEnd(printed);
  if (sections.length === 0) return namesItsReport(bare(printed.slice(0, title))) ? [{ start, end: start + title }] : [];
  const others = [...(title > 0 ? [{ start, end: start + title }] : []), ...[...printed.matchAll(SUBSECTION)].map((match) => place(match, match[0].length)), ...[...printed.matchAll(ITEM)].map((match) => place(match, 0))];
  const apart = others.filter((other) => !sections.some((section) => other.start < section.end && section.start <= other.start));
  return [...sections, ...apart].sort((a, b) => a.start - b.start);
}

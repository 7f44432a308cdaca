import type { Span } from '../document/span.js';
import { bare, isBlank, trimmed } from './characters.js';
import { isLayout, isPageMark, pieces } from './marks.js';
import { isTableLabel, isValue } from './vocabulary.js';

/** A line with something printed on it. Blank lines, page marks and rules are gone; `gap` remembers that they stood before it. */
export interface Line {
  /** The line as it stands in the source, blanks and marks included. */
  readonly raw: Span;
  /** The printed places: marks (`**`, `#`, lone pipes, bullets) left out. Never empty. */
  readonly spans: readonly Span[];
  /** The slices at `spans`, joined. */
  readonly text: string;
  /** `text` without blanks, digits half-width. */
  readonly bare: string;
  /** A blank line, page mark or form feed stands before it. */
  readonly gap: boolean;
  /** Begins with the two ideographic blanks (or four narrow ones) of a new paragraph. */
  readonly indented: boolean;
  /** How many `#` stood before it. */
  readonly hashes: number;
  /** The whole line was set in bold. */
  readonly bold: boolean;
  /** What stood before, between or behind tables that ran into the same line: it may hold headings however short it is. */
  readonly ranOn?: boolean;
}

/** Cuts a text into its printed lines. Line ends: LF, CRLF, CR, form feed, vertical tab, U+0085, U+2028, U+2029. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  let at = 0;
  while (at <= text.length) {
    const end = lineEnd(text, at);
    const line: Line | null = end > at ? (readLine(text, at, end, gap) ?? strokeAfter(lines[lines.length - 1], text, at, end, gap)) : null;
    if (line !== null) lines.push(line);
    const broken = text.charCodeAt(end) === 12;
    gap = line === null || broken;
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return withoutPageNumbers(lines);
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if ((code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029) break;
    at += 1;
  }
  return at;
}

const LEAD = /^(?:>\s?)?(#{1,6}(?=[^#])|[-*+•●](?=\s[^\d\s]))?\s*/;

function readLine(text: string, lineStart: number, lineEndsAt: number, gap: boolean): Line | null {
  const whole = trimmed(text, lineStart, lineEndsAt);
  if (whole.start === whole.end) return null;
  const printed = text.slice(whole.start, whole.end);
  if (isPageMark(printed) || isLayout(printed)) return null;
  const { start, end } = printed.includes('|') ? onlyCell(text, whole) : whole;
  const lead = LEAD.exec(text.slice(start, Math.min(end, start + 12)))!;
  const hashes = lead[1]?.startsWith('#') ? lead[1].length : 0;
  return makeLine(text, { start: lineStart, end: lineEndsAt }, { start: start + lead[0].length, end }, gap, hashes);
}

/** A stroke alone is a rule, but below a label or a value of a table printed one cell a line it is a cell: nothing was counted. */
function strokeAfter(before: Line | undefined, text: string, lineStart: number, lineEndsAt: number, gap: boolean): Line | null {
  if (before === undefined || before.bare.length > LONGEST_LABEL || lineEndsAt - lineStart > MOST_STROKE) return null;
  const content = trimmed(text, lineStart, lineEndsAt);
  if (content.start === content.end || !isValue(text.slice(content.start, content.end)) || !(isValue(before.bare) || isTableLabel(before.bare))) return null;
  return makeLine(text, { start: lineStart, end: lineEndsAt }, content, gap);
}

/** No official label is longer; a stroke is one or two characters, blanks round it. */
const LONGEST_LABEL = 60;
const MOST_STROKE = 8;

/** A line that holds one text among pipes is that text: pages use tables for their layout. */
function onlyCell(text: string, whole: Span): Span {
  let only: Span | null = null;
  let from = whole.start;
  for (let i = whole.start; i <= whole.end; i += 1) {
    if (i < whole.end && text.charCodeAt(i) !== 124) continue;
    const cell = trimmed(text, from, i);
    from = i + 1;
    if (cell.start === cell.end) continue;
    if (only !== null) return whole;
    only = cell;
  }
  return only ?? whole;
}

/** The line (or part of a line) `raw` with its content at `content`. Null when only marks stand there. */
export function makeLine(text: string, raw: Span, content: Span, gap: boolean, hashes = 0): Line | null {
  const spans = pieces(text, content.start, content.end);
  if (spans.length === 0) return null;
  const joined = spans.map((span) => text.slice(span.start, span.end)).join('');
  return { raw, spans, text: joined, bare: bare(joined), gap, indented: isIndented(text, raw.start), hashes, bold: isBold(text, content.start, content.end) };
}

/** Two lines that a break parted, read as one. */
export function joinLines(first: Line, second: Line): Line {
  return { ...first, raw: { start: first.raw.start, end: second.raw.end }, spans: [...first.spans, ...second.spans], text: first.text + second.text, bare: first.bare + second.bare, bold: first.bold && second.bold };
}

function isIndented(text: string, at: number): boolean {
  let width = 0;
  for (let i = at; i < at + 8 && isBlank(text.charCodeAt(i)); i += 1) width += text.charCodeAt(i) === 0x3000 ? 2 : 1;
  return width >= 4;
}

function isBold(text: string, from: number, end: number): boolean {
  if (end - from < 5 || end - from > 200 || !text.startsWith('**', from) || !text.startsWith('**', end - 2)) return false;
  return !text.slice(from + 2, end - 2).includes('**');
}

/** A bare number alone between gaps is a page number only when it goes on counting from page to page. */
function withoutPageNumbers(lines: Line[]): Line[] {
  const lone: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (line.gap && line.bare.length <= 3 && /^\d{1,3}$/.test(line.bare) && (next === undefined || next.gap) && isProse(lines[i - 1]) && (next === undefined || isProse(next))) lone.push(i);
  });
  const counts = lone.length >= 2 && lone.every((at, n) => Number(lines[at]!.bare) === Number(lines[lone[0]!]!.bare) + n) && Number(lines[lone[0]!]!.bare) <= 2;
  if (!counts) return lines;
  const pages = new Set(lone);
  return lines.filter((_, i) => !pages.has(i));
}

/** Running text: a number between cells or short lines may be a cell itself. */
function isProse(line: Line | undefined): boolean {
  return line !== undefined && (line.bare.length > 18 || /[，。；]/.test(line.bare)) && !isTableLabel(line.bare);
}

import { breaksAWord, joined, lastCharacter } from '../joining.js';
import { raised } from '../raised.js';
import type { Glyph } from './drawing.js';

/** Characters that stand beside each other, without a wide gap between them. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** What stands on one baseline. */
export interface TextLine {
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly right: number;
  /** Parted where a gap is wider than a character and a half. */
  readonly segments: readonly Segment[];
  /** All of it, gaps as one blank. */
  readonly text: string;
  /** From left to right. */
  readonly glyphs: readonly Glyph[];
}

/** A gap of this many ems parts words; of `CELL_GAP`, cells. */
const WORD_GAP = 0.22;
const CELL_GAP = 1.5;
const AIR = 0.6;

/** Sorts characters into lines, top to bottom, each from left to right. A character drawn twice to look bold counts once. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: TextLine[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    // Raised and lowered characters belong to the line they are nearest to: half of the larger size.
    while (end < sorted.length && sorted[end]!.y - sorted[i]!.y <= Math.max(sorted[i]!.size, sorted[end]!.size) * 0.4) end += 1;
    lines.push(lineOf(once(sorted.slice(i, end).sort((a, b) => a.x - b.x))));
    i = end;
  }
  return lines;
}

function once(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const twin = kept.slice(-4).some((other) => other.text === glyph.text && Math.abs(other.x - glyph.x) < glyph.size * 0.15 && Math.abs(other.y - glyph.y) < glyph.size * 0.15);
    if (!twin) kept.push(glyph);
  }
  return kept;
}

/** A digit this much smaller than the largest character of its line, and this much of its size higher, is a footnote's number or an exponent. */
const SMALLER = 0.8;
const HIGHER = 0.15;

function withRaised(glyphs: readonly Glyph[]): readonly Glyph[] {
  const largest = glyphs.reduce((best, glyph) => (glyph.size > best.size ? glyph : best));
  const isRaised = (glyph: Glyph): boolean => glyph.size <= largest.size * SMALLER && largest.y - glyph.y >= largest.size * HIGHER;
  return glyphs.some(isRaised) ? glyphs.map((glyph) => (isRaised(glyph) ? { ...glyph, text: raised(glyph.text) } : glyph)) : glyphs;
}

function lineOf(printed: readonly Glyph[]): TextLine {
  const glyphs = withRaised(printed);
  const size = median(glyphs.map((glyph) => glyph.size));
  const segments = segmentsOf(glyphs, size * CELL_GAP);
  return { y: median(glyphs.map((glyph) => glyph.y)), size, x: segments[0]!.x, right: segments.at(-1)!.right, segments, text: segments.map(({ text }) => text).join(' '), glyphs };
}

/** Characters from left to right, parted where a gap is wider than `gap` points. */
export function segmentsOf(glyphs: readonly Glyph[], gap: number): Segment[] {
  const segments: { text: string; x: number; right: number }[] = [];
  for (const glyph of glyphs) {
    const last = segments.at(-1);
    if (last === undefined || glyph.x - last.right > gap) {
      segments.push({ text: glyph.text, x: glyph.x, right: glyph.right });
      continue;
    }
    last.text += blankBetween(last.text, glyph.text, (glyph.x - last.right) / glyph.size) + glyph.text;
    last.right = Math.max(last.right, glyph.right);
  }
  return segments;
}

/** Between a number and a Chinese character the page leaves a little air that nobody typed. `gap` in ems. */
function blankBetween(before: string, after: string, gap: number): string {
  if (gap <= WORD_GAP || breaksAWord(lastCharacter(before), after)) return '';
  return gap < AIR && !bothNarrow(before, after) ? '' : ' ';
}

const NARROW = /[\u0021-\u024f]/;
const bothNarrow = (before: string, after: string): boolean => NARROW.test(lastCharacter(before)) && NARROW.test(after);

/** The text of one cell. `edge` is where it ends at the right: a number that reaches it goes on in the next line. */
export function cellLines(glyphs: readonly Glyph[], edge: number): string {
  let text = '';
  let last: TextLine | null = null;
  for (const line of linesOf(glyphs)) {
    const shown = line.segments.map((segment) => segment.text);
    const cutNumber = last !== null && edge - last.right < last.size && /^[\d.,]+$/.test(last.text) && /^[\d.,]+$/.test(line.text);
    text = cutNumber ? text + joined(shown) : joined([text, ...shown]);
    last = line;
  }
  return text;
}

/** The middle value, of two the upper one; 0 of nothing. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

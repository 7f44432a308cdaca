import type { Span } from '../document/span.js';
import { bare, trimmed } from './characters.js';
import type { Line } from './lines.js';
import { isTableLabel, isValue } from './vocabulary.js';

/** A line read as a row. `sure` rows make a table by themselves; the others only beside sure ones. */
export interface Row {
  /** Trimmed; `start === end` for an empty cell. */
  readonly cells: readonly Span[];
  readonly sure: boolean;
}

/** Reads a line as cells parted by tabs, pipes or (labels with numbers only) blanks. Null for a line of running text. */
export function rowOf(text: string, line: Line): Row | null {
  const raw = text.slice(line.raw.start, line.raw.end);
  if (raw.includes('\t')) return tabbed(text, line);
  if (raw.includes('|')) return piped(text, line);
  return spaced(text, line);
}

function split(text: string, { start, end }: Span, separator: number): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i += 1) {
    if (i < end && text.charCodeAt(i) !== separator) continue;
    cells.push(trimmed(text, from, i));
    from = i + 1;
  }
  return cells;
}

const filled = (cells: readonly Span[]): number => cells.filter(({ start, end }) => start < end).length;
const NUMBER_ALONE = /^(?:[一二三四五六七八九十]{1,3}[、．.]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.]|[#•●■◆·-])$/;

function tabbed(text: string, line: Line): Row {
  const cells = split(text, line.raw, 9);
  const count = filled(cells);
  if (count <= 1) {
    // Leading tabs indent a paragraph and one trailing tab is a slip; two trailing ones are empty cells.
    const last = cells.length - 1;
    const trailing = cells[last]!.start === cells[last]!.end && last >= 1 && cells[last - 1]!.start === cells[last - 1]!.end;
    return { cells, sure: trailing && line.bare.length <= 60 };
  }
  const shown = cells.filter(({ start, end }) => start < end).map(({ start, end }) => text.slice(start, Math.min(end, start + 200)));
  const numbered = count === 2 && NUMBER_ALONE.test(bare(shown[0]!)) && !isValue(bare(shown[1]!));
  const prose = shown.some((cell) => cell.length > 80 && /[。；]/.test(cell));
  return { cells, sure: !numbered && !prose };
}

function piped(text: string, line: Line): Row {
  const whole = trimmed(text, line.raw.start, line.raw.end);
  const opens = text.charCodeAt(whole.start) === 124;
  const closes = text.charCodeAt(whole.end - 1) === 124;
  const cells = split(text, { start: whole.start + (opens ? 1 : 0), end: Math.max(whole.start + 1, whole.end - (closes ? 1 : 0)) }, 124);
  const prose = cells.some(({ start, end }) => end - start > 200);
  return { cells, sure: filled(cells) >= 2 && (opens || closes || cells.length >= 3) && !prose };
}

/** Text made from a page's picture keeps only blanks: `规章 0 0 0`. Taken for a row only where its words say so. */
function spaced(text: string, line: Line): Row | null {
  if (line.text.length > 160 || line.spans.length > 1 || !/[\s\u3000]/.test(line.text)) return null;
  const { start, end } = line.spans[0]!;
  const tokens = [...text.slice(start, end).matchAll(/[^\s\u3000]+/g)].map((token) => ({ start: start + token.index, end: start + token.index + token[0].length }));
  if (tokens.length < 2) return null;
  const word = (token: Span): string => bare(text.slice(token.start, token.end));
  let values = 0;
  while (values < tokens.length && isValue(word(tokens[tokens.length - 1 - values]!))) values += 1;
  const head = tokens.slice(0, tokens.length - values);
  if (values === 0) return head.length >= 2 && head.every((token) => isTableLabel(word(token))) ? { cells: head, sure: false } : null;
  if (head.length === 0) return values >= 4 ? { cells: tokens, sure: false } : null;
  const label = { start: head[0]!.start, end: head[head.length - 1]!.end };
  const known = isTableLabel(word(label)) || isTableLabel(word(head[head.length - 1]!));
  return known || values >= 4 ? { cells: [label, ...tokens.slice(tokens.length - values)], sure: known } : null;
}

import { gathered } from '../document/gathered.js';
import { matchesOf } from '../document/matches.js';
import type { Span } from '../document/span.js';
import { bare, COUNTING, trimmed } from './characters.js';
import type { Line } from './lines.js';
import { isTableLabel, isUnit, isValue } from './vocabulary.js';

/** A line read as a row. `sure` rows make a table by themselves; the others only beside sure ones. */
export interface Row {
  /** Trimmed; `start === end` for an empty cell. */
  readonly cells: readonly Span[];
  readonly sure: boolean;
  /** Of a row parted by blanks: every cell is a word that official tables print, or words and values stand far apart. */
  readonly holds?: 'labels' | 'values';
}

/** Reads a line as cells parted by tabs, pipes or (labels with numbers only) blanks. Null for a line of running text. */
export function rowOf(text: string, line: Line): Row | null {
  const raw = text.slice(line.raw.start, line.raw.end);
  if (raw.includes('\t')) return tabbed(text, line);
  if (raw.includes('|')) return piped(text, line);
  return barred(text, line, raw) ?? spaced(text, line);
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
const NUMBER_ALONE = new RegExp(`^(?:${COUNTING}{1,3}[、．.]?|[（(](?:${COUNTING}|\\d){1,3}[）)]|\\d{1,2}[、．.]|[#•●■◆·-])$`);

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

/** Other marks that part cells: ｜, the bar of a drawn frame, and a wide stroke. */
const OTHER_BARS = ['\uff5c', '\u2502', '\uff0f'] as const;

/** 规章／0／0／2: a row where all that the marks part are words and values of official tables, one value at least behind the first. */
function barred(text: string, line: Line, raw: string): Row | null {
  const mark = OTHER_BARS.find((bar) => raw.includes(bar));
  if (mark === undefined || line.text.length > LONGEST_SPACED) return null;
  const cells = split(text, line.raw, mark.charCodeAt(0)).filter(({ start, end }, i, all) => start < end || (i > 0 && i < all.length - 1));
  const words = cells.map(({ start, end }) => bare(text.slice(start, end)));
  if (cells.length < 2 || !words.every((word) => word === '' || isTableLabel(word) || isValue(word) || isUnit(word))) return null;
  const values = words.filter(isValue).length;
  return { cells, sure: values > 0 && isTableLabel(words[0]!), ...(values === 0 && { holds: 'labels' as const }), ...(values === words.length && { holds: 'values' as const }) };
}

const TOKEN = /[^\s\u3000]+/g;

/** Text made from a page's picture keeps only blanks: `规章 0 0 0`, `申请总数 条 10 5 5`. Taken for a row only where its words say so. */
function spaced(text: string, line: Line): Row | null {
  if (line.text.length > LONGEST_SPACED || line.spans.length > 1 || !/[\s\u3000]/.test(line.text)) return null;
  const { start, end } = line.spans[0]!;
  const tokens = gathered(matchesOf(TOKEN, text.slice(start, end)), (token) => withoutGluedValue(text, { start: start + token.index, end: start + token.index + token[0].length }));
  if (tokens.length < 2 || tokens.length > MOST_TOKENS) return null;
  const words = tokens.map((token) => bare(text.slice(token.start, token.end)));
  let tail = tokens.length;
  let values = 0;
  while (tail > 0 && (isValue(words[tail - 1]!) || isUnit(words[tail - 1]!))) {
    tail -= 1;
    if (!isUnit(words[tail]!)) values += 1;
  }
  const labels = labelsOf(tokens.slice(0, tail), words);
  const known = labels.filter((label) => label.known).length;
  const heads = known === labels.length;
  if (values === 0) return tail === tokens.length && labels.length >= 2 && (heads || arePieces(text, labels)) ? { cells: labels, sure: false, ...(heads && { holds: 'labels' }) } : null;
  if (tail === 0) return values >= 4 ? { cells: tokens, sure: false } : null;
  // A piece of a cut label stands in its own column; a sentence that ends in a number does not.
  const apart = tokens[tail]!.start - tokens[tail - 1]!.end >= WIDE && arePieces(text, labels);
  if (known === 0 && values < 4 && !apart) return null;
  const cells = known > 0 || apart ? labels : [{ start: tokens[0]!.start, end: tokens[tail - 1]!.end }];
  return { cells: [...cells, ...tokens.slice(tail)], sure: labels[labels.length - 1]!.known, ...(apart && { holds: 'values' }) };
}

const ENDS_IN_DIGITS = /[^\d.,，]\d+$/;

/** 规章0 0 2: a known label whose first value is glued to it. */
function withoutGluedValue(text: string, token: Span): Span[] {
  const word = text.slice(token.start, token.end);
  const at = ENDS_IN_DIGITS.exec(word)?.index;
  if (at === undefined || isTableLabel(bare(word)) || !isTableLabel(bare(word.slice(0, at + 1)))) return [token];
  return [{ start: token.start, end: token.start + at + 1 }, { start: token.start + at + 1, end: token.end }];
}

/** No row of a form has more pieces; keeps the search for labels cheap. */
const MOST_TOKENS = 60;
/** No label falls into more pieces (总 计, 1. 属于国家秘密). */
const MOST_PIECES = 6;

/** Blanks that part columns of a page set in one width. */
const WIDE = 2;
/** Width of the widest column of labels. */
const LONGEST_PIECE = 24;
/** Fifteen columns set in one width, with room. */
const LONGEST_SPACED = 600;

/** True for what narrow columns leave of labels under one another: few short words far apart, none of them a sentence. */
function arePieces(text: string, cells: readonly Span[]): boolean {
  return cells.length <= 3 && cells.every(({ start, end }, i) => end - start <= LONGEST_PIECE && (i === 0 || start - cells[i - 1]!.end >= WIDE) && !/[。；]/.test(text.slice(start, end)));
}

/** Puts pieces together where together they are a known label: 总 计. Each piece stands in exactly one cell; unknown neighbours share one, unless a wide gap parts them. */
function labelsOf(tokens: readonly Span[], words: readonly string[]): (Span & { readonly known: boolean })[] {
  const found: (Span & { known: boolean })[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = Math.min(tokens.length, i + MOST_PIECES);
    while (end > i && !isTableLabel(words.slice(i, end).join(''))) end -= 1;
    // Words that begin with a long label are that label: what is a label by itself is no part of it.
    for (let k = i + 1; k < end; k += 1) if (isTableLabel(words[k]!) && isTableLabel(words.slice(i, k).join(''))) end = k;
    const known = end > i;
    if (!known) end = i + 1;
    const before = found[found.length - 1];
    const cell = { start: tokens[i]!.start, end: tokens[end - 1]!.end, known };
    if (before !== undefined && !known && !before.known && cell.start - before.end < WIDE) found[found.length - 1] = { start: before.start, end: cell.end, known: false };
    else found.push(cell);
    i = end;
  }
  return found;
}

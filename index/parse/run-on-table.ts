import { matchesOf } from '../document/matches.js';
import type { Span } from '../document/span.js';
import { bare, trimmed } from './characters.js';
import { ladder } from './ladder.js';
import { makeLine, type Line } from './lines.js';
import { isTableLabel, isUnit, isValue, officialNumber, officialNumberUnnumbered } from './vocabulary.js';

/** What a piece of a line can be to a table. `heading`: a section's; `stop`: running text, past which no table goes. */
type Kind = 'label' | 'value' | 'unit' | 'words' | 'heading' | 'stop';

interface Piece extends Span {
  readonly kind: Kind;
  /** A number of a list stands before its words: the head of a group of rows, or a row. */
  readonly numbered: boolean;
}

/** A row of a form is no longer than this, or holds fewer pieces. */
const SHORTEST = 40;
const LEAST_PIECES = 8;
/** Fewer values are a sentence's numbers set apart by blanks. */
const LEAST_VALUES = 3;
/** So many labels with values behind them stand in no row of a form. */
const LEAST_ROWS = 3;
/** The widest row of a form with its labels. */
const WIDEST_ROW = 20;
/** More values behind one label than any row with a label has: they belong to the heads above, as in the table of disputes. */
const MOST_VALUES = 7;
/** No label falls into more pieces (总 计, 1. 属于国家秘密). */
const MOST_PARTS = 4;
const LONGEST_WORDS = 45;
const LONGEST_VALUE = 25;
const SENTENCE = /[。；！？，：!?;]/;

/**
 * Parts a line into which whole tables ran (a page that gives a table, or the whole report, as one line) at the rows: a label with the values
 * behind it, the heads above. What parts the cells are blanks, tabs or pipes. Gives back the line itself when it holds no more than one row.
 * Every printed character stays in exactly one of the lines. Time grows with the length of the line.
 */
export function partTables(text: string, line: Line): Line[] {
  if (line.text.length < SHORTEST || line.spans.length > 1 || line.hashes > 0 || !mayHoldPieces(text, line.raw)) return [line];
  const separator = separatorOf(text.slice(line.raw.start, line.raw.end));
  const tokens = tokensOf(text, line, separator);
  if (tokens.length < LEAST_PIECES || !mayHoldRows(text, tokens)) return [line];
  const found = piecesOf(text, tokens, separator === ' ');
  const regions = regionsOf(found);
  const rows = regions.flatMap(({ first, last }) => rowsOf(found.slice(first, last + 1)));
  const valued = rows.filter((row) => row.some(({ kind }) => kind === 'value')).length;
  if (valued < LEAST_ROWS && !(rows.length > 1 && found.length > WIDEST_ROW)) return [line];
  return linesOf(text, line, rows, separator);
}

const PARTS = /[|\s]+/g;

/** False where too few blanks and bars stand for the pieces of a table: most lines are sentences. */
function mayHoldPieces(text: string, { start, end }: Span): boolean {
  PARTS.lastIndex = start;
  for (let parts = 1; parts < LEAST_PIECES; parts += 1) {
    const match = PARTS.exec(text);
    if (match === null || match.index >= end) return false;
  }
  return true;
}

type Separator = '|' | '\t' | ' ';

function separatorOf(raw: string): Separator {
  if (raw.indexOf('|') !== raw.lastIndexOf('|')) return '|';
  return raw.includes('\t') ? '\t' : ' ';
}

const BETWEEN: Readonly<Record<Separator, RegExp>> = { '|': /[^|]+/g, '\t': /[^\t]+/g, ' ': /[^\s\u3000]+/g };

function tokensOf(text: string, line: Line, separator: Separator): Span[] {
  const { start, end } = separator === ' ' ? line.spans[0]! : line.raw;
  return matchesOf(BETWEEN[separator], text.slice(start, end)).map((token) => trimmed(text, start + token.index, start + token.index + token[0].length)).filter((token) => token.start < token.end);
}

/** False for too few values, and for one row: its label, then its values. */
function mayHoldRows(text: string, tokens: readonly Span[]): boolean {
  let values = 0;
  let goesOn = tokens.length > WIDEST_ROW;
  for (const { start, end } of tokens) {
    const word = end - start < LONGEST_VALUE ? bare(text.slice(start, end)) : null;
    if (word !== null && isValue(word)) values += 1;
    else if (values > 0 && (word === null || !isUnit(word))) goesOn = true;
  }
  return goesOn && values >= LEAST_VALUES;
}

/** The tokens as pieces of a table; those that are a label only together (where `parted` by blanks) are one. */
function piecesOf(text: string, tokens: readonly Span[], parted: boolean): Piece[] {
  const words = tokens.map(({ start, end }) => bare(text.slice(start, Math.min(end, start + 2 * LONGEST_WORDS))));
  const found: Piece[] = [];
  for (let i = 0; i < tokens.length; ) {
    const kind = kindOf(words[i]!);
    let end = i + 1;
    if (kind === 'words' && parted) {
      for (let last = Math.min(tokens.length, i + MOST_PARTS); last > i + 1; last -= 1) {
        if (!isTableLabel(words.slice(i, last).join(''))) continue;
        end = last;
        break;
      }
    }
    found.push({ start: tokens[i]!.start, end: tokens[end - 1]!.end, kind: end > i + 1 ? 'label' : kind, numbered: kind === 'heading' || ladder(words[i]!) !== null });
    i = end;
  }
  return found;
}

function kindOf(word: string): Kind {
  if (isValue(word)) return 'value';
  if (isUnit(word)) return 'unit';
  if (isTableLabel(word)) return 'label';
  if (word.length > LONGEST_WORDS || SENTENCE.test(word)) return 'stop';
  const number = ladder(word);
  return officialNumberUnnumbered(word) !== null || (number?.level === 1 && officialNumber(word.slice(number.length)) !== null) ? 'heading' : 'words';
}

/** Runs of pieces that are tables: from the first label to the last value. Unknown words are part of them where a value or a label goes on behind them, a heading where a label does. */
function regionsOf(found: readonly Piece[]): { readonly first: number; readonly last: number }[] {
  const regions: { first: number; last: number }[] = [];
  for (let i = 0; i < found.length; i += 1) {
    if (found[i]!.kind !== 'label') continue;
    let last = i;
    let values = 0;
    let at = i;
    for (; at < found.length; at += 1) {
      const { kind } = found[at]!;
      if (kind === 'stop' || (kind === 'words' && !goesOn(found, at)) || (kind === 'heading' && found[at + 1]?.kind !== 'label')) break;
      if (kind === 'value') values += 1;
      if (kind === 'value' || kind === 'unit') last = at;
    }
    if (values >= LEAST_VALUES) regions.push({ first: i, last });
    i = Math.max(i, at - 1);
  }
  return regions;
}

function goesOn(found: readonly Piece[], at: number): boolean {
  const next = found[at + 1]?.kind;
  return next === 'value' || next === 'unit' || next === 'label';
}

/** Where each row of a region begins, and where its last piece ends: the heads, then each label with the values behind it. */
function rowsOf(region: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (let i = 0; i < region.length; ) {
    let label = i;
    while (label < region.length && isText(region[label]!)) label += 1;
    let end = label;
    while (end < region.length && !isText(region[end]!)) end += 1;
    const values = region.slice(label, end).filter(({ kind }) => kind === 'value').length;
    const from = values > MOST_VALUES || label === i ? label : label - 1;
    rows.push(...headsOf(region.slice(i, from)));
    if (end > from) rows.push(region.slice(from, end));
    i = end;
  }
  return rows;
}

/** Heads stand in one row, the label of a group of rows in a row of its own. */
function headsOf(texts: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  texts.forEach((piece, i) => {
    if (i === 0 || piece.numbered || texts[i - 1]!.numbered) rows.push([piece]);
    else rows[rows.length - 1]!.push(piece);
  });
  return rows;
}

function isText({ kind }: Piece): boolean {
  return kind === 'label' || kind === 'words' || kind === 'heading';
}

/** The rows as lines, and what stands before, between and behind them as lines that ran on. */
function linesOf(text: string, line: Line, rows: readonly (readonly Piece[])[], separator: Separator): Line[] {
  const lines: Line[] = [];
  let at = line.raw.start;
  const add = (start: number, end: number, raw: Span, ranOn: boolean): void => {
    const made = makeLine(text, raw, { start, end }, lines.length === 0 ? line.gap : false, 0);
    if (made !== null) lines.push(ranOn ? { ...made, ranOn } : made);
  };
  const between = (start: number, end: number): void => {
    const words = text.slice(start, end);
    const from = separator === ' ' ? Math.max(line.spans[0]!.start - start, 0) : 0;
    const lead = /^[\s|]*/.exec(words.slice(from))![0].length;
    const kept = words.slice(from + lead).replace(/[\s|]+$/, '');
    if (kept !== '') add(start + from + lead, start + from + lead + kept.length, { start, end }, true);
  };
  rows.forEach((row, i) => {
    const [first, last] = [row[0]!, row[row.length - 1]!];
    between(at, first.start);
    const next = rows[i + 1]?.[0]?.start ?? line.raw.end;
    // A bar behind its last cell, or before its first, shows that the row is one.
    const barred = separator === '|' && row.length > 1;
    const closing = barred ? text.indexOf('|', last.end) + 1 : 0;
    const end = closing > 0 && closing <= next ? closing : last.end;
    const start = barred && end === last.end ? Math.max(line.raw.start, text.lastIndexOf('|', first.start)) : first.start;
    add(first.start, last.end, { start, end }, false);
    at = end;
  });
  between(at, line.raw.end);
  return lines;
}

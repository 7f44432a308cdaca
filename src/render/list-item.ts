import type { Inline } from '../../intents/mod.js';

/** Composers begin the items of a list with this mark, or count them. */
const MARK = /^\s*· /u;
const ORDINAL = /^\s*(\d+)\. $/u;
const COLON = /[\s：:，,]+$/u;
const DIGIT = /\p{Nd}/u;

/** A list with fewer values is read sooner as lines than as a table. */
export const LEAST_ROWS = 4;

/** An item of a list with a value: what it is of, its value, what is said beside it. */
export interface ValuedItem {
  /** Its number where the list counts; else null. */
  readonly ordinal: string | null;
  readonly label: readonly Inline[];
  readonly value: Exclude<Inline, string>;
  readonly rest: readonly Inline[];
}

/** Inlines cut at line feeds; lines that say nothing fall away. */
export function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== 'string') lines.at(-1)!.push(inline);
    else for (const [i, piece] of inline.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (piece !== '') lines.at(-1)!.push(piece);
    }
  }
  return lines.filter((line) => wordsOf(line).trim() !== '');
}

/** The list that a line is an item of: one that counts keeps its numbers as they are, since an order stands on them. */
export function listOf([first]: readonly Inline[]): 'marked' | 'counted' | null {
  if (typeof first === 'string') return MARK.test(first) ? 'marked' : null;
  return first?.type === 'counted' && ORDINAL.test(first.text) ? 'counted' : null;
}

/** An item without the mark that it begins with; one that counts keeps its number. */
export function withoutMark([first, ...more]: readonly Inline[]): Inline[] {
  if (first === undefined) return [];
  const begun = typeof first === 'string' ? first.replace(MARK, '') : first;
  return begun === '' ? more : [begun, ...more];
}

/**
 * A line as an item with a value: the first number that is cited or derived, else the first that is counted over what is held. Years and names that
 * hold digits are counted over the report and no values. Null for any other line.
 */
export function valuedItem(line: readonly Inline[]): ValuedItem | null {
  const list = listOf(line);
  if (list === null) return null;
  const [first, ...more] = line;
  const pieces = list === 'counted' ? more : withoutMark(line);
  const isNumber = (piece: Inline): piece is Exclude<Inline, string> => typeof piece !== 'string' && DIGIT.test(piece.text);
  const stated = pieces.findIndex((piece) => isNumber(piece) && (piece.type === 'cited' || piece.type === 'derived'));
  const at = stated >= 0 ? stated : pieces.findIndex((piece) => isNumber(piece) && piece.type === 'counted' && piece.basis === 'held');
  const value = pieces[at];
  if (value === undefined || typeof value === 'string') return null;
  return { ordinal: list === 'counted' && typeof first === 'object' ? ORDINAL.exec(first.text)![1]! : null, label: trimmedEnd(pieces.slice(0, at)), value, rest: trimmedStart(pieces.slice(at + 1)) };
}

/** The words of inlines as they stand. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
}

/** Words that introduce a value or a list, without the colon that does so. */
export function withoutColon(words: string): string {
  return words.replace(COLON, '');
}

function trimmedEnd(pieces: readonly Inline[]): Inline[] {
  const last = pieces.at(-1);
  return typeof last === 'string' ? [...pieces.slice(0, -1), withoutColon(last)].filter((piece) => piece !== '') : [...pieces];
}

function trimmedStart([first, ...more]: readonly Inline[]): Inline[] {
  if (first === undefined) return [];
  return [...(typeof first === 'string' ? [first.trimStart()].filter((piece) => piece !== '') : [first]), ...more];
}

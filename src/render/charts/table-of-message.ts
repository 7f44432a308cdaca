import type { Inline } from '../../../intents/mod.js';
import type { Message } from '../message.js';
import type { TableData } from './table.js';
import { chartWord } from './words.js';

/** Composers begin the items of a list with this mark, or count them. */
const MARK = /^\s*· /u;
const ORDINAL = /^\s*(\d+)\. $/u;
const COLON = /[\s：:，,]+$/u;
const DIGIT = /\p{Nd}/u;

interface Item {
  readonly ordinal: string | null;
  readonly label: string;
  readonly value: string;
  readonly rest: string;
}

/** The longest list of a message as a table. Null when the message has no list of values. */
export function tableOfMessage(message: Pick<Message, 'blocks' | 'citations' | 'lang'>): TableData | null {
  return tableWithin(message)?.table ?? null;
}

/**
 * The longest list of a message as a table: what each item is of, its value, what is said beside it. The line before the list is its title, the lines
 * after it are notes. `from` and `to` (exclusive) say which of the message's lines it stands for, counted over `linesOf` of its text blocks.
 */
export function tableWithin({ blocks, citations, lang }: Pick<Message, 'blocks' | 'citations' | 'lang'>): { readonly table: TableData; readonly from: number; readonly to: number } | null {
  const lines = blocks.flatMap((block) => (block.type === 'text' ? linesOf(block.inlines) : []));
  const { from, to } = longestList(lines.map(itemOf));
  if (to === from) return null;
  const items = lines.slice(from, to).flatMap((line) => itemOf(line) ?? []);
  const counted = items.every(({ ordinal }) => ordinal !== null);
  const noted = items.some(({ rest }) => rest !== '');
  const cited = new Set(lines.slice(from, to).flatMap((line) => line.flatMap((inline) => (typeof inline !== 'string' && inline.type === 'cited' ? [inline.citation] : []))));
  const table: TableData = {
    title: from === 0 ? '' : wordsOf(lines[from - 1]!).replace(COLON, ''),
    columns: [
      ...(counted ? [{ name: chartWord(lang, 'row'), align: 'end' as const }] : []),
      { name: chartWord(lang, 'item'), align: 'start' },
      { name: chartWord(lang, 'value'), align: 'end' },
      ...(noted ? [{ name: chartWord(lang, 'remark'), align: 'start' as const }] : []),
    ],
    rows: items.map(({ ordinal, label, value, rest }) => [...(counted ? [ordinal!] : []), label, value, ...(noted ? [rest] : [])]),
    notes: lines.slice(to).filter((line) => itemOf(line) === null).map(wordsOf),
    citations: citations.filter((_, i) => cited.has(i)),
    lang,
  };
  return { table, from, to };
}

/** The lines of a text block that say something. */
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

/**
 * An item of a list with a value: the first number that is cited or derived, else the first that is counted over what is held; what follows is said
 * beside it. Years and names that hold digits are counted over the report and no values. Null for any other line.
 */
function itemOf(line: readonly Inline[]): Item | null {
  const [first, ...more] = line;
  const ordinal = typeof first === 'object' && first.type === 'counted' ? ORDINAL.exec(first.text) : null;
  if (ordinal === null && !(typeof first === 'string' && MARK.test(first))) return null;
  const pieces = ordinal === null ? [(first as string).replace(MARK, ''), ...more] : more;
  const isNumber = (piece: Inline): piece is Exclude<Inline, string> => typeof piece !== 'string' && DIGIT.test(piece.text);
  const stated = pieces.findIndex((piece) => isNumber(piece) && (piece.type === 'cited' || piece.type === 'derived'));
  const value = stated >= 0 ? stated : pieces.findIndex((piece) => isNumber(piece) && piece.type === 'counted' && piece.basis === 'held');
  if (value < 0) return null;
  return { ordinal: ordinal?.[1] ?? null, label: wordsOf(pieces.slice(0, value)).trim().replace(COLON, ''), value: wordsOf(pieces.slice(value, value + 1)), rest: wordsOf(pieces.slice(value + 1)).trim() };
}

function longestList(items: readonly (Item | null)[]): { readonly from: number; readonly to: number } {
  let longest = { from: 0, to: 0 };
  let from = 0;
  for (let i = 0; i <= items.length; i += 1) {
    if (i < items.length && items[i] !== null) continue;
    if (i - from > longest.to - longest.from) longest = { from, to: i };
    from = i + 1;
  }
  return longest;
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
}

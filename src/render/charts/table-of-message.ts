import { linesOf, valuedItem, withoutColon, wordsOf, type ValuedItem } from '../list-item.js';
import type { Message } from '../message.js';
import type { TableData } from './table.js';
import { chartWord } from './words.js';

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
  const { from, to } = longestList(lines.map(valuedItem));
  if (to === from) return null;
  const items = lines.slice(from, to).flatMap((line) => valuedItem(line) ?? []);
  const counted = items.every(({ ordinal }) => ordinal !== null);
  const noted = items.some(({ rest }) => wordsOf(rest).trim() !== '');
  const cited = new Set(lines.slice(from, to).flatMap((line) => line.flatMap((inline) => (typeof inline !== 'string' && inline.type === 'cited' ? [inline.citation] : []))));
  const table: TableData = {
    title: from === 0 ? '' : withoutColon(wordsOf(lines[from - 1]!)),
    columns: [
      ...(counted ? [{ name: chartWord(lang, 'row'), align: 'end' as const }] : []),
      { name: chartWord(lang, 'item'), align: 'start' },
      { name: chartWord(lang, 'value'), align: 'end' },
      ...(noted ? [{ name: chartWord(lang, 'remark'), align: 'start' as const }] : []),
    ],
    rows: items.map(({ ordinal, label, value, rest }) => [...(counted ? [ordinal!] : []), wordsOf(label).trim(), value.text, ...(noted ? [wordsOf(rest).trim()] : [])]),
    notes: lines.slice(to).filter((line) => valuedItem(line) === null).map(wordsOf),
    citations: citations.filter((_, i) => cited.has(i)),
    lang,
  };
  return { table, from, to };
}

function longestList(items: readonly (ValuedItem | null)[]): { readonly from: number; readonly to: number } {
  let longest = { from: 0, to: 0 };
  let from = 0;
  for (let i = 0; i <= items.length; i += 1) {
    if (i < items.length && items[i] !== null) continue;
    if (i - from > longest.to - longest.from) longest = { from, to: i };
    from = i + 1;
  }
  return longest;
}

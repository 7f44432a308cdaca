import type { Lang } from '../../index/mod.js';
import type { Inline } from '../../intents/mod.js';
import { chartWord } from './charts/words.js';
import { markup, type Markup } from './html-markup.js';
import { LEAST_ROWS, valuedItem, withoutMark, wordsOf, type ValuedItem } from './list-item.js';

/** An item of a list: its line, and those that belong to it. */
export interface ListedItem {
  readonly list: 'marked' | 'counted';
  readonly lines: (readonly Inline[])[];
}

/** What a list needs of the answer around it. */
export interface ListSurroundings {
  readonly show: (inline: Inline) => Markup;
  readonly lang: Lang;
  /** What the list is of; '' where nothing introduces it. */
  readonly title: string;
}

/** A list of an answer: as a table where it sets enough values below each other, else as a list. */
export function listHtml(items: readonly ListedItem[], surroundings: ListSurroundings): Markup {
  const rows = items.flatMap(({ lines: [line = [], ...more] }) => {
    const item = valuedItem(line);
    // A row that nothing names would be a number out of nowhere.
    return item === null || wordsOf(item.label).trim() === '' ? [] : [{ item, more }];
  });
  if (rows.length === items.length && rows.length >= LEAST_ROWS) return tableHtml(rows, surroundings);
  const { show } = surroundings;
  const itemHtml = ({ lines: [line = [], ...more] }: ListedItem): Markup => markup`<li>${withoutMark(line).map(show)}${more.map((one) => markup`<br>${one.map(show)}`)}</li>`;
  return markup`<ul${items[0]?.list === 'counted' ? markup` class="counted"` : ''}>${items.map(itemHtml)}</ul>`;
}

interface Row {
  readonly item: ValuedItem;
  /** Lines that belong to it. */
  readonly more: readonly (readonly Inline[])[];
}

function tableHtml(rows: readonly Row[], { show, lang, title }: ListSurroundings): Markup {
  const counted = rows.every(({ item }) => item.ordinal !== null);
  const noted = rows.some(({ item, more }) => item.rest.length + more.length > 0);
  const head = (word: 'row' | 'item' | 'value' | 'remark'): Markup => markup`<th scope="col"${word === 'row' || word === 'value' ? markup` class="value"` : ''}>${chartWord(lang, word)}</th>`;
  const beside = ({ item, more }: Row): Markup => markup`${item.rest.map(show)}${more.map((line, n) => markup`${n + item.rest.length === 0 ? '' : markup`<br>`}${line.map(show)}`)}`;
  const row = (one: Row): Markup => markup`<tr>${counted ? markup`<td class="value">${one.item.ordinal}</td>` : ''}<th scope="row">${one.item.label.map(show)}</th><td class="value">${show(one.item.value)}</td>${noted ? markup`<td class="words">${beside(one)}</td>` : ''}</tr>`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${title === '' ? chartWord(lang, 'value') : title}"><table class="grid values"><thead><tr>${counted ? head('row') : ''}${head('item')}${head('value')}${noted ? head('remark') : ''}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
}

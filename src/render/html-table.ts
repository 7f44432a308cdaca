import type { Cell, Span, Table } from '../../index/mod.js';
import { heightClass, tableHeight } from './html-height.js';

/** Writes a cell's content; called once a cell, in reading order. */
export type CellWriter = (cell: Cell) => string;

/** A piece of a report's page, and about how high it will be, in rem. */
export interface Part {
  readonly html: string;
  readonly rem: number;
}

/** What stands in one box of the page's table: a cell, or the labels of a head that share one. */
interface Box {
  readonly cells: readonly Cell[];
  readonly columns: number;
  readonly value: boolean;
}

interface Line {
  readonly heading: boolean;
  readonly boxes: readonly Box[];
}

/**
 * A table as found, laid out so that the values of its rows stand below each other: rows of such reports have one to four labels before the
 * same values, so a short row is widened at its last label; a dump with one cell a line is folded into rows of a label and its values. That is
 * layout only: no value changes its order, and none is joined with another.
 * `holdsFigure` says whether a figure stands within a span.
 */
export function tablePart(table: Table, write: CellWriter, holdsFigure: (span: Span) => boolean): Part {
  const isValue = (cell: Cell): boolean => cell.spans !== null && (!/\p{L}/u.test(cell.text) || cell.spans.some(holdsFigure));
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const lines = width === 1 ? foldedColumn(table.rows.flat(), isValue) : table.rows.map((row) => lineOf(row, width, isValue));
  const rem = tableHeight(lines.length);
  const rows = lines.map((line) => `<tr>${line.boxes.map((box) => boxHtml(box, line.heading, write)).join('')}</tr>`).join('');
  return { html: `<div class="scroll ${heightClass(rem)}" tabindex="0" role="group"><table>${rows}</table></div>`, rem };
}

function lineOf(row: readonly Cell[], width: number, isValue: (cell: Cell) => boolean): Line {
  const heading = !row.some(isValue);
  const missing = width - row.length;
  const firstValue = row.findIndex(isValue);
  const wide = heading ? 0 : Math.max(0, firstValue - 1);
  const boxes = row.map((cell, n): Box => ({ cells: [cell], columns: n === wide ? 1 + missing : 1, value: isValue(cell) }));
  return { heading, boxes: heading ? joinedHeads(boxes) : boxes };
}

/** In a head, the empty cells right of a label belong to it. */
function joinedHeads(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const before = joined.at(-1);
    if (before !== undefined && before.cells[0]!.text !== '' && box.cells[0]!.text === '') joined[joined.length - 1] = { ...before, columns: before.columns + box.columns };
    else joined.push(box);
  }
  return joined;
}

/** One cell a line: a label begins a row, the values after it stand beside it; of several labels the last is the row's, the others share a head. */
function foldedColumn(cells: readonly Cell[], isValue: (cell: Cell) => boolean): Line[] {
  const rows: { labels: Cell[]; values: Cell[] }[] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last === undefined || (cell.text !== '' && !isValue(cell) && last.values.length > 0)) rows.push(isValue(cell) ? { labels: [], values: [cell] } : { labels: [cell], values: [] });
    else if (cell.text === '' || isValue(cell)) last.values.push(cell);
    else last.labels.push(cell);
  }
  const width = 1 + rows.reduce((most, { values }) => Math.max(most, values.length), 0);
  return rows.flatMap(({ labels, values }): Line[] => {
    const heads = values.length === 0 ? labels : labels.slice(0, -1);
    const head: Line[] = heads.length === 0 ? [] : [{ heading: true, boxes: [{ cells: heads, columns: width, value: false }] }];
    if (values.length === 0) return head;
    const label: Box = { cells: labels.slice(-1), columns: width - values.length, value: false };
    return [...head, { heading: false, boxes: [label, ...values.map((cell): Box => ({ cells: [cell], columns: 1, value: isValue(cell) }))] }];
  });
}

function boxHtml({ cells, columns, value }: Box, heading: boolean, write: CellWriter): string {
  const tag = heading && cells.some(({ text }) => text !== '') ? 'th' : 'td';
  const span = columns > 1 ? ` colspan="${columns}"` : '';
  const content = cells.length === 1 ? write(cells[0]!) : cells.map((cell) => `<span class="head">${write(cell)}</span>`).join('');
  return `<${tag}${span}${value ? ' class="value"' : ''}>${content}</${tag}>`;
}

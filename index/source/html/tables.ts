import { expand, type MarkupCell } from '../spans-of-cells.js';
import { joined } from '../joining.js';
import type { Grid } from '../source-writer.js';
import { childrenOf, elements, isAbove, isHidden, printedText, textOf, type PageNode } from './node.js';

/** Positions of one table. The largest official table has 275; more than this is no report. */
const MAX_POSITIONS = 50_000;
/** A cell with so long a text that ends in a full stop holds running text: the table is there for the page's look. */
const MAX_CELL = 600;

/** The rows of a table itself, not of tables inside it. */
export function rowsOf(table: PageNode): PageNode[] {
  const rows: PageNode[] = [];
  for (const child of childrenOf(table)) {
    if (child.name === 'tr') rows.push(child);
    else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') rows.push(...childrenOf(child).filter(({ name }) => name === 'tr'));
  }
  return rows.filter((row) => !isHidden(row));
}

/** The cells of a row that a page shows. */
export function cellsOf(row: PageNode): PageNode[] {
  return childrenOf(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell));
}

/**
 * The grid of a table that holds data. `layout` for one that only puts the page's parts in place (they hold other tables, running
 * text, or nothing beside each other); `too-large` for one with more than `MAX_POSITIONS`.
 */
export function gridOf(table: PageNode, dropped: ReadonlySet<PageNode>): Grid | 'layout' | 'too-large' {
  const rows = rowsOf(table);
  const length = textOf(table).replace(/\s+/g, '').length;
  const inner = elements(table, (element) => element.name === 'table' && element !== table, true);
  if (inner.length > 0 && inner.reduce((sum, one) => sum + textOf(one).replace(/\s+/g, '').length, 0) * 2 >= length) return 'layout';
  const read = rows.map((row) => cellsOf(row).map((cell): MarkupCell => ({ text: cellText(cell, dropped), columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan', rows.length) })));
  if (read.some((row) => row.some(({ text }) => text.length > MAX_CELL && text.includes('。'))) || rows.some((row) => cellsOf(row).some(holdsParagraphs))) return 'layout';
  const grid = expand(read, MAX_POSITIONS);
  if (grid === null) return 'too-large';
  return (grid.rows[0]?.length ?? 0) < 2 ? 'layout' : { ...grid, from: 'markup' };
}

/** Several paragraphs of sentences in one cell are running text; a label or value has one. */
function holdsParagraphs(cell: PageNode): boolean {
  return elements(cell, ({ name }) => name === 'p', true).filter((paragraph) => /[。；]\s*$/.test(textOf(paragraph))).length >= 2;
}

/** `rowspan="0"` reaches to the end of the table; anything that is no number counts as one. */
function spanOf({ attribs }: PageNode, name: 'colspan' | 'rowspan', zero = 1): number {
  const span = Number.parseInt(attribs?.[name] ?? '1', 10);
  return span === 0 ? zero : Number.isNaN(span) || span < 0 ? 1 : Math.min(span, 1000);
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt', 'section']);

/** What a cell prints, on one line: breaks inside Chinese words vanish, elsewhere they are blanks. */
function cellText(cell: PageNode, dropped: ReadonlySet<PageNode>): string {
  const lines: string[] = [''];
  const visit = (node: PageNode, above: boolean): void => {
    if (node.type === 'text') lines[lines.length - 1] += printedText(node, above);
    if (node.children === undefined || isHidden(node) || dropped.has(node)) return;
    const breaks = BREAKS.has(node.name ?? '');
    if (breaks) lines.push('');
    for (const child of node.children) visit(child, above || isAbove(node));
    if (breaks) lines.push('');
  };
  for (const child of childrenOf(cell)) visit(child, false);
  return joined(lines.map(smooth));
}

/** Blanks as a page shows them: any number is one; one that only the file's own line ends made, between Chinese characters, is none. */
export function smooth(text: string): string {
  return text
    .replace(/[\t\n\f\r ]*[\n\r][\t\n\f\r ]*/g, '\n')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])\n(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])/g, '')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/\u00a0/g, ' ');
}

import type { SourceWriter } from '../source-writer.js';
import { isPageLine, withoutCounters } from './main-part.js';
import { childrenOf, isAbove, isHidden, printedText, type PageNode } from './node.js';
import { cellsOf, gridOf, rowsOf, smooth } from './tables.js';

const BLOCKS = new Set(['address', 'article', 'blockquote', 'body', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure', 'figcaption', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'html', 'legend', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);

/**
 * Writes what an element prints: blocks as lines, tables that hold data as tables. False when a table is too large to be read.
 * `whole`: nothing is left out and tabs stay, for documents that are no page of a site.
 */
export function writeFlow(root: PageNode, dropped: ReadonlySet<PageNode>, writer: SourceWriter, whole = false): boolean {
  let line = '';
  let fits = true;
  const flush = (): void => {
    const shown = (whole ? line.split('\t').map(smooth).join('\t') : smooth(line)).trim();
    // The two blanks that open a paragraph say where one begins; a page's other leading blanks say nothing.
    const indent = /^[\s\u00a0]*\u3000/.test(line) ? '\u3000\u3000' : '';
    if (shown !== '' && (whole || !isPageLine(shown))) writer.line(indent + (whole ? shown : withoutCounters(shown)).replace(/^\u3000+/, ''));
    line = '';
  };
  const visit = (node: PageNode, verbatim: boolean, above = false): void => {
    if (node.type === 'text') {
      const data = printedText(node, above);
      if (!verbatim) line += data;
      else
        data.split(/\r\n?|\n/).forEach((part, i) => {
          if (i > 0) flush();
          line += part;
        });
      return;
    }
    if (node.children === undefined || isHidden(node) || dropped.has(node)) return;
    if (node.name === 'img' && isLarge(node)) return flushed(() => writer.unread('picture'));
    if (node.name === 'br') return flush();
    if (node.name === 'table') return table(node);
    const block = BLOCKS.has(node.name ?? '');
    if (block) flush();
    for (const child of node.children) visit(child, verbatim || node.name === 'pre', above || isAbove(node));
    if (block) flush();
  };
  const flushed = (then: () => void): void => {
    flush();
    then();
  };
  const table = (node: PageNode): void => {
    flush();
    for (const child of childrenOf(node)) if (child.name === 'caption') visit(child, false);
    const grid = gridOf(node, dropped);
    if (grid === 'too-large') fits = false;
    else if (grid === 'layout') for (const row of rowsOf(node)) for (const cell of cellsOf(row)) visit(cell, false);
    else {
      writer.gap();
      writer.table(grid);
      writer.gap();
    }
  };
  visit(root, false);
  flush();
  return fits;
}

/** Smaller ones are marks and buttons. A page that does not say a picture's size may show a table in it. */
const SMALL_PIXELS = 64;

function isLarge({ attribs }: PageNode): boolean {
  return ['width', 'height'].every((side) => !(Number.parseInt(attribs?.[side] ?? '', 10) <= SMALL_PIXELS));
}

import type { Span } from '../document/span.js';
import type { Table } from '../document/tree.js';
import type { Heading } from './headings.js';
import type { Line } from './lines.js';
import { splitRunOn } from './run-on.js';
import type { TableRun } from './drawn-tables.js';
import type { TitleParts } from './title-line.js';

/** A line of text, or several once they were joined. */
export interface TextItem {
  readonly kind: 'text';
  readonly line: Line;
  /** Null for running text (and for all lines before `outline` has looked at them). */
  readonly heading: Heading | null;
  /** Never joined with its neighbours: what stands before the title, and another report's title. */
  readonly apart?: boolean;
  /** What the line says when it reads as a report's title. */
  readonly title?: TitleParts;
}

/** A table in its place among the lines. */
export interface TableItem {
  readonly kind: 'table';
  readonly table: Table;
}

/** A report in reading order: lines of text and tables. */
export type Item = TextItem | TableItem;

/** Puts the tables in place of their lines and parts lines in which a heading ran into a paragraph. */
export function itemsOf(text: string, lines: readonly Line[], runs: readonly TableRun[]): Item[] {
  const items: Item[] = [];
  let at = 0;
  const take = (to: number): void => {
    for (; at < to; at += 1) for (const line of splitRunOn(text, lines[at]!)) items.push({ kind: 'text', line, heading: null });
  };
  for (const run of runs) {
    take(run.first);
    items.push({ kind: 'table', table: run.table });
    at = run.last + 1;
  }
  take(lines.length);
  return items;
}

/** Smallest span that covers a line's printed places. */
export function spanOf(line: Line): Span {
  return { start: line.spans[0]!.start, end: line.spans[line.spans.length - 1]!.end };
}

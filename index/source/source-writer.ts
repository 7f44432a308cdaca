import type { DrawnTable, Layout, SourceText, Unread } from '../document/source-text.js';
import { joined } from './joining.js';

/** A table as a file draws it, before it has a place in a text. Merged cells stand once in `cells`. */
export interface Grid {
  /** What is printed in each cell; line breaks in it are smoothed away. */
  readonly cells: readonly string[];
  /** As `DrawnTable.rows`. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly from: DrawnTable['from'];
}

/** Writes a text line by line and remembers where the cells of its tables came to stand. */
export class SourceWriter {
  #text = '';
  readonly #tables: DrawnTable[] = [];
  readonly #unread: Unread[] = [];

  /** Adds a line of running text; a line without anything printed on it is left out. Line breaks in it become blanks. */
  line(text: string): void {
    const one = text.replace(/[\n\r\f\v\u0085\u2028\u2029]+/g, ' ').trimEnd();
    if (one.trim() !== '') this.#text += `${one}\n`;
  }

  /** Sets a blank line: what stands before and after it belongs to different parts. */
  gap(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n\n')) this.#text += '\n';
  }

  table({ cells, rows, from }: Grid): void {
    if (rows.length === 0) return;
    const start = this.#text.length;
    const places = cells.map(() => ({ start, end: start }));
    const written = new Set<number>();
    let text = '';
    for (const row of rows) {
      row.forEach((cell, column) => {
        if (column > 0) text += '\t';
        if (cell === null || written.has(cell)) return;
        written.add(cell);
        const printed = joined(cells[cell]!.split(/[\t\n\r\f\v\u0085\u2028\u2029]+/));
        places[cell] = { start: start + text.length, end: start + text.length + printed.length };
        text += printed;
      });
      text += '\n';
    }
    this.#text += text;
    this.#tables.push({ from, span: { start, end: this.#text.length - 1 }, cells: places, rows });
  }

  /** Notes that something without text stands here. */
  unread(kind: Unread['kind']): void {
    this.#unread.push({ kind, at: this.#text.length });
  }

  /** The text without line ends at its end, and its layout where there are tables. */
  finish(): Pick<SourceText, 'text' | 'layout'> {
    const last = this.#tables.at(-1)?.span.end ?? 0;
    const text = this.#text.slice(0, Math.max(last, this.#text.trimEnd().length));
    const unread = this.#unread.map(({ kind, at }) => ({ kind, at: Math.min(at, text.length) }));
    const layout: Layout = { tables: this.#tables, ...(unread.length > 0 && { unread }) };
    return { text, ...(this.#tables.length + unread.length > 0 && { layout }) };
  }
}

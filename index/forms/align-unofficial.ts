import type { Seen, SeenRow, SeenTable } from './align-grid.js';
import type { Line } from './align-lines.js';
import { indicatorOf } from './statistics-labels.js';

/** A number that no form explains, with the words around it in reading order: the row's labels, then the column's head. */
export interface LeftOver {
  readonly cell: Seen;
  readonly around: readonly Seen[];
  readonly path: readonly string[];
}

/** Labels nearest to a number that are kept with it. */
const MOST_LABELS = 4;

/** All numbers that alignment did not use. `lineOf` gives the line of a cell whose row was recognised, its values not; `labelOf` the label of a statistics form's row. */
export function leftOver(tables: readonly SeenTable[], used: ReadonlySet<Seen>, lineOf: ReadonlyMap<Seen, Line>, labelOf: ReadonlyMap<Seen, readonly Seen[]>): LeftOver[] {
  const found: LeftOver[] = [];
  for (const table of tables) {
    let heads = new Map<number, Seen>();
    let headWidth = -1;
    let above: Seen[] = [];
    for (const row of table.rows) {
      if (row.values === 0) {
        const texts = row.cells.filter(({ state }) => state === 'text');
        if (row.texts > 1) {
          heads = new Map(texts.map((cell) => [cell.column, cell]));
          headWidth = row.width;
        }
        above = texts.slice(-MOST_LABELS);
        continue;
      }
      let labels: Seen[] = row.lone ? above : [];
      let afterValue = true;
      for (const cell of row.cells) {
        if (cell.state === 'text') {
          labels = afterValue ? [cell] : [...labels, cell].slice(-MOST_LABELS);
          afterValue = false;
        } else if (cell.state !== 'blank') {
          afterValue = true;
        }
        if (cell.state !== 'number' || cell.glued || used.has(cell)) continue;
        const own = labelOf.get(cell) ?? (labels.length > 0 ? labels : (lineOf.get(cell)?.label ?? []));
        const head = headWidth === row.width ? heads.get(cell.column) : undefined;
        found.push({ cell, around: head === undefined || own.includes(head) ? own : [...own, head], path: table.path });
      }
    }
  }
  return found;
}

/** A row with numbers that nobody can take out of their cells for sure. */
export interface Unread {
  readonly row: SeenRow;
  readonly cells: readonly Seen[];
}

/** A number of a list in front (1. or （2）) is no value. */
const LIST_MARK = /^[（(]?\d{1,2}[）)]?[.．、，]?/;

/** Rows with digits that became no figure: glued to one another or to words. `told`: cells of rows that a diagnostic speaks of already. */
export function unreadRows(tables: readonly SeenTable[], used: ReadonlySet<Seen>, told: ReadonlySet<Seen>): Unread[] {
  const found: Unread[] = [];
  for (const { rows } of tables) {
    for (const row of rows) {
      const cells = row.cells.filter((cell) => !used.has(cell) && !told.has(cell) && isUnread(cell));
      if (cells.length > 0) found.push({ row, cells });
    }
  }
  return found;
}

function isUnread(cell: Seen): boolean {
  if (cell.state === 'number') return cell.glued;
  if (cell.state !== 'text' || cell.hit?.how === 'exact' || !/\d/.test(cell.text.replace(LIST_MARK, ''))) return false;
  return indicatorOf(cell.text)?.how !== 'exact';
}

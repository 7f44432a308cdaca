import type { Seen, SeenTable } from './align-grid.js';
import type { Line } from './align-lines.js';

/** A number that no form explains, with the words around it in reading order: the row's labels, then the column's head. */
export interface LeftOver {
  readonly cell: Seen;
  readonly around: readonly Seen[];
  readonly path: readonly string[];
}

/** Labels nearest to a number that are kept with it. */
const MOST_LABELS = 4;

/** All numbers that alignment did not use. `lineOf` gives the line of a cell whose row was recognised, its values not. */
export function leftOver(tables: readonly SeenTable[], used: ReadonlySet<Seen>, lineOf: ReadonlyMap<Seen, Line>): LeftOver[] {
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
        if (cell.state !== 'number' || used.has(cell)) continue;
        const own = labels.length > 0 ? labels : (lineOf.get(cell)?.label ?? []);
        const head = headWidth === row.width ? heads.get(cell.column) : undefined;
        found.push({ cell, around: head === undefined || own.includes(head) ? own : [...own, head], path: table.path });
      }
    }
  }
  return found;
}

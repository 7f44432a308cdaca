import type { Seen, SeenRow, SeenTable } from './align-grid.js';
import type { Line } from './align-lines.js';

/** A number that no form explains, with the words around it in reading order: the row's labels, then the column's head. */
export interface LeftOver {
  readonly cell: Seen;
  readonly around: readonly Seen[];
  readonly path: readonly string[];
}

/** All numbers that alignment did not use. `lineOf` gives the line of a cell whose row was recognised, its values not. */
export function leftOver(tables: readonly SeenTable[], used: ReadonlySet<Seen>, lineOf: ReadonlyMap<Seen, Line>): LeftOver[] {
  const found: LeftOver[] = [];
  for (const table of tables) {
    let heads: SeenRow | null = null;
    let above: Seen[] = [];
    for (const row of table.rows) {
      if (row.values === 0) {
        if (row.texts > 1) heads = row;
        above = row.cells.filter(({ state }) => state === 'text');
        continue;
      }
      const labels = row.cells.filter(({ state }) => state === 'text');
      row.cells.forEach((cell, i) => {
        if (cell.state !== 'number' || used.has(cell)) return;
        const before = row.cells.slice(0, i).filter(({ state }) => state === 'text');
        const line = lineOf.get(cell);
        const own = before.length > 0 ? before : line !== undefined && line.label.length > 0 ? line.label : labels.length > 0 ? labels.slice(0, 1) : row.lone ? above : [];
        const head = heads !== null && heads.width === row.width ? heads.cells.find(({ column, state }) => column === cell.column && state === 'text') : undefined;
        found.push({ cell, around: head === undefined || own.includes(head) ? own : [...own, head], path: table.path });
      });
    }
  }
  return found;
}

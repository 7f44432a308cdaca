/** A cell as markup gives it: how many rows and columns it covers, and what is printed in it. */
export interface MarkupCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Puts cells that cover several rows or columns on a grid, as a browser does: each takes the first free position of its row.
 * Null when the grid would have more than `limit` positions.
 */
export function expand(rows: readonly (readonly MarkupCell[])[], limit: number): { cells: string[]; rows: (number | null)[][] } | null {
  const cells: string[] = [];
  const grid: (number | null)[][] = rows.map(() => []);
  let positions = 0;
  let width = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]![x] !== undefined && grid[y]![x] !== null) x += 1;
      const number = cells.push(cell.text) - 1;
      const bottom = Math.min(rows.length, y + Math.max(1, cell.rows));
      const right = x + Math.max(1, cell.columns);
      positions += (bottom - y) * (right - x);
      if (positions > limit || right * rows.length > limit) return null;
      for (let down = y; down < bottom; down += 1) for (let across = x; across < right; across += 1) grid[down]![across] ??= number;
      width = Math.max(width, right);
      x = right;
    }
  }
  const square = grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? null));
  return withoutNeedless(cells, square);
}

/** Columns that only repeat the one before (a head that covers more columns than there are) and rows without any cell tell nothing. */
function withoutNeedless(cells: string[], rows: (number | null)[][]): { cells: string[]; rows: (number | null)[][] } {
  const shown = rows.filter((row) => row.some((cell) => cell !== null));
  const width = shown[0]?.length ?? 0;
  const kept = Array.from({ length: width }, (_, x) => x).filter((x) => x === 0 || shown.some((row) => row[x] !== row[x - 1]));
  return { cells, rows: withoutSlivers(shown.map((row) => kept.map((x) => row[x]!))) };
}

/**
 * Columns that are nobody's own: where a program rounded the edge of a cell, the cell beside it seems to go over one column more than its
 * head. Every cell that stands in such a column stands beside it as well, so that leaving it out loses none.
 */
export function withoutSlivers(rows: readonly (readonly (number | null)[])[]): (number | null)[][] {
  let left = rows.map((row) => [...row]);
  for (let x = 1; x + 1 < (left[0]?.length ?? 0); ) {
    const shared = left.every((row) => row[x] === row[x - 1] || row[x] === row[x + 1]);
    if (shared) left = left.map((row) => row.filter((_, column) => column !== x));
    else x += 1;
  }
  return left;
}

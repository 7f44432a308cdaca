import { z } from 'zod';
import { loadData } from '../../data.js';
import type { FoundFigure, MetricId } from '../../document/figure.js';
import type { FormId } from '../../document/tree.js';
import { tableForms } from '../../forms/forms.js';

const Words = z.array(z.string().min(1)).min(1);
const Cell = z.strictObject({ metric: z.string(), table: Words, sections: Words, units: Words, nouns: Words, beside: Words });
const { cells } = loadData('index/figures/dictionary/told-cells.json', z.strictObject({ about: z.string(), cells: z.array(Cell) }));

/** The forms whose tables have these cells. */
const today: ReadonlySet<FormId> = new Set(tableForms.map(({ id }) => id));

type ToldCell = z.output<typeof Cell>;

/**
 * Gives the id of an official cell to the one figure of a sentence that tells it, in a report whose table was not read: 全年办理行政许可73件.
 * So the report is found where several are compared. `read` are the cells of its tables, `forms` what forms it has: those of the old
 * regulation ask for other things. Nothing is given where two figures would claim the cell, nor to a part, an estimate, another year's or
 * another body's count.
 */
export function withToldCells(figures: readonly FoundFigure[], read: readonly FoundFigure[], forms: readonly FormId[]): FoundFigure[] {
  if (!forms.every((form) => today.has(form))) return [...figures];
  const missing = cells.filter(({ table }) => !read.some(({ metric }) => metric !== null && table.some((beginning) => metric.startsWith(beginning))));
  const given = new Map<number, MetricId>();
  for (const cell of missing) {
    const claims = figures.flatMap((figure, n) => (tells(figure, cell) ? [n] : []));
    if (claims.length === 1) given.set(claims[0]!, cell.metric);
  }
  return given.size === 0 ? [...figures] : figures.map((figure, n) => (given.has(n) ? { ...figure, metric: given.get(n)! } : figure));
}

function tells(figure: FoundFigure, { sections, units, nouns, beside }: ToldCell): boolean {
  const { quantity, labels, inherited } = figure;
  if (figure.metric !== null || figure.trust !== 'stated' || figure.stat !== 'count' || quantity.state !== 'number' || quantity.approx !== null) return false;
  if (figure.year !== null || figure.period !== null || figure.scope !== null || figure.partOf !== null) return false;
  if (quantity.unit !== null ? !units.includes(quantity.unit) : quantity.value !== '0') return false;
  if (!figure.path.some((heading) => sections.some((word) => heading.includes(word)))) return false;
  const words = [...inherited, ...labels];
  return nouns.includes(labels[labels.length - 1] ?? '') && words.slice(0, -1).every((word) => beside.includes(word));
}

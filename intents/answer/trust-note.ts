import type { Diagnostic, Figure } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Block, Inline } from './answer.js';
import { say, wordsOf } from './phrases.js';

/** What may be odd about a row of a table, by the code of its diagnostic; `phrases.json` has a sentence for each under the same name. */
const CAUSES: ReadonlySet<string> = new Set(['table-value-repeated', 'table-cells-shifted', 'table-row-cut', 'table-label-unusual', 'table-digits-glued', 'table-row-collapsed', 'table-does-not-add-up', 'table-value-missing']);

/**
 * What a reader must be told of a cell whose meaning was not simply there: that it was read without meaning, or what was odd about its row.
 * Empty for any other figure. `report` is the report the figure stands in.
 */
export async function trustNote(context: Context, report: string, figure: Figure): Promise<Inline[]> {
  if (figure.trust === 'read') return say(context.lang, 'read');
  if (figure.trust !== 'repaired') return [];
  const cause = causeOf(figure, await context.library.diagnostics(report));
  return say(context.lang, cause ?? 'repaired');
}

/** The notes of several figures as blocks, each said once. */
export async function trustNotes(context: Context, figures: readonly (readonly [report: string, figure: Figure])[]): Promise<Block[]> {
  const notes = new Map<string, Block>();
  for (const [report, figure] of figures) {
    const inlines = await trustNote(context, report, figure);
    if (inlines.length > 0) notes.set(wordsOf(inlines), { type: 'text', inlines });
  }
  return [...notes.values()];
}

/** Code of the smallest place that a diagnostic of a row points at with the figure in it; null when none does. */
function causeOf(figure: Figure, diagnostics: readonly Diagnostic[]): string | null {
  const { start, end } = (figure.place ?? figure.quote)[0];
  let best: { readonly code: string; readonly length: number } | null = null;
  for (const { code, span } of diagnostics) {
    if (span === null || !CAUSES.has(code) || span.start > start || span.end < end) continue;
    if (best === null || span.end - span.start < best.length) best = { code, length: span.end - span.start };
  }
  return best?.code ?? null;
}

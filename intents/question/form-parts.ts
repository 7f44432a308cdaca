import { z } from 'zod';
import { loadData, type Figure } from '../../index/mod.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

const Data = z.strictObject({
  /** Kinds of applicants, those of the narrower kind first, by the row that counts them. */
  columns: z.array(z.strictObject({ asked: z.array(z.string()), parts: z.array(z.string()), row: z.string() })),
  rows: z.array(z.strictObject({ asked: z.array(z.string()), prefix: z.string() })),
  results: z.strictObject({ asked: z.array(z.string()), parts: z.array(z.string()) }),
});

let loaded: z.output<typeof Data> | undefined;

/** 按渠道怎么分的, 细分成哪几类: the terms without those that ask for the parts, which say nothing of the figure. */
export function besideBreakdownCue({ terms, cues }: Question): readonly Term[] {
  return terms.filter((term) => !cues.some(({ cue, start, end }) => cue === 'breakdown' && start <= term.start && term.end <= end));
}

/** Cells of the official tables that belong together under what the question names: applicants of a row, kinds of refusal, results. */
export function partsByForm(question: Question, figures: readonly Figure[]): { total: Figure | null; parts: readonly Figure[] }[] {
  loaded ??= loadData('intents/language/form-parts.json', Data);
  const { columns, rows, results } = loaded;
  const named = besideBreakdownCue(question);
  const says = (concepts: readonly string[]): boolean => named.some((term) => term.concept !== null && concepts.includes(term.concept));
  if (named.some((term) => term.concept === null)) return [];
  const cells = figures.filter((figure) => figure.metric !== null && figure.trust !== 'stated');
  const withMetric = (ids: readonly string[]): Figure[] => ids.flatMap((id) => cells.filter((figure) => figure.metric === id));
  const group = (parts: readonly Figure[]): { total: null; parts: readonly Figure[] }[] => (parts.length === 0 ? [] : [{ total: null, parts }]);
  const kinds = columns.find(({ asked }) => says(asked));
  if (kinds) return group(withMetric(kinds.parts.map((column) => `${kinds.row}.${column}`)));
  const block = rows.find(({ asked }) => says(asked));
  if (block) {
    const inBlock = cells.filter((figure) => figure.metric!.startsWith(block.prefix));
    return group(block.prefix.startsWith('req.') ? inBlock.filter((figure) => figure.metric!.endsWith('.total')) : inBlock);
  }
  return says(results.asked) ? group(withMetric(results.parts.map((row) => `${row}.total`))) : [];
}

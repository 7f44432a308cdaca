import type { ReportCard } from '../../index/mod.js';
import { familyOf } from '../language/unit-families.js';
import type { Context } from '../intent.js';
import type { Across, AcrossValue } from './across-values.js';
import type { Candidate } from './candidates.js';
import { findFigures } from './find.js';
import type { Question } from './read.js';
import { mayStandBeside, sameThing } from './same-thing.js';

/** The figure of a report that the question names; a word for why there is none. */
export async function chosenIn(asked: Question, context: Context, card: ReportCard): Promise<Candidate | 'missing' | 'unsure'> {
  const [found] = await findFigures(asked, { ...context, reports: [card] }, { terms: asked.terms });
  if (found?.selection.kind === 'several') return 'unsure';
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal) return 'missing';
  const { best, others } = found.selection;
  const [figure] = best.candidate.figures;
  if (figure.metric !== null || figure.quantity.value === null) return best.candidate;
  // A sentence that repeats a cell: the cell is found in every report, the sentence only here.
  const cell = others.find(({ candidate }) => !candidate.subtotal && candidate.figures[0].unit === 'cell' && candidate.figures[0].metric !== null && candidate.figures[0].quantity.value === figure.quantity.value);
  return (cell ?? best).candidate;
}

/**
 * A figure that only sentences tell, in every report by itself. Those that are surely of one thing are set side by side; where two readings are
 * told by as many reports, none is. `listed`: they are only put side by side, each in its own words. Null when no report has it.
 */
export async function statedAcross(asked: Question, context: Context, cards: readonly ReportCard[], listed: boolean): Promise<Across | null> {
  const chosen: { readonly value: AcrossValue; readonly candidate: Candidate }[] = [];
  const blank: AcrossValue[] = [];
  const [missing, unsure]: [ReportCard[], ReportCard[]] = [[], []];
  for (const card of cards) {
    const candidate = await chosenIn(asked, context, card);
    if (typeof candidate === 'string') {
      (candidate === 'missing' ? missing : unsure).push(card);
      continue;
    }
    const [{ id, quantity }] = candidate.figures;
    const value = { card, id, quantity };
    if (quantity.state === 'number') chosen.push({ value, candidate });
    else blank.push(value);
  }
  // What counts 件 in one report and 人次 in another is not one figure.
  const units = new Set(chosen.map(({ value }) => value.quantity.unit));
  if (new Set([...units].map(familyOf)).size !== 1) return null;
  const alike = listed ? mayStandBeside : sameThing;
  const likes = chosen.map(({ candidate }) => chosen.filter((other) => other.candidate === candidate || alike(candidate, other.candidate, asked.terms)));
  const most = Math.max(...likes.map((group) => group.length));
  const best = likes.find((group) => group.length === most)!;
  const rival = likes.some((group) => group.length === most && group.every((one) => !best.includes(one)));
  const together = rival || units.size > 1 ? [] : best;
  return { values: together.map(({ value }) => value), unlike: chosen.flatMap((one) => (together.includes(one) ? [] : [one.value])), blank, missing, unsure, metric: null, notes: [], incomparable: [] };
}

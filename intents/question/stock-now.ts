import { metricById } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import { findFigures } from './find.js';
import type { Operands } from './operand-search.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** True when a question asks how many items of a list there are now: 许可事项现有几项. */
export function asksForStock({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.stockNow.test(folded);
}

/**
 * The form of 2019 prints how many items a list had the year before and by how many it grew or shrank, and nowhere how many there are: the two
 * cells of one row. Null where the words name no such row, or where either cell holds no number.
 */
export async function stockOperands(question: Question, context: Context): Promise<Operands | null> {
  const said = questionWords(question.lang).patterns.stockNow.exec(question.folded);
  const [report] = context.reports;
  if (said === null || report === undefined || context.reports.length !== 1) return null;
  const terms = question.terms.filter((term) => !(term.start < said.index + said[0].length && said.index < term.end));
  const before: Term = { text: '', start: said.index, end: said.index, concept: 'items-prev', weight: 1 };
  const folded = `${question.folded.slice(0, said.index)}${','.repeat(said[0].length)}${question.folded.slice(said.index + said[0].length)}`;
  const [found] = await findFigures({ ...question, terms, folded }, context, { terms: [...terms, before], counter: null, cues: new Set() });
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal !== null) return null;
  const [then] = found.selection.best.candidate.figures;
  if (then.metric === null || then.trust === 'stated' || !then.metric.endsWith(PREVIOUS)) return null;
  const moved = then.metric.slice(0, -PREVIOUS.length) + MOVED;
  const delta = (await context.library.figures(report.report)).find(({ metric }) => metric === moved);
  return delta === undefined || metricById(moved) === undefined || then.quantity.value === null || delta.quantity.value === null ? null : { report, figures: [then, delta] };
}

/** Columns of the form of 2019 (index/forms/form-2019.json). */
const PREVIOUS = '.items_prev';
const MOVED = '.items_delta';

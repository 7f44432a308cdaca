import { fold, type Figure } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import { findFigures } from './find.js';
import type { Operands } from './operand-search.js';
import { asks, type Question } from './read.js';

const CARRIED_IN = 'carried-in';
const LAST_YEAR = 'last-year';
/** 上年|转来: what came over, where the label says it in two words. */
const CAME_OVER: readonly string[] = ['forward', 'carry', CARRIED_IN];

/** True for 新收的申请几件: what came in this year alone. */
export function asksForFresh(question: Question): boolean {
  return (question.counter !== null || asks(question, 'count')) && questionWords(question.lang).patterns.fresh.test(question.folded);
}

/**
 * 受理11件（含上年转来2件）, asked what was new: all of them, and those that came over from the year before, in this order; null where the report
 * tells the new ones by themselves or counts none that came over among them.
 */
export async function freshOperands(question: Question, context: Context): Promise<Operands | null> {
  const found = await findFigures(question, context, { terms: question.terms });
  const [sure, ...others] = found.flatMap(({ report, selection }) => (selection.kind === 'one' && selection.best.candidate.subtotal === null ? [{ report, figure: selection.best.candidate.figures[0] }] : []));
  if (sure === undefined || others.length > 0) return null;
  const over = cameOver(sure.figure, await context.library.figures(sure.report.report), context);
  return over === null ? null : { report: sure.report, figures: [sure.figure, over] };
}

/** The part of a stated figure that came over from the year before; null where it has none, or says itself that it counts the new ones. */
export function cameOver(figure: Figure, figures: readonly Figure[], context: Pick<Context, 'terms'>): Figure | null {
  if (figure.trust !== 'stated' || figure.labels.some((label) => questionWords('zh').patterns.fresh.test(label))) return null;
  return figures.find((part) => part.partOf === (figure.id as number) && part.quantity.value !== null && part.quantity.unit === figure.quantity.unit && saysOver(part, context)) ?? null;
}

function saysOver({ labels }: Figure, { terms }: Pick<Context, 'terms'>): boolean {
  const said = new Set(labels.flatMap((label) => terms(fold(label).text)).map(({ concept }) => concept));
  return said.has(CARRIED_IN) || (said.has(LAST_YEAR) && CAME_OVER.some((concept) => said.has(concept)));
}

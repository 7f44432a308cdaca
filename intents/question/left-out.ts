import type { Figure } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, explain } from './explain.js';
import { findFigures } from './find.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** True when a question leaves something out of what it asks for: 咨询的不算, not counting consultations. */
export function leavesOut({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.leavesOut.test(folded);
}

/**
 * 受理的有几件，咨询的不算: the question without what it leaves out, where that changes nothing because the report tells it beside the figure asked
 * for (受理2908件，咨询1171件) and not within it. Null otherwise: what is left of a number without one of its parts is another number.
 */
export async function withoutNeighbourLeftOut(question: Question, context: Context): Promise<Question | null> {
  const match = questionWords(question.lang).patterns.leavesOut.exec(question.folded);
  const [report] = context.reports;
  if (match === null || report === undefined || context.reports.length !== 1) return null;
  const end = match.index + match[0].length;
  const start = beginningOf(question.terms, match.index);
  const isLeftOut = (term: Term): boolean => term.start < end && start < term.end;
  const left = question.terms.filter((term) => isLeftOut(term) && !saysSo(term, match[0]) && term.weight >= DISTINGUISHING);
  const terms = question.terms.filter((term) => !isLeftOut(term));
  if (left.length === 0 || !terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
  const rest = { ...question, terms, folded: `${question.folded.slice(0, start)}${','.repeat(end - start)}${question.folded.slice(end)}` };
  const [found] = await findFigures(rest, context, { terms });
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal !== null) return null;
  const asked = found.selection.best.candidate;
  const says = ({ facets }: Candidate): boolean => explain(left, { ...facets, inherited: [], inheritedText: '' }).unexplained.length === 0;
  const printed = (await context.candidates(report)).filter(({ subtotal }) => subtotal === null);
  const isWithin = ({ figures: [figure] }: Candidate): boolean => standsUnder(figure, asked.figures[0], printed);
  const isBeside = ({ figures: [{ partOf, id }] }: Candidate): boolean => partOf !== null && partOf === asked.figures[0].partOf && id !== asked.figures[0].id;
  if (says(asked) || printed.some((one) => says(one) && isWithin(one))) return null;
  return printed.some((one) => says(one) && isBeside(one)) ? rest : null;
}

/** Where the words begin that touch one another up to `at`: 土地纠纷不算 leaves out more than 纠纷. */
function beginningOf(terms: readonly Term[], at: number): number {
  const before = terms.find(({ start, end }) => start < at && end >= at);
  return before === undefined ? at : beginningOf(terms, before.start);
}

/** 不算, 不含: what leaves out, not what is left out. */
function saysSo({ concept, text }: Term, said: string): boolean {
  return concept === NEGATION || (concept === null && (said.startsWith(text) || said.endsWith(text)));
}

/** True for a part of a figure, and for parts of its parts. */
function standsUnder(figure: Figure, total: Figure, printed: readonly Candidate[]): boolean {
  for (let [at, steps] = [figure.partOf, 0]; at !== null && steps < DEEPEST; steps += 1) {
    if (at === (total.id as number)) return true;
    at = printed.find(({ figures: [{ id }] }) => (id as number) === at)?.figures[0].partOf ?? null;
  }
  return false;
}

/** Totals of totals that are looked at above a figure. */
const DEEPEST = 6;
const NEGATION = 'negation';

import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import { explain } from './explain.js';
import { findFigures } from './find.js';
import type { Question } from './read.js';
import { DISTINGUISHING } from './strength.js';

/** True when a question remarks that parts of what it asks for are counted too: 中心办了多少件（含咨询）. */
export function takesIn({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.takesIn.test(folded);
}

/** The question without such a remark, where the report tells each of the things that it names as a part of the figure asked for. Null otherwise: what else is to be counted is another number. */
export async function withoutPartsTakenIn(question: Question, context: Context): Promise<Question | null> {
  const [report] = context.reports;
  const remark = questionWords(question.lang).patterns.takesIn.exec(question.folded);
  const named = remark?.groups?.['parts'] ?? remark?.groups?.['all'];
  if (report === undefined || context.reports.length !== 1 || remark === null || named === undefined) return null;
  const rest = { ...question, terms: question.terms.filter(({ end }) => end <= remark.index), folded: question.folded.slice(0, remark.index) };
  const [found] = await findFigures(rest, context, { terms: rest.terms });
  if (found?.selection.kind !== 'one') return null;
  const whole: number = found.selection.best.candidate.figures[0].id;
  const parts = (await context.candidates(report)).filter(({ figures: [{ partOf }] }) => partOf === whole);
  const isPart = (terms: Question['terms']): boolean => parts.some(({ facets }) => explain(terms, { ...facets, inherited: [], inheritedText: '' }).unexplained.length === 0);
  const from = remark.index + remark[0].indexOf(named);
  // 受理带咨询: one character only joins two things.
  const things = question.terms.filter(({ start, end, text, weight }) => start >= from && end <= from + named.length && weight >= DISTINGUISHING && text.length > 1);
  return things.length > 0 && things.every((term) => isPart([term])) ? rest : null;
}

import type { ReportCard, ReportDocument } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { readSentences, type ReadSentence } from './nearest-sentence.js';
import type { Question } from './read.js';
import { toldSentences } from './report-turns.js';

const read = new WeakMap<ReportDocument, readonly ReadSentence[]>();

/** A report's sentences with what they mean; read once for as long as the library keeps the document. */
export async function sentencesOf(report: ReportCard, context: Context): Promise<readonly ReadSentence[]> {
  const document = await context.library.document(report.report);
  const known = read.get(document) ?? readSentences(toldSentences(document, report.year), (text) => context.terms(text));
  read.set(document, known);
  return known;
}

/** True when nobody else's report can be meant: its organisation is named, spoken of or the room's, or the only one held. */
export async function isScopeSure(question: Question, context: Context): Promise<boolean> {
  if (question.organisations.length > 0 || context.bound.length > 0 || (context.memory?.organisations.length ?? 0) === 1) return true;
  return new Set((await context.library.reports()).map(({ orgKey }) => orgKey)).size === 1;
}

import type { ReportId, Spans } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Question } from './read.js';

/** 不合格的是哪些食品: true for a sentence (`spans` of `report`) that only says how many there are and names none of them. */
export async function onlyCounts(question: Question, { report: id }: { readonly report: ReportId | string }, spans: Spans, context: Context): Promise<boolean> {
  const report = context.reports.find((card) => card.report === id);
  const [start, end] = [spans[0].start, spans[spans.length - 1]!.end];
  const inside = ({ figures: [figure] }: Candidate): boolean => figure.trust === 'stated' && figure.quote[0].start >= start && figure.quote[0].start < end;
  const telling = question.terms.filter((term) => term.weight >= DISTINGUISHING);
  return report !== undefined && telling.length > 0 && (await context.candidates(report)).some((candidate) => inside(candidate) && !candidate.facets.ownText.includes('、') && telling.some((term) => candidate.facets.own.some((facet) => means(term, facet))));
}

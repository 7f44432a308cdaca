import { z } from 'zod';
import { loadData, type ConceptId } from '../../index/mod.js';
import { cue } from '../language/cue-words.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

const PeriodColumn = z.strictObject({ about: z.string(), asked: cue('zh'), printed: cue('zh') });

let loaded: z.output<typeof PeriodColumn> | undefined;

/** What the column 本期实际 says beyond 本年累计 (intents/language/indicator-facets.json, `period`). */
const PERIOD: ConceptId = 'actual';

/**
 * 四季度咨询几人次, of a report whose form says that 本期 is that quarter: the question for that column. `text`: the report's, folded. Null where the
 * question names no quarter, or the report's column none or another one.
 */
export function askedOfPeriod(question: Question, text: string): Question | null {
  if (question.lang !== 'zh') return null;
  loaded ??= loadData('intents/language/period-column.json', PeriodColumn);
  const said = loaded.asked.exec(question.folded);
  if (said === null || loaded.printed.exec(text)?.groups?.['quarter'] !== said.groups?.['quarter']) return null;
  const end = said.index + said[0].length;
  const period: Term = { text: said[0], start: said.index, end, concept: PERIOD, weight: 1 };
  return { ...question, terms: [period, ...question.terms.filter((term) => term.end <= period.start || term.start >= end)].sort((a, b) => a.start - b.start) };
}

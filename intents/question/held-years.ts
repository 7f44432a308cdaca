import type { ReportCard } from '../../index/mod.js';
import type { Memory } from '../intent.js';
import { readQuestion, type Question, type ReadingRoom } from './read.js';
import { scopeOf } from './scope.js';
import { withTurnYear, withYearBeforeTurn } from './turn-before.js';

/** The 2019 form's 上一年项目数量 stands in the report of the year after. */
const ON_A_LIST: readonly string[] = ['project', 'matter', 'catalogue', 'items-prev', 'items-delta'];

/** Reads a question by what is held and what was asked before: 上一年清单上几项 names no year when no report of that year is held: then it is a word of the table. */
export function withHeldYears(text: string, room: ReadingRoom, cards: readonly ReportCard[], memory: Memory | null, at: Date): Question {
  const question = withTurnYear(readQuestion(text, room), cards, memory);
  const relative = question.years.some((mention) => mention.kind === 'relative' && mention.back > 0);
  const scope = relative ? scopeOf(question, cards, memory, at) : null;
  const stock = relative && question.terms.some((term) => term.concept !== null && ON_A_LIST.includes(term.concept));
  if (stock || scope?.kind === 'year-not-held') return readQuestion(text, { ...room, relativeYearsAsWords: true });
  return scope?.kind === 'reports' ? withYearBeforeTurn(question, cards, memory, scope.years) : question;
}

import type { Intent } from '../intent.js';
import { leansOnMemory } from '../question/find.js';
import { asks, type Question } from '../question/read.js';
import { wholeOf } from '../question/whole.js';
import { answerFor } from './figure-lookup.js';

/** 「合计呢」after a figure: the total that it is a part of, or itself when it is one. */
export const itsTotal: Intent = {
  name: 'its-total',
  about: { zh: '上一个数的合计', en: 'the total of the last figure' },
  examples: { zh: [], en: [] },
  match(question, memory) {
    return memory?.figure && asksOnlyTotal(question) ? { score: 0.96, because: ['asks for the total of the last figure'] } : null;
  },
  async answer(question, context) {
    const kept = context.memory?.figure;
    const report = context.reports.find((card) => (card.report as string) === kept?.report);
    if (!kept || !report || !leansOnMemory(question, context)) return null;
    const figures = await context.library.figures(report.report);
    const last = figures[kept.id];
    if (last === undefined) return null;
    const whole = wholeOf(last, figures, false) ?? (figures.some(({ partOf }) => partOf === (last.id as number)) ? last : null);
    const candidate = (await context.candidates(report)).find((one) => whole !== null && one.subtotal === null && one.figures[0].id === whole.id);
    return candidate ? answerFor({ ...question, terms: context.memory!.terms }, context, candidate) : null;
  },
};

/** The lexicon's word for a sum. */
const TOTAL = 'total';

/** 合计呢, 一共多少, and in total?: nothing is named but that a total is wanted. */
function asksOnlyTotal(question: Question): boolean {
  return question.terms.every(({ concept }) => concept === TOTAL) && question.organisations.length === 0 && question.years.length === 0 && question.numbers.length === 0 && asks(question, 'sum') && !asks(question, 'difference', 'share', 'average', 'ratio');
}

import type { Figure, ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent } from '../intent.js';
import { asksForNumber } from '../question/find.js';
import { one } from '../question/operand-search.js';
import { twoOperands } from '../question/operands.js';
import { namesAPair, pairAsked } from '../question/pair-asked.js';
import { asks, type Question } from '../question/read.js';
import { sidesOf } from '../question/split.js';
import { questionWords } from '../language/words.js';

/** 「村站和中心各办了多少件」: two figures of one report, each asked for by itself. */
export const both: Intent = {
  name: 'both',
  about: { zh: '两个数各是多少', en: 'two figures, each by itself' },
  examples: { zh: ['村站和中心各办了多少件'], en: [] },
  match(question) {
    return asksForEach(question) ? { score: 0.92, because: ['asks for each of two'] } : null;
  },
  async answer(question, context) {
    if (new Set(context.reports.map(({ orgKey }) => orgKey)).size !== 1) return null;
    const { lang } = context;
    const evidence = new Evidence(context.library);
    const lines: Block[] = [];
    const shown: [ReportCard, Figure][] = [];
    for (const report of context.reports) {
      const figures = await pairIn(question, { ...context, reports: [report] });
      for (const figure of figures ?? []) {
        const row = evidence.rows[await evidence.figure(report, figure)]!;
        lines.push({ type: 'text', inlines: say(lang, 'figure', { ...orgYear(lang, report), label: saidLabel(lang, row), value: printed(lang, figure, row.citation, evidence.citations[row.citation]!.quote) }) });
        shown.push([report, figure]);
      }
    }
    // One of two would be taken for both.
    if (shown.length === 0) return null;
    const notes = await trustNotes(context, shown.map(([report, figure]) => [report.report, figure] as const));
    const quotes = [...evidence.citations.keys()].map((citation): Block => ({ type: 'quote', citation }));
    return { draft: { status: 'answered', blocks: [...lines, ...notes, ...quotes], value: null, rows: evidence.rows, citations: evidence.citations }, remember: { terms: question.terms, figure: null } };
  },
};

/** The two figures of a report, both numbers: as they go together, else each the only one that its own side means; null when either is missing. */
async function pairIn(question: Question, context: Context): Promise<readonly Figure[] | null> {
  const pair = await pairAsked(question, context);
  if (pair !== null) return pair.figures;
  // 受理的2908件按中心和村站怎么分: a total that is named is what the two make up.
  if (question.numbers.length > 0) return null;
  const together = await twoOperands(question, context, 'together');
  if (together !== null) return together.figures.length === 2 ? together.figures : null;
  const sides = sidesOf(question, 'together');
  if (sides === null || sides.right.length === 0) return null;
  const [left, right] = [await one(question, context, sides.left, undefined, false, [], question.counter), await one(question, context, sides.right, undefined, false, [], question.counter)];
  if (left === null || right === null || left.figure.id === right.figure.id || left.figure.quantity.value === null || right.figure.quantity.value === null) return null;
  return [left.figure, right.figure];
}

function asksForEach(question: Question): boolean {
  const { eachOfTwo } = questionWords(question.lang).patterns;
  if (question.organisations.length >= 2 || asks(question, 'sum', 'difference', 'share', 'ratio', 'average', 'change', 'why')) return false;
  return namesAPair(question) || (eachOfTwo.test(question.folded) && asksForNumber(question) && !asks(question, 'how'));
}

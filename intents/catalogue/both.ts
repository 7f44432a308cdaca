import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed } from '../answer/present.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Intent } from '../intent.js';
import { asksForNumber } from '../question/find.js';
import { twoOperands } from '../question/operands.js';
import { asks, type Question } from '../question/read.js';
import { questionWords } from '../language/words.js';

/** 「村站和中心各办了多少件」: two figures of one report, each asked for by itself. */
export const both: Intent = {
  name: 'both',
  about: { zh: '两个数各是多少', en: 'two figures, each by itself' },
  examples: { zh: ['村站和中心各办了多少件'], en: [] },
  match(question) {
    return asksForEach(question) ? { score: 0.86, because: ['asks for each of two'] } : null;
  },
  async answer(question, context) {
    const operands = await twoOperands(question, context, 'together');
    if (operands === null || operands.figures.length !== 2) return null;
    const { report, figures } = operands;
    const { lang } = context;
    const evidence = new Evidence(context.library);
    const lines: Block[] = [];
    for (const figure of figures) {
      const { citation, label } = evidence.rows[await evidence.figure(report, figure)]!;
      lines.push({ type: 'text', inlines: say(lang, 'figure', { ...orgYear(lang, report), label: named(label), value: printed(lang, figure, citation, evidence.citations[citation]!.quote) }) });
    }
    const notes = await trustNotes(context, figures.map((figure) => [report.report, figure] as const));
    const quotes = [...evidence.citations.keys()].map((citation): Block => ({ type: 'quote', citation }));
    return { draft: { status: 'answered', blocks: [...lines, ...notes, ...quotes], value: null, rows: evidence.rows, citations: evidence.citations }, remember: { terms: question.terms, figure: null } };
  },
};

function asksForEach(question: Question): boolean {
  const { eachOfTwo } = questionWords(question.lang).patterns;
  return eachOfTwo.test(question.folded) && asksForNumber(question) && question.organisations.length < 2 && !asks(question, 'sum', 'difference', 'share', 'ratio', 'average', 'change', 'why', 'how');
}

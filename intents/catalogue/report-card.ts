import { z } from 'zod';
import { loadData, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { inARow, say, wordsOf } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { wholeQuestions } from '../language/whole-questions.js';
import { filled } from '../question/composed.js';
import { startsAsFollowUp } from '../question/find.js';
import type { Question } from '../question/read.js';

const Data = z.strictObject({
  /** Metric ids, those that people ask first first. */
  metrics: z.array(z.string()),
  /** So many of them are shown, in figures. */
  most: z.number().int().positive(),
});

let loaded: z.output<typeof Data> | undefined;

/** 「勐来」: a name and nothing else: the years held and the main figures of the newest report (handbook 6.13). */
export const reportCard: Intent = {
  name: 'report-card',
  about: { zh: '一个单位的报告概况', en: 'an organisation’s reports at a glance' },
  examples: { zh: ['勐来乡'], en: ['Menglai'] },
  match(question, memory) {
    // 柳河乡呢 goes on from something, where there is something.
    return isOnlyName(question) && (memory === null || !startsAsFollowUp(question)) ? { score: 0.98, because: ['names an organisation and asks nothing'] } : null;
  },
  async answer(question, context) {
    loaded ??= loadData('intents/language/card.json', Data);
    const { metrics, most } = loaded;
    const [newest] = context.reports;
    if (!newest || context.reports.some((card) => card.orgKey !== newest.orgKey)) return null;
    const figures = await context.library.figures(newest.report);
    const shown = metrics.flatMap((metric): Figure[] => figures.filter((figure) => figure.metric === metric && figure.quantity.value !== null).slice(0, 1)).slice(0, most);
    if (shown.length === 0) return null;
    if (startsAsFollowUp(question)) return whatOfIt(context, newest);
    const evidence = new Evidence(context.library);
    const years = inARow(context.lang, context.reports.map((card) => orgYear(context.lang, card).year));
    const inlines: Inline[] = say(context.lang, 'cardLead', { ...orgYear(context.lang, newest), years });
    for (const figure of shown) {
      const row = evidence.rows[await evidence.figure(newest, figure)]!;
      inlines.push('\n· ', saidLabel(context.lang, row), ' ', ...printed(context.lang, figure, row.citation, evidence.citations[row.citation]!.quote));
    }
    const blocks: Block[] = [{ type: 'text', inlines }, { type: 'quote', citation: evidence.rows[0]!.citation }];
    return { draft: { status: 'answered', blocks, rows: evidence.rows, citations: evidence.citations }, remember: { figure: null } };
  },
};

/** 柳河乡呢 with nothing before it: asked back what of it, with questions that people ask. */
function whatOfIt({ lang }: Context, { org, year }: ReportCard): Outcome {
  const words = wholeQuestions(lang);
  const years = year === null ? [] : [words.year.replace('{n}', String(year))];
  const options = words.figures.map((figure) => filled('one', lang, { names: [org.name], years, group: '', figure, counter: '', n: '' }));
  const lead = wordsOf(say(lang, 'whatOfIt', { org: named(org.name) }));
  return { draft: { status: 'clarify', reason: 'ambiguous_metric', blocks: [{ type: 'choices', lead, options }], options }, remember: { figure: null } };
}

function isOnlyName(question: Question): boolean {
  return question.organisations.some((mention) => mention.keys.length > 0) && question.terms.length === 0 && question.cues.length === 0 && question.numbers.length === 0 && question.section === null && question.counter === null;
}

import { fold, type FoundList } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Intent } from '../intent.js';
import { catchwordWords } from '../language/catchword-words.js';
import { fits } from '../language/cue-words.js';
import { catchwordsOf, saidIn, spelledOut, type CatchwordSaid } from '../question/catchwords.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { showLists } from './list.js';

/** 「三提升的具体内容」, 「三个一是啥」: what a catchword that counts them stands for, as the report lists it. */
export const catchword: Intent = {
  name: 'catchword',
  about: { zh: '口号的内容', en: 'what a catchword stands for' },
  examples: { zh: ['请列明“三提升”的具体内容'], en: ['What are the "three improvements"?'] },
  match(question) {
    const { zh, en } = catchwordWords();
    if (asks(question, 'who', 'why', 'when', 'share', 'difference') || (asks(question, 'count') && !asks(question, 'list', 'which'))) return null;
    return fits(question.lang === 'zh' ? zh.asked : en.asked, question.folded) ? { score: 0.87, because: ['may ask what a catchword stands for'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const found = (await context.library.lists(report.report)).filter((list) => catchwordsOf(list).some((one) => isAsked(question, list, saidIn(question, one), (text) => context.terms(text))));
    if (found.length > 0) return found.length === 1 ? showLists(question, context, report, found) : null;
    const told = (await sentencesOf(report, context)).filter(({ folded, path }) => spelledOut(folded).some((one) => isAsked(question, { about: [folded], path }, saidIn(question, one), (text) => context.terms(text))));
    const [only] = told;
    if (told.length !== 1 || only === undefined) return null;
    return { draft: await quotedDraft(context, report, [only]), remember: { terms: question.terms, figure: null } };
  },
};

/** What else the question says is of that very list (长效机制三个一): 三提升的责任单位 asks for something else. */
function isAsked(question: Question, { about, path }: Pick<FoundList, 'about' | 'path'>, said: CatchwordSaid | null, read: (text: string) => Question['terms']): boolean {
  if (said === null) return false;
  const left = question.terms.filter(({ start, end, text, weight }) => weight >= DISTINGUISHING && (end <= said.start || start >= said.end) && !fits(catchwordWords().zh.asking, text));
  const words = fold([...about, ...path].join(',')).text;
  return left.length === 0 || explain(left, facetsOfText(words, read(words))).unexplained.length === 0;
}

import { asSpans } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { toldWords } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import { asksForNumber } from '../question/find.js';
import { pointsOf, titleSaid, type Point } from '../question/points.js';
import { asks, type Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { saysWhatWasDone } from '../question/said-in-kind.js';
import type { Term } from '../question/terms.js';

/** UTF-16 units; less of a title stands in many. */
const SHORTEST_TITLE = 4;

/** 「窗口队伍建设这一条说说」「强化落实、提升水平有什么要求」: a point of the report by its own title, word for word. */
export const pointTold: Intent = {
  name: 'point-told',
  about: { zh: '报告里的一条', en: 'a point of the report by its title' },
  examples: { zh: [], en: [] },
  match(question) {
    if (question.lang !== 'zh' || question.numbers.length > 0 || asksForNumber(question) || asks(question, 'who', 'which', 'when')) return null;
    if (asksForPoint(question)) return { score: 0.91, because: ['asks for a point of the report'] };
    return asks(question, 'list', 'how', 'summary') ? { score: 0.78, because: ['may say the title of a point'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const points = pointsOf(await sentencesOf(report, context));
    const named = points.filter((point) => isNamed(point, question, context) && point.sentences.some(({ text }) => saysWhatWasDone(question, text)));
    const [point] = named;
    if (point === undefined || named.length > 1) return null;
    return { draft: await quotedDraft(context, report, [{ spans: asSpans(point.sentences.flatMap(({ spans }) => spans)), path: point.sentences[0]!.path }]), remember: { terms: question.terms, figure: null } };
  },
};

function asksForPoint({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.partByTitle.test(folded);
}

/** By its title's clauses word for word; who asks for 这一条 may say the title in its chief words. What else is asked must be said in the point. */
function isNamed(point: Point, question: Question, context: Context): boolean {
  const part = questionWords(question.lang).patterns.partByTitle.exec(question.folded);
  const isOfAsking = ({ start, end, text, concept }: Term): boolean => (part !== null && start < part.index + part[0].length && part.index < end) || toldWords().generalWords.zh.includes(text) || (concept !== null && toldWords().generalConcepts.includes(concept));
  const terms = question.terms.filter((term) => !isOfAsking(term));
  const said = titleSaid(point, question.folded);
  if (said !== null) return saysAll(terms.filter(({ text }) => !said.some((clause) => clause.includes(text))), point.sentences.map(({ folded }) => folded).join(''), context);
  // 下步打算那段: what stands before 那段 is the title, or a piece of it.
  const before = part === null ? '' : question.folded.slice(0, part.index);
  if (before.length >= SHORTEST_TITLE && point.title.includes(before)) return true;
  return part !== null && terms.some(({ weight }) => weight >= DISTINGUISHING) && saysAll(terms, point.title, context);
}

function saysAll(terms: readonly Term[], text: string, context: Context): boolean {
  const facets = facetsOfText(text, context.terms(text));
  return explain(terms, facets).unexplained.length === 0;
}

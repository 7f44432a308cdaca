import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { firstFit, valueIn } from '../language/cue-words.js';
import { asksOnlyProblem, toldAsks, toldWords } from '../language/told-words.js';
import { explain } from '../question/explain.js';
import { asksForNumber } from '../question/find.js';
import { facetsOfText } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import type { Zone } from '../question/report-turns.js';
import type { Term } from '../question/terms.js';
import { isGeneral, pointsIn, withoutLead } from './admitted.js';

/** 「第二条问题讲的啥」「改进措施第三条是什么」: the point among the problems, or among what is done about them, that bears the number. */
export const pointByNumber: Intent = {
  name: 'point-by-number',
  about: { zh: '第几条问题或措施', en: 'a problem or a measure by its number' },
  examples: { zh: [], en: [] },
  match(question) {
    if (question.lang !== 'zh' || asked(question) === null || asksForNumber(question) || asks(question, 'who', 'count', 'when', 'share')) return null;
    return { score: 0.97, because: ['asks for a point by its number'] };
  },
  async answer(question, context) {
    const [report] = context.reports;
    const number = asked(question);
    if (number === null || report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const zones = zonesOf(question);
    const sentences = await sentencesOf(report, context);
    const points = sentences.flatMap((sentence, i) => (zones.includes(sentence.zone) ? pointsIn(sentence, sentences.slice(i + 1)) : []));
    const numbered = points.filter(({ folded }) => numberOf(folded) === number);
    const [point] = numbered;
    // Two lists that both have a third point: nobody said which.
    if (point === undefined || numbered.length > 1) return null;
    if (!saysAll(thingsAsked(question), point.whole, context)) return null;
    return { draft: await quotedDraft(context, report, [point]), remember: { terms: question.terms, figure: null } };
  },
};

/** 第二条问题怎么改的 asks for what answers the second problem, which need not be the second measure. */
function zonesOf(question: Question): readonly Zone[] {
  const [said] = firstFit(toldWords().pointByNumber, question.folded)!;
  if (asksOnlyProblem(question)) return ['problem'];
  return toldAsks('asksProblem', { lang: question.lang, folded: said }) ? [] : ['measure', 'plan'];
}

function asked({ folded }: Question): number | null {
  return valueIn('zh', ['numeral'], firstFit(toldWords().pointByNumber, folded)?.groups?.['n']);
}

function numberOf(point: string): number | null {
  return valueIn('zh', ['numeral'], firstFit(toldWords().markOfPoint, withoutLead(point))?.groups?.['n']);
}

/** What is asked of the point beside its number. */
function thingsAsked(question: Question): readonly Term[] {
  const said = firstFit(toldWords().pointByNumber, question.folded)!;
  return question.terms.filter((term) => !(term.start < said.index + said[0].length && term.end > said.index) && !isGeneral(term, question));
}

function saysAll(terms: readonly Term[], text: string, context: Context): boolean {
  return explain(terms, facetsOfText(text, context.terms(text))).unexplained.length === 0;
}

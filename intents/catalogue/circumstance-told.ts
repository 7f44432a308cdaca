import { fold } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { fits } from '../language/cue-words.js';
import { circumstanceAsked, type Circumstance } from '../question/circumstance-asked.js';
import { isPerson } from '../question/counted-object.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import type { Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import type { Term } from '../question/terms.js';

/** What parts the clauses of a folded sentence. */
const CLAUSES = /[,;:。]/u;
/** Sentences that say as much are shown together; of more than this the question does not say which. */
const MOST_SENTENCES = 2;

/** 「多久检查一次」「利用什么时机宣传政策」: the sentence that says how often, or on which occasion, the very thing is done. */
export const circumstanceTold: Intent = {
  name: 'circumstance-told',
  about: { zh: '多久一次、借什么时机', en: 'how often or on which occasion something is done' },
  examples: { zh: ['多久检查一次'], en: [] },
  match(question) {
    return circumstanceAsked(question) === null ? null : { score: 0.86, because: ['asks how often or on which occasion'] };
  },
  async answer(question, context) {
    const [report] = context.reports;
    const asked = circumstanceAsked(question);
    if (asked === null || report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const terms = thingsAsked(question, asked);
    if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
    const telling = (await sentencesOf(report, context)).filter((sentence) => saysIt(asked, sentence, terms, context));
    if (telling.length === 0 || telling.length > MOST_SENTENCES) return null;
    return { draft: await quotedDraft(context, report, telling), remember: { terms: question.terms, figure: null } };
  },
};

/** Words for whose report it is, which the clause need not say. */
const WHOSE: readonly string[] = ['self', 'department', 'township-level', 'county-level', 'city-level'];

/** 多久检查一次: what is done and what is said of it, without the words of asking. Who does it (干部利用什么时机宣传政策) goes without saying in a sentence on the deed. */
function thingsAsked({ terms, lang }: Question, asked: Circumstance): readonly Term[] {
  const things = terms.filter(({ text, concept }) => !fits(asked[lang].asking, text) && !WHOSE.includes(concept ?? ''));
  return asked.within === 'sentence' && things.length > 1 && isPerson(things[0]!) ? things.slice(1) : things;
}

/** The clause itself says how often and of what: beside it a time belongs to something else. What serves a deed stands in a clause of its own before it. */
function saysIt({ told, within }: Circumstance, { text }: ReadSentence, terms: readonly Term[], context: Context): boolean {
  const sentence = fold(text).text;
  const clauses = sentence.split(CLAUSES).filter((clause) => fits(told, clause));
  const saying = within === 'clause' || clauses.length === 0 ? clauses : [sentence];
  return saying.some((words) => explain(terms, facetsOfText(words, context.terms(words))).unexplained.length === 0);
}

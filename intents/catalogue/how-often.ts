import { z } from 'zod';
import { fold, loadData } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { cues, fits } from '../language/cue-words.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import type { Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import type { Term } from '../question/terms.js';

const HowOften = z.strictObject({
  about: z.string(),
  /** `asking`: words of a question that only ask. */
  zh: z.strictObject({ asks: cues('zh'), asking: cues('zh') }),
  en: z.strictObject({ asks: cues('en'), asking: cues('en') }),
  /** What a clause of a report holds that says how often. */
  told: cues('zh'),
});

let loaded: z.output<typeof HowOften> | undefined;

function words(): z.output<typeof HowOften> {
  loaded ??= loadData('intents/language/how-often.json', HowOften);
  return loaded;
}

/** What parts the clauses of a folded sentence. */
const CLAUSES = /[,;:。]/u;
/** Sentences that say as much about how often are shown together; of more than this the question does not say which. */
const MOST_SENTENCES = 2;

/** 「多久检查一次」: the sentence whose clause says how often the very thing is done. */
export const howOften: Intent = {
  name: 'how-often',
  about: { zh: '多久一次', en: 'how often something is done' },
  examples: { zh: ['多久检查一次'], en: [] },
  match(question) {
    return fits(words()[question.lang].asks, question.folded) ? { score: 0.86, because: ['asks how often'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const terms = thingsAsked(question);
    if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
    const telling = (await sentencesOf(report, context)).filter((sentence) => saysHowOften(sentence, terms, context));
    if (telling.length === 0 || telling.length > MOST_SENTENCES) return null;
    return { draft: await quotedDraft(context, report, telling), remember: { terms: question.terms, figure: null } };
  },
};

/** Words for whose report it is, which the clause need not say. */
const WHOSE: readonly string[] = ['self', 'department', 'township-level', 'county-level', 'city-level'];

/** 多久检查一次: what is done and what is said of it, without the words of asking. */
function thingsAsked({ terms, lang }: Question): readonly Term[] {
  return terms.filter(({ text, concept }) => !fits(words()[lang].asking, text) && !WHOSE.includes(concept ?? ''));
}

/** The clause itself says how often and of what: beside it a time belongs to something else. */
function saysHowOften({ text }: ReadSentence, terms: readonly Term[], context: Context): boolean {
  return fold(text).text.split(CLAUSES).some((clause) => {
    if (!fits(words().told, clause)) return false;
    const facets = facetsOfText(clause, context.terms(clause));
    return explain(terms, facets).unexplained.length === 0;
  });
}

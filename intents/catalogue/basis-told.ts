import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Intent } from '../intent.js';
import { cues, firstFit, fits } from '../language/cue-words.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import type { Term } from '../question/terms.js';

const asksBasis = (lang: Lang) =>
  z.strictObject({
    asks: cues(lang),
    /** Asks for the office that issued or passed on the notice. */
    asksIssuer: cues(lang),
    /** Words of a question that only ask, or name the report itself. */
    asking: cues(lang),
  });
const BasisWords = z.strictObject({
  about: z.string(),
  zh: asksBasis('zh'),
  en: asksBasis('en'),
  /** The office named in the title of a notice (《县政府办公室转发关于…的通知》). */
  issuer: cues('zh'),
  /** How a sentence opens that says by which notice something is done. */
  tells: cues('zh'),
});

let loaded: z.output<typeof BasisWords> | undefined;

function words(): z.output<typeof BasisWords> {
  loaded ??= loadData('intents/language/basis-told.json', BasisWords);
  return loaded;
}

/** What every report is on, and whose it is. */
const EVERYWHERE: readonly string[] = ['ogi', 'publish', 'work', 'report', 'annual-report', 'self', 'information', 'government', 'township-level', 'county-level', 'department', 'document', 'notice', 'carry-out', 'reason'];

/** 「依据哪份文件开展此项工作」: the sentence that says by which notice; of the report as a whole the first one, which opens it. */
export const basisTold: Intent = {
  name: 'basis-told',
  about: { zh: '依据哪个文件', en: 'by which notice something is done' },
  examples: { zh: ['报告依据哪份文件通知开展此项工作'], en: ['Under which notice was the work carried out?'] },
  match(question) {
    if (question.counter !== null || asks(question, 'count', 'who')) return null;
    return fits(words()[question.lang].asks, question.folded) ? { score: 0.76, because: ['asks by which notice'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const things = thingsAsked(question);
    const telling = (await sentencesOf(report, context)).filter(({ folded }) => fits(words().tells, folded));
    const meant = things.length === 0 ? telling.slice(0, 1) : telling.filter(({ folded }) => explain(things, facetsOfText(folded, context.terms(folded))).unexplained.length === 0);
    const [sentence] = meant;
    if (sentence === undefined || meant.length > 1) return null;
    const draft = await quotedDraft(context, report, [sentence]);
    if (fits(words()[question.lang].asksIssuer, question.folded)) {
      const issuer = firstFit(words().issuer, sentence.folded)?.groups?.['office'];
      return issuer === undefined ? null : { draft: { ...draft, value: issuer, rows: [] }, remember: { terms: question.terms, figure: null } };
    }
    return { draft, remember: { terms: question.terms, figure: null } };
  },
};

/** What is done by the notice, where that is not the report or its work as a whole. */
function thingsAsked({ terms, folded, lang }: Question): readonly Term[] {
  const asking = firstFit(words()[lang].asks, folded);
  const isOfAsking = ({ start, end }: Term): boolean => asking !== null && start < asking.index + asking[0].length && asking.index < end;
  return terms.filter((term) => term.weight >= DISTINGUISHING && !isOfAsking(term) && !EVERYWHERE.includes(term.concept ?? '') && !fits(words()[lang].asking, term.text));
}

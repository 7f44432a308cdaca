import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { firstFit } from '../language/cue-words.js';
import { dutyWords } from '../language/duty-words.js';
import { DISTINGUISHING, means, meansAlike } from '../question/strength.js';
import { facetsOfTerms } from '../question/facets.js';
import { asksDuty } from '../question/duty-asked.js';
import { holderNamed } from '../question/post-holder.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import type { Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { isPost } from '../question/role-match.js';
import type { Term } from '../question/terms.js';

const CLAUSES = /[,;:。]/u;
/** UTF-16 units before the word for a duty that may name whose it is. */
const LONGEST_OWNER = 24;
/** Words of place say whose report it is, those of duties nothing of the body. */
const SAY_NOTHING: readonly string[] = ['township-level', 'county-level', 'city-level', 'self', 'connective', 'work', 'be-responsible', 'carry-out', 'handle', 'on-duty'];
/** Sentences that tell of the same body are shown together; of more than these the question does not say which body. */
const MOST_SENTENCES = 2;

/** 「领导小组的职责是什么」: the sentence that says of that very body what it answers for. */
export const dutyTold: Intent = {
  name: 'duty-told',
  about: { zh: '某机构负责什么', en: 'what a body is there for' },
  examples: { zh: ['领导小组的职责是什么'], en: ['What is the leading group responsible for?'] },
  match(question) {
    return asksDuty(question) && question.counter === null ? { score: 0.86, because: ['asks what a body is there for'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    if (holderNamed(question, await context.library.roles(report.report)) !== null) return null;
    const body = bodyAsked(question);
    if (!body.some(({ weight }) => weight >= DISTINGUISHING)) return null;
    const telling = (await sentencesOf(report, context)).filter((sentence) => ownersIn(sentence).some((owner) => isSame(body, owner, context)));
    if (telling.length === 0 || telling.length > MOST_SENTENCES) return null;
    return { draft: await quotedDraft(context, report, telling), remember: { terms: question.terms, figure: null } };
  },
};

/** The words for the body, without those of asking; of a word that the segmenter cut across both (法规|股干|啥), what stands before. */
function bodyAsked({ terms, folded, lang }: Question): readonly Term[] {
  const asking = lang === 'zh' ? firstFit(dutyWords()[lang], folded) : null;
  const told = asking === null ? terms : terms.flatMap((term) => beforeAsking(term, asking.index, asking.index + asking[0].length));
  return told.filter((term) => !SAY_NOTHING.includes(term.concept ?? '') && term.weight > 0);
}

function beforeAsking(term: Term, from: number, to: number): Term[] {
  if (term.end <= from || term.start >= to) return [term];
  return term.start < from && term.concept === null ? [{ ...term, text: term.text.slice(0, from - term.start), end: from }] : [];
}

/** Whose duties a sentence tells: what stands before each word for a duty, or ends the clause before. */
function ownersIn({ folded }: ReadSentence): string[] {
  const clauses = folded.split(CLAUSES);
  return clauses.flatMap((clause, i) => {
    const told = firstFit(dutyWords().tells, clause);
    if (told === null) return [];
    const owner = told.index > 0 ? clause.slice(0, told.index) : (clauses[i - 1] ?? '');
    return owner.length > 1 ? [owner.slice(-LONGEST_OWNER)] : [];
  });
}

/** Every word for the body is said of the owner, which ends in one of them: a group's office is not the group, nor is a centre's head the centre. */
function isSame(body: readonly Term[], owner: string, context: Context): boolean {
  const facets = facetsOfTerms(context.terms(owner));
  const last = facets.findLast(({ weight }) => weight > 0);
  const isHead = last !== undefined && facets.some(({ text, concepts }) => text === last.text && concepts.some(isPost));
  const endsIn = (term: Term): boolean => owner.endsWith(term.text) || (last !== undefined && meansAlike(term, last) && owner.endsWith(last.text));
  return body.every((term) => facets.some((facet) => means(term, facet))) && body.some((term) => endsIn(term) && (!isHead || isPost(term.concept)));
}

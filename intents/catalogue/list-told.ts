import { asSpans, fold, type FoundList } from '../../index/mod.js';
import type { Intent } from '../intent.js';
import { catchwordWords } from '../language/catchword-words.js';
import { firstFit, fits } from '../language/cue-words.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { asksDuty } from '../question/duty-asked.js';
import { besidesKnown, examplesGiven, isListOf, withoutKnown } from '../question/examples-given.js';
import { explain } from '../question/explain.js';
import { facetsOfText } from '../question/facets.js';
import { isAsMany, thingsAsked } from '../question/how-many-things.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { nearestSentences, nearnessOf, readSentences, saysTheThings, type Near, type ReadSentence } from '../question/nearest-sentence.js';
import { asks, type Question } from '../question/read.js';
import { tellingTerms } from '../question/telling-terms.js';
import type { ToldSentence } from '../question/report-turns.js';
import { DISTINGUISHING } from '../question/strength.js';
import type { Term } from '../question/terms.js';
import { areOfKind, isOnlyCatchword, showLists } from './list.js';

/** Share of the question's weight that a list must say with what introduces it; less where the question says how many things there are. */
const ENOUGH = { any: 0.55, counted: 0.4 } as const;
/** By how much it must come before any other list. */
const MARGIN = 0.15;
/** UTF-16 units; longer than this an item is a point of the report, which is asked for as one. */
const LONGEST_ITEM = 30;
/** The same of what calls a list something: a longer clause tells of more than the list. */
const LONGEST_NAME = 20;
const CLAUSE = /[,;:。]/u;

/** 「周例会上学些啥」「要做到哪四条标准」: the list nearest to the question by the words that few others say. Comes after all that read a question word by word. */
export const listTold: Intent = {
  name: 'list-told',
  about: { zh: '报告里最贴近的一组列举', en: 'the nearest enumeration of the report' },
  examples: { zh: [], en: [] },
  match(question) {
    if (!asks(question, 'list') || asks(question, 'who', 'which', 'why', 'when', 'count', 'share', 'difference', 'average', 'ratio', 'sum')) return null;
    if (question.counter !== null || question.numbers.length > 0 || asksDuty(question) || toldAsks('asksWhere', question) || toldAsks('asksProblem', question)) return null;
    // 名单张贴太迟采取了什么措施: what is done about something is told by `told`; a list that names it is the one of what is wanting.
    if (toldAsks('asksHow', question) || toldAsks('asksMeasure', question)) return null;
    // What are the four guarantees: four of another name are others.
    if (question.lang === 'en' && fits(catchwordWords().en.asked, question.folded)) return null;
    return { score: 0.12, because: ['may ask for a list in other words'] };
  },
  async answer(asked, context) {
    const { known, question } = besidesKnown(asked);
    const [report] = context.reports;
    if (!report || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const terms = withoutAsking(question, tellingTerms(question));
    if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
    const source = await context.library.source(report.report);
    const examples = examplesGiven(question);
    const sentences = await sentencesOf(report, context);
    const mayBeMeant = (one: FoundList): boolean => isAsMany(question, withoutKnown(known, one)) && isInSentence(one, sentences) && !isOnlyCatchword(question, one, sentences) && one.items.every(({ text }) => text.length <= LONGEST_ITEM) && isListOf([...examples, ...known], one);
    const lists = (await context.library.lists(report.report)).filter(mayBeMeant);
    const all = nearestSentences(terms, readSentences(lists.map((one, i) => asSentence(one, i, source.text)), (text) => context.terms(text)));
    const [best, rival] = all;
    if (!best || best.score < ENOUGH[thingsAsked(question) === null ? 'any' : 'counted'] || !saysTheThings(best) || nearnessOf(best) - (rival ? nearnessOf(rival) : 0) < MARGIN) return null;
    const meant = lists[best.sentence.paragraph]!;
    if (leavesDeedUnsaid(question, best) || (thingsAsked(question) === null && !isNamed(terms, meant, (text) => context.terms(text)))) return null;
    return areOfKind(question, meant) ? showLists(question, context, report, [withoutKnown(known, meant)]) : null;
  },
};

/** 培训用于什么: a word that one item alone says tells what that item is, and not which list is meant. */
function isNamed(terms: readonly Term[], { about, items, path }: FoundList, read: (text: string) => readonly Term[]): boolean {
  const saying = (text: string, term: Term): boolean => explain([term], facetsOfText(text, read(text))).unexplained.length === 0;
  const name = fold([...about, ...path.slice(-1)].join('、')).text;
  return terms.some((term) => term.weight >= DISTINGUISHING && (saying(name, term) || items.filter(({ text }) => saying(fold(text).text, term)).length > 1));
}

/** 对学校实行什么: a list whose sentence does not say the very deed that stands before the word of asking is one of something else. */
function leavesDeedUnsaid({ cues, folded }: Question, { unsaid }: Near): boolean {
  const asked = cues.find(({ cue }) => cue === 'list');
  return asked !== undefined && unsaid.some(({ end }) => end === asked.start || fits(toldWords().afterDeed, folded.slice(end, Math.max(end, asked.start))));
}

/** False for titles that stand one below the other, which name parts of the report, and for what is wanting, which `match` asks nobody for. */
function isInSentence({ items: [first] }: FoundList, sentences: readonly ReadSentence[]): boolean {
  const at = first?.spans[0].start ?? -1;
  return sentences.some(({ spans, zone }) => zone !== 'problem' && spans.some(({ start, end }) => start <= at && at < end));
}

/** 周例会上学些啥, 要做到哪四条标准: the verb of learning or telling says nothing of what is learnt, nor 标准 of which ones. */
function withoutAsking({ lang, folded }: Question, terms: readonly Term[]): readonly Term[] {
  const asking = [toldWords().learntOrSaid[lang], toldWords().howManyThings[lang]].map((patterns) => firstFit(patterns, folded)).filter((said) => said !== null);
  return terms.filter(({ start, end }) => !asking.some((said) => start < said.index + said[0].length && said.index < end));
}

/** A list as one sentence: what introduces and what ends it, and its items; the clauses beside it count as what stands above. */
function asSentence({ about, items, path, quote }: FoundList, paragraph: number, source: string): ToldSentence {
  const text = [...about.slice(0, -1).filter((name) => name.length <= LONGEST_NAME), ...items.map((item) => item.text)].join('、');
  const around = clausesBeside(fold(quote.map(({ start, end }) => source.slice(start, end)).join('')).text, items.map((item) => fold(item.text).text));
  return { text, folded: fold(text).text, spans: asSpans(quote), path: [around, ...path.slice(-1)], paragraph, part: 0, zone: 'plain', opensItem: false };
}

/** The clause before the items and the one behind them, each with what is left of their own. */
function clausesBeside(sentence: string, items: readonly string[]): string {
  const [from, to] = [sentence.indexOf(items[0]!), sentence.indexOf(items.at(-1)!)];
  return from < 0 || to < from ? '' : [...sentence.slice(0, from).split(CLAUSE).slice(-2), ...sentence.slice(to).split(CLAUSE).slice(0, 2)].join('、');
}

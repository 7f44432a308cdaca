import { asSpans, fold, spansWithin, withArabicYears, type ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { placesOf } from '../language/cue-words.js';
import { asksOnlyProblem, toldAsks, toldWords } from '../language/told-words.js';
import { DISTINGUISHING, means } from '../question/strength.js';
import { facetsOfTerms } from '../question/facets.js';
import { isHeadless } from '../question/find.js';
import { asks, type Question } from '../question/read.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { answersInKind } from '../question/said-in-kind.js';
import { turnOf, type Zone, withoutMark } from '../question/report-turns.js';

/** Sentences shown of one run; enough for a phone, the source page has the rest. */
const MOST_SENTENCES = 14;

/** 「镇上认的问题有哪些」「下一步有啥打算」: all that the report admits, has done about it, or plans, however it is listed; never one for the other. */
export const admitted: Intent = {
  name: 'admitted',
  about: { zh: '问题与打算', en: 'problems admitted and plans' },
  examples: { zh: ['乡里认的问题有哪些', '下一步有什么打算'], en: ['What will be done next year?', 'List the problems the report admits'] },
  match(question, memory) {
    // 整改完的呢 after a number of cases is so many of them.
    if (memory?.figure != null && isHeadless(question)) return null;
    const ofAnotherYear = question.years.length > 0 && isGeneralOnly(question);
    if ((zonesAsked(question).length === 0 && !ofAnotherYear && !asksOneProblem(question)) || question.counter !== null || asks(question, 'who', 'count', 'why', 'when', 'share', 'difference', 'average', 'ratio')) return null;
    if (asksOneProblem(question)) return { score: 0.76, because: ['asks what is wanting in one thing'] };
    return { score: 0.74, because: ['asks for problems or plans as a whole'] };
  },
  async answer(question, context) {
    // 2021年打算 asks the report of 2020; of its own year a report says what was done.
    const before = context.years.length === 1 ? context.reports.find(({ year }) => year !== null && year + 1 === context.years[0]) : undefined;
    const asked = zonesAsked(question);
    // 2021年存在什么问题: what will be wanting in a year to come no report says.
    if (before && (asked.includes('problem') || asksOneProblem(question))) return null;
    const zones = before ? (['plan'] as const) : asked;
    const report = before ?? context.reports[0];
    if (!report || (!before && context.reports.length !== 1) || !(await isScopeSure(question, context))) return null;
    if (!before && context.years.some((year) => year !== report.year)) return null;
    const sentences = await sentencesOf(report, context);
    if (!before && asksOneProblem(question)) {
      const point = pointOn(question, sentences, context);
      return point === null ? null : show(context, report, [point]);
    }
    const run = zones.map((zone) => longestRun(sentences, zone)).find(({ length }) => length > 0) ?? (before && plansAmongMeasures(sentences, context.years[0]!));
    if (run === undefined) return zones.length === 0 ? null : { draft: { status: 'not_found', reason: 'no_passage', blocks: [{ type: 'text', inlines: say(context.lang, 'noPassage', orgYear(context.lang, report)) }] } };
    const outcome = await show(context, report, run.slice(0, MOST_SENTENCES));
    return { ...outcome, remember: { terms: question.terms, figure: null } };
  },
};

/** 改进情况：……2022年拟开展培训4期: what is planned for `year` may stand among the measures; undefined where nothing does. */
function plansAmongMeasures(sentences: readonly ReadSentence[], year: number): readonly ReadSentence[] | undefined {
  const planning = sentences.filter(({ zone, folded }) => zone === 'measure' && withArabicYears(folded).includes(`${year}年`));
  return planning.length === 0 ? undefined : planning;
}

async function show(context: Context, report: ReportCard, told: readonly Quoted[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const citation = await evidence.place(report, asSpans(told.flatMap(({ spans }) => spans)), 'passage', told[0]!.path);
  const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, 'passageLead', orgYear(context.lang, report)) }, { type: 'quote', citation }];
  return { draft: { status: 'answered', blocks, rows: [], citations: evidence.citations } };
}

/** 工程类信息有什么不足: what is wanting in one thing that the question names. */
function asksOneProblem(question: Question): boolean {
  return asksOnlyProblem(question) && toldAsks('asks', question) && question.numbers.length === 0 && zonesAsked(question).length === 0 && question.terms.some((term) => !isGeneral(term, question));
}

type Quoted = Pick<ReadSentence, 'spans' | 'path'>;

/** The one point among the problems that says all that the question names; null when none does, or several do. */
function pointOn(question: Question, sentences: readonly ReadSentence[], context: Context): Quoted | null {
  const terms = question.terms.filter((term) => !isGeneral(term, question));
  const points = sentences.flatMap((sentence, i) => (sentence.zone === 'problem' ? pointsIn(sentence, sentences.slice(i + 1)) : []));
  const saying = points.filter(({ folded }) => {
    if (!answersInKind(question, folded)) return false;
    // The number of an item says nothing of what is wanting in it.
    const said = withoutMark(folded);
    const own = facetsOfTerms(context.terms(said));
    return terms.every((term) => said.includes(term.text) || own.some((facet) => means(term, facet)));
  });
  return saying.length === 1 ? saying[0]! : null;
}

/** 还面临这样几个困难: what announces the points is no part of the first. */
const LEAD = /^[^:;]{0,60}:/u;

/** The words of a sentence, folded, without what leads in to the points that it opens (下步打算：). */
export function withoutLead(folded: string): string {
  return folded.replace(LEAD, '');
}

/** A point of what is admitted or planned: `folded` are the words that open it, `whole` all that it says. */
export interface Point extends Quoted {
  readonly folded: string;
  readonly whole: string;
}

/** 一是…；二是…: the points of a sentence, each where it is printed; one that has a sentence to itself goes on to the next point. */
export function pointsIn(sentence: ReadSentence, after: readonly ReadSentence[]): readonly Point[] {
  if (sentence.opensItem && !/[;；]/u.test(sentence.text)) {
    const next = after.findIndex((other) => other.opensItem || other.zone !== sentence.zone || other.part !== sentence.part);
    const whole = [sentence, ...after.slice(0, next < 0 ? after.length : next)];
    return [{ spans: asSpans(whole.flatMap(({ spans }) => spans)), path: sentence.path, folded: sentence.folded, whole: whole.map(({ folded }) => folded).join('') }];
  }
  const cuts = [...sentence.text.matchAll(/[;；]/gu)].map(({ index }) => index + 1);
  const edges = [0, ...cuts, sentence.text.length];
  return edges.slice(1).flatMap((end, i) => {
    const [from, text] = [edges[i]!, sentence.text.slice(edges[i], end)];
    const folded = withoutLead(fold(text).text);
    return text.trim() === '' ? [] : [{ spans: spansWithin(sentence, from, end), path: sentence.path, folded, whole: folded }];
  });
}

/**
 * Which part of a report is asked for as a whole; none when something in particular is asked. Of several the first that the report has answers:
 * 下一步打算怎么改 is told by the plans, else by the measures, and never by the problems.
 */
export function zonesAsked(question: Question): readonly Exclude<Zone, 'plain'>[] {
  if (!isGeneralOnly(question)) return [];
  const measure = toldAsks('asksMeasure', question) || (toldAsks('asksPlan', question) && asks(question, 'how')) ? (['measure'] as const) : [];
  if (toldAsks('asksPlan', question)) return ['plan', ...measure];
  // 咋整改的, 改进措施有哪些: where nothing is told to have been done yet, what will be.
  if (measure.length > 0) return asks(question, 'how', 'list', 'which') ? [...measure, 'plan'] : measure;
  return toldAsks('asksProblem', question) ? ['problem'] : [];
}

/** 存在的问题, 改进措施: so a report heads what it admits and what it did about it. */
function isHeading(question: Question): boolean {
  return question.cues.length === 0 && question.counter === null && turnOf(question.folded) !== null;
}

/** True when no word tells one thing of a report from another. */
function isGeneralOnly(question: Question): boolean {
  return question.section === null && question.numbers.length === 0 && (toldAsks('asks', question) || isHeading(question)) && question.terms.every((term) => isGeneral(term, question));
}

/** True for a word that tells neither problems nor plans apart. */
export function isGeneral({ concept, text, weight, start, end }: Question['terms'][number], { folded, lang }: Question): boolean {
  const { admits, anyDeed, asksProblem, generalConcepts, generalWords } = toldWords();
  if (placesOf([...admits[lang], ...asksProblem[lang]], folded).some((said) => said.start <= start && end <= said.end)) return true;
  return weight < DISTINGUISHING || (concept !== null && generalConcepts.includes(concept)) || generalWords[lang].includes(text) || anyDeed.includes(text);
}

/** Of the runs of sentences in a zone the one with most to say: a report admits things in one place. */
function longestRun(sentences: readonly ReadSentence[], zone: Zone): readonly ReadSentence[] {
  const runs: ReadSentence[][] = [];
  sentences.forEach((sentence, i) => {
    if (sentence.zone !== zone) return;
    const before = sentences[i - 1];
    if (before && before.zone === zone && before.part === sentence.part) runs.at(-1)!.push(sentence);
    else runs.push([sentence]);
  });
  const length = (run: readonly ReadSentence[]): number => run.reduce((sum, { folded }) => sum + folded.length, 0);
  return runs.sort((a, b) => length(b) - length(a))[0] ?? [];
}

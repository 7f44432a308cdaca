import { asSpans } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import type { Intent } from '../intent.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import { DISTINGUISHING } from '../question/explain.js';
import { asks, type Question } from '../question/read.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { turnOf, type Zone } from '../question/report-turns.js';

/** Sentences shown of one run; enough for a phone, the source page has the rest. */
const MOST_SENTENCES = 14;

/** 「镇上认的问题有哪些」「下一步有啥打算」: all that the report admits, has done about it, or plans, however it is listed; never one for the other. */
export const admitted: Intent = {
  name: 'admitted',
  about: { zh: '问题与打算', en: 'problems admitted and plans' },
  examples: { zh: ['乡里认的问题有哪些', '下一步有什么打算'], en: ['What will be done next year?', 'List the problems the report admits'] },
  match(question) {
    const ofAnotherYear = question.years.length > 0 && isGeneralOnly(question);
    if ((zonesAsked(question).length === 0 && !ofAnotherYear) || question.counter !== null || asks(question, 'who', 'count', 'why', 'when', 'share', 'difference', 'average', 'ratio')) return null;
    return { score: 0.74, because: ['asks for problems or plans as a whole'] };
  },
  async answer(question, context) {
    // 2021年打算 asks the report of 2020; of its own year a report says what was done.
    const before = context.years.length === 1 ? context.reports.find(({ year }) => year !== null && year + 1 === context.years[0]) : undefined;
    const zones = before ? (['plan'] as const) : zonesAsked(question);
    const report = before ?? context.reports[0];
    if (!report || (!before && context.reports.length !== 1) || !(await isScopeSure(question, context))) return null;
    if (!before && context.years.some((year) => year !== report.year)) return null;
    const sentences = await sentencesOf(report, context);
    const run = zones.map((zone) => longestRun(sentences, zone)).find(({ length }) => length > 0);
    if (run === undefined) return zones.length === 0 ? null : { draft: { status: 'not_found', reason: 'no_passage', blocks: [{ type: 'text', inlines: say(context.lang, 'noPassage', orgYear(context.lang, report)) }] } };
    const evidence = new Evidence(context.library);
    const citation = await evidence.place(report, asSpans(run.slice(0, MOST_SENTENCES).flatMap(({ spans }) => spans)), 'passage', run[0]!.path);
    const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, 'passageLead', orgYear(context.lang, report)) }, { type: 'quote', citation }];
    return { draft: { status: 'answered', blocks, rows: [], citations: evidence.citations }, remember: { terms: question.terms, figure: null } };
  },
};

/**
 * Which part of a report is asked for as a whole; none when something in particular is asked. Of several the first that the report has answers:
 * 下一步打算怎么改 is told by the plans, else by the measures, and never by the problems.
 */
export function zonesAsked(question: Question): readonly Exclude<Zone, 'plain'>[] {
  if (!isGeneralOnly(question)) return [];
  const measure = toldAsks('asksMeasure', question) || (toldAsks('asksPlan', question) && asks(question, 'how')) ? (['measure'] as const) : [];
  if (toldAsks('asksPlan', question)) return ['plan', ...measure];
  // 咋整改的: where nothing is told to have been done yet, what will be.
  if (measure.length > 0) return asks(question, 'how') ? [...measure, 'plan'] : measure;
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

function isGeneral({ concept, text, weight }: Question['terms'][number], { lang }: Question): boolean {
  const { anyDeed, generalConcepts, generalWords } = toldWords();
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

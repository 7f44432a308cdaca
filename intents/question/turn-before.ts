import type { ReportCard } from '../../index/mod.js';
import type { Memory } from '../intent.js';
import { questionWords, type Cue } from '../language/words.js';
import { startsAsFollowUp } from './find.js';
import type { Question } from './read.js';

/** What can be asked of nothing but the answer before. */
const LEANING: readonly Cue[] = ['count', 'share', 'difference', 'sum', 'average', 'ratio', 'change', 'breakdown'];

/** Concepts that say how a number is made, not of what. */
const RESULTS: readonly string[] = ['total', 'share', 'rate', 'average', 'quantity'];

/** True for 合计呢, 那咨询呢, 比例是多少: words that say too little without a turn before them. */
export function leansOnNothing(question: Question): boolean {
  const { terms, organisations, years, numbers, section, cues, counter, folded } = question;
  if (folded === '' || section !== null || cues.some(({ cue }) => !LEANING.includes(cue))) return false;
  if (organisations.length > 0) return false;
  if (startsAsFollowUp(question) && counter === null && !cues.some(({ cue }) => cue === 'count')) return true;
  return terms.every(({ concept }) => concept !== null && RESULTS.includes(concept)) && years.length === 0 && numbers.length === 0 && cues.length > 0;
}

/** True for 合计呢, 占比呢: nothing but how a number is made, so that no sentence answers it. */
export function asksOnlyResult({ terms, organisations, section, numbers, cues }: Question): boolean {
  return organisations.length === 0 && section === null && numbers.length === 0 && cues.length > 0 && cues.every(({ cue }) => LEANING.includes(cue)) && terms.every(({ concept }) => concept !== null && RESULTS.includes(concept));
}

/** 前一年呢 after an answer about 2022 is 2021, where a report of it is held; the question itself in any other case. */
export function withTurnYear(question: Question, cards: readonly ReportCard[], memory: Memory | null): Question {
  if (memory === null || question.years.some(({ kind }) => kind === 'year')) return question;
  const { yearBefore, yearAfter } = questionWords(question.lang).patterns;
  const [match, step] = [yearBefore.exec(question.folded) ?? yearAfter.exec(question.folded), yearBefore.test(question.folded) ? -1 : 1];
  const from = turnReport(cards, memory);
  if (match === null || from?.year == null) return question;
  const year = from.year + step;
  const wanted = question.organisations.length > 0 ? new Set(question.organisations.flatMap(({ keys }) => keys)) : new Set([from.orgKey]);
  if (!cards.some((card) => card.year === year && wanted.has(card.orgKey))) return question;
  const place = { start: match.index, end: match.index + match[0].length };
  return { ...question, years: [{ kind: 'year', year, ...place }], terms: question.terms.filter((term) => term.end <= place.start || term.start >= place.end) };
}

/** 去年呢 after an answer about the very year that 去年 stands for among what is held asks for the year before it; the question itself in any other case. */
export function withYearBeforeTurn(question: Question, cards: readonly ReportCard[], memory: Memory | null, meant: readonly number[]): Question {
  const from = memory === null ? undefined : turnReport(cards, memory);
  const match = questionWords(question.lang).patterns.lastYear.exec(question.folded);
  if (match === null || from?.year == null || meant.length !== 1 || meant[0] !== from.year) return question;
  return { ...question, years: [{ kind: 'year', year: from.year - 1, start: match.index, end: match.index + match[0].length }] };
}

/** The report that the turn before was about; undefined when it was about several. */
function turnReport(cards: readonly ReportCard[], memory: Memory): ReportCard | undefined {
  return cards.find(({ report }) => (report as string) === memory.figure?.report) ?? onlyOne(cards.filter(({ orgKey, year }) => memory.organisations.includes(orgKey) && year !== null && memory.years.includes(year)));
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, earliestFit, firstFit, fits } from '../language/cue-words.js';
import { isShare } from '../language/unit-families.js';
import { counterOf } from './counter-asked.js';
import { compares, movedBy } from './course-asked.js';
import { asksPercentage } from './many-asked.js';
import { asks, type Question } from './read.js';
import type { Claimed } from './terms.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** 比上年, 较2016年, 同比, over the previous year: what it is set against. */
    against: cues(lang),
    /** 两年间, 从21年到22年: two years and no more, the later set against the earlier. */
    between: cues(lang),
    /** 变化几件, 增还是减: asks for a change by itself, whatever it is set against. */
    either: cues(lang),
    /** 涨了几个: may ask for a change where nothing is said that it is set against. */
    unsaid: cues(lang),
    /** 变化, 增减, 多多少: a change that may go either way. */
    neutral: cues(lang),
    /** 增加了几条, 多推几篇, by how many … grow; the bracket `way` is up (1) or down (-1). */
    moved: cues(lang),
    /** 百分之几, 增幅. */
    percent: cues(lang),
  });
const ChangeAskedWords = z.strictObject({ about: z.string(), zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof ChangeAskedWords> | undefined;

function changeWords(lang: Lang): z.output<typeof ChangeAskedWords>[Lang] {
  loaded ??= loadData('intents/language/change-asked.json', ChangeAskedWords);
  return loaded[lang];
}

/** What a change is set against: a year that is said, the other of two years, or what the question leaves unsaid. */
export type Against = 'year' | 'other year' | 'unsaid';

/** A question for a change, taken apart. */
export interface ChangeAsked {
  readonly against: Against;
  /** Up (1) or down (-1) as the question says; null for 变化, 增减, 多多少, which may go either way. */
  readonly way: 1 | -1 | null;
  /** Wanted in percent, not in the unit of the thing. */
  readonly inPercent: boolean;
  /** What is left of the question: it asks for the thing itself (公众号比上年多推几篇 → 公众号推几篇), of no year. */
  readonly thing: Question;
}

/** Takes 公众号比上年多推几篇 apart; null for a question that asks for no change. */
export function changeAsked(question: Question): ChangeAsked | null {
  const { folded, lang } = question;
  const words = changeWords(lang);
  const year = earliestFit(words.against, folded);
  const since = year ?? earliestFit(words.between, folded);
  const unsaid = since === null ? earliestFit([...words.either, ...words.unsaid], folded) : null;
  if (since === null && unsaid === null) return null;
  const behind = since === null ? 0 : since.index + since[0].length;
  const moved = firstFrom(words.moved, folded, behind);
  const neutral = firstFrom(words.neutral, folded, behind);
  // 两年间受理多少件 counts both years.
  if (year === null && unsaid === null && moved === null && neutral === null && !asks(question, 'difference')) return null;
  const way = neutral === null ? movedBy(moved?.groups?.['way'], lang) : null;
  const inPercent = isShare(question.counter) || asksPercentage(question);
  const spans = [since, unsaid, neutral ?? moved, earliestFit(words.percent, folded)].flatMap((match) => (match === null ? [] : [{ start: match.index, end: match.index + match[0].length }]));
  return { against: year !== null ? 'year' : since !== null ? 'other year' : 'unsaid', way, inPercent, thing: withoutStretches(question, [...spans, ...question.years]) };
}

/** The question without the words for what the change is set against (over the year before): a report may print the change and leave them out, or say 同比. */
export function withoutAgainst(question: Question): Question {
  const said = earliestFit(changeWords(question.lang).against, question.folded);
  if (said === null) return question;
  const isBeside = ({ start, end }: Claimed): boolean => end <= said.index || start >= said.index + said[0].length;
  return { ...question, years: question.years.filter(isBeside), terms: question.terms.filter(isBeside) };
}

/** True for 变化几件, 增还是减: the words ask for a change whatever it is set against; 涨了几个 may only. */
export function surelyAsksForChange({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(changeWords(lang).either, folded);
}

/** Where one of `patterns` fits behind `from`, else anywhere: 增加几条，比上年 is asked as well. */
function firstFrom(patterns: readonly RegExp[], text: string, from: number): { readonly index: number; readonly 0: string; readonly groups?: Readonly<Record<string, string>> | undefined } | null {
  const after = firstFit(patterns, text.slice(from));
  if (after === null) return firstFit(patterns, text);
  return { index: after.index + from, 0: after[0], groups: after.groups };
}

/** The question as it would read without these stretches of its words: what is left stands at its new place. */
function withoutStretches(question: Question, stretches: readonly Claimed[]): Question {
  const isCut = (at: number): boolean => stretches.some(({ start, end }) => start <= at && at < end);
  const kept = Array.from(question.folded, (_, at) => at).filter((at) => !isCut(at));
  const place = (at: number): number => kept.filter((one) => one < at).length;
  const isWhole = ({ start, end }: Claimed): boolean => !stretches.some((cut) => cut.start < end && start < cut.end);
  const moved = <T extends Claimed>(claimed: readonly T[]): T[] => claimed.filter(isWhole).map((one) => ({ ...one, start: place(one.start), end: place(one.end) }));
  const counts = !isShare(question.counter);
  const folded = kept.map((at) => question.folded[at]).join('');
  return {
    ...question,
    folded,
    organisations: moved(question.organisations),
    years: [],
    cues: moved(question.cues.filter(({ cue }) => cue === 'count')),
    terms: moved(question.terms).filter(({ concept }) => concept === null || !compares(concept)),
    // 补贴资金两年变动: the word for money stands last once the rest is gone.
    counter: counts ? (question.counter ?? counterOf(folded, 'zh')?.unit ?? null) : null,
    counterEnd: counts && question.counterEnd !== null ? place(question.counterEnd) : null,
    numbers: moved(question.numbers),
  };
}

import { z } from 'zod';
import { loadData } from '../../data.js';
import { WordSet } from './word-set.js';

const words = z.array(z.string().min(1)).transform((list) => new WordSet(list));

const counters = loadData(
  'index/language/numbers/counters.json',
  z.object({ counters: words, durations: words, calendar: words, money: words, weak: words, unsureAlone: words, /** Words of their own right behind a counter, whatever `notBefore` says of how they begin (3处|长期). */ apart: words, notBefore: z.record(z.string(), z.string()) }),
);

/** Words around numbers, from `contexts.json`. */
export const contexts = loadData(
  'index/language/numbers/contexts.json',
  z.object({
    approxBefore: words,
    approxNotAfter: z.record(z.string(), z.string()),
    approxInside: words,
    /** 近有20件: what may stand between such a word and its number. */
    approxSkips: words,
    /** 网站120、微信71: what may stand between two numbers of one list. */
    joinsNumbers: words,
    approxAfter: words,
    limitBefore: words,
    /** Of these the words that say how often, not how much (每). */
    eachTime: words,
    limitAfter: words,
    durationCues: words,
    durationNot: words,
    durationHeld: words,
    setPhrases: words,
    attachments: words,
    weekly: words,
    anaphorBefore: words,
    anaphorAfter: words,
    partitionBefore: words,
    abstractNouns: words,
    contactCues: words,
    bareCues: words,
    /** 公开信息812。: nouns whose number may lack its counter; a single digit or what may be a year is none. */
    countedNouns: words,
    scoreCues: words,
    articleVerbs: words,
    eventOf起: words,
    /** 第二十条: units of a law's text. */
    articleUnits: words,
    /** 第5、6条: what may join an ordinal with the next. */
    joinsOrdinals: words,
    /** What may join two telephone numbers. */
    joinsContacts: words,
    /** 5日内: what makes a number a limit; `withinNot` the words that only begin so. */
    withinAfter: words,
    withinNot: words,
    /** 由20件至26件: what makes 至 tell of a change rather than of a range. */
    rangeFrom: words,
    /** 100人以上参加: what may follow 以上 without making it a threshold. */
    thresholdNot: words,
    /** 后六位: before 位. */
    rankBefore: words,
    /** 以百分之百的热情. */
    mannerBefore: words,
    /** 因此, 对该: what takes an anaphor out of a number's reach. */
    anaphorNotAfter: words,
    /** 目前, 以前: before 前 in words of their own. */
    notBefore前: words,
    /** 得分, 部分: before 分 in words of their own. */
    notBefore分: words,
    /** 每一, 同一: before 一 where it is an article. */
    notBefore一: words,
    /** 加起来共26块: what gives the sum itself behind 加起来. */
    sumSaidBy: words,
    /** 电话号码为: between the cue and the digits. */
    contactJoins: words,
    /** 平均24小时: what makes 24 hours a measure. */
    measuredHours: words,
    /** 26块均, 26块已: behind a count that ends its phrase. */
    saidOfAll: words,
    /** 数十, 几百: what leaves a number open. */
    indefinite: words,
    /** 件数十: a counter before 数 that is its own word. */
    countedBefore: words,
    /** 一件已答复: behind a count of one. */
    statedAfter: words,
    /** 六盘水, 三台县: names of places that begin with a numeral and what else would be a counter (names of China's districts). */
    placeNames: words,
    /** 设立一个: verbs by which one thing comes to be. */
    setsUp: words,
  }),
);

/** Units by kind: of time that passes, of dates, of money; `weak` count nothing by themselves (个, 种), `unsureAlone` need words around them. */
export const { durations, calendar, money, weak, unsureAlone } = counters;

const MONTHLY = /^月均(?:(?!第)\p{sc=Han}){1,7}\d/u;

/** 29个月均接待不到10人次: true where 月均 begins at `at` and a number follows; 连续6个月均… goes on without one. */
export function isMonthly(text: string, at: number): boolean {
  return text.startsWith('月均', at) && MONTHLY.test(text.slice(at, at + 11));
}

/** The longest counter at `at` that is not the beginning of another word (3项 but not 3项目); null when none stands there. */
export function counterAt(text: string, at: number): string | null {
  for (const counter of counters.counters.allAt(text, at)) {
    const next = text[at + counter.length];
    if (counter === '个月' && isMonthly(text, at + 1)) continue;
    if (next === undefined || counters.apart.at(text, at + counter.length) !== null || !(counters.notBefore[counter]?.includes(next) ?? false)) return counter;
  }
  return null;
}

/** True for 元, 万元, 亿元 and other money units. */
export function isMoney(unit: string | null): boolean {
  return unit !== null && money.has(unit.replace(/^[万亿]+/, ''));
}

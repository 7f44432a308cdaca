import { z } from 'zod';
import { loadData } from '../../data.js';
import { WordSet } from './word-set.js';

const words = z.array(z.string().min(1)).transform((list) => new WordSet(list));

const counters = loadData(
  'index/language/numbers/counters.json',
  z.object({ counters: words, durations: words, calendar: words, money: words, weak: words, unsureAlone: words, notBefore: z.record(z.string(), z.string()) }),
);

/** Words around numbers, from `contexts.json`. */
export const contexts = loadData(
  'index/language/numbers/contexts.json',
  z.object({
    approxBefore: words,
    approxNotAfter: z.record(z.string(), z.string()),
    approxInside: words,
    approxAfter: words,
    limitBefore: words,
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
    scoreCues: words,
    articleVerbs: words,
    eventOf起: words,
    dateSuffixes: words,
  }),
);

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
    if (next === undefined || !(counters.notBefore[counter]?.includes(next) ?? false)) return counter;
  }
  return null;
}

/** True for 元, 万元, 亿元 and other money units. */
export function isMoney(unit: string | null): boolean {
  return unit !== null && money.has(unit.replace(/^[万亿]+/, ''));
}

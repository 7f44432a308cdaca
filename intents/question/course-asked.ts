import { z } from 'zod';
import { loadData, type ConceptId, type Lang } from '../../index/mod.js';
import { cues, firstFit, valueIn } from '../language/cue-words.js';
import type { Question } from './read.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** 上年多少, 原来几条; the bracket `since` where it is the year before. */
    before: cues(lang),
    /** 增加了几条, 比上年呢; the bracket `way` is up (1) or down (-1), `against` what it is set against. */
    change: cues(lang),
    /** 增长率, 同比呢. */
    percent: cues(lang),
    /** 其余的呢. */
    rest: cues(lang),
    /** 没办的呢; the bracket `done` is what was not done. */
    denied: cues(lang),
  });
const ItsCourse = z.strictObject({
  /** Concepts that say what a number is set against, not what it counts. */
  compares: z.array(z.string().min(1)),
  /** Of these, those of the number that was there before. */
  was: z.array(z.string().min(1)),
  rest: z.strictObject({
    /** How a label begins that counts what is left over. */
    labels: cues('zh'),
    /** 其余由部门负责人主持: a sentence says that what it did not count is the rest. */
    said: cues('zh'),
    /** What before a deed says that it was not done. */
    denies: cues('zh'),
  }),
  zh: wordsIn('zh'),
  en: wordsIn('en'),
});

let loaded: z.output<typeof ItsCourse> | undefined;

function courseWords(): z.output<typeof ItsCourse> {
  loaded ??= loadData('intents/language/its-course.json', ItsCourse);
  return loaded;
}

/** What is asked of the figure of the last answer: what it was before, by how much it changed, or what is left of its total. */
export type CourseAsked =
  | { readonly kind: 'before'; /** The year before, not just some time before. */ readonly ofLastYear: boolean }
  | { readonly kind: 'change'; /** Up, down or not said. */ readonly way: 1 | -1 | null; readonly inPercent: boolean; /** Says against what: the year before or a year by its number (比上年, 比2020年). */ readonly against: number | 'year before' | null }
  | { readonly kind: 'rest'; /** What was not done with it, in the question's words; null for 其余. */ readonly denied: string | null };

/** Reads 上年多少, 增加了几条, 其余的呢: questions that name no figure and no organisation; null for any other. */
export function courseAsked({ folded, lang, organisations, years, section }: Question): CourseAsked | null {
  if (organisations.length > 0 || section !== null || years.some((year) => year.kind === 'relative' && year.back !== 1)) return null;
  const words = courseWords()[lang];
  const before = firstFit(words.before, folded);
  if (before !== null) return { kind: 'before', ofLastYear: before.groups?.['since'] !== undefined };
  const percent = firstFit(words.percent, folded);
  const change = percent ?? firstFit(words.change, folded);
  if (change !== null) {
    const against = /\d{4}/u.exec(change.groups?.['against'] ?? '')?.[0];
    return { kind: 'change', way: movedBy(change.groups?.['way'], lang), inPercent: percent !== null, against: against !== undefined ? Number(against) : change.groups?.['against'] === undefined ? null : 'year before' };
  }
  const denied = firstFit(words.denied, folded);
  if (denied !== null) return { kind: 'rest', denied: denied.groups?.['done'] ?? null };
  return firstFit(words.rest, folded) === null ? null : { kind: 'rest', denied: null };
}

/** Up (1) or down (-1), by a word that says how a number moved (增加, 少); null for any other word. */
export function movedBy(word: string | undefined, lang: Lang = 'zh'): 1 | -1 | null {
  const way = valueIn(lang, ['moved'], word);
  return way === 1 || way === -1 ? way : null;
}

/** True for concepts that say what a number is set against (较上年, 增至), not what it counts. */
export function compares(concept: ConceptId): boolean {
  return courseWords().compares.includes(concept);
}

/** True for concepts of a number that was there before (上年, 原来, 年初). */
export function saysBefore(concept: ConceptId): boolean {
  return courseWords().was.includes(concept);
}

/** How labels and sentences of a report speak of what is left over (其余, 其他). */
export function restWords(): z.output<typeof ItsCourse>['rest'] {
  return courseWords().rest;
}

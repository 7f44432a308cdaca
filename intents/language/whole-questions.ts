import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';

/**
 * What a whole question asks: the least, the most, an average, a total, each by itself, a course over years, one organisation's figure, a place in a
 * rank, several named added up, side by side, one less the other, the year that has most, the change against the year before, its place among all, its share of all, the first so many, those within a bound (`{text}` as it was typed).
 */
const FRAMES = ['least', 'most', 'average', 'total', 'each', 'trend', 'one', 'within', 'place', 'placeBelow', 'sum', 'named', 'apart', 'yearMost', 'yearLeast', 'change', 'ownPlace', 'shareOfAll', 'top', 'filter'] as const;
/** The name of a frame that a whole question is made of. */
export type Frame = (typeof FRAMES)[number];

const Words = z.strictObject({
  joins: z.strictObject({ names: z.string(), years: z.string(), words: z.string() }),
  /** Whole questions with `{names}`, `{years}`, `{group}`, `{figure}`, `{counter}`, `{n}`, `{text}`. */
  frames: z.strictObject(Object.fromEntries(FRAMES.map((frame) => [frame, z.string().min(1)])) as Record<Frame, z.ZodString>),
  /** How organisations and years are put to a question that says neither, with `{value}`. */
  scoped: z.strictObject({ names: z.string(), years: z.string(), whole: z.string() }),
  /** How a whole question says a year, with `{n}`, and the word of it that a year in its place in a sentence already has before it. */
  year: z.string(),
  yearLead: z.string(),
  /** Says that every year held is meant. */
  allYears: z.string(),
  /** Says that every organisation held is meant. */
  all: z.string(),
  /** The same of a `{place}`. */
  allIn: z.string(),
  /** A group of organisations of one county: 云岭县全县. */
  groupIn: z.string(),
  /** Figures that every form has, as people ask for them: offered where nobody said which. */
  figures: z.array(z.string().min(1)).min(1),
});
const WholeQuestions = z.strictObject({ zh: Words, en: Words });

let loaded: z.output<typeof WholeQuestions> | undefined;

/** What whole questions of a language are put together from. Throws with file and field when the data is wrong. */
export function wholeQuestions(lang: Lang): z.output<typeof Words> {
  loaded ??= loadData('intents/language/whole-questions.json', WholeQuestions);
  return loaded[lang];
}

import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import type { Claimed } from './terms.js';

/** What a follow-up may make of the question before it. */
export const TURNS = ['least', 'most', 'average', 'total', 'each', 'trend'] as const;
export type Turned = (typeof TURNS)[number];
/** Frames of complete questions: what a follow-up turns to, one organisation's figure, a place in a rank, several named added up, side by side, one less the other, the year that has most, the change against the year before. */
const FRAMES = [...TURNS, 'one', 'place', 'placeBelow', 'sum', 'named', 'apart', 'yearMost', 'yearLeast', 'change'] as const;
export type Frame = (typeof FRAMES)[number];

const Pattern = z.string().transform((source) => new RegExp(source, 'iu'));
const Words = z.strictObject({
  /** What opens and ends a follow-up and says nothing of its own. */
  lead: Pattern,
  tail: Pattern,
  kinds: z.strictObject(Object.fromEntries(TURNS.map((kind) => [kind, Pattern])) as Record<Turned, typeof Pattern>),
  /** A place in a rank, said without a word of the rank: the groups `n` and `below`. */
  place: Pattern,
  /** Years that are named without any of them being named: 近三年. */
  years: Pattern,
  /** Says that every year held is meant. */
  allYears: z.string(),
  /** Words without which a group's name names no group: 乡镇 of 各乡镇. */
  group: Pattern,
  /** Groups of organisations: the words for each, and how a complete question says it; `whole` for all of a county together, `weak` for words that only ask which one. */
  groups: z.array(z.strictObject({ say: z.string(), words: z.array(z.string().min(1)), whole: z.boolean().optional(), weak: z.boolean().optional() })),
  joins: z.strictObject({ names: z.string(), years: z.string(), words: z.string() }),
  templates: z.strictObject(Object.fromEntries(FRAMES.map((frame) => [frame, z.string()])) as Record<Frame, z.ZodString>),
  /** Figures that every form has, as people ask for them: offered where nobody said which. */
  figures: z.array(z.string().min(1)).min(1),
  /** How organisations and years are put to a question that says neither, with `{value}`. */
  scoped: z.strictObject({ names: z.string(), years: z.string(), whole: z.string() }),
  /** How a complete question says a year, with `{n}`, and the word of it that a year in its place in a sentence already has before it. */
  year: z.string(),
  yearLead: Pattern,
});
const FollowUps = z.strictObject({ zh: Words, en: Words });

let loaded: z.output<typeof FollowUps> | undefined;

/** Words of follow-ups in a language. Throws with file and field when the data is wrong. */
export function followUpWords(lang: Lang): z.output<typeof Words> {
  loaded ??= loadData('intents/language/follow-ups.json', FollowUps);
  return loaded[lang];
}

/** The group of organisations that folded words name (各乡镇), as a complete question says it; null when they name none. `text` without the names of organisations. */
export function groupIn(text: string, lang: Lang): { readonly say: string; readonly whole: boolean; readonly weak: boolean } | null {
  const { group, groups } = followUpWords(lang);
  if (!group.test(text)) return null;
  const found = groups.find(({ words }) => words.some((word) => (lang === 'zh' ? text.includes(word) : new RegExp(`\\b${word}\\b`, 'iu').test(text))));
  return found === undefined ? null : { say: found.say, whole: found.whole === true, weak: found.weak === true };
}

/** What a follow-up's folded words turn to (最少的呢, 平均呢); null when they turn to nothing. */
export function turnIn(text: string, lang: Lang): (Claimed & { readonly kind: Turned }) | null {
  const { kinds } = followUpWords(lang);
  for (const kind of TURNS) {
    const match = kinds[kind].exec(text);
    if (match) return { kind, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

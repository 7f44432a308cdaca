import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cue, cues, earliestFit, fits } from '../language/cue-words.js';
import type { Claimed } from './terms.js';

/** What a follow-up may make of the question before it. */
export const TURNS = ['least', 'most', 'average', 'total', 'each', 'trend'] as const;
/** One of `TURNS`: what a follow-up turns to. */
export type Turned = (typeof TURNS)[number];

const wordsIn = (lang: Lang) => {
  const Cues = cues(lang);
  return z.strictObject({
    /** What opens and ends a follow-up and says nothing of its own. */
    lead: cue(lang),
    tail: cue(lang),
    kinds: z.strictObject(Object.fromEntries(TURNS.map((kind) => [kind, Cues])) as Record<Turned, typeof Cues>),
    /** A place in a rank, said without a word of the rank: the groups `n` and `below`. */
    place: Cues,
    /** 它, 第一名的: the organisation that the answer before named. */
    it: Cues,
    /** 一共几家: how many there were. */
    count: Cues,
    /** 乡镇一共多少: after a question over many, a group's name that opens the follow-up names the group by itself. */
    bareGroup: Cues,
    /** Years that are named without any of them being named: 近三年. */
    years: Cues,
    /** Words without which a group's name names no group: 乡镇 of 各乡镇. */
    group: Cues,
    /** Groups of organisations: the words for each, and how a complete question says it; `whole` for all of a county together, `weak` for words that only ask which one. */
    groups: z.array(z.strictObject({ say: z.string(), words: Cues, whole: z.boolean().optional(), weak: z.boolean().optional() })),
  });
};
const FollowUps = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof FollowUps> | undefined;

/** Words of follow-ups in a language. Throws with file and field when the data is wrong. */
export function followUpWords(lang: Lang): z.output<typeof FollowUps>[Lang] {
  loaded ??= loadData('intents/language/follow-ups.json', FollowUps);
  return loaded[lang];
}

/** The group of organisations that folded words name (各乡镇), as a complete question says it; null when they name none. `text` without the names of organisations; `bare` where a group's name stands for the group. */
export function groupIn(text: string, lang: Lang, bare = false): { readonly say: string; readonly whole: boolean; readonly weak: boolean } | null {
  const { bareGroup, group, groups } = followUpWords(lang);
  if (!fits(bare ? bareGroup : group, text)) return null;
  const found = groups.find(({ words }) => fits(words, text));
  return found === undefined ? null : { say: found.say, whole: found.whole === true, weak: found.weak === true };
}

/** What a follow-up's folded words turn to (最少的呢, 平均呢); null when they turn to nothing. */
export function turnIn(text: string, lang: Lang): (Claimed & { readonly kind: Turned }) | null {
  const { kinds } = followUpWords(lang);
  for (const kind of TURNS) {
    const match = earliestFit(kinds[kind], text);
    if (match) return { kind, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

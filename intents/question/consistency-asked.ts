import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, fits, words } from '../language/cue-words.js';
import type { Question } from './read.js';

const wordsIn = (lang: Lang) => z.strictObject({ asks: cues(lang), worded: cues(lang), note: cues('zh'), units: cues(lang), tables: z.record(z.enum(['T2', 'T3', 'T4']), words(lang)) });
const ConsistencyWords = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof ConsistencyWords> | undefined;

/** What a question about a report's arithmetic is after. */
export interface ConsistencyAsked {
  /** True when it asks which of several reports have findings. */
  readonly units: boolean;
  /** True when it asks how the form words what its figures must keep to, not whether they do. */
  readonly worded: boolean;
  /** Tables it is about; all when empty. */
  readonly tables: readonly ('T2' | 'T3' | 'T4')[];
}

/** Whether a question asks if a report's figures agree; null when it does not. */
export function consistencyAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>): ConsistencyAsked | null {
  loaded ??= loadData('intents/language/consistency.json', ConsistencyWords);
  const { asks, units, worded, tables } = loaded[lang];
  const ofWords = fits(worded, folded);
  const ofUnits = fits(units, folded);
  if (!ofUnits && !ofWords && !fits(asks, folded)) return null;
  const named = (Object.entries(tables) as ['T2' | 'T3' | 'T4', readonly string[]][]).filter(([, names]) => names.some((word) => folded.includes(word))).map(([table]) => table);
  return { units: ofUnits && !ofWords, worded: ofWords, tables: named };
}

/** True for the words of a form, folded, that say what its figures must keep to (本列数据的勾稽关系为…). */
export function saysIdentity(folded: string, lang: Lang): boolean {
  loaded ??= loadData('intents/language/consistency.json', ConsistencyWords);
  return fits(loaded[lang].note, folded);
}

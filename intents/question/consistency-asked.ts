import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import type { Question } from './read.js';

const Patterns = z.array(z.string().transform((source) => new RegExp(source, 'iu')));
const Words = z.strictObject({ asks: Patterns, units: Patterns, tables: z.record(z.enum(['T2', 'T3', 'T4']), z.array(z.string())) });
const ConsistencyWords = z.strictObject({ zh: Words, en: Words });

let loaded: z.output<typeof ConsistencyWords> | undefined;

/** What a question about a report's arithmetic is after. */
export interface ConsistencyAsked {
  /** True when it asks which of several reports have findings. */
  readonly units: boolean;
  /** Tables it is about; all when empty. */
  readonly tables: readonly ('T2' | 'T3' | 'T4')[];
}

/** Whether a question asks if a report's figures agree; null when it does not. */
export function consistencyAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>): ConsistencyAsked | null {
  loaded ??= loadData('intents/language/consistency.json', ConsistencyWords);
  const { asks, units, tables } = loaded[lang];
  const ofUnits = units.some((pattern) => pattern.test(folded));
  if (!ofUnits && !asks.some((pattern) => pattern.test(folded))) return null;
  const named = (Object.entries(tables) as ['T2' | 'T3' | 'T4', string[]][]).filter(([, words]) => words.some((word) => folded.includes(word))).map(([table]) => table);
  return { units: ofUnits, tables: named };
}

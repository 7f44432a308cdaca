import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import type { Question } from './read.js';

const Pattern = z.string().transform((source) => new RegExp(source, 'iu'));
const Words = z.strictObject({ /** Whose report of a year is held. */ has: z.array(Pattern), /** Whose is not. */ lacks: z.array(Pattern), /** How many of them. */ count: Pattern });
const Held = z.strictObject({ zh: Words, en: Words });

let loaded: z.output<typeof Held> | undefined;

/** In UTF-16 units: such a question is short. */
const LONGEST = 60;

/** 「哪些单位有2021年的报告」「谁的2020年报还没收录」: whose reports of a year are held, or are not, and whether only their number is asked for; null when neither is asked. */
export function heldAsked({ folded, lang, years }: Pick<Question, 'folded' | 'lang' | 'years'>): { readonly kind: 'has' | 'lacks'; readonly count: boolean } | null {
  loaded ??= loadData('intents/language/held.json', Held);
  const { count, has, lacks } = loaded[lang];
  if (folded.length > LONGEST || years.length === 0) return null;
  const fits = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(folded));
  const kind = fits(lacks) ? 'lacks' : fits(has) ? 'has' : null;
  return kind === null ? null : { kind, count: count.test(folded) };
}

import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, fits } from '../language/cue-words.js';
import type { Question } from './read.js';

const wordsIn = (lang: Lang) => z.strictObject({ /** Whose report of a year is held. */ has: cues(lang), /** Whose is not. */ lacks: cues(lang), /** How many of them. */ count: cues(lang), /** That offices are counted, not reports. */ offices: cues(lang) });
const Held = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof Held> | undefined;

/** True where offices are counted (几家), not reports. */
export function countsOffices({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  loaded ??= loadData('intents/language/held.json', Held);
  return fits(loaded[lang].offices, folded);
}

/** In UTF-16 units: such a question is short. */
const LONGEST = 60;

/** 「哪些单位有2021年的报告」「谁的2020年报还没收录」: whose reports of a year are held, or are not, and whether only their number is asked for; null when neither is asked. */
export function heldAsked({ folded, lang, years }: Pick<Question, 'folded' | 'lang' | 'years'>): { readonly kind: 'has' | 'lacks'; readonly count: boolean } | null {
  loaded ??= loadData('intents/language/held.json', Held);
  const { count, has, lacks } = loaded[lang];
  if (folded.length > LONGEST || years.length === 0) return null;
  const kind = fits(lacks, folded) ? 'lacks' : fits(has, folded) ? 'has' : null;
  return kind === null ? null : { kind, count: fits(count, folded) };
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { COUNTING, ordinal } from './characters.js';

/** The number in front of a heading or list item. */
export interface LadderNumber {
  /** 1: 一、 第一部分 · 2: （一） · 3: 1. （1） 一是. */
  readonly level: 1 | 2 | 3;
  readonly style: 'chinese' | 'bracketed' | 'arabic' | 'arabic-bracketed' | 'spoken';
  readonly value: number;
  /** How many characters of the bare text it takes. */
  readonly length: number;
}

const Source = z.string().transform((source) => source.replaceAll('{n}', COUNTING));

/** What numbers a heading or an item, rung by rung, each with one group for the number; sources of expressions (`ladder-marks.json`). */
export const ladderMarks = loadData('index/parse/ladder-marks.json', z.strictObject({ about: z.string(), part: Source, chinese: Source, bracketed: Source, arabic: Source, arabicBracketed: Source, spoken: Source }));

const { part: PART, chinese: CHINESE, bracketed: BRACKETED, arabic: ARABIC, arabicBracketed: ARABIC_BRACKETED, spoken: SPOKEN } = ladderMarks;
const NUMBER = new RegExp(`^(?:${[PART, CHINESE, BRACKETED, ARABIC, ARABIC_BRACKETED, SPOKEN].join('|')})`);

/** Reads the number a bare text (see `bare`) begins with; null when there is none. */
export function ladder(bareText: string): LadderNumber | null {
  const found = NUMBER.exec(bareText.length > 16 ? bareText.slice(0, 16) : bareText);
  if (found === null) return null;
  const [whole, part, chinese, bracketed, arabic, arabicBracketed, spoken] = found;
  const length = whole.length;
  const top = part ?? chinese;
  if (top !== undefined) return { level: 1, style: 'chinese', value: ordinal(top) ?? 0, length };
  if (bracketed !== undefined) return { level: 2, style: 'bracketed', value: ordinal(bracketed) ?? 0, length };
  if (arabic !== undefined) return { level: 3, style: 'arabic', value: Number(arabic), length };
  if (arabicBracketed !== undefined) return { level: 3, style: 'arabic-bracketed', value: Number(arabicBracketed), length };
  return { level: 3, style: 'spoken', value: ordinal(spoken!) ?? 0, length };
}

/** The style of a list item (1. （1） 一是); null for everything else. */
export function itemStyle(bareText: string): LadderNumber['style'] | null {
  const number = ladder(bareText);
  return number?.level === 3 ? number.style : null;
}

import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits, valueIn } from '../language/cue-words.js';
import type { Question } from './read.js';

const KINDS = ['sum', 'average', 'difference', 'more', 'less', 'most', 'least'] as const;
/** What can be asked of figures that were shown: `more` and `less` by how much, the larger or the smaller named first. */
export type AmongKind = (typeof KINDS)[number];

const wordsIn = (lang: Lang) => z.strictObject({ sum: cues(lang), average: cues(lang), difference: cues(lang), more: cues(lang), less: cues(lang), most: cues(lang), least: cues(lang), /** 最多, not 更多: of more than two. */ superlative: cues(lang), /** 哪个渠道: of the parts of one whole. */ kind: cues(lang) });
const Among = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof Among> | undefined;

/** What a question asks of figures that were shown before it. */
export interface AmongAsked {
  readonly kind: AmongKind;
  /** 这两个: how many of them; null when it does not say. */
  readonly n: number | null;
  /** 哪个最多, of all of them; 哪个多 is of two. */
  readonly isOfAll: boolean;
  /** 哪个渠道最多, of what one whole falls into; absent where no kind is named. */
  readonly ofKind?: true;
}

/** Reads 两个加起来呢, 差多少, 哪个最多: a question that names no figure, organisation or year; null for any other. */
export function amongAsked({ folded, lang, organisations, years, section }: Question): AmongAsked | null {
  if (organisations.length > 0 || years.length > 0 || section !== null) return null;
  loaded ??= loadData('intents/language/among.json', Among);
  const words = loaded[lang];
  for (const kind of KINDS) {
    const match = firstFit(words[kind], folded);
    if (match !== null) return { kind, n: valueIn(lang, ['numeral'], match.groups?.['n']), isOfAll: fits(words.superlative, folded), ...(fits(words.kind, folded) && { ofKind: true as const }) };
  }
  return null;
}

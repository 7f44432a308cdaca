import { fold, lexicon, type Figure } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';

/**
 * Ids of the figures of sentences that count all years until now: 历年累计公开8400条; 累计公开5317条，其中本年度新增1842条. What a year's report is asked
 * for is none of them, unless the question says so. `text` is the report's, in which figures have their places.
 */
export function accumulatedIn(figures: readonly Figure[], text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const figure of figures) {
    const clause = clauseBefore(figure, text);
    const { accumulates, allYears, ofThisYear } = labelCues();
    if (allYears.some((word) => clause.includes(word))) found.add(figure.id);
    const total = figure.partOf === null ? undefined : figures[figure.partOf];
    if (total === undefined || !figure.labels.some((label) => lexicon().meaning('zh', label)?.includes('newly-added'))) continue;
    if (ofThisYear.some((word) => clause.includes(word)) && accumulates.some((word) => clauseBefore(total, text).includes(word))) found.add(total.id);
  }
  return found;
}

/** True for a question that asks for all years together. `text`: the folded question. */
export function asksForAllYears(text: string): boolean {
  const { accumulates, allYears } = labelCues();
  return [...accumulates, ...allYears].some((word) => text.includes(word));
}

/** The words from the last mark to the number, folded; '' for cells. */
function clauseBefore({ place, quote, trust }: Figure, text: string): string {
  if (trust !== 'stated' || place === null) return '';
  return fold(text.slice(Math.max(quote[0].start, place[0].start - LONGEST_CLAUSE), place[0].start)).text.split(/[,;。:()]/u).at(-1)!;
}

/** UTF-16 units looked at before a number. */
const LONGEST_CLAUSE = 40;

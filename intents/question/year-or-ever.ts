import { labelCues } from '../language/label-cues.js';
import type { Ranked } from './ranking.js';

/**
 * 累计公开812条，本年度公开64条: of figures that fit alike, the one that counts all years where `question` (folded) asks for that, the year's own
 * where it says 今年. Null where the question says neither, both, or more than one figure is left.
 */
export function bySpan(question: string, alike: readonly Ranked[]): Ranked | null {
  const { sinceEver, thisYear } = spans();
  const says = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));
  const [ever, year] = [says(sinceEver, question), says(thisYear, question)];
  if (ever === year) return null;
  const [only, ...more] = alike.filter(({ candidate }) => says(sinceEver, clauseOf(candidate)) === ever);
  return only !== undefined && more.length === 0 ? only : null;
}

/** 公开多少条 asks for no number of all years: the year's own of the same things, where `best` counts all and both fit; else null. */
export function allYearsUnasked(question: string, best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  const { sinceEver, thisYear } = spans();
  const countsAll = ({ candidate }: Ranked): boolean => sinceEver.some((word) => clauseOf(candidate).includes(word));
  if ([...sinceEver, ...thisYear].some((word) => question.includes(word)) || best.candidate.figures[0].trust !== 'stated' || !countsAll(best)) return null;
  return fitting.find((other) => other !== best && other.candidate.figures[0].trust === 'stated' && other.candidate.facets.depth === 0 && other.candidate.figures[0].stat === best.candidate.figures[0].stat && !countsAll(other)) ?? null;
}

function clauseOf({ facets: { around } }: Ranked['candidate']): string {
  return around?.(false).clause.text ?? '';
}

/** Words of all years, and of this one. */
function spans(): { readonly sinceEver: readonly string[]; readonly thisYear: readonly string[] } {
  const { accumulates, allYears, ofThisYear } = labelCues();
  return { sinceEver: [...accumulates, ...allYears], thisYear: ofThisYear };
}

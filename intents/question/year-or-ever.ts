import { labelCues } from '../language/label-cues.js';
import type { Ranked } from './ranking.js';

/**
 * 累计公开812条，本年度公开64条: of figures that fit alike, the one that counts all years where `question` (folded) asks for that, the year's own
 * where it says 今年. Null where the question says neither, both, or more than one figure is left.
 */
export function bySpan(question: string, alike: readonly Ranked[]): Ranked | null {
  const { sinceEver, thisYear } = spans();
  const [ever, year] = [says(sinceEver, question), says(thisYear, question)];
  if (ever === year) return null;
  const [only, ...more] = alike.filter(({ candidate }) => (candidate.accumulated || says(sinceEver, clauseOf(candidate))) === ever);
  return only !== undefined && more.length === 0 ? only : null;
}

/**
 * 公开多少条 asks for no number of all years: of figures that fit, the one whose clause names the year (本年度公开64条), where `best` counts on and names
 * none (累计公开812条); else null.
 */
export function allYearsUnasked(question: string, best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  const { sinceEver, thisYear } = spans();
  const namesYear = ({ candidate }: Ranked): boolean => says(thisYear, clauseOf(candidate)) || YEAR.test(clauseOf(candidate));
  const isTold = ({ candidate: { facets: { depth }, figures: [{ stat, trust }] } }: Ranked): boolean => trust === 'stated' && depth === 0 && stat === best.candidate.figures[0].stat;
  if (says([...sinceEver, ...thisYear], question) || !isTold(best) || namesYear(best) || !says(sinceEver, clauseOf(best.candidate))) return null;
  return fitting.find((other) => other !== best && isTold(other) && namesYear(other)) ?? null;
}

const YEAR = /(?:19|20)\d\d年|全年/u;

function clauseOf({ facets: { around } }: Ranked['candidate']): string {
  return around?.(false).clause.text ?? '';
}

/** Words of all years, and of this one. */
function spans(): { readonly sinceEver: readonly string[]; readonly thisYear: readonly string[] } {
  const { accumulates, allYears, ofThisYear } = labelCues();
  return { sinceEver: [...accumulates, ...allYears], thisYear: ofThisYear };
}

function says(words: readonly string[], text: string): boolean {
  return words.some((word) => text.includes(word));
}

import { compare } from '../../index/mod.js';
import type { Ranked } from './ranking.js';

/** 甲、乙、丙各设1处: one number said of several; where the question names none of them, none answers for all. */
export function sharesNumber(best: Ranked, other: Ranked): boolean {
  const [a, b] = [best.candidate.figures[0], other.candidate.figures[0]];
  const at = a.place?.[0].start;
  const samePlace = at !== undefined && at === b.place?.[0].start && best.candidate.report.edition === other.candidate.report.edition;
  return samePlace && other !== best && a.unit === 'passage' && a.quantity.state === 'number' && compare(a.quantity.value ?? '0', '0') > 0 && other.fit.explained.size >= best.fit.explained.size;
}

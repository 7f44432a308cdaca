import type { Ranked } from './ranking.js';
import { unitOf } from './candidates.js';

/**
 * 宣传单8种、3600份, asked 多少份: of two numbers of one thing side by side, the second saying nothing of its own, the one counted as the
 * question counts is meant. True when `other` is it and `one` is not. `counter`: a unit as printed, or null.
 */
export function isCountedBeside(one: Ranked, other: Ranked, counter: string | null): boolean {
  const [a, b] = [one.candidate, other.candidate];
  const [figure, beside] = [a.figures[0], b.figures[0]];
  return counter !== null && unitOf(b) === counter && unitOf(a) !== counter && a.report.edition === b.report.edition && beside.labels.length === 0 && beside.trust === 'stated' && figure.trust === 'stated' && figure.partOf === beside.partOf && figure.quote[0].start === beside.quote[0].start && [...one.fit.explained].every((term) => other.fit.explained.has(term));
}

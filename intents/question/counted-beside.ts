import { labelCues } from '../language/label-cues.js';
import { countsPersons } from '../language/unit-families.js';
import type { Ranked } from './ranking.js';
import { unitOf, type Candidate } from './candidates.js';
import { STRENGTH } from './strength.js';

/**
 * 宣传单8种、3600份, asked 多少份: of two numbers of one thing side by side, the second saying nothing of its own, the one counted as the
 * question counts is meant. True when `other` is it and `one` is not. `counter`: a unit as printed, or null.
 */
export function isCountedBeside(one: Ranked, other: Ranked, counter: string | null): boolean {
  const [a, b] = [one.candidate, other.candidate];
  const [figure, beside] = [a.figures[0], b.figures[0]];
  return counter !== null && unitOf(b) === counter && unitOf(a) !== counter && a.report.edition === b.report.edition && beside.labels.length === 0 && beside.trust === 'stated' && figure.trust === 'stated' && figure.partOf === beside.partOf && figure.quote[0].start === beside.quote[0].start && [...one.fit.explained].every((term) => other.fit.explained.has(term));
}

/**
 * 稿子登出来几篇: true where a figure says nothing in the words of the question, is counted otherwise, and its sentence counts something else as the question does.
 * A counter that says what is counted (抽检几批次) is taken at its word, whatever the figure says (抽检结果24期，涉及样品865批次).
 */
export function yieldsToCounted({ candidate, fit }: Ranked, candidates: readonly Candidate[], counter: string | null): boolean {
  const [figure] = candidate.figures;
  if (counter === null || (fit.near > STRENGTH.everydayOwn && !isCounterTelling(counter)) || candidate.subtotal !== null || figure.trust !== 'stated' || unitOf(candidate) === counter) return false;
  return candidates.some((other) => other.subtotal === null && unitOf(other) === counter && other.figures[0].quote[0].start === figure.quote[0].start);
}

/** False for 个, 件, 次, with which people count anything. */
function isCounterTelling(counter: string): boolean {
  return counter.length > 1 && !labelCues().spokenCounters.includes(counter);
}

/**
 * 小区改造6个、1240户的进度每周公示, asked 多少户: true where `one` is not counted as the question counts, and the next number of its sentence is, of all that it says and more. Then
 * it is that other number, or none. `candidates`: those of the report, in reading order.
 */
export function isCountedOtherwise({ candidate }: Ranked, candidates: readonly Candidate[], counter: string | null): boolean {
  const [figure] = candidate.figures;
  // 招聘126名，报名843人: people are counted in one as well as in the other.
  if (counter === null || candidate.subtotal !== null || figure.trust !== 'stated' || unitOf(candidate) === counter || (countsPersons(unitOf(candidate)) && countsPersons(counter))) return false;
  const next = candidates.find(({ subtotal, figures: [other] }) => subtotal === null && other.id === figure.id + 1);
  if (next === undefined || unitOf(next) !== counter) return false;
  const [{ inherited, labels, quote }] = next.figures;
  return quote[0].start === figure.quote[0].start && figure.labels.every((label) => labels.includes(label) || inherited.includes(label));
}

import type { ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING } from './strength.js';

const DECISIONS: ConceptId = 'decisions';

/**
 * 办理行政处罚63件: penalties counted as cases are decisions, as the form counts them (处理决定数量). Candidates whose label ends in such a word measure
 * decisions too; those that say of it that it was published do not.
 */
export function withDecisions(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => (countsDecided(candidate) ? { ...candidate, facets: { ...candidate.facets, measures: new Set([...candidate.facets.measures, DECISIONS]) } } : candidate));
}

function countsDecided({ facets: { own, inherited }, figures: [{ trust, stat, quantity }] }: Candidate): boolean {
  const { decidedCases, publishing } = labelCues();
  // 未实施行政强制: none of something is told without a unit.
  const isOfCases = quantity.unit === null ? quantity.value === '0' : decidedCases.units.includes(quantity.unit);
  if (trust !== 'stated' || stat !== 'count' || !isOfCases) return false;
  const last = own.findLast(({ weight }) => weight >= DISTINGUISHING);
  return last !== undefined && last.concepts.some((concept) => decidedCases.concepts.includes(concept)) && ![...own, ...inherited].some(({ concepts }) => concepts.some((concept) => publishing.includes(concept)));
}

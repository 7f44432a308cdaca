import type { ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import type { Term } from './terms.js';

/** What an account does with an item, in whatever word (发, 推): tells nothing of an account's number apart. */
const SENT: ConceptId = 'issue-out';
const PUSHED: ConceptId = 'push';
const SENT_WEIGHT = 0.3;

/** 公众号推了几条: of an account or a website that the question names, 推 says no more than 发, unless the report tells what was 推送 itself. */
export function sentByChannel(terms: readonly Term[], candidates: readonly Candidate[]): readonly Term[] {
  if (!terms.some(({ concept }) => concept === PUSHED) || !terms.some(({ concept }) => concept !== null && labelCues().channels.includes(concept))) return terms;
  if (candidates.some(({ facets: { own, inherited } }) => [...own, ...inherited].some(({ concepts }) => concepts.includes(PUSHED)))) return terms;
  return terms.map((term) => (term.concept === PUSHED ? { ...term, concept: SENT, weight: SENT_WEIGHT } : term));
}

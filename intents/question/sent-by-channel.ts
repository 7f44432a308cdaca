import type { ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import { means } from './strength.js';
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

/** How many requests did the 12345 hotline take: a hotline takes matters of any kind, which reports call by many names, and no requests for information. */
export function requestsOfHotline(terms: readonly Term[]): readonly Term[] {
  const says = (concepts: readonly ConceptId[]): boolean => terms.some(({ concept }) => concept !== null && concepts.includes(concept));
  if (!says(labelCues().hotlines)) return terms;
  return terms.map((term) => (term.concept === REQUEST && labelCues().bareRequests.includes(term.text) ? { ...term, concept: APPEAL, weight: APPEAL_WEIGHT } : term));
}

const REQUEST: ConceptId = 'request';
const APPEAL: ConceptId = 'appeal';
/** Helps to choose, and need not be printed. */
const APPEAL_WEIGHT = 0.1;

/**
 * Deeds of an English question that its things imply, without those that say nothing more: a request sent by letter came by letter, and inquiries
 * are answered wherever they are taken. Where a figure of the report tells such a deed of such a thing it is told from others by it, and stays.
 */
export function withoutImpliedDeeds(terms: readonly Term[], candidates: readonly Candidate[]): readonly Term[] {
  const implied = terms.filter((term) => labelCues().impliedDeeds.some(({ deeds, of }) => term.concept !== null && deeds.includes(term.concept) && isToldOfNone(term, of, terms, candidates)));
  return implied.length === 0 ? terms : terms.filter((term) => !implied.includes(term));
}

function isToldOfNone(deed: Term, of: readonly ConceptId[], terms: readonly Term[], candidates: readonly Candidate[]): boolean {
  const things = terms.filter(({ concept }) => concept !== null && of.includes(concept));
  const tells = ({ facets: { own, inherited } }: Candidate): boolean => own.some((facet) => means(deed, facet)) && things.some((thing) => [...own, ...inherited].some((facet) => means(thing, facet)));
  return things.length > 0 && !candidates.some(tells);
}

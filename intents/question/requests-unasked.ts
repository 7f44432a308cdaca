import type { ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { unitOf, type Candidate } from './candidates.js';
import type { Facet } from './facets.js';
import type { Wanted } from './ranking.js';
import type { Term } from './terms.js';

const REQUEST: ConceptId = 'request';
const DOCUMENT: ConceptId = 'document';
const INFORMATION: ConceptId = 'information';
/** 制作政府信息184条，依申请公开3条: what was made is open on request, and no request. */
const MADE: ConceptId = 'newly-made';
/** What reviews and lawsuits may be about. */
const OF_DISCLOSURE: readonly ConceptId[] = [REQUEST, 'ogi', 'publish'];
const DISPUTES: readonly ConceptId[] = ['review', 'litigation'];

/** 受理几件申请 asks for requests to disclose, which 行政复议申请 is none of; nor does whoever asks for disclosures ask for what they were disputed with (因信息公开被申请行政复议2件). */
export function isDisputeUnasked(terms: readonly Term[], { facets, figures: [{ trust }] }: Candidate): boolean {
  const isDispute = (concept: ConceptId | null): boolean => concept !== null && DISPUTES.includes(concept);
  return trust === 'stated' && terms.some(({ concept }) => concept !== null && OF_DISCLOSURE.includes(concept)) && !terms.some(({ concept }) => isDispute(concept)) && facets.own.some(({ concepts }) => concepts.some(isDispute));
}

/** 印发文件96件，主动公开70件，依申请公开14件: documents that are open on request are no requests. */
export function isDocumentsUnasked(terms: readonly Term[], { facets: { own, inherited }, figures: [{ trust }] }: Candidate): boolean {
  const says = ({ concepts }: Facet, ...any: readonly ConceptId[]): boolean => concepts.some((concept) => any.includes(concept));
  if (trust !== 'stated' || !terms.some(({ concept }) => concept === REQUEST) || terms.some(({ concept }) => concept === DOCUMENT)) return false;
  return [...own, ...inherited].some((facet) => says(facet, DOCUMENT, MADE)) && own.some((facet) => says(facet, REQUEST)) && own.every((facet) => facet.weight === 0 || says(facet, REQUEST, DOCUMENT));
}

/** 依申请公开政府信息多少条: items of information that are open on request are no requests. */
export function isRequestsForInformation({ terms, counter, text = '' }: Wanted, candidate: Candidate): boolean {
  const { itemCounters } = labelCues();
  if (counter === null || !itemCounters.includes(counter) || itemCounters.includes(unitOf(candidate) ?? '')) return false;
  const { information, onRequest } = labelCues();
  return terms.some(({ concept, start }) => concept === REQUEST && onRequest.some((word) => information.some((thing) => text.startsWith(word + thing, start))));
}

/** 涉及危房改造的信息多少条: requests (涉及危房改造的3件) are no items of information. */
export function isRequestsUnasked({ terms, counter }: Wanted, { facets: { own, inherited }, figures: [{ trust, quantity }] }: Candidate): boolean {
  const { itemCounters } = labelCues();
  if (trust !== 'stated' || counter === null || !itemCounters.includes(counter) || itemCounters.includes(quantity.unit ?? '')) return false;
  return terms.some(({ concept }) => concept === INFORMATION) && !terms.some(({ concept }) => concept === REQUEST) && [...own, ...inherited].some(({ concepts }) => concepts.includes(REQUEST));
}

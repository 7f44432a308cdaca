import { compare, type ConceptId } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import { saidTogether } from './counted-object.js';
import { explain } from './explain.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Ranked, Wanted } from './ranking.js';
import type { Term } from './terms.js';

const CARRY: ConceptId = 'carry';
/** Rows of the table of requests for what came over from the year before and what goes over to the next. */
const WAYS: readonly string[] = ['req.carried_in.total', 'req.carried_out.total'];

/** 结转几件 says neither from the year before nor into the next: where both are held and differ, the one that was not found best; else null. */
export function otherWay(terms: readonly Term[], best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  if (!terms.some(({ concept }) => concept === CARRY) || terms.some(({ concept }) => concept === 'last-year' || concept === 'next-year')) return null;
  const rows = fitting.filter(({ candidate }) => WAYS.includes(candidate.figures[0].metric ?? '') && candidate.figures[0].trust !== 'stated');
  return rows.find(({ candidate }) => differs(candidate, best.candidate)) ?? null;
}

/**
 * 办结几件 names no object: the table of requests counts what was closed as well as the sentence does that counts the closed letters.
 * That cell, when the best figure says whose deed it counts, is no total of others and differs; else null.
 */
export function sameDeedOfRequests({ terms, kept = [] }: Wanted, best: Ranked, candidates: readonly Candidate[]): Ranked | null {
  const { facets, figures: [figure], hasParts } = best.candidate;
  const telling = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  const saysWhose = [...facets.own, ...facets.inherited].some((facet) => facet.weight >= DISTINGUISHING && !terms.some((term) => means(term, facet)));
  if (figure.trust !== 'stated' || hasParts || kept.length > 0 || telling.length === 0 || !saysWhose) return null;
  const cell = candidates.find((candidate) => isTotalOfRequests(candidate) && telling.every((term) => namesRow(term, candidate)));
  if (cell === undefined || !differs(cell, best.candidate)) return null;
  return { candidate: cell, fit: explain(terms, cell.facets), score: best.score, wording: 0 };
}

/**
 * 办结比新收多几件 names no object either: true where the table of requests has a row for each side and what was found says whose deeds it counts.
 * `found`: the figures found for both sides.
 */
export function countsOtherDeeds(sides: readonly (readonly Term[])[], found: readonly Candidate[], candidates: readonly Candidate[]): boolean {
  const said = sides.flat();
  const saysWhose = found.some(({ facets, figures: [{ trust }] }) => trust === 'stated' && [...facets.own, ...facets.inherited].some((facet) => facet.weight >= DISTINGUISHING && !said.some((term) => means(term, facet))));
  return saysWhose && sides.every((side) => {
    const deeds = side.filter(({ weight }) => weight >= SAYS_A_DEED);
    return deeds.length > 0 && candidates.some((candidate) => isTotalOfRequests(candidate) && deeds.every((term) => namesRow(term, candidate)));
  });
}

/**
 * 依申请公开未收取费用 where the report says besides what something else brought in: 收费多少 may ask for either. The other charge, when the best
 * figure denies one in words that only together say 收费; else null.
 */
export function otherCharge(terms: readonly Term[], best: Ranked, candidates: readonly Candidate[]): Ranked | null {
  const { facets, figures: [{ quantity, trust }] } = best.candidate;
  const asked = saidTogether(terms, facets.measures);
  if (asked.length === 0 || trust !== 'stated' || quantity.unit !== null || quantity.value !== '0') return null;
  const other = candidates.find((candidate) => differs(candidate, best.candidate) && asked.some((concept) => candidate.facets.measures.has(concept)));
  return other === undefined ? null : { candidate: other, fit: explain(terms, other.facets), score: best.score, wording: 0 };
}

/** 收 and 办 tell little and name a deed all the same. */
const SAYS_A_DEED = 0.3;

function isTotalOfRequests({ figures: [{ metric, quantity, trust }], subtotal }: Candidate): boolean {
  return subtotal === null && trust !== 'stated' && metric !== null && /^req\.[a-z_]+\.total$/u.test(metric) && quantity.value !== null;
}

function namesRow({ concept }: Term, { facets }: Candidate): boolean {
  return concept !== null && facets.own.slice(0, facets.rowFacets).some((facet) => facet.concepts.includes(concept));
}

function differs(a: Candidate, b: Candidate): boolean {
  const [left, right] = [a.figures[0].quantity.value, b.figures[0].quantity.value];
  return left !== null && right !== null && compare(left, right) !== 0;
}

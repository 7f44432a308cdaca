import { compare, type ConceptId, type MetricId } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import { DISTINGUISHING, explain } from './explain.js';
import type { Ranked } from './ranking.js';
import type { Term } from './terms.js';

const PUBLISH: ConceptId = 'publish';

/** How documents are marked when they are made (Regulations, article 15), with the cell of requests, or the metric in prose, that goes by the same name. */
const MARKINGS: Readonly<Record<ConceptId, MetricId>> = { publish: 'prose.disclosed_items' as MetricId, request: 'req.new.total' as MetricId, denied: 'req.denied.all.total' as MetricId };
/** The markings of which documents have one each. */
const EACH: readonly ConceptId[] = Object.keys(MARKINGS);

/**
 * 依申请公开几件 says neither documents so marked nor requests: where the best is one of them, the other, if the report has another number there; else
 * null. `candidates` are all of the report.
 */
export function otherOfMarked(terms: readonly Term[], best: Ranked, candidates: readonly Candidate[]): Ranked | null {
  const [term, ...more] = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  const metric = term?.concept === null || term === undefined || more.length > 0 || !NAMES_MARKING.test(term.text) ? undefined : MARKINGS[term.concept];
  if (term === undefined || metric === undefined) return null;
  const cell = candidates.find((candidate) => metricOf(candidate) === metric);
  const marked = candidates.find((candidate) => says(candidate, term.concept!) && isMarking(candidate, candidates));
  // 主动公开 is said of items first: who asks so means no documents.
  const other = cell === best.candidate ? (term.concept === PUBLISH ? undefined : marked) : best.candidate === marked || isMarking(best.candidate, candidates) ? cell : undefined;
  if (other === undefined || !differs(other, best.candidate)) return null;
  return { candidate: other, fit: explain(terms, other.facets), score: best.score, wording: 0 };
}

/** 依申请公开, 不予公开; 公开 alone is no marking. */
const NAMES_MARKING = /.公开/u;

function metricOf({ subtotal, figures: [{ metric }] }: Candidate): string | null {
  return subtotal?.metric.id ?? metric;
}

function says({ facets }: Candidate, concept: ConceptId): boolean {
  return facets.own.some(({ concepts }) => concepts.includes(concept));
}

/** True for a part of a total beside which another part bears another marking. */
function isMarking({ figures: [figure] }: Candidate, candidates: readonly Candidate[]): boolean {
  if (figure.trust !== 'stated' || figure.partOf === null) return false;
  const beside = candidates.filter(({ subtotal, figures: [other] }) => subtotal === null && other.trust === 'stated' && other.partOf === figure.partOf);
  return EACH.filter((concept) => beside.some((candidate) => says(candidate, concept))).length > 1;
}

function differs(a: Candidate, b: Candidate): boolean {
  const [left, right] = [a, b].map(({ subtotal, figures: [figure] }) => subtotal?.value ?? figure.quantity.value);
  return left != null && right != null && compare(left, right) !== 0;
}

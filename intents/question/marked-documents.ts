import { z } from 'zod';
import { compare, loadData, metricById, type ConceptId, type MetricId } from '../../index/mod.js';
import { cue } from '../language/cue-words.js';
import type { Candidate } from './candidates.js';
import { explain } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import type { Ranked } from './ranking.js';
import type { Term } from './terms.js';

const PUBLISH: ConceptId = 'publish';

const Markings = z.strictObject({
  about: z.string(),
  /** How a word looks that names a marking. */
  said: cue('zh'),
  markings: z.array(z.strictObject({ concept: z.string().min(1), metric: z.string().refine((id) => metricById(id as MetricId) !== undefined, 'no such metric') })),
});

let loaded: z.output<typeof Markings> | undefined;

/** How documents are marked when they are made (Regulations, article 15). Throws when `markings.json` does not hold what it should. */
function marking(): z.output<typeof Markings> {
  loaded ??= loadData('intents/language/markings.json', Markings);
  return loaded;
}

/**
 * 依申请公开几件 says neither documents so marked nor requests: where the best is one of them, the other, if the report has another number there; else
 * null. `candidates` are all of the report.
 */
export function otherOfMarked(terms: readonly Term[], best: Ranked, candidates: readonly Candidate[]): Ranked | null {
  const [term, ...more] = terms.filter(({ weight }) => weight >= DISTINGUISHING);
  const metric = term?.concept === null || term === undefined || more.length > 0 || !marking().said.test(term.text) ? undefined : marking().markings.find(({ concept }) => concept === term.concept)?.metric;
  if (term === undefined || metric === undefined) return null;
  const cell = candidates.find((candidate) => metricOf(candidate) === metric);
  const marked = candidates.find((candidate) => says(candidate, term.concept!) && isMarking(candidate, candidates));
  // 主动公开 is said of items first: who asks so means no documents.
  const other = cell === best.candidate ? (term.concept === PUBLISH ? undefined : marked) : best.candidate === marked || isMarking(best.candidate, candidates) ? cell : undefined;
  if (other === undefined || !differs(other, best.candidate)) return null;
  return { candidate: other, fit: explain(terms, other.facets), score: best.score, wording: 0 };
}

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
  return marking().markings.filter(({ concept }) => beside.some((candidate) => says(candidate, concept))).length > 1;
}

function differs(a: Candidate, b: Candidate): boolean {
  const [left, right] = [a, b].map(({ subtotal, figures: [figure] }) => subtotal?.value ?? figure.quantity.value);
  return left != null && right != null && compare(left, right) !== 0;
}

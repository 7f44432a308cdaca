import { metrics, sum, type ConceptId, type Decimal, type Figure, type Metric, type ReportCard } from '../../index/mod.js';
import { DISTINGUISHING } from './explain.js';
import { facetsOfMetric, type FacetReader, type Facets } from './facets.js';

/** Something that a question about a figure may mean: a figure held, or a subtotal that the form implies but does not print. */
export interface Candidate {
  readonly report: ReportCard;
  /** The figure itself, or the operands of a subtotal in the formula's order. */
  readonly figures: readonly [Figure, ...Figure[]];
  /** Null for a figure as printed; the addends' sum otherwise. */
  readonly subtotal: { readonly metric: Metric; readonly value: Decimal } | null;
  readonly facets: Facets;
}

/** All candidates of one report: each figure once, then the subtotals whose every operand is a number. */
export function candidatesOf(report: ReportCard, figures: readonly Figure[], reader: FacetReader): Candidate[] {
  const printed = figures.map((figure): Candidate => ({ report, figures: [figure], subtotal: null, facets: reader.facets(figure, ...above(figure, figures)) }));
  return [...withDelegation(printed), ...subtotalsOf(report, figures)];
}

/** Where a part repeats a word of its total (其中中心…), the word means the part: the total and its other parts yield to it. */
function withDelegation(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.figures[0].id as number, candidate]));
  const ownConcepts = (candidate: Candidate): ConceptId[] => candidate.facets.own.flatMap((facet) => (facet.weight >= DISTINGUISHING ? facet.concepts : []));
  const parts = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const total = candidate.figures[0].partOf;
    if (total !== null && byId.has(total)) parts.set(total, [...(parts.get(total) ?? []), candidate]);
  }
  const delegated = new Map<number, Set<ConceptId>>();
  for (const [id, children] of parts) {
    const said = new Set(ownConcepts(byId.get(id)!));
    for (const child of children) {
      const repeated = ownConcepts(child).filter((concept) => said.has(concept));
      if (repeated.length === 0) continue;
      for (const other of [byId.get(id)!, ...children]) if (other !== child) for (const concept of repeated) delegated.set(other.figures[0].id, (delegated.get(other.figures[0].id) ?? new Set()).add(concept));
    }
  }
  return candidates.map((candidate) => {
    const concepts = delegated.get(candidate.figures[0].id);
    return concepts ? { ...candidate, facets: { ...candidate.facets, delegated: concepts } } : candidate;
  });
}

/** Totals of totals of totals: no report goes deeper, and a loop in a broken tree must end. */
const MOST_LEVELS = 6;

/** Labels of the totals that a figure is a part of, innermost first: what a part does not say again, its total says. */
function above(figure: Figure, figures: readonly Figure[]): [labels: string[], depth: number] {
  const labels: string[] = [];
  let steps = 0;
  for (let at = figure.partOf; at !== null && steps < MOST_LEVELS; steps += 1) {
    const total: Figure | undefined = figures[at];
    if (!total || (total.id as number) !== at) break;
    labels.push(...total.inherited, ...total.labels);
    at = total.partOf;
  }
  return [labels, steps];
}

/** Sums of the dictionary's derived metrics (`a + b + c`) over figures that are all held as numbers. */
function subtotalsOf(report: ReportCard, figures: readonly Figure[]): Candidate[] {
  const byMetric = new Map(figures.flatMap((figure) => (figure.metric !== null && figure.trust !== 'stated' ? [[figure.metric, figure] as const] : [])));
  if (byMetric.size === 0) return [];
  return sumMetrics().flatMap(({ metric, operands }): Candidate[] => {
    if (byMetric.has(metric.id)) return [];
    const found = operands.map((id) => byMetric.get(id));
    const [first, ...rest] = found.filter((figure): figure is Figure => figure?.quantity.value != null);
    const facets = facetsOfMetric(metric.id, [metric.zh]);
    if (first === undefined || rest.length !== operands.length - 1 || facets === null) return [];
    const value = sum([first, ...rest].map((figure) => figure.quantity.value!));
    return [{ report, figures: [first, ...rest], subtotal: { metric, value }, facets }];
  });
}

let sums: readonly { readonly metric: Metric; readonly operands: readonly string[] }[] | undefined;

function sumMetrics(): NonNullable<typeof sums> {
  sums ??= metrics.flatMap((metric) => {
    const operands = metric.formula?.split('+').map((operand) => operand.trim()) ?? [];
    return metric.derived === true && operands.length > 1 && operands.every((operand) => /^[a-z0-9_.]+$/.test(operand)) ? [{ metric, operands }] : [];
  });
  return sums;
}


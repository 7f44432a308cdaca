import type { Passage } from '../document/passage.js';
import type { ReportId } from '../document/tree.js';
import { condense, type Asked, type AskedTerm } from '../text/mod.js';
import type { SearchPassage } from './passages.js';

/** A passage that the index offered, with its text. */
export interface Candidate {
  readonly report: ReportId;
  readonly n: number;
  /** The index's own score. */
  readonly score: number;
  readonly passage: SearchPassage;
}

/** A passage that answers a search, best sentence first. */
export interface PassageHit {
  readonly report: ReportId;
  readonly n: number;
  readonly kind: SearchPassage['kind'];
  readonly path: readonly string[];
  /** The sentence, table row or heading that fits best. */
  readonly best: Passage;
  readonly units: readonly Passage[];
  /** 0 to about 2; comparable within one answer. */
  readonly score: number;
  /** 0 to 1: how much of what was asked for stands in the passage or its headings, rare words counting more. */
  readonly coverage: number;
  /** Words asked for that stand neither in the passage nor in its headings. */
  readonly missing: readonly string[];
}

// How much each kind of evidence says. Tuned on tests/specs/relevance-seed.jsonl; only their order matters much.
const WEIGHT = { sentence: 1, passage: 0.35, heading: 0.45, index: 0.15, link: 0.15 };
/** A word whose characters only stand there in pairs (考评 in 一考评) counts less than the word. */
const PAIRED = 0.6;
/** A synonym counts less than the word itself. */
const SYNONYM = 0.8;
/** Of two sentences that fit alike, the shorter one is about it. Per 100 characters, at most three hundred. */
const LENGTH_COST = 0.03;
/** A heading says what follows is about; what follows says it. */
const HEADING_COST = 0.35;

/** Orders candidates by how well their sentences, text and headings cover what was asked, and picks each one's best sentence. */
export function rank(asked: Asked, candidates: readonly Candidate[], limit: number): PassageHit[] {
  const folded = candidates.map(({ passage }) => ({ units: passage.units.map(({ text }) => foldedText(text)), heading: foldedText(passage.path.join('|')) }));
  const weights = asked.terms.map((term) => term.weight * rarity(folded.filter(({ units, heading }) => [...units, heading].some((text) => fit(term, text) > 0)).length, folded.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const cover = (text: string): number => asked.terms.reduce((sum, term, i) => sum + fit(term, text) * weights[i]!, 0) / total;
  const top = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE);

  const hits = candidates.map(({ report, n, score, passage }, i): PassageHit => {
    const { units, heading } = folded[i]!;
    const best = bestUnit(units, heading, cover, asked.links);
    const whole = `${heading}|${units.join('|')}`;
    const coverage = cover(whole);
    return {
      report,
      n,
      kind: passage.kind,
      path: passage.path,
      best: passage.units[best.at]!,
      units: passage.units,
      score: WEIGHT.sentence * best.score + WEIGHT.passage * coverage + WEIGHT.heading * cover(heading) + (WEIGHT.index * score) / top,
      coverage,
      missing: asked.terms.filter((term) => fit(term, whole) === 0).map(({ word }) => word),
    };
  });
  return hits.sort((a, b) => b.score - a.score || a.n - b.n).slice(0, limit);
}

function bestUnit(units: readonly string[], heading: string, cover: (text: string) => number, links: readonly string[]): { readonly at: number; readonly score: number } {
  let best = { at: 0, score: -Infinity };
  units.forEach((text, at) => {
    const linked = links.length === 0 ? 0 : links.filter((link) => text.includes(link)).length / links.length;
    const score = cover(text) + WEIGHT.link * linked - LENGTH_COST * Math.min(text.length / 100, 3) - (at === 0 && units.length > 1 && heading.endsWith(text) ? HEADING_COST : 0);
    if (score > best.score) best = { at, score };
  });
  return best;
}

/** 1 when the word stands in the text, less when only a synonym or pairs of its characters do. */
function fit({ word, pairs, also }: AskedTerm, text: string): number {
  if (text.includes(word)) return 1;
  if (also.some((synonym) => text.includes(synonym))) return SYNONYM;
  if (pairs.length === 0) return 0;
  return (PAIRED * pairs.filter((pair) => text.includes(pair)).length) / pairs.length;
}

/** BM25's inverse document frequency within the candidates, never zero: a word that all of them hold still has to be there. */
function rarity(holding: number, all: number): number {
  return 0.3 + Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function foldedText(text: string): string {
  return condense(text).normalize('NFKC').toLowerCase().replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

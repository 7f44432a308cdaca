import { isDone } from './deeds.js';
import type { Facet, Facets } from './facets.js';
import { prints } from './glossed.js';
import { runsOn } from './shortened.js';
import { DISTINGUISHING, EXPLAINED, literally, matches, NEGATION, STRENGTH, strengthOf } from './strength.js';
import type { Surroundings } from './surroundings.js';
import type { Term } from './terms.js';

/** How a question's words and a figure's facets fit. */
export interface Fit {
  /** 1 when every word is explained by the figure's own label and nothing is left over on either side; higher is better. */
  readonly score: number;
  /** Share of the question's weight that is explained, 0–1. */
  readonly coverage: number;
  /** Distinguishing words that nothing of the figure explains; one is enough to say no. */
  readonly unexplained: readonly Term[];
  /** What the figure says beyond the question, by its weight. */
  readonly surplus: number;
  /** Weight of the most telling word that is explained. */
  readonly strongest: number;
  /** Terms that are explained. */
  readonly explained: ReadonlySet<Term>;
  /** True when a telling word is explained by a narrower one only (公开 by 推送). */
  readonly narrowed: boolean;
  /** Weight of the telling words that stand in the labels as they are. */
  readonly literal: number;
  /** How well the best explained telling word is explained, 0–1. */
  readonly near: number;
  /** The same, best and worst, of the telling words that name things and no deeds; 1 where there are none. */
  readonly nearThing: number;
  readonly farThing: number;
  /** How well the worst explained of the words that tell anything is explained, 0–1. */
  readonly far: number;
  /** Own facets that a word of the question explains, by index. */
  readonly used: ReadonlySet<number>;
  /** Why, for `ask --json --debug`. */
  readonly because: () => readonly string[];
}
/** 办 and 收 tell figures apart little, and yet a figure that says them is about them. */
const NAMES_AN_ACTION = 0.3;
/** Own weight left over below which a label counts as said in full. */
export const SAID_IN_FULL = 0.2;
const SURPLUS_OWN = 0.15;
const NARROWER = 0.7;
const SURPLUS_INHERITED = 0.1;
/** A total comes before its parts when the question does not tell them apart. */
const PART = 0.06;

/**
 * Coverage and specificity of `facets` for `terms`; `asksTotal` when the question says 一共, `around` when what stands around the figure
 * may explain what its label does not, `uncounted` words that count only where they are explained. Pure; the same for every intent that looks
 * figures up.
 */
export function explain(terms: readonly Term[], facets: Facets, asksTotal = false, around: Surroundings | null = null, uncounted: ReadonlySet<Term> = NO_TERMS): Fit {
  const usedOwn = new Set<number>();
  const exactOwn = new Set<number>();
  const usedInherited = new Set<number>();
  const unexplained: Term[] = [];
  const strengths: number[] = [];
  let weight = 0;
  let explained = 0;
  let strongest = 0;
  let near = 0;
  let far = 1;
  let nearThing = 0;
  let farThing = 1;
  let literal = 0;
  let narrowed = false;
  const said = new Set<Term>();
  for (const term of terms) {
    const alone = strengthOf(term, facets, term.concept === NEGATION && saysWhatIsDenied(term, terms, facets) ? null : around);
    const found = alone.strength < EXPLAINED && runsOn(term, terms, facets.ownText) ? literally(term, facets) : alone;
    for (const i of found.own) usedOwn.add(i);
    for (const i of found.exact) exactOwn.add(i);
    for (const i of found.inherited) usedInherited.add(i);
    if (found.strength >= EXPLAINED || !uncounted.has(term)) weight += term.weight;
    explained += term.weight * found.strength;
    if (term.weight >= NAMES_AN_ACTION) far = Math.min(far, found.strength);
    if (term.weight >= DISTINGUISHING && !isDone(term.concept)) {
      nearThing = Math.max(nearThing, found.strength);
      farThing = Math.min(farThing, found.strength);
    }
    if (term.weight >= NAMES_AN_ACTION) near = Math.max(near, found.strength);
    if (found.strength >= EXPLAINED && term.weight > 0) said.add(term);
    if (term.weight >= DISTINGUISHING && found.own.length > 0 && found.exact.length === 0) narrowed = true;
    if (found.strength >= EXPLAINED && term.weight >= DISTINGUISHING && (facets.ownText.includes(term.text) || facets.inheritedText.includes(term.text) || (term.gloss?.of === 'en' && prints(term.gloss, facets.ownText, facets.own)))) literal += term.weight;
    if (found.strength >= EXPLAINED) strongest = Math.max(strongest, term.weight);
    if (found.strength < EXPLAINED && term.weight >= DISTINGUISHING) unexplained.push(term);
    strengths.push(found.strength);
  }
  // 办 is explained by 受理, which says more than was asked: most of it is left over all the same.
  const narrower = usedOwn.size === exactOwn.size ? 0 : surplusOf(facets.own, new Set([...facets.own.keys()].filter((i) => !usedOwn.has(i) || exactOwn.has(i))));
  const surplusOwn = surplusOf(facets.own, usedOwn) + NARROWER * narrower;
  if (surplusOwn < SAID_IN_FULL) {
    for (const term of unexplained.splice(0)) {
      if (!isSaidBefore(term, facets)) unexplained.push(term);
      else explained += term.weight * STRENGTH.context;
    }
  }
  const surplusInherited = surplusOf(facets.inherited, usedInherited);
  const coverage = weight === 0 ? 0 : explained / weight;
  const score = coverage - SURPLUS_OWN * diminishing(surplusOwn) - SURPLUS_INHERITED * diminishing(surplusInherited) - (asksTotal ? 2 : 1) * PART * facets.depth;
  // A report has hundreds of figures, and of a few of them only somebody wants to know why.
  const because = (): string[] => terms.map(({ text, concept }, i) => `${text}${concept === null ? '' : `(${concept})`} ${strengths[i]!.toFixed(2)}`);
  return { score, coverage, unexplained, explained: said, narrowed, literal, surplus: surplusOwn, near, far, nearThing: nearThing === 0 ? 1 : nearThing, farThing, used: usedOwn, strongest, because };
}

/**
 * False where `explain` would leave one of the words unexplained: a report has hundreds of figures, and most of them already lack the first
 * telling word of a question.
 */
export function mayExplain(terms: readonly Term[], facets: Facets, around: Surroundings | null): boolean {
  for (const term of terms) if (strengthOf(term, facets, around).strength < EXPLAINED && !isSaidBefore(term, facets)) return false;
  return true;
}

/** True for a word that figures before it in the same sentence say; that one of those was not done denies nothing of this one. */
function isSaidBefore({ concept }: Term, { context }: Facets): boolean {
  return concept !== null && concept !== NEGATION && matches(concept, context).found.length > 0;
}

/** 没配图表的: where the figure itself says 配 and 图表, it denies them itself or not at all, whatever its sentence denies of something else. */
function saysWhatIsDenied(negation: Term, terms: readonly Term[], facets: Facets): boolean {
  const denied = terms.filter(({ start, weight }) => start >= negation.end && weight > 0).toSorted((a, b) => a.start - b.start)[0];
  return denied !== undefined && strengthOf(denied, facets, null).strength >= EXPLAINED;
}

/** The first word left over says most; a long label is still a label. */
function diminishing(surplus: number): number {
  return Math.min(surplus, 1) + Math.max(0, surplus - 1) / 3;
}

/** Weight of what is left over; what is said twice counts once, and what a label lists (网站、微信、抖音、公开栏等) says no more than one thing does. */
function surplusOf(facets: readonly Facet[], used: ReadonlySet<number>): number {
  const seen: string[] = [];
  const lists = new Map<string, number>();
  let total = 0;
  for (const [i, { concepts, text, weight, listedIn }] of facets.entries()) {
    if (used.has(i)) continue;
    if (listedIn !== undefined) {
      lists.set(listedIn, Math.max(lists.get(listedIn) ?? 0, weight));
      continue;
    }
    const key = concepts[0] ?? text;
    if (seen.includes(key)) continue;
    seen.push(key);
    total += weight;
  }
  for (const weight of lists.values()) total += weight;
  return total;
}

const NO_TERMS: ReadonlySet<Term> = new Set();

import { lexicon, type ConceptId, type Gloss } from '../../index/mod.js';
import type { Facet, Facets } from './facets.js';
import { glossed, prints, says } from './glossed.js';
import { labelCues } from '../language/label-cues.js';
import { isLevel } from './level-words.js';
import { sharing, shortens } from './shortened.js';
import { speltOut } from './spelt-out.js';
import type { Surroundings, Words } from './surroundings.js';
import type { Term } from './terms.js';
import { listsBoth } from './title-lists.js';

/** How well a word is explained, 0–1, by where it is said. */
export const STRENGTH = { own: 1, ownDelegated: 0.65, inheritedDelegated: 0.55, ownNarrower: 0.9, inherited: 0.86, inheritedNarrower: 0.8, implied: 0.9, literalOwn: 0.95, everydayOwn: 0.85, everydayInherited: 0.75, literalInherited: 0.8, context: 0.55, none: 0, shortenedOwn: 0.75, shortenedInherited: 0.7, repeated: 0.8, clause: 0.75, sentence: 0.6, headings: 0.52 } as const;
/** A known word of so many characters that stands in a label as it is means the same there, however the label was cut. */
const LONG_WORD = 4;
/** A word of at least this weight tells figures apart. */
export const DISTINGUISHING = 0.5;
/** From this on a word counts as explained. */
export const EXPLAINED = 0.5;

/** How well one word of a question is explained, and by which facets (by index). */
export interface Explanation {
  readonly strength: number;
  readonly own: readonly number[];
  /** Those of `own` that mean the very word. */
  readonly exact: readonly number[];
  readonly inherited: readonly number[];
}

/** What denies: 没有, 不. */
export const NEGATION: ConceptId = 'negation';

/** True when a facet means the word, something narrower, or repeats it. */
export function means(term: Term, facet: Facet): boolean {
  return meansAlike(term, facet) || (facet.text !== '' && (facet.text.includes(term.text) || term.text.includes(facet.text)));
}

/** True when a facet means the word or something narrower, whatever its characters are. */
export function meansAlike({ concept, gloss }: Term, facet: Facet): boolean {
  if (concept !== null && (facet.concepts.includes(concept) || isAmong(facet.concepts, lexicon().withNarrower(concept) ?? NONE))) return true;
  return gloss !== undefined && glossed(gloss, [facet], facet.text).length > 0;
}

/** True when a word stands in labels, however they were cut and whatever marks stand in them (预算、决算, 县(区)). Asked of hundreds of labels, few of which have so much as its first character. */
export function runsThrough(labels: string, word: string): boolean {
  return labels.includes(word[0] ?? '') && labels.replace(MARKS, '').includes(word);
}

const MARKS = /[ 、()]/gu;

/** What stands no nearer to a figure than in the rest of its sentence, or in the titles above it. */
export const SAID_AFAR = { sentence: STRENGTH.sentence, headings: STRENGTH.headings } as const;

/** True when a term is an alias of the figure's own metric. */
export function namesMetric(term: Term, { metrics }: Facets): boolean {
  return term.metric !== undefined && term.metric === metrics?.own;
}

/** How well one word of a question is explained by a figure, and by which of its facets; `around` may explain what the label does not. */
export function strengthOf(term: Term, facets: Facets, around: Surroundings | null): Explanation {
  if (term.metric !== undefined) {
    // An alias says all that the figure's own words say; a part takes it over from its total as it takes over words.
    const all = [...facets.own.keys()];
    const above = [...facets.inherited.keys()];
    if (namesMetric(term, facets)) return { strength: STRENGTH.own, own: all, exact: all, inherited: above };
    if (facets.metrics?.above.includes(term.metric)) return { strength: STRENGTH.inherited, own: NO_FACETS, exact: NO_FACETS, inherited: above };
  }
  if (term.concept !== null) {
    const byConcept = conceptStrength(term.concept, facets);
    if (byConcept.strength >= EXPLAINED) return byConcept.own.length === 0 && term.gloss !== undefined ? withWordsOf(byConcept, glossStrength(term.gloss, facets)) : byConcept;
  }
  const literal = literalStrength(term, facets);
  if (literal.strength >= EXPLAINED) return literal;
  const listed = term.gloss === undefined ? literal : glossStrength(term.gloss, facets);
  if (listed.strength >= EXPLAINED) return listed;
  // 信息 of 公开信息 tells nothing apart: where it is printed it is said.
  if (term.weight < DISTINGUISHING && term.text.length > 1 && facets.ownText.includes(term.text)) return { strength: STRENGTH.repeated, own: NO_FACETS, exact: NO_FACETS, inherited: NO_FACETS };
  if (around === null) return literal;
  return { strength: surroundingStrength(term, around, facets), own: NO_FACETS, exact: NO_FACETS, inherited: NO_FACETS };
}

/** What stands nearer explains better: the clause before the sentence, the sentence before the titles above. */
function surroundingStrength(term: Term, { clause, sentence, headings }: Surroundings, facets: Facets): number {
  // A word that the lexicon knows is told from others by its concept: around a figure its other senses are said of anything.
  const listed = (words: Words): boolean => term.concept === null && term.gloss !== undefined && says(term.gloss, words.text, words.facets);
  const isSaid = (words: Words): boolean => listed(words) || isNamed(words);
  const isNamed = (words: Words): boolean => (term.concept === null ? words.text.includes(term.text) || shortens(term, words.text) : matches(term.concept, words.facets).found.length > 0);
  if (isSaid(clause)) return term.concept === null || matches(term.concept, clause.facets).exact ? STRENGTH.clause : STRENGTH.sentence;
  // 市直单位: that the office itself is 市政府直属 says nothing of what it counts.
  // 没有专人的所: nor does something else of the sentence that was not done deny anything here.
  if (isLevel(term) || term.concept === NEGATION) return STRENGTH.none;
  return isSaid(sentence) && !isSaidWithAnother(term, sentence) ? STRENGTH.sentence : isSaid(headings) && !isOfNeighbourListed(term, facets, headings) ? STRENGTH.headings : STRENGTH.none;
}

/** 开展错别字和敏感词自查4次，改正19处: what the sentence says of two things together is not told of one of them. */
function isSaidWithAnother({ concept, text }: Term, { facets, text: said }: Words): boolean {
  const printed = concept === null ? [text] : matches(concept, facets).found.map((i) => facets[i]!.text);
  const { between } = labelCues();
  const isJoined = (word: string): boolean => {
    const around = said.split(word);
    return around.length > 1 && around.slice(1).every((behind, i) => between.some((joint) => around[i]!.endsWith(joint) || behind.startsWith(joint)));
  };
  return printed.length > 0 && printed.every((word) => word !== '' && isJoined(word));
}

/** （二）微信、微博情况: of what a title lists a figure that names one is not of another. */
function isOfNeighbourListed({ concept, text }: Term, { own, inherited }: Facets, headings: Words): boolean {
  const printed = concept === null ? [text] : matches(concept, headings.facets).found.map((i) => headings.facets[i]!.text);
  return [...own, ...inherited].some((facet) => printed.some((other) => other !== facet.text && listsBoth(headings.text, facet.text, other)));
}

function conceptStrength(concept: ConceptId, facets: Facets): Explanation {
  const own = matches(concept, facets.own);
  const inherited = matches(concept, facets.inherited);
  const implied = facets.implied.has(concept) || facets.measures.has(concept);
  if (own === NO_MATCH && inherited === NO_MATCH && !implied) return UNEXPLAINED;
  const delegated = facets.delegated.has(concept);
  const strength = Math.max(
    own.found.length === 0 ? 0 : delegated ? STRENGTH.ownDelegated : own.exact ? STRENGTH.own : STRENGTH.ownNarrower,
    inherited.found.length === 0 ? 0 : delegated ? STRENGTH.inheritedDelegated : inherited.exact ? STRENGTH.inherited : STRENGTH.inheritedNarrower,
    implied ? STRENGTH.implied : 0,
  );
  return { strength, own: own.found, exact: own.same, inherited: inherited.found };
}

/** Facets that mean `concept` or something narrower. */
export function matches(concept: ConceptId, facets: readonly Facet[]): Matches {
  let found: number[] | null = null;
  let same: number[] | null = null;
  // Asked of every facet of every figure: plain loops, and nothing made where nothing matches.
  const meaning = lexicon().withNarrower(concept) ?? NONE;
  for (let i = 0; i < facets.length; i += 1) {
    const { concepts } = facets[i]!;
    if (concepts.includes(concept)) (same ??= []).push(i);
    else if (!isAmong(concepts, meaning)) continue;
    (found ??= []).push(i);
  }
  return found === null ? NO_MATCH : { found, same: same ?? NO_FACETS, exact: same !== null };
}

function isAmong(concepts: readonly ConceptId[], meaning: ReadonlySet<ConceptId>): boolean {
  for (const id of concepts) if (meaning.has(id)) return true;
  return false;
}

interface Matches {
  readonly found: readonly number[];
  /** Those that mean the very concept. */
  readonly same: readonly number[];
  readonly exact: boolean;
}
const NO_FACETS: readonly number[] = [];
const NONE: ReadonlySet<ConceptId> = new Set();
const UNEXPLAINED: Explanation = { strength: STRENGTH.none, own: NO_FACETS, exact: NO_FACETS, inherited: NO_FACETS };
const NO_MATCH: Matches = { found: NO_FACETS, same: NO_FACETS, exact: false };

/** A word that no concept explains must stand in the labels as it is; a longer one may share most of its characters. */
function literalStrength(term: Term, facets: Facets): Explanation {
  if (stands(term, facets.own, facets.ownText)) return literally(term, facets);
  if (stands(term, facets.inherited, facets.inheritedText)) return { strength: STRENGTH.literalInherited, own: NO_FACETS, exact: NO_FACETS, inherited: touching(term, facets.inherited) };
  if (speltOut(term, facets.ownText)) return { strength: STRENGTH.literalOwn, own: NO_FACETS, exact: NO_FACETS, inherited: NO_FACETS };
  if (shortens(term, facets.ownText)) {
    const own = sharing(term, facets.own);
    return { strength: STRENGTH.shortenedOwn, own, exact: own, inherited: NO_FACETS };
  }
  if (shortens(term, facets.inheritedText)) return { strength: STRENGTH.shortenedInherited, own: NO_FACETS, exact: NO_FACETS, inherited: NO_FACETS };
  return UNEXPLAINED;
}

/** A word that stands in the label as it is. */
export function literally(term: Term, facets: Facets): Explanation {
  const own = touching(term, facets.own);
  return { strength: STRENGTH.literalOwn, own, exact: own, inherited: NO_FACETS };
}

/** What the unit says already (the value of 万元) the label may say as well (药品价值): that word of it is then no other thing. */
function withWordsOf(unworded: Explanation, listed: Explanation): Explanation {
  return listed.own.length > 0 ? { ...unworded, own: listed.own, exact: listed.exact } : unworded;
}

/** An English word, or an everyday one, is said where a label prints one of the words that it may mean; the second less surely than in its own words. */
function glossStrength(gloss: Gloss, facets: Facets): Explanation {
  const own = glossed(gloss, facets.own, facets.ownText);
  if (own.length > 0 || prints(gloss, facets.ownText, facets.own)) return { strength: gloss.of === 'en' ? STRENGTH.literalOwn : STRENGTH.everydayOwn, own, exact: own, inherited: NO_FACETS };
  const inherited = glossed(gloss, facets.inherited, facets.inheritedText);
  return { strength: inherited.length === 0 ? STRENGTH.none : gloss.of === 'en' ? STRENGTH.literalInherited : STRENGTH.everydayInherited, own: NO_FACETS, exact: NO_FACETS, inherited };
}

/** 公开 in 政府信息公开申请 is not publishing: a word the lexicon knows may stand literally only in one that it does not know. */
function stands({ text: word, concept }: Term, facets: readonly Facet[], text: string): boolean {
  if ((concept === null && word.length > 1) || word.length >= LONG_WORD) return text.includes(word) || (word.length > 2 && runsThrough(text, word));
  for (const facet of facets) if (facet.concepts.length === 0 && facet.text.includes(word)) return true;
  return false;
}

function touching({ text }: Term, facets: readonly Facet[]): number[] {
  return facets.flatMap((facet, i) => (facet.text.length > 0 && (text.includes(facet.text) || facet.text.includes(text)) ? [i] : []));
}

import { lexicon, type ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { questionWords } from '../language/words.js';
import { type Fit } from './explain.js';
import { meansAlike } from './strength.js';
import type { Facet, Facets } from './facets.js';
import type { Term } from './terms.js';

/** Below this a verb says only that something took place (hold, carry out). */
const LIGHT = 0.2;
const DONE = 0.3;

/**
 * True where an English question says what was done and a figure's own label says that something else was: cards that were replaced are not those
 * that were issued, however well the rest fits. A label that names no deed leaves open what was done, but a sentence that helps to explain the
 * figure (`around`) must tell it.
 */
export function saysAnotherDeed(terms: readonly Term[], { own, inherited }: Pick<Facets, 'own' | 'inherited'>, fit: Fit, around: boolean, isVerb: (word: string) => boolean): boolean {
  // 维修资金 spent on repairs: the fund's name says 维修, and not that anything was repaired.
  const isOnlyName = (term: Term): boolean => {
    const by = [...own, ...inherited].filter((facet) => meansAlike(term, facet));
    return by.length > 0 && by.every((facet) => !saysADeed(facet, isVerb) && terms.some((other) => !isDeed(other) && other.concept !== null && facet.concepts.includes(other.concept)));
  };
  const asked = terms.filter((term) => term.weight >= LIGHT && isDeed(term));
  if (around) return asked.some((term) => !fit.explained.has(term));
  if (asked.length === 0 || asked.some((term) => fit.explained.has(term) && !isOnlyName(term))) return false;
  return own.some((facet, i) => !fit.used.has(i) && facet.weight >= DONE && saysADeed(facet, isVerb));
}

/** Kinds of what is there, done with or not. */
const LASTING: readonly string[] = ['places', 'objects', 'people', 'households'];

/** How many police stations are there: those that were inspected, which a label says that tells of a deed, are some of them. What was set up is there. */
export function countsDoneWith(kinds: readonly string[], text: string, terms: readonly Term[], { own, inherited }: Pick<Facets, 'own' | 'inherited'>, fit: Fit): boolean {
  if (!kinds.some((kind) => LASTING.includes(kind)) || !questionWords('en').patterns.existing.test(text) || terms.some((term) => term.weight >= LIGHT && isDeed(term))) return false;
  const left = [...own.filter((_, i) => !fit.used.has(i)), ...inherited];
  return left.some(({ concepts, weight }) => weight >= TELLS && concepts.some((concept) => isAction(concept) && !labelCues().comesToBe.includes(concept)));
}

/** Weight from which a deed of a label says which of the things were concerned. */
const TELLS = 0.5;

function isDeed({ concept, gloss }: Term): boolean {
  return gloss?.isDeed === true || isAction(concept);
}

function saysADeed({ concepts, text }: Facet, isVerb: (word: string) => boolean): boolean {
  return concepts.some((concept) => isAction(concept) || isFinished(concept)) || (text.length > 1 && isVerb(text));
}

/** What was closed in time was closed: the lexicon keeps it among services, and it is a deed all the same. */
function isFinished(concept: string): boolean {
  return concept === FINISHED || (lexicon().concept(concept)?.broader ?? []).some((up) => up === FINISHED);
}

const FINISHED: ConceptId = 'closed';

function isAction(concept: string | null): boolean {
  return concept !== null && (lexicon().concept(concept)?.isAction ?? false);
}

import { labelCues } from '../language/label-cues.js';
import { fits } from '../language/cue-words.js';
import type { Candidate } from './candidates.js';
import type { Term } from './terms.js';

/**
 * 本级新收几件: a word for the office's own level says nothing of a report that is about nothing else; where the report tells a number of its own
 * level apart (全区收到36件，本级5件), it is that one.
 */
export function withOwnLevel(terms: readonly Term[], candidates: readonly Candidate[]): readonly Term[] {
  const own = terms.find(({ text }) => fits(labelCues().ownLevel, text));
  if (own === undefined || !candidates.some(({ facets }) => fits(labelCues().ownLevel, facets.ownText))) return terms;
  return terms.map((term) => (term === own ? { ...term, text: own.text.slice(-LEVEL), start: own.end - LEVEL, concept: null, weight: 1 } : term));
}

/** 本级 in 区本级. */
const LEVEL = 2;

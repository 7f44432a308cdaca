import { lexicon, type ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { countsThings } from '../language/unit-families.js';
import type { Term } from './terms.js';

/** What stands between a channel and the word that says that something is on it: on the district portal. */
const ON = /\b(?<on>on|via|through) (?:[a-z'-]+ ){0,3}$/u;
const PUBLISH: ConceptId = 'publish';

/**
 * How many items were on the website: what is on a channel was published there, though no word says so. `terms` with the deed, said by the
 * preposition, where an English question counts items and names a channel and no deed; else as they are.
 */
export function withPublishing(folded: string, counter: string | null, terms: readonly Term[]): readonly Term[] {
  if (counter === null || !countsThings(counter) || terms.some(({ concept, gloss }) => gloss?.isDeed === true || isDeed(concept))) return terms;
  const channel = terms.find(({ concept }) => concept !== null && labelCues().channels.includes(concept));
  const on = channel === undefined ? null : ON.exec(folded.slice(0, channel.start));
  if (on === null) return terms;
  const start = on.index;
  return [...terms, { text: on.groups!['on']!, start, end: start + on.groups!['on']!.length, concept: PUBLISH, weight: lexicon().concept(PUBLISH)?.weight ?? 1 }];
}

/**
 * 环保类信息公开几条: behind what names a kind of information, and right before the counter, 信息公开 says that it was published, and is not the name of
 * the work. `counter`: where the question says it; null when it does not.
 */
export function withPublished(folded: string, counter: { readonly start: number } | null, terms: readonly Term[]): readonly Term[] {
  if (counter === null) return terms;
  return terms.map((term, i) => {
    const isSaid = term.concept === WORK && term.end === counter.start && terms[i - 1]?.end === term.start && labelCues().informationMadePublic.includes(folded.slice(term.start, term.end));
    return isSaid ? { ...term, concept: PUBLISH, weight: lexicon().concept(PUBLISH)?.weight ?? 1 } : term;
  });
}

const WORK: ConceptId = 'ogi';

function isDeed(concept: ConceptId | null): boolean {
  if (concept === null) return false;
  const known = lexicon().concept(concept);
  return labelCues().publishing.includes(concept) || ((known?.isAction ?? false) && (known?.weight ?? 1) >= TELLING);
}

/** Held, did and carried say nothing of what was done. */
const TELLING = 0.3;

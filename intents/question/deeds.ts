import { lexicon, type ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';

/** A deed, publishing among them, which the lexicon keeps with what disclosure is about. */
export function isDone(concept: ConceptId | null): boolean {
  return isDeed(concept) || (concept !== null && labelCues().publishing.includes(concept));
}

/** True for a concept of something that is done. */
export function isDeed(concept: ConceptId | null): boolean {
  return concept !== null && (lexicon().concept(concept)?.isAction ?? false);
}

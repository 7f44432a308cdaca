import { fold } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import type { Term } from './terms.js';

/** Shorter labels are names of common things, which tables give too. In characters. */
const SHORTEST_LABEL = 4;
/** Words below this weight add nothing to a label that stands beside them. */
const NAMES = 0.3;

/** True when the question says the thing itself (市政府文件) in the words of the label, and of what else the label says nothing. */
export function repeatsThing(terms: readonly Term[], text: string, { figures: [figure], subtotal }: Candidate): boolean {
  const thing = subtotal === null && figure.trust === 'stated' ? fold(figure.labels.at(-1) ?? '').text : '';
  const start = thing.length < SHORTEST_LABEL ? -1 : text.indexOf(thing);
  return start >= 0 && terms.every((term) => term.weight < NAMES || (start <= term.start && term.end <= start + thing.length));
}

/**
 * True when the question repeats the label of a figure in a sentence word for word and names nothing else: who reads the report
 * and asks in its own words means that figure. `text` is the folded question, in which `terms` count.
 */
export function repeatsLabel(terms: readonly Term[], text: string, { figures: [figure], subtotal }: Candidate): boolean {
  if (subtotal !== null || figure.trust !== 'stated') return false;
  const label = fold(figure.labels.join('')).text;
  const start = label.length < SHORTEST_LABEL ? -1 : text.indexOf(label);
  return start >= 0 && terms.every((term) => term.weight < NAMES || (start <= term.start && term.end <= start + label.length));
}

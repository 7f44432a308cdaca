import { fold } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import type { Fit } from './explain.js';
import { DISTINGUISHING, means } from './strength.js';

/**
 * 年轻干部下沉后，窗口只剩3人: true where all that the question says of a figure is what happened before, and the figure says besides whom it counts.
 * That is when there were so many, and not of what.
 */
export function countsOthersAfter({ facets: { own, inherited }, figures: [{ inherited: above, labels }] }: Candidate, { explained, used }: Fit): boolean {
  const before = [...above, ...labels].map((label) => fold(label).text).filter((label) => fits(labelCues().afterIt, label));
  if (before.length === 0 || !own.some(({ weight, text }, i) => weight >= DISTINGUISHING && text !== '' && !used.has(i) && !before.some((label) => label.includes(text)))) return false;
  const isOfBefore = (text: string): boolean => text !== '' && before.some((label) => label.includes(text));
  const said = [...own.filter((_, i) => used.has(i)), ...inherited.filter((facet) => [...explained].some((term) => means(term, facet)))];
  return said.length > 0 && said.every(({ text }) => isOfBefore(text));
}

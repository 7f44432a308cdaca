import { labelCues } from '../language/label-cues.js';
import { kindsOf } from './kind-counted.js';
import type { Term } from './terms.js';

/**
 * 返乡人员里确诊了几人, 意见里办到的有几条: true for a word that says which of the things named before it are meant, so that what is counted of all of
 * them is not what is asked for. 公众号里, 村里 only say where.
 */
export function saysWhichOfThem(term: Term, { terms, text = '' }: { readonly terms: readonly Term[]; readonly text?: string }): boolean {
  return terms.some((them) => them.weight > 0 && them.end <= term.start && !saysWhere(them) && amongThem(text.slice(them.end, term.start)));
}

function amongThem(behind: string): boolean {
  return labelCues().amongWhom.test(behind);
}

function saysWhere({ concept }: Term): boolean {
  const { channels, hotlines } = labelCues();
  return concept !== null && (channels.includes(concept) || hotlines.includes(concept) || kindsOf(concept).includes('places'));
}

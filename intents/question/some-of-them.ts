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

/**
 * 投诉举报里，举报有几件: true where a word behind 里 says again a piece of the word for all of them, which is all that `label` says of it: what the
 * label counts is all of them.
 */
export function saysPieceOfThem({ terms, text }: { readonly terms: readonly Term[]; readonly text: string }, label: string): boolean {
  return terms.some((them) => terms.some((one) => one !== them && them.end <= one.start && them.text.includes(one.text) && label.includes(them.text) && amongThem(text.slice(them.end, one.start)) && !label.replaceAll(them.text, '').includes(one.text)));
}

function amongThem(behind: string): boolean {
  return labelCues().amongWhom.test(behind);
}

function saysWhere({ concept }: Term): boolean {
  const { channels, hotlines } = labelCues();
  return concept !== null && (channels.includes(concept) || hotlines.includes(concept) || kindsOf(concept).includes('places'));
}

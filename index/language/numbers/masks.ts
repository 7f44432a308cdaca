import { matchesOf } from '../../document/matches.js';
import type { FoldedRange, NumberKind } from './found-number.js';

/** A stretch of folded text whose numbers are no quantities, and why. */
export interface Mask extends FoldedRange {
  readonly kind: NumberKind;
}

/** Every repetition is bounded, so that no text makes these slow. */
const MASKED: readonly (readonly [NumberKind, RegExp])[] = [
  ['url', /https?:\/\/[!-~]{1,400}|www\.[!-~]{1,400}|[\w.-]{1,40}@[\w.-]{1,60}/g],
  ['title', /《[^《》]{1,80}》|〈[^〈〉]{1,60}〉/g],
  ['document-number', /[〔[﹝(【]\d{2,4}[〕\]﹞)】]第?\d{1,6}号/g],
  ['quoted', /“[^“”]{1,30}”|‘[^‘’]{1,30}’|「[^「」]{1,30}」|『[^『』]{1,30}』|"[^"]{1,30}"/g],
  ['page-mark', /(?<![\d%])[—–-]{1,2}\d{1,4}[—–-]{1,2}(?!\d)|第\d{1,4}页,?(?:共|\/)\d{1,4}页|共\d{1,4}页/g],
];

const QUICK = /[《〈〔[﹝(【“‘「『"@—–\-页]|www|http/;

/** Masked stretches of folded text in order, none overlapping; where two start together or cross, the first in reading order wins. */
export function masksIn(text: string): readonly Mask[] {
  if (!QUICK.test(text)) return [];
  const found: Mask[] = [];
  for (const [kind, pattern] of MASKED) {
    for (const match of matchesOf(pattern, text)) found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mask[] = [];
  for (const mask of found) if (mask.start >= (kept.at(-1)?.end ?? 0)) kept.push(mask);
  return kept;
}

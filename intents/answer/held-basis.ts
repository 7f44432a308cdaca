import type { Lang, ReportCard } from '../../index/mod.js';
import type { BasisCitation } from './answer.js';
import { say, wordsOf } from './phrases.js';

/** Characters of the list that the basis quotes. */
const LONGEST_QUOTE = 300;

/** What a number of reports, or of years, is counted over: the list of those held (as `wenbao reports` shows it), cut where it is long; empty when none is held. */
export function heldBasis(lang: Lang, cards: readonly ReportCard[]): BasisCitation[] {
  const list = cards.map(({ org, year }) => `${org.name}${year ?? ''}`).join('、');
  if (list === '') return [];
  return [{ kind: 'config', title: wordsOf(say(lang, 'heldTitle')), article: 'wenbao reports', quote: list.length > LONGEST_QUOTE ? `${list.slice(0, LONGEST_QUOTE)}…` : list }];
}

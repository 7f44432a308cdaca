import { fold } from '../../index/mod.js';
import type { Ranked, Wanted } from './ranking.js';
import { STRENGTH, strengthOf } from './strength.js';

/** Characters that a question and a label must have in common for it to ask in the label's own words. */
const OWN_WORDS = 4;
/** Words that name a body in full: 乡, 中心. */
const FULL_NAME = 2;

/**
 * 乡中心总共给群众办了几件, where the centre is told to have handled 4079 and, of these, 1988: the number of all stands in the centre's name, and is left to
 * a part that has the same name. That part, where the question names the body in full and not the thing in the words of the total; else null.
 */
export function leftToPart({ terms, text = '' }: Wanted, whole: Ranked, fitting: readonly Ranked[]): Ranked | null {
  const { facets, figures: [total], subtotal } = whole.candidate;
  if (subtotal !== null || total.trust !== 'stated') return null;
  const left = terms.filter(({ concept }) => concept !== null && facets.delegated.has(concept));
  if (left.length < FULL_NAME || sharesRun(text, fold(total.labels.at(-1) ?? '').text)) return null;
  const isSaidByOwn = ({ candidate }: Ranked): boolean => left.every((term) => strengthOf(term, candidate.facets, null).strength === STRENGTH.own);
  return fitting.find((other) => other.candidate.figures[0].partOf === (total.id as number) && other.fit.unexplained.length === 0 && isSaidByOwn(other)) ?? null;
}

function sharesRun(question: string, label: string): boolean {
  for (let at = 0; at + OWN_WORDS <= label.length; at += 1) if (question.includes(label.slice(at, at + OWN_WORDS))) return true;
  return false;
}

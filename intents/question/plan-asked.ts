import { fits, placesOf } from '../language/cue-words.js';
import { plannedWords } from '../language/planned-words.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** What of a question says that a number is planned, and what is left to find it by. */
export interface PlanAsked {
  /** The question's terms without those that only say that something is planned, or that its number is a bound. */
  readonly terms: readonly Term[];
  /** True where the year that is named is that of the report which plans (2021年报告里明年计划多少). */
  readonly byReport: boolean;
  /** True where money is asked for. */
  readonly money: boolean;
  /** True where so much each time is asked for, null where the question leaves that open (一年). */
  readonly each: boolean | null;
}

/** How a question asks for a planned number; null where it says nothing of a plan. */
export function planAsked({ folded, lang, terms, years }: Pick<Question, 'folded' | 'lang' | 'terms' | 'years'>): PlanAsked | null {
  const { plans, bounds, money, next, done, each, leasts, lasts, wholeYear } = plannedWords()[lang];
  const said = placesOf(plans, folded);
  // 2025年几小时首报, 2025年至少几场: how long it may take and how few there may be is set for a year to come; what was would be said so.
  const isRule = said.length === 0 && years.length === 1 && fits([...lasts, ...leasts], folded);
  if ((said.length === 0 && !isRule) || fits(done, folded)) return null;
  const claimed = [...said, ...placesOf(bounds, folded), ...placesOf(leasts, folded), ...placesOf(lasts, folded)];
  return {
    terms: terms.filter((term) => !claimed.some(({ start, end }) => start <= term.start && term.end <= end)),
    byReport: fits(next, folded),
    money: fits(money, folded),
    each: fits(each, folded) || (fits(wholeYear, folded) ? null : false),
  };
}

import { asksForLevel, compare, type ConceptId } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { labelCues } from '../language/label-cues.js';
import { relatesFigures, unitMisfit } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { isDone } from './deeds.js';
import { explain } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import type { Operands } from './operand-search.js';
import { asks, type Question } from './read.js';
import type { Term } from './terms.js';

const DECREASE: ConceptId = 'decrease';
const INCREASE: ConceptId = 'increase';
/** What a change is counted from says nothing of what changed. */
const COUNTED_FROM: readonly ConceptId[] = ['last-year', 'compare', 'formerly', 'year-start', 'total'];
/** Share of the other words that the number which changed must say. */
const LEAST_COVERAGE = 0.6;

/** True for 栏目减了几个: how much something changed, not what it came to (减到几个). */
export function asksForChange(question: Question): boolean {
  const changes = changesIn(question);
  // 涨了多少 may be one word of the lexicon, which asks how many by itself.
  return changes.length > 0 && (question.counter !== null || asks(question, 'count') || changes.some(({ text }) => labelCues().howMany.some((word) => text.endsWith(word))));
}

function changesIn({ terms, folded }: Question): Term[] {
  return terms.filter(({ concept, end }) => (concept === DECREASE || concept === INCREASE) && !asksForLevel(folded, end));
}

/**
 * 申请材料从11份减为4份: the larger and the smaller of the two numbers where the report tells a change by what was and what is. Null where the words
 * of the question do not name what changed, where it went the other way, or where several such changes fit.
 */
export async function levelChange(question: Question, context: Context): Promise<Operands | null> {
  const [report] = context.reports;
  const changes = changesIn(question);
  const rest = question.terms.filter((term) => !changes.includes(term) && !COUNTED_FROM.includes(term.concept ?? ''));
  // By how many did published items grow: “新城发布”粉丝 grew too, and were not published.
  if (report === undefined || context.reports.length !== 1 || !rest.some((term) => term.weight >= DISTINGUISHING && !(question.lang === 'en' && isDone(term.concept)))) return null;
  const counter = relatesFigures(question.counter) ? null : question.counter;
  const candidates = await context.candidates(report);
  const found = candidates.flatMap((before, n): Operands[] => {
    const after = candidates[n + 1];
    const step = after?.step ?? null;
    if (!before.former || after === undefined || step === null || unitMisfit(counter, unitOf(before)) === null) return [];
    // 整合后减少了几个: how it came down is said on the way to the second number.
    if (!isAbout(rest.filter(({ text }) => !step.includes(text)), before)) return [];
    const [was, is] = [before.figures[0], after.figures[0]];
    if (was.quantity.value === null || is.quantity.value === null) return [];
    const way = compare(was.quantity.value, is.quantity.value);
    if (way === 0 || !changes.every(({ concept }) => concept === (way > 0 ? DECREASE : INCREASE))) return [];
    return [{ report, figures: way > 0 ? [was, is] : [is, was] }];
  });
  return found.length === 1 ? found[0]! : null;
}

function isAbout(terms: readonly Term[], { facets }: Candidate): boolean {
  const fit = explain(terms, facets);
  return fit.unexplained.length === 0 && fit.coverage >= LEAST_COVERAGE;
}

import { z } from 'zod';
import { lexicon, loadData } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { isMoney } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { DISTINGUISHING } from './strength.js';
import type { Facet } from './facets.js';
import { verbs } from './find.js';
import type { Ranked } from './ranking.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

const ThreadWords = z.strictObject({
  /** Concepts that say how far a thing has come, whatever it is (没办结). */
  states: z.array(z.string().min(1)),
  /** Concepts that say what of a thing is counted, whatever it is (花了多少钱, 多少人). */
  measures: z.array(z.string().min(1)),
});

let loaded: { readonly states: ReadonlySet<string>; readonly measures: ReadonlySet<string> } | undefined;

function threadWords(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const data = loadData('intents/language/thread.json', ThreadWords);
    loaded = { states: new Set(data.states), measures: new Set(data.measures) };
  }
  return loaded;
}

/** True for 花了多少钱, 多少人: asks for a measure of a thing, and names none. */
export function asksForMeasure(question: Question): boolean {
  return question.terms.some(({ concept }) => concept !== null && threadWords().measures.has(concept)) && !question.terms.some(namesAThing);
}

/**
 * 办结呢 after requests asks for requests, not for letters: where a follow-up names no thing of its own, which figures stay with what
 * the last answer was about. Null when it names one, or nothing is known of that answer.
 */
export async function threadOf(question: Question, context: Context): Promise<((candidate: Candidate) => boolean) | null> {
  const { memory } = context;
  const report = context.reports.find((card) => (card.report as string) === memory?.figure?.report);
  if (!memory?.figure || !report || question.terms.some(namesAThing)) return null;
  const { id } = memory.figure;
  const last = (await context.candidates(report)).find(({ subtotal, figures }) => subtotal === null && figures[0].id === id);
  if (last === undefined) return null;
  const [before] = last.figures;
  const about = new Set([...objectsOf(last), ...memory.terms.flatMap(({ concept, text }) => [concept ?? text])]);
  return (candidate) => {
    const [figure] = candidate.figures;
    // Of one sentence, or one tree: what the sentence leaves out is what it spoke of.
    if (candidate.report.edition === report.edition && figure.trust === 'stated' && figure.quote[0].start === before.quote[0].start) return true;
    // 结果呢 after reviews is no result of requests: a cell goes on in the rows of its own part of the form.
    if (figure.trust !== 'stated' && before.trust !== 'stated' && partOfForm(figure.metric) !== partOfForm(before.metric)) return false;
    const objects = objectsOf(candidate);
    return objects.length === 0 || objects.some((object) => about.has(object));
  };
}

/** What the first part of a metric's id says: requests, reviews, suits, or the row of what is published. */
function partOfForm(metric: string | null): string | null {
  return metric?.split('.')[0] ?? null;
}

function namesAThing({ concept, weight }: Term): boolean {
  const { states, measures } = threadWords();
  return weight >= DISTINGUISHING && !states.has(concept ?? '') && !measures.has(concept ?? '');
}

/** True for 办结呢, 花了多少钱: how far a thing has come or what of it is counted, and no thing. */
export function namesNoThing(question: Question): boolean {
  return question.terms.length > 0 && !question.terms.some(namesAThing);
}

/**
 * 公开了几件 after requests, 交了多少 after a sum of money: a deed and nothing that it was done with is asked of what the last answer counts. True for a figure that
 * counts otherwise: in 条 what was asked for in the 件 of the last answer, or in no money what other words than its own lead to.
 */
export function countsOtherwise(question: Question, context: Context, { candidate, fit }: Ranked): boolean {
  const { counter, terms, organisations, years } = question;
  const { memory } = context;
  const isVerb = verbs(context);
  if (memory?.figure == null || memory.unit === null || organisations.length > 0 || years.length > 0) return false;
  const isDeed = ({ concept, text, weight }: Term): boolean => weight < NAMES_A_THING || lexicon().concept(concept ?? '')?.isAction === true || isVerb(text);
  if (terms.length === 0 || !terms.every(isDeed)) return false;
  const unit = unitOf(candidate);
  return counter === null ? isMoney(memory.unit) && !isMoney(unit) && fit.literal === 0 : counter === memory.unit && unit !== counter;
}

/** Words below this weight say what was done rather than with what. */
const NAMES_A_THING = 0.75;

/** What a figure is about: the things of its label and of the totals above it, and what goes without saying for a cell. */
export function objectsOf({ facets }: Candidate): string[] {
  const { states } = threadWords();
  const isThing = ({ weight, concepts }: Facet): boolean => weight >= DISTINGUISHING && !concepts.some((concept) => states.has(concept));
  const things = (list: readonly Facet[]): string[] => list.flatMap((facet) => (!isThing(facet) ? [] : facet.concepts.length > 0 ? facet.concepts : facet.text === '' ? [] : [facet.text]));
  return [...things(facets.own), ...things(facets.inherited), ...facets.implied];
}

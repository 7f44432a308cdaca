import { asSpans, fold, type PassageHit, type Spans } from '../../index/mod.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { fits } from '../language/cue-words.js';
import { dutyWords } from '../language/duty-words.js';
import { reportWording } from '../language/report-wording.js';
import { asksOnlyProblem, toldAsks } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { asksDuty } from '../question/duty-asked.js';
import { explain, type Fit } from '../question/explain.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import { onlyCounts } from '../question/only-counts.js';
import { facetsOfTerms, facetsOfWords, type Facet } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';
import { answersInKind, saysWhatWasDone, saysWhen } from '../question/said-in-kind.js';
import { sentencesOf as toldOf } from '../question/report-read.js';
import { asTyped, type Term } from '../question/terms.js';
import { asksOnlyResult } from '../question/turn-before.js';
import { zonesAsked } from './admitted.js';

const SEARCHED = 6;
/** 街道的回访日 asks about the day, not about the office whose report it is. */
const PLACES: readonly string[] = ['township-level', 'county-level', 'city-level', 'self', 'department'];
const LEAST_COVERAGE = 0.8;
/** UTF-16 units; shorter than this a sentence is a heading more than an answer. */
const ENOUGH_TO_SAY = 40;
const MOST_WORDS_IN_OPTION = 24;

/** 「驻村工作力量怎么做政策宣传」: the passage that answers why, how and what, word for word; a weak hit is an offer, not an answer. */
export const passage: Intent = {
  name: 'passage',
  about: { zh: '原文怎么说', en: 'what the report says' },
  examples: { zh: ['村级公开栏是做什么的', '代办员是怎么培训的'], en: ['How is the staff trained?'] },
  match(question, memory) {
    if (asksOnlyResult(question)) return null;
    // 投诉和建议加起来 after a figure asks for a number, and no sentence adds anything up.
    if (memory?.figure != null && asks(question, 'sum', 'difference', 'average', 'ratio') && !asks(question, 'why', 'how', 'when')) return null;
    if (asks(question, 'why', 'how', 'when')) return { score: 0.6, because: ['asks how or why'] };
    if (asks(question, 'count', 'who', 'which', 'breakdown', 'share') || question.numbers.length > 0) return null;
    if (asks(question, 'list') && questionWords(question.lang).patterns.anyWhich.test(question.folded)) return { score: 0.15, because: ['may be told of in a sentence'] };
    return { score: 0.2, because: ['may be said somewhere'] };
  },
  async answer(question, context) {
    const hits = (await context.library.search({ text: question.text, reports: context.reports.map((card) => card.report), limit: SEARCHED })).filter((hit) => hit.kind !== 'table');
    const rated = hits.flatMap((hit) => sentencesOf(hit).filter((one) => saysWhatWasDone(question, one.text) && saysWhen(question, one.text) && saysPlan(question, hit, one)).map((one) => ({ hit: { ...hit, best: one }, fit: rate(question, hit, one, context), first: one === hit.best ? 0 : 1 }))).sort((a, b) => inItsWords(b.fit) - inItsWords(a.fit) || a.first - b.first || b.hit.score - a.hit.score);
    const best = rated[0];
    if (best && asksWhich(question) && (questionWords(question.lang).patterns.whoAmongThem.test(question.folded) || !(holdsList(best.hit.best) && best.fit.literal >= 1))) return null;
    if (best && asksWhich(question) && questionWords(question.lang).patterns.whichOfThem.test(question.folded) && (await onlyCounts(question, best.hit, best.hit.best.spans, context))) return nearest(context, hits);
    if (question.terms.length === 0 || question.cues.length === 0 || !best || best.fit.unexplained.length > 0 || best.fit.coverage < LEAST_COVERAGE || !answersInKind(question, best.hit.best.text) || !holdsNumbers(question, best.hit)) return nearest(context, hits);
    // 应急办负责什么: the duties that a sentence tells of somebody else, which `dutyTold` has passed over.
    if (asksDuty(question) && fits(dutyWords().tells, fold(best.hit.best.text).text)) return nearest(context, hits);
    const told = await toldAt(best.hit, context);
    // 这些问题咋整改的: a problem, or a sentence that is neither, is no answer.
    const zones = zonesAsked(question);
    if (zones.length > 0 && !told.some(({ zone }) => zone !== 'plain' && zones.includes(zone))) return nearest(context, hits);
    if (asksOnlyProblem(question) && told.length > 0 && told.every(({ zone }) => zone === 'plan' || zone === 'measure')) return nearest(context, hits);
    // 老年人怎么办 is answered by what was done or will be, which `told` finds, not by the problem that says the same words.
    if ((toldAsks('asksHow', question) || toldAsks('asksPlan', question)) && told.some(({ zone, folded }) => zone === 'problem' && !fits(reportWording().remedy, folded))) return null;
    return show(question, context, best.hit);
  },
};

/** The sentences of the report that a hit quotes, without the titles that may stand in it. */
async function toldAt({ report, best }: PassageHit, context: Context): Promise<readonly ReadSentence[]> {
  const card = context.reports.find((one) => one.report === report);
  const isIn = ({ spans }: ReadSentence): boolean => best.spans.some(({ start, end }) => spans[0].start >= start && spans[0].start < end);
  return card === undefined ? [] : (await toldOf(card, context)).filter(isIn);
}

/** 打算怎样规范运行 is answered where the report speaks of what is to come: in the sentence, before it in its paragraph, or in the titles above. */
function saysPlan(question: Question, { units, path }: PassageHit, one: PassageHit['best']): boolean {
  if (!questionWords(question.lang).patterns.asksPlan.test(question.folded)) return true;
  const before = units.filter(({ spans }) => spans[0].start <= one.spans[0].start).map(({ text }) => text);
  return [...before, one.text, ...path].some((text) => fits(reportWording().plan, fold(text).text));
}

/** 一是强化管理、规范运行。由分管领导兼任中心主任: what a short sentence with its mark announces is what those behind it are about. */
function announced({ units }: PassageHit, one: PassageHit['best']): string[] {
  const before = units.filter(({ spans }) => spans[0].start < one.spans[0].start).map(({ text }) => fold(text).text);
  const lead = before.findLast((text) => fits(reportWording().announces, text));
  return lead !== undefined && lead.length < ENOUGH_TO_SAY ? [lead] : [];
}

function holdsNumbers(question: Question, hit: PassageHit): boolean {
  return question.numbers.every(({ value }) => fold(hit.best.text).text.includes(value));
}

/** Of two sentences that explain a question alike, the one in its own words comes first. */
function inItsWords(fit: Fit): number {
  return fit.coverage + WORDS * Math.min(fit.literal, 3);
}

const WORDS = 0.05;

/** The sentence that search liked best, then the others around it. */
function sentencesOf(hit: PassageHit): PassageHit['best'][] {
  return [hit.best, ...hit.units.filter((unit) => unit.spans[0].start !== hit.best.spans[0].start)];
}

function asksWhich(question: Question): boolean {
  return asks(question, 'list') && !asks(question, 'why', 'how');
}

/** 哪几个 is answered by a sentence that tells several things one after another. */
function holdsList({ text }: PassageHit['best']): boolean {
  return fits(reportWording().severalThings, text);
}

function rate(question: Question, hit: PassageHit, one: PassageHit['best'], context: Context): ReturnType<typeof explain> {
  const { text } = one;
  const above = [...hit.path, ...announced(hit, one)];
  const facets = (text: string): Facet[] => facetsOfTerms(context.terms(fold(text).text), 0);
  const sentence = fold(text).text;
  const own = [...facets(sentence), { concepts: [], text: sentence, weight: 0 }];
  const { asksRemedy, asksPlan } = questionWords(question.lang).patterns;
  const inside = (said: RegExpExecArray | null, { start, end }: Term): boolean => said !== null && start >= said.index && end <= said.index + said[0].length;
  // 下一步 is itself a word of reports; 打算 is one of asking.
  const asksOnly = (term: Term): boolean => inside(asksRemedy.exec(question.folded), term) || (term.concept === null && inside(asksPlan.exec(question.folded), term));
  const asked = question.terms.filter((term) => !PLACES.includes(term.concept ?? '') && !asksOnly(term));
  return explain(asked.map(asTyped), facetsOfWords({ own, inherited: above.flatMap(facets), ownText: sentence, inheritedText: fold(above.join(' ')).text }));
}

async function show(question: Question, context: Context, hit: PassageHit): Promise<Outcome> {
  const report = context.reports.find((card) => card.report === hit.report)!;
  const evidence = new Evidence(context.library);
  const opened = (await context.library.lists(report.report)).find(({ quote, items }) => items.length > 1 && isWithin(hit, quote[0].start) && quote[quote.length - 1]!.end > hit.best.spans[hit.best.spans.length - 1]!.end && fits(reportWording().opensList, fold(hit.best.text).text));
  const citation = await evidence.place(report, opened ? opened.quote : withContinuation(hit), 'passage', hit.path);
  return {
    draft: { status: 'answered', blocks: [{ type: 'text', inlines: say(context.lang, 'passageLead', orgYear(context.lang, report)) }, { type: 'quote', citation }], citations: evidence.citations },
    remember: { terms: question.terms, figure: null },
  };
}

function isWithin({ best: { spans } }: PassageHit, at: number): boolean {
  return at >= spans[0].start && at < spans[spans.length - 1]!.end;
}

/** A sentence that only announces (四是加强宣传。) is quoted with what follows it. */
function withContinuation(hit: PassageHit): Spans {
  const at = hit.units.findIndex((unit) => unit.spans[0].start === hit.best.spans[0].start);
  const spans = [...hit.best.spans];
  let length = hit.best.text.length;
  for (const unit of at < 0 ? [] : hit.units.slice(at + 1)) {
    if (length >= ENOUGH_TO_SAY) break;
    spans.push(...unit.spans);
    length += unit.text.length;
  }
  return asSpans(spans);
}

function nearest(context: Context, hits: readonly PassageHit[]): Outcome {
  const report = context.reports[0]!;
  const options = hits.slice(0, 3).flatMap((hit) => {
    const card = context.reports.find((other) => other.report === hit.report);
    const words = fold(hit.best.text).text.slice(0, MOST_WORDS_IN_OPTION).replace(/(?<=^.{4,}?)[,、;:。].*$/u, '').replace(/\d+(?:\.\d*)?$/u, '');
    return card && words.length > 1 ? [wordsOf(say(context.lang, 'askWhat', { ...orgYear(context.lang, card), words: { type: 'counted', text: words, basis: 'report' } }))] : [];
  });
  const unique = [...new Set(options)];
  const blocks = [{ type: 'text' as const, inlines: say(context.lang, 'noPassage', orgYear(context.lang, report)) }, ...(unique.length > 0 ? [{ type: 'choices' as const, lead: wordsOf(say(context.lang, 'nearest')), options: unique }] : [])];
  return { draft: { status: 'not_found', reason: 'no_passage', blocks, options: unique } };
}

import { z } from 'zod';
import { loadData, type Lang, type OrganisationLevel, type ReportCard } from '../../index/mod.js';
import type { Roster } from '../roster.js';
import { cues, firstFit, fits, groupCue, valueIn, words } from '../language/cue-words.js';
import { questionWords } from '../language/words.js';
import { longestMention } from './cue.js';
import { asks, type Question } from './read.js';
import type { Claimed, Term } from './terms.js';

const MANY_KINDS = ['rank', 'total', 'average', 'trend', 'change', 'filter'] as const;
/** What a question over several reports is after. */
export type ManyKind = (typeof MANY_KINDS)[number];

const Level = z.enum(['province', 'city', 'county', 'township', 'department', 'unknown']);
/** The words of a language; lists of templates unless said otherwise. */
const wordsIn = (lang: Lang) =>
  z.strictObject({
    kinds: z.strictObject({ rank: cues(lang), total: cues(lang), average: cues(lang), trend: cues(lang), change: cues(lang), filter: cues(lang) }),
    /** A rank from below. */
    least: cues(lang),
    /** 前三名: how many of a rank are asked for; the bracket `n` is the number, as in `counted` and `recent`. */
    top: cues(lang),
    /** Every year that is held, added up or one by one. */
    allYears: cues(lang),
    /** 三家, 两个乡镇: how many organisations are meant. */
    counted: cues(lang),
    /** 这三份报告: how many reports are meant. */
    reportsCounted: cues(lang),
    /** 近三年: the newest so many years. */
    recent: cues(lang),
    /** 增长率, 百分之几: a change is asked for in percent. */
    percent: cues(lang),
    /** 平均每年: one organisation's figure over its years. */
    perYear: cues(lang),
    /** 哪年: which of the years. */
    whichYear: cues(lang),
    /** 哪个多 behind years that are named: which of them. */
    whichOfYears: cues(lang),
    /** Words for groups of organisations; `names`: how the short names look of those that belong to it, all where it says nothing. */
    regions: z.array(z.strictObject({ words: words(lang), levels: z.array(Level), names: cues('zh') })),
    /** Words that say what is done over the reports, not which figure is meant. Frame words (哪家, 谁) are no terms anyway. */
    drop: words(lang),
  });
const ManyWords = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof ManyWords> | undefined;
function manyWords(lang: Lang): z.output<typeof ManyWords>[Lang] {
  loaded ??= loadData('intents/language/many.json', ManyWords);
  return loaded[lang];
}

/** True when a question's words ask for `kind`. */
export function asksOver(question: Pick<Question, 'folded' | 'lang'>, kind: ManyKind): boolean {
  return fits(manyWords(question.lang).kinds[kind], question.folded);
}

/** The least come first. */
export function fromBelow({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(manyWords(lang).least, folded);
}

/** How many of a rank are asked for (前三名, top 5); null when the question does not say. */
export function topAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>): number | null {
  return numberIn(manyWords(lang).top, folded, lang);
}

/** True for 所有年份加起来, 全部报告: every year that is held. */
export function asksAllYears({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(manyWords(lang).allYears, folded);
}

/** True for 近三年, 历年, 趋势: a figure year by year, whichever year was spoken of before. */
export function asksForSeries(question: Pick<Question, 'folded' | 'lang'>): boolean {
  return asksOver(question, 'trend') || recentYears(question) !== null || asksAllYears(question);
}

/** True for 哪年最多: the years of one organisation are set against each other. */
export function asksWhichYear({ folded, lang, years = [] }: Pick<Question, 'folded' | 'lang'> & Partial<Pick<Question, 'years'>>): boolean {
  return fits(manyWords(lang).whichYear, folded) || (years.length > 1 && fits(manyWords(lang).whichOfYears, folded));
}

/** True for 平均每年: a figure is averaged over the years that are named. */
export function asksPerYear({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(manyWords(lang).perYear, folded);
}

/** True for 一共, altogether: what is named is to be added up, and not (全部事项中，由中心办的) only what something is one of. */
export function asksForTotal({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  const { patterns, total } = questionWords(lang);
  return longestMention(folded.replace(patterns.outOfAll, ' '), total, lang) !== null;
}

/** How many of the newest years are meant (近三年); null when the question does not say. */
export function recentYears({ folded, lang }: Pick<Question, 'folded' | 'lang'>): number | null {
  return numberIn(manyWords(lang).recent, folded, lang);
}

function numberIn(patterns: readonly RegExp[], folded: string, lang: Lang): number | null {
  return valueIn(lang, ['numeral'], firstFit(patterns, folded)?.groups?.['n']);
}

/** True for 增长率, 百分之几: the change is wanted as a percentage. */
export function asksPercentage({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(manyWords(lang).percent, folded);
}

/** How many organisations a question says it is about (三家一共); null when it does not. */
export function organisationsCounted({ folded, lang }: Pick<Question, 'folded' | 'lang'>): number | null {
  return numberIn(manyWords(lang).counted, folded, lang);
}

/** How many reports a question says it is about (这三份报告); null when it does not. */
export function reportsCounted({ folded, lang }: Pick<Question, 'folded' | 'lang'>): number | null {
  return numberIn(manyWords(lang).reportsCounted, folded, lang);
}

/** True for 三家 of as many organisations as have handed in these reports, and for 这八份报告 of so many reports: all of them are meant. */
export function countsThemAll(question: Pick<Question, 'folded' | 'lang'>, reports: readonly ReportCard[]): boolean {
  const said = reportsCounted(question);
  return said === null ? organisationsCounted(question) === new Set(reports.map(({ orgKey }) => orgKey)).size : said === reports.length;
}

/** 2019到2021年: three years or more named in one stretch. */
export function namesYearRange({ years }: Pick<Question, 'years'>): boolean {
  return longestSpan(years) > 2;
}

/** 2020到2021年: from one year to another, be they but two. */
export function namesYearSpan({ years }: Pick<Question, 'years'>): boolean {
  return longestSpan(years) > 1;
}

/** How many years one stretch of the question names. */
function longestSpan(years: Question['years']): number {
  return Math.max(0, ...years.map(({ start, end }) => years.filter((other) => other.start === start && other.end === end).length));
}

/** Tells by level and short name whether an organisation is of a group. */
export type Region = (organisation: { readonly level: OrganisationLevel; readonly name: string }) => boolean;

/** The group that words such as 全县, 各乡镇, 所有街道 stand for; null when the question has none such. 街道 inside the name of one is no group. */
export function regionOf({ folded, lang, organisations }: Pick<Question, 'folded' | 'lang' | 'organisations'>): Region | null {
  const unnamed = organisations.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), folded);
  const region = manyWords(lang).regions.find(({ words }) => words.some((word) => spoken(unnamed, word, lang)));
  if (region === undefined) return null;
  const levels: readonly OrganisationLevel[] = region.levels;
  return ({ level, name }) => (levels.length === 0 || levels.includes(level)) && (region.names.length === 0 || fits(region.names, name));
}

/** True for 全县, the whole county: everybody together, and perhaps the county itself. */
export function meansWholeCounty({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return groupCue(lang, 'everywhere').test(folded);
}

/** Of the reports in scope those of the group that the question names, on the roster where there is one; all of them when it names none. */
export function inRegion(question: Pick<Question, 'folded' | 'lang' | 'organisations'>, cards: readonly ReportCard[], roster: Pick<Roster, 'organisations' | 'ofReport'>): readonly ReportCard[] {
  const region = regionOf(question);
  if (region === null) return cards;
  if (roster.organisations.length === 0) return cards.filter(({ org }) => region(org));
  return cards.filter(({ org }) => {
    const member = roster.ofReport(org);
    return member !== null && region(member);
  });
}

/** The question without the words that say what is done over the reports: what is left names the figure. */
export function figureAsked(question: Question): Question {
  // One answer asks this of its question several times.
  let asked = figuresAsked.get(question);
  if (asked === undefined) figuresAsked.set(question, (asked = readFigureAsked(question)));
  return asked;
}

const figuresAsked = new WeakMap<Question, Question>();

function readFigureAsked(question: Question): Question {
  const { allYears, counted, kinds, percent, perYear, recent, reportsCounted, top, whichYear } = manyWords(question.lang);
  const spans = [kinds.trend, kinds.change, allYears, whichYear, percent, perYear, counted, reportsCounted, recent, top].flat().flatMap((pattern): Claimed[] => {
    const match = pattern.exec(question.folded);
    return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
  const claimed = [...spans, ...wordsDropped(question.lang).flatMap((word) => (question.folded.includes(word) ? placesOf(question.folded, word, question.lang) : NOWHERE))];
  // 变化趋势 is one word to the segmenter and two of ours.
  const taken = new Set(claimed.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  const inside = ({ start, end }: Claimed): boolean => Array.from({ length: end - start }, (_, i) => start + i).every((at) => taken.has(at) || question.folded[at] === ' ');
  return { ...question, terms: question.terms.filter((term) => !inside(term)), cues: question.cues.filter(({ cue }) => !DONE_OVER.includes(cue)) };
}

const NOWHERE: readonly Claimed[] = [];

/** Words that name no figure: what is done over the reports, and whose they are. Some three hundred, so they are put together once. */
function wordsDropped(lang: Lang): readonly string[] {
  return (dropped[lang] ??= [...new Set([...manyWords(lang).drop, ...manyWords(lang).regions.flatMap(({ words }) => words)])]);
}

const dropped: Partial<Record<Lang, readonly string[]>> = {};

/** Cues that many-report questions answer themselves. */
const DONE_OVER: readonly string[] = ['difference', 'sum', 'average', 'change', 'which', 'list', 'who', 'breakdown', 'how'];

/** A bound that a filter sets: `超过10件`. */
export type Bound = { readonly op: '>' | '>=' | '<' | '<=' | '=' | '!='; readonly value: string };

/** Digits with their marks: 1,000. */
const GROUPED = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/u;

/** The bound a question sets on a figure; null when it sets none. */
export function boundAsked(question: Question): Bound | null {
  const said = (group: string): boolean => groupCue(question.lang, group).test(question.folded);
  const value = question.numbers[0]?.value ?? GROUPED.exec(withoutYears(question))?.[0].replaceAll(',', '') ?? null;
  if (said('nonzero')) return { op: '!=', value: '0' };
  if (said('zero')) return { op: '=', value: '0' };
  if (value === null) return null;
  if (said('atLeast')) return { op: '>=', value };
  if (said('atMost')) return { op: '<=', value };
  if (said('over')) return { op: '>', value };
  if (said('under')) return { op: '<', value };
  return null;
}

/** Where the word of a bound begins; null when the question sets none. */
export function boundStart({ folded, lang }: Question): number | null {
  const places = ['zero', 'nonzero', 'atLeast', 'atMost', 'over', 'under'].flatMap((group) => groupCue(lang, group).exec(folded)?.index ?? []);
  return places.length === 0 ? null : Math.min(...places);
}

/** True for a word that only says how a figure is bounded: 不足 of 不足100件 is no shortcoming. */
export function isBoundWord(text: string, lang: Lang): boolean {
  return ['over', 'atLeast', 'under', 'atMost'].some((group) => groupCue(lang, group).exec(text)?.[0] === text);
}

/** What follows 提到, 写了: the words to be found; null when the question asks for a figure. */
export function phraseAsked({ folded, lang, organisations, years }: Question): string | null {
  const word = groupCue(lang, 'mention').exec(folded)?.[0];
  if (word === undefined) return null;
  const after = folded.slice(folded.lastIndexOf(word) + word.length).replace(/[？?。！!\s]+$/u, '').replace(groupCue(lang, 'phraseTail'), '').replace(/[了过的“”"'「」《》？?。！!\s]+/gu, lang === 'zh' ? '' : ' ').trim();
  const named = [...organisations, ...years].some((claimed) => claimed.start >= folded.lastIndexOf(word));
  return after.length >= 2 && !named ? after : null;
}

function withoutYears({ folded, years }: Question): string {
  return years.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), folded);
}

function placesOf(text: string, word: string, lang: Question['lang']): Claimed[] {
  const places: Claimed[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (lang === 'zh' || isWhole(text, at, word.length)) places.push({ start: at, end: at + word.length });
  return places;
}

function spoken(text: string, word: string, lang: Question['lang']): boolean {
  return placesOf(text, word, lang).length > 0;
}

function isWhole(text: string, at: number, length: number): boolean {
  return !/[a-z]/i.test(text[at - 1] ?? '') && !/[a-z]/i.test(text[at + length] ?? '');
}

/** 办件 alone names a figure, 数 alone does not. */
const NAMES = 0.3;

/** Words left after the many-report words are taken out: without any, nobody said which figure. */
export function namesAFigure(question: Question): boolean {
  return figureAsked(question).terms.some((term: Term) => term.weight >= NAMES);
}

/** True when the question is not a plain one with a rank word inside (办件最多的渠道): it names no single organisation, or several. */
export function overSeveral(question: Question): boolean {
  const named = new Set(question.organisations.flatMap(({ keys }) => keys));
  return question.organisations.length !== 1 || named.size > 1 || asks(question, 'which');
}

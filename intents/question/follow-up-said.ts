import { earliestFit, firstFit, fits } from '../language/cue-words.js';
import { wholeQuestions } from '../language/whole-questions.js';
import { questionWords } from '../language/words.js';
import { joinedWords } from './composed.js';
import { followUpWords, groupIn, turnIn, type Turned } from './follow-up-words.js';
import { asksOver, figureAsked, isBoundWord, namesAFigure } from './many-asked.js';
import { asksOwnPlace, ownPlaceIn, placeAsked, placeNumber, type Place } from './place-asked.js';
import type { Question } from './read.js';
import type { Claimed } from './terms.js';

/** What a few words say by themselves, before anything is taken from the question before them. */
export interface Said {
  /** Words for a figure; empty when there are none. */
  readonly figure: string;
  readonly names: readonly string[];
  /** How a complete question says the years that are named; null when none is. */
  readonly years: readonly string[] | null;
  /** 近三年. */
  readonly recent: string | null;
  /** 各乡镇. */
  readonly group: string | null;
  /** 乡镇 of 乡镇一共多少, which names the group only after a question over many. */
  readonly bareGroup: string | null;
  /** 它, 第一名的: means the organisation that the answer before named. */
  readonly it: boolean;
  /** 排第几: the place of one among all. */
  readonly ownPlace: boolean;
  /** Asks which one (谁, 哪家) and says of no group by name. */
  readonly weakly: boolean;
  /** The group is all of a county. */
  readonly whole: boolean;
  readonly turned: Turned | null;
  readonly place: Place | null;
}

/** Words of at least this weight may name a figure. */
export const NAMES = 0.3;

/** Reads what a question says by itself. */
export function saidIn(question: Question): Said {
  const { lang } = question;
  const unnamed = blanked(question.folded, question.organisations);
  const group = groupIn(unnamed, lang);
  const recent = earliestFit(followUpWords(lang).years, question.folded)?.[0] ?? null;
  const place = placeIn(question) ?? barePlace(question);
  const turn = turnIn(unnamed, lang);
  const [it, bare] = [followUpWords(lang).it, followUpWords(lang).bareGroup].map((words) => placeOf(firstFit(words, unnamed)));
  const own = figureTerms(question).filter((term) => ![turn, place, it, group === null ? bare : null].some((taken) => taken != null && taken.start <= term.start && term.end <= taken.end));
  return {
    figure: own.some(({ weight }) => weight >= NAMES) ? wordsAt(question, own) : '',
    names: namesSaid(question),
    years: question.years.length > 0 || recent !== null ? yearsSaid(question) : null,
    recent,
    group: group?.say ?? null,
    bareGroup: group === null ? (groupIn(unnamed, lang, true)?.say ?? null) : null,
    it: it != null,
    ownPlace: asksOwnPlace(question),
    weakly: group?.weak === true,
    whole: group?.whole === true,
    turned: place === null ? (turn?.kind ?? null) : null,
    place,
  };
}

/** 超过, 2000: how a figure is bounded, not which figure it is. */
function isOfBound(text: string, lang: Question['lang']): boolean {
  return isBoundWord(text, lang) || /^\d[\d,.]*$/u.test(text);
}

function placeOf(match: RegExpExecArray | RegExpMatchArray | null): Claimed | null {
  return match?.index === undefined ? null : { start: match.index, end: match.index + match[0].length };
}

/** 一共几家: asks how many the answer before found, and nothing else. */
export function asksHowManyFound({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(followUpWords(lang).count, folded.replace(/[?？。.]+$/u, ''));
}

/** A place beyond the first one: that is 最多, 最少 by another name. */
function placeIn(question: Question): Place | null {
  const place = placeAsked(question);
  return place === null || place.n === 1 ? null : place;
}

/** 第二呢, who is second: said of nothing by name, a place of the rank before. */
function barePlace({ folded, lang, organisations }: Question): Place | null {
  const match = organisations.length > 0 ? null : firstFit(followUpWords(lang).place, folded);
  const n = match === null ? null : placeNumber(lang, match.groups?.['n']);
  return match === null || n === null || n === 1 ? null : { n, below: match.groups?.['below'] !== undefined, start: match.index, end: match.index + match[0].length };
}

/** True for 第二个, who is second: said of nothing by name. */
export function namesAPlaceInRank(question: Question): boolean {
  return barePlace(question) !== null;
}

/** The group of organisations that a question names outside of their names; null when it names none. */
export function groupOf({ folded, organisations, lang }: Question): ReturnType<typeof groupIn> {
  return groupIn(blanked(folded, organisations), lang);
}

/** The organisations that a question names, in its words, each once. */
export function namesSaid({ organisations }: Question): string[] {
  return [...new Set(organisations.map(({ text }) => text))];
}

/** The years of a question as a complete question says them, 2020年 for 2020; 近三年 as it stands. */
export function yearsSaid(question: Question): string[] {
  const { year } = wholeQuestions(question.lang);
  const recent = earliestFit(followUpWords(question.lang).years, question.folded)?.[0];
  if (recent !== undefined) return [recent];
  const spans = [...new Map(question.years.map((mention) => [mention.start, mention])).values()];
  return spans.map((mention) => {
    const said = question.folded.slice(mention.start, mention.end);
    if (mention.kind === 'relative') return said;
    const isRange = question.years.filter(({ start }) => start === mention.start).length > 1;
    return year.replace('{n}', isRange ? said.replace(/年$/u, '') : String(mention.year));
  });
}

/** The words that name a question's figure, in their order. */
export function figureOf(question: Question): string {
  return wordsAt(question, figureTerms(question));
}

/** 那咨询呢, what about penalties: says that it goes on. */
export function leans(question: Question): boolean {
  return question.folded.search(questionWords(question.lang).patterns.followUp) >= 0;
}

/** 柳河乡呢, 2020年呢: nothing but another organisation or year. */
export function saysOnlyScope(question: Question): boolean {
  return (question.organisations.length > 0 || question.years.length > 0) && !namesAFigure(question) && question.terms.every(({ weight }) => weight < NAMES);
}

/** The words of `figureOf`. */
export function figureTerms(question: Question): Question['terms'] {
  const places = [placeAsked(question), ownPlaceIn(question)];
  const bounded = asksOver(question, 'filter');
  return figureAsked(question).terms.filter((term) => !(bounded && isOfBound(term.text, question.lang)) && places.every((place) => place === null || term.end <= place.start || term.start >= place.end));
}

/** A compound is read as several terms that stand in one place: it is said once. */
function wordsAt(question: Question, terms: readonly Claimed[]): string {
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of terms.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = places.at(-1);
    if (before !== undefined && start < before.end) before.end = Math.max(before.end, end);
    else places.push({ start, end });
  }
  return joinedWords(places.map(({ start, end }) => question.folded.slice(start, end)), question.lang);
}

function blanked(text: string, places: readonly Claimed[]): string {
  return places.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

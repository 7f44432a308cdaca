import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits, valueIn } from '../language/cue-words.js';
import type { Question } from './read.js';
import type { Claimed } from './terms.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** 第二名, 倒数第三, second most: the groups `n` and, where it is counted from the least, `below`. */
    place: cues(lang),
    /** 排第几: which place one organisation has among all. */
    own: cues(lang),
    /** 各乡镇分别多少: one after the other, none of them first. */
    each: cues(lang),
    /** A多还是B多: which of those named is the bigger one, the smaller one. */
    bigger: cues(lang),
    smaller: cues(lang),
    /** What stands between two organisations that are added up. */
    plus: cues(lang),
    /** 两家 right behind the organisations that it counts. */
    together: cues(lang),
    /** Words inside these that name no figure. */
    ways: cues(lang),
  });
const Ranks = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof Ranks> | undefined;
function rankWords(): z.output<typeof Ranks> {
  loaded ??= loadData('intents/language/ranks.json', Ranks);
  return loaded;
}

/** A place in a rank, 1-based, counted from the most or (`below`) from the least. */
export interface Place extends Claimed {
  readonly n: number;
  readonly below: boolean;
}

/** Which place of a rank is asked for (排第二, 倒数第三); null when none is. */
export function placeAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>): Place | null {
  for (const pattern of rankWords()[lang].place) {
    const match = pattern.exec(folded);
    const n = placeNumber(lang, match?.groups?.['n']);
    if (!match || n === null) continue;
    return { n, below: match.groups?.['below'] !== undefined, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Where a question asks which place one has among all (应急局处罚排第几); null where it does not. */
export function ownPlaceIn({ folded, lang }: Pick<Question, 'folded' | 'lang'>): Claimed | null {
  const match = firstFit(rankWords()[lang].own, folded);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** True for 排第几, where does it rank. */
export function asksOwnPlace(question: Pick<Question, 'folded' | 'lang'>): boolean {
  return ownPlaceIn(question) !== null;
}

/** 二, second or 2 as a number; null when it is none. */
export function placeNumber(lang: Lang, told: string | undefined): number | null {
  const n = valueIn(lang, lang === 'zh' ? ['numeral'] : ['ordinal'], told);
  return n === 0 ? null : n;
}

/** True for 各乡镇行政许可分别多少. */
export function asksForEachOf({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  return fits(rankWords()[lang].each, folded);
}

/** Which of several that are named is asked for: the bigger or the smaller one; null when neither is. */
export function whichOfNamed({ folded, lang, organisations }: Pick<Question, 'folded' | 'lang' | 'organisations'>): 'bigger' | 'smaller' | null {
  if (new Set(organisations.flatMap(({ keys }) => keys)).size < 2) return null;
  const { bigger, smaller } = rankWords()[lang];
  if (fits(smaller, folded)) return 'smaller';
  return fits(bigger, folded) ? 'bigger' : null;
}

/** The question without the terms that only say which place of the rank or which of those named is meant, or that they are added up. */
export function withoutPlace(question: Question): Question {
  const place = placeAsked(question);
  const { bigger, each, smaller, ways } = rankWords()[question.lang];
  const spans = [...(place === null ? [] : [place]), ...plusIn(question), ...[...bigger, ...smaller, ...each].flatMap((pattern) => waysIn(pattern, ways, question.folded))];
  if (spans.length === 0) return question;
  return { ...question, terms: question.terms.filter((term) => !spans.some(({ start, end }) => start <= term.start && term.end <= end)) };
}

/** True for 柳河乡加青石镇: organisations with a word between them that adds them up. */
export function addsNamed(question: Pick<Question, 'folded' | 'lang' | 'organisations'>): boolean {
  return plusIn(question).length > 0;
}

/** The question without words that count again what it names: 两家 of 柳河乡、青石镇两家. */
export function withoutCounted(question: Question): Question {
  const [counted] = countedIn(question);
  return counted === undefined ? question : { ...question, terms: question.terms.filter(({ start, end }) => start < counted.start || end > counted.end) };
}

function plusIn({ folded, lang, organisations }: Pick<Question, 'folded' | 'lang' | 'organisations'>): Claimed[] {
  return organisations.flatMap(({ end }, i) => {
    const next = organisations[i + 1];
    return next !== undefined && fits(rankWords()[lang].plus, folded.slice(end, next.start).trim()) ? [{ start: end, end: next.start }] : [];
  });
}

function countedIn({ folded, lang, organisations }: Question): Claimed[] {
  const last = organisations.at(-1);
  const match = last === undefined || organisations.length < 2 ? null : firstFit(rankWords()[lang].together, folded.slice(last.end));
  return match ? [{ start: last!.end, end: last!.end + match[0].length }] : [];
}

/** What lies between the words that say what is done may name the figure. */
function waysIn(pattern: RegExp, ways: readonly RegExp[], folded: string): Claimed[] {
  const match = pattern.exec(folded);
  if (!match) return [];
  return ways.flatMap((way) => [...match[0].matchAll(new RegExp(way, 'giu'))]).map((word) => ({ start: match.index + word.index, end: match.index + word.index + word[0].length }));
}

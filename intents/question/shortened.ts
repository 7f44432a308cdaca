import { isCutOut } from './cut-out.js';
import type { Facet } from './facets.js';
import { saysOneOfJoined } from './one-of-joined.js';
import type { Term } from './terms.js';

/** Characters that a shortened word leaves out of the long one: one of a word of two (蒙文: 蒙古文), at most three of a longer one (马背队: 马背宣讲队). */
const LEFT_OUT = { short: 1, long: 3 } as const;

/** True when an unknown word keeps, in order, the characters of a longer one in `text`. */
export function shortens(term: Term, text: string): boolean {
  if (term.concept !== null) return false;
  if (!shortened.has(term)) shortened.set(term, patternOfShortened(term.text));
  const found = shortened.get(term)?.exec(text) ?? null;
  return found !== null && found[0].length <= term.text.length + leftOut(term.text) && !isCutOut(term.text, found[0]) && !saysOneOfJoined(term.text, found[0]);
}

/** A question's words are held against every label of a report. */
const shortened = new WeakMap<Term, RegExp | null>();

function patternOfShortened(text: string): RegExp | null {
  if (text.length < 2 || text.length > 4 || !/^\p{Script=Han}+$/u.test(text)) return null;
  return new RegExp([...text].join(`\\p{Script=Han}{0,${leftOut(text)}}`), 'u');
}

/** Facets that a shortened word (补奖) has a character of (补助, 奖励). */
export function sharing({ text }: Term, facets: readonly Facet[]): number[] {
  return facets.flatMap((facet, i) => ([...facet.text].some((character) => text.includes(character)) ? [i] : []));
}

function leftOut(text: string): number {
  return text.length === 2 ? LEFT_OUT.short : LEFT_OUT.long;
}

/** Weight from which a word says which ones are meant. */
const SAYS_WHICH = 0.5;

/** 超重|车: a character nobody knows alone, which `label` prints (超重车辆) right behind the telling word before it. */
export function runsOn({ concept, text, start }: Term, terms: readonly Term[], label: string): boolean {
  if (concept !== null || text.length > 1) return false;
  const before = terms.find((term) => term.end === start && term.concept !== null && term.weight >= SAYS_WHICH);
  return before !== undefined && label.includes(before.text + text);
}

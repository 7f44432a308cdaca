import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits } from '../language/cue-words.js';
import type { Candidate } from './candidates.js';
import { explain } from './explain.js';
import type { Operands } from './operand-search.js';
import type { Term } from './terms.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** A减B, A minus B: the groups `left` and `right`. */
    less: cues(lang),
    /** Which of two, by the order in which they were named. */
    first: cues(lang),
    second: cues(lang),
    /** Which of two years. */
    later: cues(lang),
    earlier: cues(lang),
  });
const OrderWords = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof OrderWords> | undefined;
function orderWords(lang: Lang): z.output<typeof OrderWords>[Lang] {
  loaded ??= loadData('intents/language/order-said.json', OrderWords);
  return loaded[lang];
}

const PLACES = ['later', 'earlier', 'first', 'second'] as const;

/** One side of a remark such as 白芦乡减石盘镇: what it names, or which of two it is by its place. */
export interface OrderSide {
  readonly place: (typeof PLACES)[number] | null;
  /** Keys of the organisations it may mean. */
  readonly keys: readonly string[];
  readonly years: readonly number[];
  readonly terms: readonly Term[];
}

/** What is taken from what, where a question says so in a remark behind it. */
export interface OrderSaid {
  readonly minuend: OrderSide;
  readonly subtrahend: OrderSide;
}

/** What stands behind the last comma or bracket, with its own closing marks. */
const REMARK = /[,(:;，（：；]\s*([^,():;，（）：；]+?)[)）]?[?？。.!！\s]*$/u;

/** A remark at the end of folded question text that says what is taken from what (…差几条，白芦乡减石盘镇): where it begins and its two sides; null where there is none. */
export function orderRemark(folded: string, lang: Lang): { readonly start: number; readonly left: string; readonly right: string } | null {
  const remark = REMARK.exec(folded);
  const match = remark === null ? null : firstFit(orderWords(lang).less, remark[1]!.trim());
  const { left, right } = match?.groups ?? {};
  return left === undefined || right === undefined ? null : { start: remark!.index, left: left.trim(), right: right.trim() };
}

/** Which of two a side is by its place (前者, 后一年, the first); null where it names something. */
export function placeOfSide(text: string, lang: Lang): OrderSide['place'] {
  const words = orderWords(lang);
  return PLACES.find((place) => fits(words[place], text)) ?? null;
}

/** True where it is surely the earlier of two years that is taken from the later one, as a change is told. `unnamed`: the question names neither year, so that 后减前 goes by time. */
export function takesEarlierFromLater({ minuend, subtrahend }: OrderSaid, unnamed: boolean): boolean {
  if (minuend.place === 'later' || subtrahend.place === 'earlier') return true;
  if (unnamed && (minuend.place === 'second' || subtrahend.place === 'first')) return true;
  const [from, taken] = [minuend.years[0], subtrahend.years[0]];
  return from !== undefined && taken !== undefined && from > taken;
}

/** `operands` so that the second is taken from the first as the remark says, named first to last; null where it cannot be told which is which. `described`: the figures as candidates. */
export function inOrderSaid({ minuend, subtrahend }: OrderSaid, operands: Operands, described: (operand: 0 | 1) => Candidate | undefined): Operands | null {
  const { report, figures, second } = operands;
  const [a, b] = figures;
  if (b === undefined) return null;
  const turned: Operands = second === undefined ? { report, figures: [b, a] } : { report: second, figures: [b, a], second: report };
  // 2023年比2022年多几件，后减前: the one that was named behind, or the one that came later.
  if (second?.orgKey === report.orgKey && (report.year ?? 0) > (second.year ?? 0) && [minuend, subtrahend].some((side) => isPlace(side, 'first') || isPlace(side, 'second'))) return null;
  if (isPlace(minuend, 'first') || isPlace(subtrahend, 'second')) return operands;
  if (isPlace(minuend, 'second') || isPlace(subtrahend, 'first')) return turned;
  const cards = [report, second ?? report] as const;
  const isOf = (side: OrderSide, i: 0 | 1): boolean => (side.keys.length > 0 || side.years.length > 0) && (side.keys.length === 0 || side.keys.includes(cards[i].orgKey)) && (side.years.length === 0 || side.years.includes(cards[i].year ?? 0));
  if (second !== undefined) {
    const [before, after] = [cards[0].year ?? 0, cards[1].year ?? 0];
    const later = (side: OrderSide): boolean | null => (side.place === 'later' ? true : side.place === 'earlier' ? false : null);
    const fromLater = later(minuend) ?? (later(subtrahend) === null ? null : !later(subtrahend)!);
    if (fromLater !== null) return before === after ? null : (before > after) === fromLater ? operands : turned;
    const asSaid = isOf(minuend, 0) && isOf(subtrahend, 1);
    return asSaid === (isOf(minuend, 1) && isOf(subtrahend, 0)) ? null : asSaid ? operands : turned;
  }
  const [left, right] = [described(0), described(1)];
  if (left === undefined || right === undefined) return null;
  const leaning = sayingOf(minuend, left) - sayingOf(minuend, right) - (sayingOf(subtrahend, left) - sayingOf(subtrahend, right));
  return leaning === 0 ? null : leaning > 0 ? operands : turned;
}

function isPlace({ place }: OrderSide, wanted: OrderSide['place']): boolean {
  return place === wanted;
}

/** How much of a side's words a figure says. */
function sayingOf({ terms }: OrderSide, { facets }: Candidate): number {
  return explain(terms, facets).coverage;
}

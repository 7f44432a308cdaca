import { isCarriedInto } from './carried.js';
import { signals } from './lexicon.js';
import type { Mention } from './mentions.js';
import { timesEnd } from './owner.js';
import type { Sentence } from './sentence.js';

/** When a mention's number holds, as far as its sentence says. */
export interface When {
  readonly year: number | null;
  readonly period: string | null;
  /** Years that the sentence lists before it (2019年、2020年、2021年); empty when it names fewer than two in a row. */
  readonly years: readonly number[];
}

/** 2021年的8120条: between the year and its number stand at most so many characters. */
const REACH = 10;

/** Years and period words for each mention, by the mention's index. */
export function whenOf(sentence: Sentence, mentions: readonly Mention[]): When[] {
  const { text } = sentence;
  const dates = sentence.numbers.filter((number) => number.kind === 'date' && number.year !== null);
  const own = new Map<number, number>();
  const result: When[] = [];
  let year: number | null = null;
  let list: number[] = [];
  let lastEnd = -1;
  let next = 0;
  const periods = periodsIn(text);
  let nextPeriod = 0;
  let period: string | null = null;
  for (const mention of mentions) {
    for (; next < dates.length && dates[next]!.start < mention.number.start; next += 1) {
      const date = dates[next]!;
      if (belongsTo(sentence, date.extent.end, date.start, mention)) {
        own.set(mention.index, date.year!);
        continue;
      }
      if (mention.number.unit === '倍' && text[date.extent.end] === '的' && date.extent.end + 1 === mention.number.extent.start) continue;
      if (isAside(text, date.start, date.extent.end)) continue;
      const joined = lastEnd >= 0 && signals.betweenYears.has(text.slice(lastEnd, date.start));
      list = joined ? [...list, date.year!] : [date.year!];
      year = date.year;
      lastEnd = date.extent.end;
    }
    for (; nextPeriod < periods.length && periods[nextPeriod]!.at < mention.number.start; nextPeriod += 1) period = periods[nextPeriod]!.word;
    const years = list.length > 1 ? list : [];
    result.push({ year: own.get(mention.index) ?? (years.length > 0 ? null : year), period: ownPeriod(text, mention) ?? period, years });
  }
  return result;
}

/** The year qualifies the next number only: 较2021年的8120条, 由2022年的15.2个工作日. */
function belongsTo(sentence: Sentence, dateEnd: number, dateStart: number, mention: Mention): boolean {
  const { text } = sentence;
  if (mention.number.unit === '倍' || mention.before.start > dateStart || mention.number.start - dateEnd > REACH) return false;
  // 加上2022年结转的3件，共办理26件
  if (signals.carriedFrom.at(text, dateEnd) !== null) return true;
  const led = signals.comparisonHeads.before(text, dateStart) !== null || signals.levelFrom.before(text, dateStart) !== null;
  return text[dateEnd] === '的' ? led || mention.number.extent.start === dateEnd + 1 : led && mention.number.extent.start === dateEnd;
}

/** A year that only compares, plans or begins a stretch says nothing about the numbers after it. */
function isAside(text: string, start: number, end: number): boolean {
  if (signals.comparisonHeads.before(text, start) !== null || isCarriedInto(text, start)) return true;
  if (text[start - 1] === '自' && /^[^,;。]{0,20}以来/u.test(text.slice(end, end + 22))) return true;
  return signals.yearAside.at(text, end) !== null;
}

/** 截至2015年底, 在2020年: at most so many characters before a year with which a sentence opens. */
const LONGEST_OPENING = 2;

/** The year that a sentence opens with, and that holds for the sentences behind it (2018年度共收到9件。全部按期答复); null where it names another as well. */
export function yearOpening({ text, numbers }: Sentence): number | null {
  const dates = numbers.filter(({ kind, year }) => kind === 'date' && year !== null);
  const [first] = dates;
  if (first === undefined || first.start > LONGEST_OPENING || isAside(text, first.start, first.extent.end)) return null;
  return dates.every(({ year, start }) => year === first.year || signals.comparisonHeads.before(text, start) !== null) ? first.year : null;
}

/** True when a sentence says itself of which time it speaks. */
export function namesTime({ text, numbers }: Sentence): boolean {
  return numbers.some(({ kind, year }) => kind === 'date' && year !== null) || periodsIn(text).length > 0;
}

/** Period words of a sentence in order, with null where one ends; 一季度 … 全年: the whole year ends a stretch that was named before it. */
export function periodsIn(text: string): { at: number; word: string | null }[] {
  const found: { at: number; word: string | null }[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const word = signals.sentencePeriods.at(text, i);
    if (word === null) {
      if (signals.wholeYear.at(text, i) !== null) found.push({ at: i, word: null });
      continue;
    }
    if (signals.comparisonHeads.before(text, i) === null && signals.periodNot.at(text, i + word.length) === null) found.push({ at: i, word: signals.periodAsPrinted[word] ?? word });
    i += word.length - 1;
  }
  return found;
}

/** 上年度结转, 较上年的32件 — but 上年结转 is the name of a row, and 为上年的2.3倍 speaks of this year. */
function ownPeriod(text: string, mention: Mention): string | null {
  if (mention.number.unit === '倍') return null;
  const { start, end } = mention.before;
  for (let i = start; i < end; i += 1) {
    const word = signals.lastYear.at(text, i, end);
    if (word === null) continue;
    // 年初、年中两次: both are of this year.
    if (timesEnd(text, i, end) > i) return null;
    const behind = text[i + word.length];
    const near = mention.number.extent.start - (i + word.length) <= REACH;
    if (signals.comparisonHeads.before(text, i) !== null || signals.levelFrom.before(text, i) !== null) return behind === '的' && near ? word : null;
    if (behind === '的' && mention.number.extent.start === i + word.length + 1) return word;
    // 上年为538条: the number is the year's own.
    return word === '上年' && !signals.leadsToNumber.tiles(text, i + word.length, mention.number.extent.start) ? null : word;
  }
  return null;
}

import { z } from 'zod';
import { lexicon, loadData, type Lang } from '../../index/mod.js';
import { cue, cues, earliestFit, fits } from '../language/cue-words.js';
import { allUnits, englishFamily, familyOf, isUnit, unitFor } from '../language/unit-families.js';
import { questionWords } from '../language/words.js';
import type { Claimed } from './terms.js';

const Words = z.array(z.string().min(1)).min(1);

const Counting = z.strictObject({
  /** 多少, 几: how many; the counter follows. */
  howMany: cues('zh'),
  /** The same where money is asked for. */
  howMuch: cues('zh'),
  /** 几个亿, 多少万: a sum in round numbers, where the group `ofMoney` or what stands before says that it is one. */
  howMuchScaled: cues('zh'),
  /** The word that asks for the same without a round number. */
  plainly: z.string().min(1),
  /** 几万人次: what may stand between. */
  scales: Words,
  /** 批次有几个: the counter before, the group `unit`. */
  counterFirst: cue('zh'),
  /** 有多大, 有多长: asks for what is measured, the group `area` or `length`. */
  howLarge: cue('zh'),
  percent: cue('zh'),
  /** Percentage points. */
  points: cue('zh'),
  /** 件数, 人次: a noun that asks for a count, its counter the group `unit`. */
  countNoun: cues('zh'),
  /** 占全部办理件数的比例 asks for the share, whatever is counted in it. */
  shareNoun: cues('zh'),
  /** 那五条, 三个方面: how many items a list has. */
  itemCounts: cues('zh'),
  /** Behind a number that is counted (4079件); one without (12345) is a word. */
  numberCounters: Words,
  /** Behind a number that the lexicon knows as a name, they make it a count all the same. */
  nameCounters: Words,
});

/** The words as the expressions that find them. */
interface Patterns extends Pick<z.output<typeof Counting>, 'howMuch' | 'howMuchScaled' | 'plainly' | 'counterFirst' | 'howLarge' | 'percent' | 'points' | 'countNoun' | 'shareNoun'> {
  readonly howMany: RegExp;
  readonly number: RegExp;
  readonly counted: RegExp;
  readonly itemCounts: readonly RegExp[];
}

let loaded: Patterns | undefined;

function patterns(): Patterns {
  if (loaded === undefined) {
    const { howMany, scales, itemCounts, numberCounters, nameCounters, ...rest } = loadData('intents/language/counting.json', Counting);
    const units = oneOf(allUnits());
    const counters = (words: readonly string[]): string => words.map((word) => (/[a-z]$/u.test(word) ? `${word}\\b` : word)).join('|');
    loaded = {
      ...rest,
      howMany: new RegExp(`(?:${howMany.map(({ source }) => source).join('|')})(?:(?:${scales.join('|')})(?=${units}))?(${units})?`, 'u'),
      number: new RegExp(`(?<![\\d.])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?=\\s?(?:${counters(numberCounters)}))|(?<=\\bthe )\\d{3,}(?!\\d)`, 'gu'),
      counted: new RegExp(`^\\s?(?:${counters(nameCounters)})`, 'u'),
      itemCounts: itemCounts.map(({ source }) => new RegExp(source, 'giu')),
    };
  }
  return loaded;
}

function oneOf(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[$()*+.?[\]^{|}]/gu, '\\$&')).join('|');
}

const placeOf = (match: RegExpMatchArray): Claimed => ({ start: match.index!, end: match.index! + match[0].length });

/** The numbers that a folded question names and counts with, decimal digits without marks. The 12315 platform is called by its number. */
export function countedNumbers(folded: string, lang: Lang): ({ readonly value: string } & Claimed)[] {
  const { number, counted } = patterns();
  return [...folded.matchAll(number)].map((match) => ({ value: match[0].replaceAll(',', ''), ...placeOf(match) })).filter(({ value, end }) => lexicon().meaning(lang, value) === undefined || counted.test(folded.slice(end)));
}

/** The counter that a folded question asks with and where it says so; in English the family of units. Null when it asks for no number of anything. */
export function counterOf(folded: string, lang: Lang): ({ unit: string } & Claimed) | null {
  if (lang === 'en') {
    const match = unitRemarked(folded) ?? /how many ([\w-]+)(?!')\b/.exec(folded) ?? /(?:\bin |[,(] ?)(?:ten thousand |10,?000 |10 ?k |million |hundred million )?(yuan)\b/.exec(folded) ?? (questionWords('en').patterns.ofStuff.test(folded) ? null : /(?<!\bby )how much (money)?(?! (?:more|less|of))/.exec(folded));
    const family = match ? englishFamily(match[1] ?? 'money') : null;
    if (match !== null) return family ? { unit: family, ...placeOf(match) } : null;
    // The satisfaction rate is no number of questionnaires.
    if (questionWords('en').patterns.rateAsked.test(folded)) return { unit: unitFor('percent'), start: folded.length, end: folded.length };
    const measured = measureNamed(folded);
    if (measured !== null) return { unit: measured, start: folded.length, end: folded.length };
    // Fees charged: money, though nobody says how much.
    return [...folded.matchAll(questionWords('en').patterns.money)].length > 0 ? { unit: 'money', start: folded.length, end: folded.length } : null;
  }
  const { howLarge, percent, points, howMany, howMuch, howMuchScaled, plainly, counterFirst, countNoun, shareNoun } = patterns();
  const relative = earliestFit([percent, points], folded);
  if (relative) return { unit: unitFor(points.test(relative[0]) ? 'points' : 'percent'), ...placeOf(relative) };
  const large = howLarge.exec(folded);
  if (large) return { unit: unitFor(large.groups?.['length'] === undefined ? 'area' : 'length'), ...placeOf(large) };
  const sum = earliestFit(howMuchScaled, folded);
  if (sum && (sum.groups?.['ofMoney'] !== undefined || [...`${folded.slice(0, sum.index)}${plainly}`.matchAll(questionWords('zh').patterns.money)].length > 0)) return { unit: 'money', ...placeOf(sum) };
  const match = howMany.exec(folded);
  const ofThings = match?.[1] === unitFor('thing');
  // 批次有几个: the counter stands before as what is counted.
  const counted = ofThings ? counterFirst.exec(folded.slice(0, match.index))?.groups?.['unit'] : undefined;
  if (match && counted !== undefined && isUnit(counted)) return { unit: counted, start: folded.lastIndexOf(counted, match.index), end: match.index + match[0].length };
  // 几个航次: 个 counts a counter.
  const behind = ofThings ? /^\p{Script=Han}{2}/u.exec(folded.slice(match.index + match[0].length))?.[0] : undefined;
  if (match && behind !== undefined && isUnit(behind) && familyOf(behind) === 'trips') return { unit: behind, start: match.index, end: match.index + match[0].length + behind.length };
  if (match?.[1] && isUnit(match[1]) && !opensWord(folded, match.index + match[0].length - match[1].length, match[1])) return { unit: match[1], ...placeOf(match) };
  const [money] = folded.matchAll(questionWords('zh').patterns.money);
  const asked = money ? earliestFit(howMuch, money[0]) : null;
  if (money && asked) return { unit: 'money', start: money.index + asked.index, end: money.index + asked.index + asked[0].length };
  // 危桥改造完成投资: the word for money stands last.
  if (money) return { unit: 'money', start: folded.length, end: folded.length };
  const noun = earliestFit(countNoun, folded);
  return noun ? { unit: fits(shareNoun, folded) ? unitFor('percent') : noun.groups!['unit']!, ...placeOf(noun) } : null;
}

/** What was the attendance, what area of …: the family of units of the noun that a question asks for; null where its units are not known. */
function measureNamed(folded: string): string | null {
  const noun = questionWords('en').patterns.measureNamed.exec(folded)?.[1];
  return noun === undefined ? null : englishFamily(noun);
}

/** How many took part (person-times), counting persons: the unit that a remark behind an English question names; null where none does. */
function unitRemarked(folded: string): RegExpExecArray | null {
  const match = /(?:\((?:in |counted in |counting )?|,? \b(?:counting|counted in) )([\w-]+)\)?(?=\W*$)/.exec(folded);
  return match !== null && englishFamily(match[1]!) !== null ? match : null;
}

/** 多少人口, 多少项目: the counter is only how another word begins. */
function opensWord(folded: string, at: number, unit: string): boolean {
  return unit !== unitFor('thing') && wordsOpenedBy(unit).some((surface) => folded.startsWith(surface, at));
}

/** Telling words of the lexicon that begin with a unit, by unit. */
const opened = new Map<string, readonly string[]>();

function wordsOpenedBy(unit: string): readonly string[] {
  let words = opened.get(unit);
  if (words === undefined) {
    words = lexicon().surfaces('zh').filter((surface) => surface.length > unit.length && surface.startsWith(unit) && lexicon().meaning('zh', surface)?.some((id) => (lexicon().concept(id)?.weight ?? 1) > 0));
    opened.set(unit, words);
  }
  return words;
}

/** 那五条, 八种, 三个方面: how many items a list has, which says nothing about which list. */
export function itemCountsIn(folded: string): Claimed[] {
  return patterns().itemCounts.flatMap((pattern) => [...folded.matchAll(pattern)].map(placeOf));
}

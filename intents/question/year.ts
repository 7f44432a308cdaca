import { z } from 'zod';
import { loadData, matchesOf } from '../../index/mod.js';
import type { Claimed } from './terms.js';

const Pattern = z.string().transform((source) => new RegExp(source, 'gu'));
const Words = z.strictObject({
  about: z.string(),
  /** 结转到2023年: the report that tells it is that of the year before. */
  carriedTo: Pattern,
  /** 从2019年结转: the report that tells it is that of the year after. */
  carriedFrom: Pattern,
  /** 23、24两年, 22、23和24年: two digits each, the last of which says that they are years. */
  listed: Pattern,
  /** What stands between a year that is said (去年) and the same year by its number: 就是2024年. */
  equals: z.string().transform((source) => new RegExp(source, 'iu')),
});

let loaded: z.output<typeof Words> | undefined;
function yearWords(): z.output<typeof Words> {
  return (loaded ??= loadData('intents/language/years.json', Words));
}

/** A year or years that a question names. `relative` ones wait for the moment of asking and what is held. */
export type YearMention =
  | ({ readonly kind: 'year'; readonly year: number; /** Which way its requests are carried over a turn of the year (结转到2023年). */ readonly carried?: 'carried-in' | 'carried-out' } & Claimed)
  | ({ readonly kind: 'relative'; readonly back: number } & Claimed);

const DIGIT_OF: Readonly<Record<string, string>> = { 〇: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 〡: '1' };
const ABSOLUTE = /(?<![\d.])(?:((?:19|20)\d{2})年度?(?![底末初终])|((?:199|20[0-4])\d)(?!\d|[件条个项次人元%]|[.,]\d))/g;
/** 2020-2022, 2020年至2022年: every year between counts. */
const RANGE = /(?<![\d.])((?:199|20[0-4])\d)年?(?:-|—|–|~|～|至|到| to | through )((?:199|20[0-4])\d)年?度?/g;
/** 19到21年: the second must say that it is a year. */
const SHORT_RANGE = /(?<![\d.])(\d{2})年?(?:-|—|–|~|～|至|到)(\d{2})年度?/g;
/** 2021年以来, since 2021: up to the newest year held. */
const SINCE = /(?<![\d.])[自从]?((?:199|20[0-4])\d)年?(?:以来|至今|到现在)|\bsince ((?:199|20[0-4])\d)(?!\d)/g;
/** Longer ranges name no years; they are numbers of something else. */
const LONGEST_RANGE = 30;
const SPELT = /([一二〇零][〇零一二三四五六七八九]{3})年度?/g;
const SHORT = /(?<!\d)(\d{2})年度?(?!来|内|以)/g;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/大前年/g, 3],
  [/前年/g, 2],
  [/(?:去年|上年度|上一年度?)(?!的?(?:项目|结转|转|度?项目))/g, 1],
  [/(?:今年|本年度|当年)/g, 0],
  [/the year before last/gi, 2],
  [/(?<!from )(?:last year|the previous year)(?!'s (?:list|items))/gi, 1],
  [/this year/gi, 0],
];

/** Years named in folded question text, in order; overlapping mentions keep the longer. `newest` is the newest year of which a report is held, where what began in a year ends. */
export function yearsIn(text: string, newest: number | null = null): YearMention[] {
  const found: YearMention[] = [];
  const add = (mention: YearMention): void => {
    if (!found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention);
  };
  const { carriedTo, carriedFrom } = yearWords();
  for (const [pattern, by, carried] of [[carriedTo, -1, 'carried-out'], [carriedFrom, 1, 'carried-in']] as const) for (const match of matchesOf(pattern, text)) add({ kind: 'year', year: Number.parseInt(match[0], 10) + by, carried, start: match.index, end: match.index + match[0].length });
  for (const match of matchesOf(RANGE, text)) {
    const [from, to] = [Number(match[1]), Number(match[2])];
    const place = { start: match.index, end: match.index + match[0].length };
    if (from < to && to - from <= LONGEST_RANGE && !found.some((other) => other.start < place.end && place.start < other.end)) for (let year = from; year <= to; year += 1) found.push({ kind: 'year', year, ...place });
  }
  if (newest !== null) {
    for (const match of matchesOf(SINCE, text)) {
      const place = { start: match.index, end: match.index + match[0].length };
      for (let year = Math.max(Number(match[1] ?? match[2]), newest - LONGEST_RANGE); year <= newest; year += 1) found.push({ kind: 'year', year, ...place });
    }
  }
  for (const match of matchesOf(SHORT_RANGE, text)) {
    const [from, to] = [2000 + Number(match[1]), 2000 + Number(match[2])];
    const place = { start: match.index, end: match.index + match[0].length };
    if (from < to && to - from <= LONGEST_RANGE && !found.some((other) => other.start < place.end && place.start < other.end)) for (let year = from; year <= to; year += 1) found.push({ kind: 'year', year, ...place });
  }
  for (const match of matchesOf(ABSOLUTE, text)) add({ kind: 'year', year: Number(match[1] ?? match[2]), start: match.index, end: match.index + match[0].length });
  for (const match of matchesOf(SPELT, text)) {
    const year = Number([...match[1]!].map((character) => DIGIT_OF[character] ?? '').join(''));
    if (year >= 1990 && year < 2100) add({ kind: 'year', year, start: match.index, end: match.index + match[0].length });
  }
  for (const match of matchesOf(SHORT, text)) add({ kind: 'year', year: 2000 + Number(match[1]), start: match.index, end: match.index + match[0].length });
  for (const match of matchesOf(yearWords().listed, text)) for (const { 0: digits, index } of match[0].matchAll(/\d{2}/g)) add({ kind: 'year', year: 2000 + Number(digits), start: match.index + index, end: match.index + index + digits.length });
  for (const [pattern, back] of RELATIVE) for (const match of matchesOf(pattern, text)) add({ kind: 'relative', back, start: match.index, end: match.index + match[0].length });
  return sameYear(found.sort((a, b) => a.start - b.start), text);
}

/** 去年收到几件，就是2024年: which year was meant is said by its number, whatever year it is now. 去年（即2024年） names it once. */
function sameYear(mentions: readonly YearMention[], text: string): YearMention[] {
  const said = mentions.filter(({ kind }) => kind === 'relative');
  const numbered = mentions.filter((mention) => mention.kind === 'year' && yearWords().equals.test(text.slice(0, mention.start)));
  const [relative, year] = [said[0], numbered[0]];
  if (said.length !== 1 || numbered.length !== 1 || year?.kind !== 'year' || relative === undefined || relative.start > year.start) return [...mentions];
  const between = text.slice(relative.end, year.start).replace(yearWords().equals, '');
  const meant: YearMention = { kind: 'year', year: year.year, start: relative.start, end: relative.end };
  if (/^[,(]? ?$/u.test(between)) return mentions.flatMap((mention) => (mention === relative ? [] : mention === year ? [{ ...meant, end: year.end }] : [mention]));
  return mentions.map((mention) => (mention === relative ? meant : mention));
}

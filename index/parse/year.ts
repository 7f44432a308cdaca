import { z } from 'zod';
import { loadData } from '../data.js';
import type { Passage } from '../document/passage.js';
import { hull, type Span } from '../document/span.js';
import { bare, readYear, YEAR_DIGIT } from './characters.js';
import { yearIn } from './title-line.js';

/** Where a year was found, strongest first (handbook 4.4). */
export const YEAR_PLACES = ['told', 'title', 'period', 'introduction', 'file-name', 'mention', 'address', 'folder', 'published'] as const;
/** One of `YEAR_PLACES`. */
export type YearPlace = (typeof YEAR_PLACES)[number];

/** What something says about the year a report is about. */
export interface YearEvidence {
  readonly year: number;
  readonly from: YearPlace;
  /** Null for what stands outside the text. */
  readonly span: Span | null;
  /** The printed digits when they are damaged (202020年, 20201月1日) and were read all the same. */
  readonly damaged?: string;
}

const strings = z.array(z.string().min(1));
const words = loadData('index/parse/year-words.json', z.object({ about: z.string(), published: strings, parameters: strings }));

const YEAR = `(?:\\d{4}|\\d{6}|${YEAR_DIGIT}{4})`;
const START = `(${YEAR})(年?)[.\\-/]?(?:0?1|一)(月?)[.\\-/]?(?:0?1|一)日?起?`;
const END = `(?:(${YEAR})年?|当年|同年|本年|该年)?[.\\-/]?(?:12|十二)月?[.\\-/]?(?:31|三十一)(?:日|(?!\\d))`;
/** 2020年1月1日至12月31日, also where a conversion lost 年, 月 or 日 (201711日至20171231日). */
const PERIOD = new RegExp(`(?<![\\d.])${START}(?:至|到|[-—－–~～]{1,2})${END}`);
const OWN_NAME = new RegExp(`(\\d{4}|${YEAR_DIGIT}{4})年度?[^，。；《》]{0,20}?(?:信息公开|政务公开)[^，。；《》]{0,14}?(?:报告|年报|情况)`);
/** 2020年，… opens a sentence with the year it speaks of. */
const OPENING_YEAR = /^(?:19|20)\d{2}年度?[，,]/;
/** How many sentences of the beginning count as the introduction. */
const INTRODUCTION = 4;

/** Every statutory period (2020年1月1日至12月31日) that the text states, one evidence a year, in reading order. */
export function statedPeriods(sentences: readonly Passage[]): YearEvidence[] {
  const found = new Map<number, YearEvidence>();
  for (const sentence of sentences) {
    if (!sentence.text.includes('1') && !sentence.text.includes('一')) continue;
    const match = PERIOD.exec(bare(sentence.text));
    if (match === null) continue;
    const [printed, start, yearSign, monthSign, end] = match;
    const first = readYear(start!);
    const last = end === undefined ? first : readYear(end);
    // From one year to another is a plan's time, not a report's.
    if (first === null || last?.year !== first.year || found.has(first.year)) continue;
    const separated = /[.\-/]/.test(printed);
    const whole = separated || (yearSign !== '' && monthSign !== '' && !first.damaged && !last.damaged);
    found.set(first.year, { year: first.year, from: 'period', span: hull(sentence.spans), ...(!whole && { damaged: printed }) });
  }
  return [...found.values()];
}

/** The year under which the introduction speaks of the report itself. */
export function introducedYear(sentences: readonly Passage[]): YearEvidence | null {
  return firstOf(sentences, (sentence) => {
    const line = bare(sentence.text);
    const found = OWN_NAME.exec(line);
    // 2020年，…公开了2019年度信息公开工作报告: what was published in the year is another year's.
    if (found !== null && OPENING_YEAR.test(line.slice(0, found.index))) return null;
    const year = found === null ? null : yearIn(`${found[1]!}年`);
    return year === null ? null : { year: year.value, from: 'introduction', span: hull(sentence.spans) };
  });
}

/** The first year the introduction names at all. */
export function firstYear(sentences: readonly Passage[]): YearEvidence | null {
  return firstOf(sentences, (sentence) => {
    const line = bare(sentence.text);
    if (SIGNED.test(line) || PUBLISHED.test(line)) return null;
    const year = yearIn(line.replace(/[〔﹝[（(《][^〕﹞\]）)》]{0,40}[〕﹞\]）)》]/g, '').replace(/(?:19|20)\d{2}(?![\d年])/g, ''));
    return year === null ? null : { year: year.value, from: 'mention', span: hull(sentence.spans) };
  });
}

function firstOf(sentences: readonly Passage[], read: (sentence: Passage) => YearEvidence | null): YearEvidence | null {
  for (const sentence of sentences.slice(0, INTRODUCTION)) {
    const found = read(sentence);
    if (found !== null) return found;
  }
  return null;
}

const ADDRESS = new RegExp(`[?&_](?:${words.parameters.join('|')})=((?:19|20)\\d{2})(?!\\d)`);

/** The year that a page's address names, in the text or in the file's name (?nbYear=2022). */
export function addressYear(text: string, origin: string): YearEvidence | null {
  const inText = ADDRESS.exec(text);
  const found = inText ?? ADDRESS.exec(origin);
  if (found === null) return null;
  return { year: Number(found[1]), from: 'address', span: inText === null ? null : { start: found.index, end: found.index + found[0].length } };
}

/** The year in a folder's name (2021n, 2021年). */
export function folderYear(folder: string | undefined): YearEvidence | null {
  const found = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(folder ?? '');
  return found === null ? null : { year: Number(found[1]), from: 'folder', span: null };
}

const PUBLISHED = new RegExp(`(?:${words.published.join('|')})[：:]?(20\\d{2})[年.\\-/](\\d{1,2})[月.\\-/]\\d{1,2}`);
const SIGNED = /^(20\d{2})[年.\-/](\d{1,2})[月.\-/]\d{1,2}日?$/;

/** The year before the one in which the report was published or signed; of December one cannot tell. */
export function publishedYear(sentence: Passage): YearEvidence | null {
  if (!sentence.text.includes('20')) return null;
  const line = bare(sentence.text);
  const found = SIGNED.exec(line) ?? PUBLISHED.exec(line);
  return found === null || Number(found[2]) > 11 ? null : { year: Number(found[1]) - 1, from: 'published', span: hull(sentence.spans) };
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { fourChineseDigits, readYear, YEAR_DIGIT } from './characters.js';
import { ladder } from './ladder.js';

const strings = z.array(z.string().min(1));
const words = loadData('index/parse/title-words.json', z.object({ about: z.string(), subjects: strings, endings: strings, notFirst: strings, labels: strings, bareLabels: strings, trailers: strings }));

/** What a report's title says. */
export interface TitleParts {
  /** Bare; null when the title names none. */
  readonly organisation: string | null;
  readonly year: number | null;
  /** The year as printed when its digits are damaged (202020年) and were read all the same. */
  readonly damaged?: string;
}

/** 关于印发《…年度报告》的通知 is headed like the report it sends out. */
const NOTICE = /^[^《》]{0,40}《([^《》]{8,90})》的通知$/;
const LABEL = new RegExp(`^(?:(?:${words.labels.join('|')})[：:]|(?:${words.bareLabels.join('|')}))`);
const LABEL_ALONE = new RegExp(`^(?:${[...words.labels, ...words.bareLabels].join('|')})[：:]?$`);
const ENDING = new RegExp(`(?:${words.endings.join('|')})(?:[（(][^（）()]{0,14}[）)])?$`);
/** A year behind the title: …年度报告2021, …年度报告-2021年. */
const ENDING_WITH_YEAR = new RegExp(`(?:${words.endings.join('|')})[-—_]?(?:19|20)\\d{2}年?度?$`);
const NOT_FIRST = new RegExp(`^(?:${words.notFirst.join('|')})`);
const FILE_TYPE = /\.(?:docx?|wps|pdf|html?|txt|md|xlsx?)$/i;
const TRAILER = new RegExp(`(?<=(?:${words.endings.join('|')})[》】）)]?)[（(]?(?:${words.trailers.join('|')}).*$`);
/** What names of pages put behind a title: -云岭县人民政府, _年报_门户网站. */
const SITE = new RegExp(`(?<=(?:${words.endings.join('|')}))[-—–_|｜](?!(?:19|20)\\d{2}年?度?$).*[\\u4e00-\\u9fff].*$`);
const ARABIC_YEAR = /(?<!\d)((?:19|20)\d{2})(?:年度?|(?=[^\d年]|$))/;
const CHINESE_YEAR = new RegExp(`(${YEAR_DIGIT}{4})年度?`);
/** 202020年: two digits printed twice. */
const DAMAGED_YEAR = /(?<!\d)(20\d{4})年度?/;
/** 2020-2021年: of which of the two it is a report nobody can tell. */
const YEAR_RANGE = /(?:19|20)\d{2}年?(?:[-—－–~～]{1,2}|至|到)(?:19|20)\d{2}年?度?/;
const MAX_TITLE = 90;

/** `value` is null for a range of years; `printed` stands where digits are damaged. */
interface YearInLine {
  readonly value: number | null;
  readonly start: number;
  readonly end: number;
  readonly printed?: string;
}

/** Reads a bare line as `{organisation}{year}年政府信息公开工作年度报告` in any of its orders, with what pages put around it; null for any other line. */
export function readTitle(bareLine: string): TitleParts | null {
  if (bareLine.length > MAX_TITLE * 2) return null;
  const line = unwrapped(bareLine);
  if (line.length > MAX_TITLE || !(ENDING.test(line) || ENDING_WITH_YEAR.test(line)) || !line.includes('公开')) return null;
  if (/[。；：:，,>！？|\t]/.test(line) || NOT_FIRST.test(line) || ladder(line) !== null) return null;
  const range = YEAR_RANGE.exec(line);
  const found: YearInLine | null = range === null ? (yearIn(line) ?? damagedYear(line)) : { start: range.index, end: range.index + range[0].length, value: null };
  const subject = subjectStart(line);
  const whole = found === null ? line.slice(0, subject) : found.start < subject ? `${line.slice(0, found.start)}${line.slice(found.end, subject)}` : line.slice(0, subject);
  const organisation = cleaned(whole, line.slice(subject));
  return { organisation, year: found?.value ?? null, ...(found?.printed !== undefined && { damaged: found.printed }) };
}

/** True for 标题：, 名称: and 信息名称 alone: what a table of metadata prints before the title. */
export function isTitleLabel(bareText: string): boolean {
  return LABEL_ALONE.test(bareText);
}

/** A title without label, quotation marks, file type, and what a page prints behind it. */
function unwrapped(bareLine: string): string {
  const line = bareLine.replace(NOTICE, '$1').replace(LABEL, '').replace(FILE_TYPE, '').replace(TRAILER, '').replace(SITE, '');
  return line.replace(/^[《“"]|[》"”]$/g, '').replace(BRACKETED, (_, inside: string, behind: string) => (isRubric(inside) && isWhole(behind) ? behind : `${inside}${behind}`));
}

/** What stands in brackets before a title, and the title. */
const BRACKETED = /^【([^【】]{2,20})】(.*)$/;

/** 【政务公开】…2020年度报告: what a page files the report under, which names neither office nor year. */
function isRubric(inside: string): boolean {
  return words.subjects.some((subject) => inside.startsWith(subject)) && yearIn(inside) === null;
}

/** True for a title that needs nothing of what stands before it. */
function isWhole(line: string): boolean {
  return (ENDING.test(line) || ENDING_WITH_YEAR.test(line)) && subjectStart(line) > 0 && subjectStart(line) < line.length;
}

function damagedYear(line: string): YearInLine | null {
  const found = DAMAGED_YEAR.exec(line);
  const read = found === null ? null : readYear(found[1]!);
  return found === null || read === null ? null : { value: read.year, start: found.index, end: found.index + found[0].length, printed: found[0] };
}

/** The first year in a bare text (2020年, 2020, 二〇二〇年) with its place; null without one. 202020年 is none. */
export function yearIn(bareText: string): { value: number; start: number; end: number } | null {
  const arabic = ARABIC_YEAR.exec(bareText);
  if (arabic !== null) return { value: Number(arabic[1]), start: arabic.index, end: arabic.index + arabic[0].length };
  const chinese = CHINESE_YEAR.exec(bareText);
  const value = chinese === null ? null : fourChineseDigits(chinese[1]!);
  if (chinese === null || value === null || value < 1990 || value > 2099) return null;
  return { value, start: chinese.index, end: chinese.index + chinese[0].length };
}

function subjectStart(line: string): number {
  return words.subjects.reduce((first, subject) => {
    const at = line.indexOf(subject);
    return at >= 0 && at < first ? at : first;
  }, line.length);
}

/** 勐来乡人民 + 政府信息公开 stands for 勐来乡人民政府 + (政府)信息公开: a word that two phrases share is printed once. */
function cleaned(name: string, subject: string): string | null {
  const shared = name.endsWith('人民') && subject.startsWith('政府') ? `${name}政府` : name;
  const bareName = shared.replace(/^关于|^[（(][）)]|^(?:年度?)|关于$|的$|[（(]?年度?[）)]?$|[-—_]$/g, '').replace(/关于$|\d+年?度?$/g, '');
  return bareName.length >= 2 && bareName.length <= 40 && /[\u4e00-\u9fff]/.test(bareName) ? bareName : null;
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { fourChineseDigits } from './characters.js';
import { ladder } from './ladder.js';

const strings = z.array(z.string().min(1));
const words = loadData('index/parse/title-words.json', z.object({ about: z.string(), subjects: strings, endings: strings, notFirst: strings, labels: strings }));

/** What a report's title says. */
export interface TitleParts {
  /** Bare; null when the title names none. */
  readonly organisation: string | null;
  readonly year: number | null;
}

const LABEL = new RegExp(`^(?:${words.labels.join('|')})[：:]`);
const ENDING = new RegExp(`(?:${words.endings.join('|')})(?:[（(][^（）()]{0,14}[）)])?$`);
const NOT_FIRST = new RegExp(`^(?:${words.notFirst.join('|')})`);
const ARABIC_YEAR = /(?<!\d)((?:19|20)\d{2})(?:年度?|(?=[^\d年]))/;
const CHINESE_YEAR = /([〇零○О0一二三四五六七八九O]{4})年度?/;
const MAX_TITLE = 90;

/** Reads a bare line as `{organisation}{year}年政府信息公开工作年度报告` in any of its orders; null for any other line. */
export function readTitle(bareLine: string): TitleParts | null {
  if (bareLine.length > MAX_TITLE + 10 || !ENDING.test(bareLine.replace(/[》"”]$/, ''))) return null;
  const line = bareLine.replace(LABEL, '').replace(/^[《“"]|[》"”]$/g, '');
  if (line.length > MAX_TITLE || !line.includes('公开') || /[。；：:，,>！？|]/.test(line) || NOT_FIRST.test(line) || ladder(line) !== null) return null;
  const year = yearIn(line);
  const subject = subjectStart(line);
  const whole = year === null ? line.slice(0, subject) : year.start < subject ? `${line.slice(0, year.start)}${line.slice(year.end, subject)}` : line.slice(0, subject);
  return { organisation: cleaned(whole, line.slice(subject)), year: year?.value ?? null };
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
  const bareName = shared.replace(/^关于|^(?:年度?)|关于$|的$|[（(]?年度?[）)]?$/g, '').replace(/关于$|\d+年?度?$/g, '');
  return bareName.length >= 2 && bareName.length <= 40 && /[\u4e00-\u9fff]/.test(bareName) ? bareName : null;
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { statisticsForms } from '../forms/mod.js';
import { bare } from './characters.js';

const words = z.array(z.string().min(1));
const tables = loadData('index/parse/table-labels.json', z.object({ about: z.string(), labels: words, notApplicable: words, valueUnits: words }));
const titles = loadData('index/parse/section-titles.json', z.object({
  about: z.string(),
  endings: words,
  subheadings: words,
  sections: z.array(z.object({ number: z.int().min(1), name: z.string(), exact: words, groups: z.array(words) })),
}));

/** The official sections in their order: number and full name. */
export const officialSections: readonly { readonly number: number; readonly name: string }[] = titles.sections;

const EXACT = titles.sections.flatMap((section) => section.exact.map((title) => ({ title, number: section.number }))).sort((a, b) => b.title.length - a.title.length);
const EXACT_NUMBER = new Map(EXACT.map(({ title, number }) => [title, number]));

/** Number of the official section a title (bare, without its own number) names; null when it names none. */
export function officialNumber(title: string): number | null {
  const exact = EXACT_NUMBER.get(title);
  if (exact !== undefined) return exact;
  if (title.length > 34 || title.length < 2) return null;
  return titles.sections.find((section) => section.groups.some((group) => group.every((word) => title.includes(word))))?.number ?? null;
}

/** The same, but sure enough for a line without number: an exact title, or one that ends as titles do. */
export function officialNumberUnnumbered(title: string): number | null {
  const exact = EXACT_NUMBER.get(title);
  if (exact !== undefined) return exact;
  if (title.length > 26 || /[，,。；：]/.test(title) || !titles.endings.some((ending) => title.endsWith(ending))) return null;
  return officialNumber(title);
}

const SUBHEADINGS = new Set(titles.subheadings);

/** True for words that head a part of a section although no number stands before them (监督保障, 下一步工作). */
export function isSubheading(title: string): boolean {
  return SUBHEADINGS.has(title);
}

/** Length of the longest official title that `bareText` begins with; 0 when it begins with none. */
export function officialPrefix(bareText: string): number {
  return EXACT.find(({ title }) => bareText.startsWith(title))?.title.length ?? 0;
}

/** True when `tail` completes `title` to a whole official title, or to one that ends as titles do. */
export function officialTail(title: string, tail: string): boolean {
  return tail.length <= 20 && EXACT_NUMBER.get(title) === undefined && officialNumberUnnumbered(title + tail) !== null;
}

const NUMBER_MARK = /^(?:第?[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)][、．.]?|\d{1,2}[、．.](?!\d)|其中[:：]?)+/;
const strip = (label: string): string => bare(label).replace(NUMBER_MARK, '').replace(/[()（）[\]:：]/g, '');
/** Rows and groups of the annexed statistics forms. 主动公开情况 and 依申请公开情况 are left out: most often they are sections. */
const INDICATORS = statisticsForms.flatMap((form) => form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ path, variants }) => [...path, ...variants]))));
const LABELS = new Set([...tables.labels, ...INDICATORS.filter((label) => officialNumber(bare(label).replace(NUMBER_MARK, '')) === null)].map(strip));
const LONG_LABELS = [...LABELS].filter((label) => label.length >= 8);
const NOT_APPLICABLE = new Set(tables.notApplicable);
const UNITS = new Set(tables.valueUnits);
const VALUE = new RegExp(`^[-+－＋↑↓]?\\d{1,3}(?:[,，]?\\d{3}){0,5}\\d{0,9}(?:\\.\\d{1,8})?(?:${[...tables.valueUnits].sort((a, b) => b.length - a.length).join('|')})?$`);

/** True when bare text is one of the words that the official tables print, its number left aside (（七）总计). */
export function isTableLabel(bareText: string): boolean {
  if (bareText.length > 60) return false;
  const label = strip(bareText.replace(/^第二十条第[（(]?[一二三四五六七八九十]*[）)]?项?$/, '第二十条第项'));
  return LABELS.has(label) || (label.length >= 8 && LONG_LABELS.some((known) => label.startsWith(known)));
}

/** True for the beginning of such a word too: a page break or a narrow column cut it (三、本年度办). */
export function isCutTableLabel(bareText: string): boolean {
  if (bareText.length > 60) return false;
  if (isTableLabel(bareText)) return true;
  const label = strip(bareText);
  if (label.length < 2) return label.length === 0 || [...LABELS].some((known) => known.startsWith(label));
  return [...LABELS].some((known) => known.startsWith(label));
}

/** True for a bare text that is what a value cell holds: a number with or without unit, or a sign for none. */
export function isValue(bareText: string): boolean {
  return bareText.length <= 24 && (NOT_APPLICABLE.has(bareText) || VALUE.test(bareText));
}

/** True for a bare text that is a unit alone, as statistics forms print it in a column of its own. */
export function isUnit(bareText: string): boolean {
  return UNITS.has(bareText);
}

const GLUED = new RegExp(`^(?:(?:${[...LABELS].filter((label) => label.length >= 2).sort((a, b) => b.length - a.length).map((label) => label.replace(/[/\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})[\\d.,/-]+)+$`);

/** True for cells that lost what parted them (规章000行政规范性文件400): a table's line that nobody can read for sure, and no sentence. */
export function isGluedCells(bareText: string): boolean {
  return bareText.length >= 4 && bareText.length <= 80 && /\d$/.test(bareText) && GLUED.test(bareText);
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { marksFrom } from '../document/footnote-mark.js';
import { statisticsForms } from '../forms/mod.js';
import { bare, COUNTING } from './characters.js';

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

const NUMBER_MARK = new RegExp(`^(?:第?${COUNTING}{1,3}[、．.]|[（(](?:${COUNTING}|\\d){1,3}[）)][、．.]?|\\d{1,2}[、．.](?!\\d)|其中[:：]?)+`);
/** The annexed statistics forms print which item of article 20 a row is about, in several ways. */
const ITEM_OF_ARTICLE_20 = new RegExp(`^第二十条第[（(]?${COUNTING}*[）)]?项?$`);
const strip = (label: string): string => bare(label).replace(NUMBER_MARK, '').replace(/[()（）[\]:：]/g, '');
/** Rows and groups of the annexed statistics forms. 主动公开情况 and 依申请公开情况 are left out: most often they are sections. */
const INDICATORS = statisticsForms.flatMap((form) => form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ path, variants }) => [...path, ...variants]))));
const LABELS = new Set([...tables.labels, ...INDICATORS.filter((label) => officialNumber(bare(label).replace(NUMBER_MARK, '')) === null)].map(strip));
const LONG_LABELS = [...LABELS].filter((label) => label.length >= 8);
const NOT_APPLICABLE = new Set(tables.notApplicable);
const UNITS = new Set(tables.valueUnits);
const VALUE = new RegExp(`^[-+－＋↑↓]?\\d{1,3}(?:[,，]?\\d{3}){0,5}\\d{0,9}(?:\\.\\d{1,8})?(?:${[...tables.valueUnits].sort((a, b) => b.length - a.length).join('|')})?$`);

/** Short lines that were looked at: those of the official tables come again in the next report. A longer piece of a text would keep the whole text in memory. */
const looked = new Map<string, boolean>();
const LOOKED = { most: 5000, length: 12 };

/** True when bare text is one of the words that the official tables print, its number left aside (（七）总计). */
export function isTableLabel(bareText: string): boolean {
  if (bareText.length > LOOKED.length) return bareText.length <= 60 && isPrintedLabel(bareText);
  let known = looked.get(bareText);
  if (known === undefined) {
    known = isPrintedLabel(bareText);
    if (looked.size >= LOOKED.most) looked.clear();
    looked.set(bareText, known);
  }
  return known;
}

function isPrintedLabel(bareText: string): boolean {
  const label = strip(bareText.replace(ITEM_OF_ARTICLE_20, '第二十条第项'));
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

/** Digits alone are cells that lost what parted them, however many they are. */
const DIGITS_ONLY = /^\d{1,120}$/;

/** True for a bare text that is what a value cell holds: a number with or without unit and footnote mark, or a sign for none. */
export function isValue(bareText: string): boolean {
  if (DIGITS_ONLY.test(bareText)) return true;
  if (bareText.length > 24) return false;
  return NOT_APPLICABLE.has(bareText) || VALUE.test(bareText.slice(0, marksFrom(bareText)));
}

/** True for a bare text that is a unit alone, as statistics forms print it in a column of its own. */
export function isUnit(bareText: string): boolean {
  return UNITS.has(bareText);
}

/** Labels by their first character, longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const label of [...LABELS].filter(({ length }) => length >= 2).sort((a, b) => b.length - a.length)) BY_FIRST.set(label[0]!, [...(BY_FIRST.get(label[0]!) ?? []), label]);
const MARK_HERE = new RegExp(NUMBER_MARK.source.slice(1), 'y');
const VALUES_HERE = new RegExp(`(?:${[...tables.valueUnits].sort((a, b) => b.length - a.length).join('|')})?[\\d.,/-]+`, 'y');
const BRACKETS = '()（）[]:：';
const CLOSING = ')）]:：';
/** No row of a form is longer. */
const LONGEST_GLUED = 240;

/** True for cells that lost what parted them (规章000行政规范性文件400, 自然人法人或其他组织总计): a table's line that nobody can read for sure, and no sentence. */
export function isGluedCells(bareText: string): boolean {
  if (bareText.length < 4 || bareText.length > LONGEST_GLUED) return false;
  let labels = 0;
  let values = 0;
  for (let at = 0; at < bareText.length; ) {
    const end = labelEnd(bareText, ahead(MARK_HERE, bareText, at));
    if (end === 0) return false;
    labels += 1;
    at = ahead(VALUES_HERE, bareText, end);
    if (at > end) values += 1;
  }
  return labels > 0 && labels + values >= 2;
}

/** Where `pattern` (sticky) ends when it stands at `at`, else `at`. */
function ahead(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the longest known label that begins at `from` ends, brackets passed over; 0 when none does. */
function labelEnd(text: string, from: number): number {
  const start = past(BRACKETS, text, from);
  for (const label of BY_FIRST.get(text[start] ?? '') ?? []) {
    let at = start;
    let i = 0;
    for (; i < label.length; i += 1, at += 1) {
      at = past(BRACKETS, text, at);
      if (text[at] !== label[i]) break;
    }
    // An opening bracket belongs to the number of the next label: 办理结果（一）予以公开.
    if (i === label.length) return past(CLOSING, text, at);
  }
  return 0;
}

function past(marks: string, text: string, from: number): number {
  let at = from;
  while (at < text.length && marks.includes(text[at]!)) at += 1;
  return at;
}

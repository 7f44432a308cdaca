import { z } from 'zod';
import { loadData } from '../../data.js';

const names = z.array(z.string());
const formats = loadData('index/source/docx/numbers.json', z.object({ about: z.string(), chinese: names, fullWidth: names, circle: names, lowerLetter: names, upperLetter: names, numerals: names.length(9) }));

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1` stands for the number of the first level: `第%1条`, `（%1）`. */
  readonly text: string;
}

type Levels = ReadonlyMap<number, Level>;
interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/**
 * `word/document.xml` as Word shows it. Word keeps the numbers of headings (一、, （一）, 1.) apart from their text and writes them when
 * it shows the page: they are put into the text, bullets stay out. Hidden runs are left out. What the library passes over with all
 * that stands in it (short fields, formulas, sounds above words, text boxes in their new form only) gives way to the words it holds.
 * `numbering` and `styles` are the parts of those names, null where the file has none.
 */
export async function asShown(document: string, numbering: string | null, styles: string | null): Promise<string> {
  if (numbering === null && !CHANGED.test(document)) return document;
  const { load } = await import('cheerio');
  const lists = numbering === null ? new Map<string, Levels>() : listsIn(load(numbering, { xml: true }));
  const ofStyle = styles === null ? new Map<string, ListPlace>() : stylesIn(load(styles, { xml: true }));
  const $ = load(document, { xml: true });
  const counters = new Map<string, number[]>();
  $('w\\:rPr > w\\:vanish:not([w\\:val="0"], [w\\:val="false"])').each((_, mark) => void $(mark).closest('w\\:r').remove());
  unwrap($);
  $('w\\:p').each((_, element) => {
    const properties = $(element).children('w\\:pPr').first();
    const own = placeOf(properties.children('w\\:numPr').first());
    const inherited = ofStyle.get(properties.children('w\\:pStyle').attr('w:val') ?? '');
    const place = own === null ? inherited : { list: own.list || inherited?.list || '', level: own.level };
    const levels = place === undefined ? undefined : lists.get(place.list);
    if (place === undefined || levels === undefined) return;
    const label = next(levels, place, counters);
    if (label === '') return;
    const run = `<w:r><w:t xml:space="preserve">${escaped(label)}</w:t></w:r>`;
    if (properties.length > 0) properties.after(run);
    else $(element).prepend(run);
  });
  return $.xml();
}

/** Marks of what is changed besides numbers. */
const CHANGED = /<(?:w:vanish|w:fldSimple|w:dir|w:bdo|w:ruby|m:oMath|mc:AlternateContent)\b/;

function unwrap($: Parsed): void {
  $('w\\:ruby').each((_, ruby) => void $(ruby).replaceWith($(ruby).find('w\\:rubyBase w\\:t')));
  $('w\\:fldSimple, w\\:dir, w\\:bdo').each((_, element) => void $(element).replaceWith($(element).contents()));
  $('m\\:oMath').each((_, formula) => void $(formula).replaceWith(`<w:r><w:t xml:space="preserve">${escaped($(formula).find('m\\:t').text())}</w:t></w:r>`));
  $('mc\\:AlternateContent:not(:has(> mc\\:Fallback))').each((_, either) => {
    const boxes = $(either).find('w\\:txbxContent');
    if (boxes.length > 0) $(either).replaceWith($('<w:pict/>').append(boxes));
  });
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

type Parsed = ReturnType<(typeof import('cheerio'))['load']>;

function placeOf(numbered: ReturnType<Parsed>): { list: string; level: number } | null {
  if (numbered.length === 0) return null;
  return { list: numbered.children('w\\:numId').attr('w:val') ?? '', level: Number(numbered.children('w\\:ilvl').attr('w:val') ?? 0) };
}

function listsIn($: Parsed): ReadonlyMap<string, Levels> {
  const abstract = new Map<string, Levels>();
  $('w\\:abstractNum').each((_, element) => {
    const levels = new Map<number, Level>();
    $(element)
      .children('w\\:lvl')
      .each((__, level) => {
        const value = (name: string): string | undefined => $(level).children(`w\\:${name}`).attr('w:val');
        levels.set(Number($(level).attr('w:ilvl')), { start: Number(value('start') ?? 1), format: value('numFmt') ?? 'decimal', text: value('lvlText') ?? '' });
      });
    abstract.set($(element).attr('w:abstractNumId') ?? '', levels);
  });
  const lists = new Map<string, Levels>();
  $('w\\:num').each((_, element) => {
    const levels = new Map(abstract.get($(element).children('w\\:abstractNumId').attr('w:val') ?? '') ?? []);
    $(element)
      .children('w\\:lvlOverride')
      .each((__, override) => {
        const at = Number($(override).attr('w:ilvl'));
        const start = $(override).children('w\\:startOverride').attr('w:val');
        const level = levels.get(at);
        if (level !== undefined && start !== undefined) levels.set(at, { ...level, start: Number(start) });
      });
    lists.set($(element).attr('w:numId') ?? '', levels);
  });
  return lists;
}

function stylesIn($: Parsed): Map<string, ListPlace> {
  const places = new Map<string, ListPlace>();
  $('w\\:style').each((_, element) => {
    const place = placeOf($(element).children('w\\:pPr').children('w\\:numPr').first());
    if (place !== null && place.list !== '') places.set($(element).attr('w:styleId') ?? '', place);
  });
  return places;
}

/** Counts on and gives the number as it is printed; deeper levels begin anew. */
function next(levels: Levels, { list, level }: ListPlace, counters: Map<string, number[]>): string {
  const counts = counters.get(list) ?? [];
  counters.set(list, counts);
  const own = levels.get(level);
  if (own === undefined) return '';
  counts[level] = (counts[level] ?? own.start - 1) + 1;
  counts.length = level + 1;
  if (own.format === 'bullet') return '';
  const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return written(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal');
  });
  return /[\w.]$/.test(text) ? `${text} ` : text;
}

function written(count: number, format: string): string {
  if (formats.chinese.includes(format)) return chinese(count);
  if (formats.fullWidth.includes(format)) return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (formats.circle.includes(format) && count <= 20) return String.fromCharCode(0x245f + count);
  if (formats.lowerLetter.includes(format) && count <= 26) return String.fromCharCode(96 + count);
  if (formats.upperLetter.includes(format) && count <= 26) return String.fromCharCode(64 + count);
  return format === 'none' ? '' : String(count);
}

/** 1 → 一, 12 → 十二, 30 → 三十; beyond 99 in digits. */
function chinese(count: number): string {
  const one = (digit: number): string => (digit === 0 ? '' : formats.numerals[digit - 1]!);
  if (count < 1 || count > 99) return String(count);
  if (count < 10) return one(count);
  return `${count < 20 ? '' : one(Math.floor(count / 10))}十${one(count % 10)}`;
}

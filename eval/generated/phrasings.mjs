// How a figure is asked for: phrasings as data, filled.
import { readFileSync } from 'node:fs';

export const phrasings = JSON.parse(readFileSync(new URL('./phrasings.json', import.meta.url), 'utf8'));

/** `{slots}` of a phrasing filled. Throws when one is missing: a question with a hole asks for nothing. */
export function filled(phrasing, slots) {
  return phrasing.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (slots[name] === undefined) throw new Error(`"${phrasing}" needs {${name}}`);
    return String(slots[name]);
  });
}

/** 多少件 for 件; percentages and numbers without a unit are asked otherwise. */
export function askedIn(unit) {
  return filled(phrasings.asked[unit] ?? phrasings.asked[''], { unit: unit ?? '' });
}

/** A metric's row and column as a form prints them, its number in front (一、, 三(一)) left out. */
export function rowAndColumn(zh) {
  const [row, column = ''] = zh.replace(/^正文\/|^[一二三四]、|^三(?=[(（])/, '').split('/');
  return { row, column };
}

/** A metric's English name as it is said in a question. */
export function englishOf({ en }) {
  return en.replace(';', ',').replace(/ \(prose\)$/, '');
}

/** The phrasings of a cell in both languages: `{ lang, phrasing, q }`. */
export function cellQuestions(head, metric) {
  const slots = { ...head, ...rowAndColumn(metric.zh), en: englishOf(metric) };
  return ['zh', 'en'].flatMap((lang) => Object.entries(phrasings.cell[lang]).map(([phrasing, words]) => ({ lang, phrasing, q: filled(words, slots) })));
}

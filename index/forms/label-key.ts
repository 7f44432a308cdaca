import { z } from 'zod';
import { loadData } from '../data.js';

const { ordinals } = loadData('index/forms/labels.json', z.object({ ordinals: z.array(z.string()), furniture: z.array(z.string()) }));
const numerals = ordinals.join('');
const ENUMERATOR = new RegExp(`^(?:([${numerals}]{1,3})[、.,]|\\(([${numerals}]{1,3}|\\d{1,2})\\)|(\\d{1,2})[、.,)]|([①-⑩]))`);
/** Longer than the number in 第（五）项, which tells one block from another. */
const NOTE = /\([^()]{3,}\)/g;
const MARKS = /[^\u3400-\u9fffA-Za-z0-9]+/g;
/** No label of a form is longer, notes included. */
const LONGEST = 160;

/** A label reduced to what tells it from others. */
export interface LabelKey {
  /** Without blanks, numbering and marks; full-width narrowed. '' when the cell holds only a number of a list. */
  readonly key: string;
  /** `key` without what stands in brackets. */
  readonly bare: string;
  /** The last number before the words: '三', '2'; null when none is printed. */
  readonly ordinal: string | null;
}

/** The key of a label as printed. Two labels that differ only in blanks, width, marks and numbering have the same key. */
export function labelKey(text: string): LabelKey {
  if (text.length > LONGEST) return keyOf(text);
  let key = remembered.get(text);
  if (key === undefined) {
    key = keyOf(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, key);
  }
  return key;
}

// Every report prints the same labels, and each table's are looked at by several readers.
const remembered = new Map<string, LabelKey>();
const MOST_REMEMBERED = 4096;

function keyOf(text: string): LabelKey {
  let rest = text
    .slice(0, LONGEST)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[〔﹝【]/g, '(')
    .replace(/[〕﹞】]/g, ')')
    .replace(/[\s\u200b-\u200d\u2060\ufeff*]+/g, '');
  let ordinal: string | null = null;
  for (let found = ENUMERATOR.exec(rest); found !== null; found = ENUMERATOR.exec(rest)) {
    ordinal = found[1] ?? found[2] ?? found[3] ?? String('①②③④⑤⑥⑦⑧⑨⑩'.indexOf(found[4]!) + 1);
    rest = rest.slice(found[0].length);
  }
  const key = rest.replace(MARKS, '');
  return { key, bare: rest.includes('(') ? rest.replace(NOTE, '').replace(MARKS, '') : key, ordinal };
}

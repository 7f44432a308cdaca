import { z } from 'zod';
import { loadData } from '../data.js';
import { decimal, product, type Decimal } from '../document/decimal.js';
import type { QuantityState } from '../document/figure.js';
import { marksFrom } from '../document/footnote-mark.js';

const words = loadData(
  'index/forms/cells.json',
  z.object({
    notApplicable: z.array(z.string()),
    plus: z.array(z.string()),
    minus: z.array(z.string()),
    zero: z.array(z.string()),
    scales: z.record(z.string(), z.string()),
    units: z.array(z.string()),
  }),
);
const notApplicable = new Set(words.notApplicable);
const minus = new Set(words.minus);
const zero = new Set(words.zero);
const anyOf = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('|');

/** sign, digits with or without thousands marks, decimals, unit (万元 is one) or 万 with or without a unit. */
const NUMBER = new RegExp(`^(${anyOf([...words.plus, ...words.minus])})?\\s?(\\d{1,3}(?:[,\\s]\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?\\s?(?:(${anyOf(words.units)})|(${anyOf(Object.keys(words.scales))})\\s?(${anyOf(words.units)})?)?$`);
const DIGIT = /\d/;
const PLAIN = /^\d{1,15}$/;
/** No number that an office prints is longer; keeps dumps of megabytes in one cell cheap. */
const LONGEST = 40;

/** What a cell's text says by itself. */
export interface CellReading {
  readonly state: QuantityState;
  readonly value: Decimal | null;
  /** Printed in the cell behind the number; null when none is. */
  readonly unit: string | null;
  /** Where the number with its sign stands in the cell's text: `[start, end)`, in UTF-16 units; the whole text for other states. */
  readonly start: number;
  readonly end: number;
}

const BLANK: CellReading = { state: 'blank', value: null, unit: null, start: 0, end: 0 };

/** Reads a cell's text (trimmed). Never throws. */
export function readCell(text: string): CellReading {
  if (text === '') return BLANK;
  if (PLAIN.test(text)) return { state: 'number', value: text.length === 1 || text[0] !== '0' ? text : decimal(text), unit: null, start: 0, end: text.length };
  if (text.length > LONGEST) return whole('text', text);
  const narrow = narrowed(text);
  const bare = narrow.replace(/\s+/g, '');
  if (bare === '') return BLANK;
  if (notApplicable.has(bare)) return whole('not-applicable', text);
  if (zero.has(bare)) return whole('number', text, '0');
  if (!DIGIT.test(narrow)) return whole('text', text);
  const marks = marksFrom(narrow);
  const number = marks === text.length ? text : text.slice(0, marks).trimEnd();
  const found = NUMBER.exec(narrow.slice(0, number.length));
  if (found === null) return whole('text', text);
  const unit = found[4] ?? found[6] ?? null;
  const scale = found[5] === undefined ? null : words.scales[found[5]]!;
  const sign = found[1] !== undefined && minus.has(found[1]) ? '-' : '';
  const printed = decimal(sign + found[2]!.replace(/[,\s]/g, '') + (found[3] ?? ''));
  const value = scale === null ? printed : product(printed, scale);
  const end = unit === null ? number.length : number.slice(0, number.length - unit.length).trimEnd().length;
  return { state: 'number', value, unit, start: 0, end };
}

/** What is said by all of a cell's text. Not put together from a part of it: an object that is copied to be added to is several times dearer. */
function whole(state: QuantityState, text: string, value: Decimal | null = null): CellReading {
  return { state, value, unit: null, start: 0, end: text.length };
}

/** Full-width ASCII to half-width, unit for unit, so that offsets stay. */
function narrowed(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

import { firstFit, fits } from '../language/cue-words.js';
import { numberNamedWords } from '../language/number-named.js';
import { isUnit } from '../language/unit-families.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** A number whose meaning a question asks for. */
export interface NumberNamed {
  /** Decimal digits without marks. */
  readonly value: string;
  /** The unit that the question counts it in; null when none follows it. */
  readonly unit: string | null;
  /** What else the question says: who, did what. */
  readonly terms: readonly Term[];
}

/** What the templates read in the number's place. */
const MARK = '@';
const NUMBER = /(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.])/gu;
/** The longest units that may follow a number (个工作日), in UTF-16 units. */
const LONGEST_UNIT = 4;

/** 「1047说的是啥」「2091件是哪里办的」: the only number of a question that asks what it is a number of; null else. A year is no such number. */
export function numberNamed({ folded, lang, years, section, terms }: Question): NumberNamed | null {
  if (section !== null) return null;
  const found = [...folded.matchAll(NUMBER)].filter(({ index, 0: said }) => !years.some(({ start, end }) => start < index + said.length && index < end));
  const [number] = found;
  if (number === undefined || found.length > 1 || fits(numberNamedWords()[lang].ordinal, folded.slice(0, number.index))) return null;
  const start = number.index;
  const behind = folded.slice(start + number[0].length).trimStart();
  const unit = lang === 'zh' ? (unitAt(behind) ?? null) : null;
  const end = start + number[0].length + (unit?.length ?? 0);
  const marked = folded.slice(0, start) + MARK + folded.slice(end);
  const asked = firstFit(numberNamedWords()[lang].asks, marked);
  if (asked === null) return null;
  // Words of asking (代表, 指的) stand in what was found, whose places behind the number are those of the marked text.
  const from = asked.index > start ? asked.index + (end - start) - MARK.length : asked.index;
  const to = asked.index + asked[0].length + (end - start) - MARK.length;
  return { value: number[0].replaceAll(',', ''), unit, terms: terms.filter((term) => term.end <= from || term.start >= to) };
}

/** The longest unit that `text` begins with; 个 of 个数 is none. */
function unitAt(text: string): string | undefined {
  if (fits(numberNamedWords().zh.noUnit, text)) return undefined;
  for (let length = LONGEST_UNIT; length > 0; length -= 1) {
    const unit = text.slice(0, length);
    if (unit.length === length && isUnit(unit)) return unit;
  }
  return undefined;
}

import type { Decimal } from '../../document/decimal.js';

/** What a number in running text is. Only `quantity` may become a figure; the rest is recognised so that it does not. */
export type NumberKind =
  | 'quantity'
  | 'ordinal'
  | 'list-mark'
  | 'date'
  | 'time'
  | 'article'
  | 'document-number'
  | 'contact'
  | 'url'
  | 'quoted'
  | 'title'
  | 'limit'
  | 'page-mark'
  | 'idiom'
  | 'anaphor'
  | 'code'
  | 'bare';

/** A half-open range `[start, end)` of folded characters. */
export interface FoldedRange {
  readonly start: number;
  readonly end: number;
}

/** A number as it stands in folded text. All offsets count folded characters (`Folded.text`). */
export interface FoundNumber extends FoldedRange {
  readonly kind: NumberKind;
  /** Exact value; null when the numerals have none (一些, 十四五) or it is no quantity. 1.2万 is 12000; 万元 and 亿元 stay in the unit. */
  readonly value: Decimal | null;
  /** The counter without blanks: 件, %, 个百分点, 万元 …; null when none is printed. In 0、1、1件 the first two share the last one's. */
  readonly unit: string | null;
  /** Where the counter stands; null when none is printed here (none at all, or shared). */
  readonly unitRange: FoldedRange | null;
  /** 余, 近, 约 …, the word printed; null when the number is given as exact. */
  readonly approx: string | null;
  /** Four-digit year for a `date` that names one; else null. */
  readonly year: number | null;
  /** Everything that belongs to the number: approximation, numerals, counter; for dates the whole expression. */
  readonly extent: FoldedRange;
}

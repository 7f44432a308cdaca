import type { Decimal } from './decimal.js';
import type { Brand } from './source-text.js';
import type { Span, Spans } from './span.js';

/** `<n>` within its report, in reading order from 0; unique together with the report's id. */
export type FigureId = Brand<number, 'FigureId'>;
/** Ids of `index/forms/metrics.json`, e.g. `req.new.total`. */
export type MetricId = string;
/** Ids of the concept lexicon, where Chinese and English meet. */
export type ConceptId = string;

/** Blank, zero, "/" and 不适用 are four different things: blank → `blank`; 0 → `number`; "/", "-" and 不适用 → `not-applicable`; other words → `text`. */
export type QuantityState = 'number' | 'blank' | 'not-applicable' | 'text';

/** The number of a figure as it is printed and as it is reckoned with. */
export interface Quantity {
  /** Null unless `state` is `number`. 1.2万件 is 12000; 万元 and 亿元 keep the number as printed. */
  readonly value: Decimal | null;
  readonly state: QuantityState;
  /** The counter, %, 个百分点, 万元 …, as printed; null when none is printed. */
  readonly unit: string | null;
  /** 余, 近, 约 …, the word as printed; null when the number is given as exact. */
  readonly approx: string | null;
  /** The digits or numerals as printed (or 未收到, 无 … for a zero said in words; '' for a blank cell). */
  readonly asWritten: string;
}

/** What a figure measures, so that a stock never answers for a flow nor a percentage for percentage points. */
export type Stat = 'count' | 'amount' | 'share' | 'rate' | 'change' | 'average' | 'score' | 'stock-last-year' | 'stock-change' | 'other';

/** How a figure got its meaning: `aligned`, `repaired` or `read` for table cells; `stated` for sentences. */
export type Trust = 'aligned' | 'repaired' | 'read' | 'stated';

/** What the extractors of `index/figures` and `index/forms` produce; `ingest` numbers them and adds report, year and citation. */
export interface FoundFigure {
  readonly quantity: Quantity;
  /** Where `asWritten` stands; null for a blank cell. More than one span when a page break cut it. */
  readonly place: Spans | null;
  /** Verbatim pieces (blanks dropped) that say what the number counts, outermost first: subject, qualifiers, action, object. For a cell: row path, then column. */
  readonly labels: readonly string[];
  /** Verbatim pieces that the figure takes by ellipsis from the clause or total before it; weaker than `labels`. */
  readonly inherited: readonly string[];
  readonly metric: MetricId | null;
  /** 全县, 本级, 办公室 …: whose figure it is when the sentence says so. */
  readonly scope: string | null;
  /** Index into the same list, of the total that this is a part of. */
  readonly partOf: number | null;
  readonly stat: Stat;
  readonly trust: Trust;
  /** The year the sentence gives to the number when it is not the report's own (较2021年的8120条 → 2021); else null. */
  readonly year: number | null;
  /** Other words of time as printed: 上年度, 今年, 一季度. */
  readonly period: string | null;
  /** What to quote: the whole sentence, or the row's labels with the value. */
  readonly quote: Spans;
  readonly unit: 'passage' | 'cell';
  /** Titles of the sections it stands in, outermost first; for a cell then row and column names. */
  readonly path: readonly string[];
}

/** Who holds which post in which body, as far as the sentence says. */
export interface FoundRole {
  /** The body, group or centre, verbatim without blanks; null when the sentence names none. */
  readonly body: string | null;
  /** 组长, 副组长, 主任, 第一责任人 …, verbatim. */
  readonly post: string;
  /** A person's name; null when the report names nobody. */
  readonly holder: string | null;
  /** The office the holder is named by (乡长, 乡分管领导 …), verbatim; null when only a name stands there. */
  readonly holderPost: string | null;
  readonly quote: Spans;
  readonly path: readonly string[];
}

/** A list that the text spells out: 一是…二是…, 1.…2.…, or 、-lists after 设立, 包括, 如, 即. */
export interface FoundList {
  /** Verbatim words that introduce it (三提升, 设立办事窗口, 存在一些问题和不足). */
  readonly about: readonly string[];
  readonly items: readonly { readonly text: string; readonly spans: Spans }[];
  /** True when it ends in 等: there may be more. */
  readonly open: boolean;
  readonly quote: Spans;
  readonly path: readonly string[];
}

/** Convenience for tests and answers: the first place of a figure. */
export function placeOf(figure: FoundFigure): Span {
  return figure.place?.[0] ?? figure.quote[0];
}

import type { AnswerCitation, Row } from './answer.js';

/** Why a point of a series has no value: the cell is empty, the report does not give the figure or is not held, or its form counts something else. */
export type Gap = 'blank' | 'missing' | 'not-comparable';

/** A value of a series with its place, or a gap. A gap is never a zero. */
export type SeriesPoint =
  | { readonly value: number | string; /** The number as printed, with 余 or 近, without the series' unit. */ readonly shown: string; /** Index into the answer's citations. */ readonly citation: number }
  | { readonly gap: Gap };

/** One organisation's points, one for each category. */
export interface SeriesLine {
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

/** What a chart is drawn from: one figure over years (`years`) or over organisations by size (`rank`). Plain data, so that it can be kept and sent. */
export interface Series {
  readonly kind: 'years' | 'rank';
  /** What the values are of, in the words of the reports. */
  readonly title: string;
  /** Of all values; null where none is printed or they differ, and then `shown` bears it. */
  readonly unit: string | null;
  /** Years without a hole, or names of organisations in the order of the rank. */
  readonly categories: readonly string[];
  readonly lines: readonly SeriesLine[];
  /** Indexes of categories before which another official form begins. */
  readonly breaks: readonly number[];
  /** What has to be said beside the values, in the language of the answer. */
  readonly notes: readonly string[];
}

/** The same series where `by` citations were put before its own. */
export function recited(series: Series, by: number): Series {
  return { ...series, lines: series.lines.map((line) => ({ ...line, points: line.points.map((point) => ('gap' in point ? point : { ...point, citation: point.citation + by })) })) };
}

/** What is wrong with a series, for `compose`: a value that no row holds at the place it cites, a line of another length. Null when nothing is. */
export function seriesProblem(series: Series, rows: readonly Row[], citations: readonly AnswerCitation[]): string | null {
  for (const line of series.lines) {
    if (line.points.length !== series.categories.length) return `the line ${line.name} of a series has another length than its categories`;
    for (const point of line.points) {
      if ('gap' in point) continue;
      if (citations[point.citation] === undefined) return `a point of ${line.name} cites nothing`;
      if (!rows.some((row) => row.citation === point.citation && row.value === point.value)) return `a point of ${line.name} is no figure of the answer`;
    }
  }
  return null;
}

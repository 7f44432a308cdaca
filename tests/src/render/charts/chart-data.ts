import type { AnswerCitation, Gap, Series, SeriesPoint } from '../../../../intents/mod.js';
import type { ChartData } from '../../../../src/render/charts/chart.js';

/** A citation of a report that was written for a test. */
export function reportOf(org: string, year: number): AnswerCitation {
  return { kind: 'report', report: `${org}-${year}`, source: 'a'.repeat(64), org, year, title: `${org}${year}年政府信息公开工作年度报告`, path: [], quotes: ['原文'], quote: '原文', spans: [{ start: 0, end: 2 }] };
}

export const YEARS = ['2017', '2018', '2019', '2020', '2021'] as const;

/** One organisation's values over `YEARS`; a word in place of a number is a gap. */
export function overYears(values: readonly (number | string | Gap)[], more: Partial<Series> = {}): ChartData {
  const gaps: readonly unknown[] = ['blank', 'missing', 'not-comparable'];
  const points = values.map((value, citation): SeriesPoint => (gaps.includes(value) ? { gap: value as Gap } : { value, shown: String(value), citation }));
  return { lang: 'zh', citations: YEARS.map((year) => reportOf('青石镇', Number(year))), series: { kind: 'years', title: '青石镇 新收申请', unit: '件', categories: YEARS.slice(0, values.length), lines: [{ name: '青石镇', points }], breaks: [], notes: [], ...more } };
}

/** Organisations by one figure. */
export function rankOf(values: readonly (readonly [name: string, value: number | null])[]): ChartData {
  const points = values.map(([, value], citation): SeriesPoint => (value === null ? { gap: 'blank' } : { value, shown: String(value), citation }));
  return { lang: 'zh', citations: values.map(([name]) => reportOf(name, 2021)), series: { kind: 'rank', title: '新收申请', unit: '件', categories: values.map(([name]) => name), lines: [{ name: '', points }], breaks: [], notes: [] } };
}

/** The words of an SVG document as they are drawn, in the order of drawing. */
export function wordsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
}

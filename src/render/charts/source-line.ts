import type { Lang } from '../../../index/mod.js';
import type { AnswerCitation } from '../../../intents/mod.js';
import { chartWord } from './words.js';

/** So many organisations are named; of more their number is told. */
const MOST_NAMED = 3;

/** Where the values of a picture come from: organisations with the years of their reports. Empty where nothing of a report is cited. */
export function sourceLine(lang: Lang, citations: readonly AnswerCitation[]): string {
  const years = new Map<string, Set<number>>();
  for (const citation of citations) {
    if (citation.kind !== 'report') continue;
    const own = years.get(citation.org) ?? new Set();
    if (citation.year !== null) own.add(citation.year);
    years.set(citation.org, own);
  }
  if (years.size === 0) return '';
  const separator = chartWord(lang, 'listSeparator') + (lang === 'en' ? ' ' : '');
  const named = [...years].map(([org, own]) => (own.size === 0 ? chartWord(lang, 'undatedReportOf', { org }) : chartWord(lang, 'reportOf', { org, years: rangesOf([...own], separator) })));
  const all = rangesOf([...new Set([...years.values()].flatMap((own) => [...own]))], separator);
  const places = years.size <= MOST_NAMED ? named.join(`${chartWord(lang, 'pieceSeparator')}${lang === 'en' ? ' ' : ''}`) : chartWord(lang, 'reportsOf', { n: String(years.size), years: all });
  return chartWord(lang, 'source', { places });
}

/** Years as ranges: 2019–2021、2023. */
export function rangesOf(years: readonly number[], separator: string): string {
  const ranges: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else ranges.push([year, year]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(separator);
}

import { lexicon, type ConceptId, type Figure } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';

/** Years that a question names, and whether it sets something against one of them. */
export interface YearsAsked {
  readonly years: readonly number[];
  readonly against?: boolean;
}

/** The year a figure is about: its own, the one before the report's when it is a base (较上年的32件), else the report's. What was carried over belongs to the report's year. */
function yearOf({ figures: [figure], year }: Candidate, report: number | null): number | null {
  if (year !== null) return year;
  const lastYear = figure.period !== null && (lexicon().meaning('zh', figure.period)?.includes('last-year') ?? false);
  if (!lastYear || report === null) return report;
  const carried = figure.labels.some((label) => lexicon().meaning('zh', label)?.some((id) => id === 'carried-in' || id === 'carry'));
  return carried ? report : report - 1;
}

/** The figure's own year must be one that is asked for; nothing asked means the report's. */
function yearFits(years: readonly number[], own: number | null, report: number | null): boolean {
  return years.length === 0 ? own === report : own !== null && years.includes(own);
}

/** 比2022年多了几件 names the year from which the report of 2023 counts its change. */
function isChangeFrom({ years, against }: YearsAsked, { figures: [figure], report }: Candidate): boolean {
  return figure.stat === 'change' && against === true && years.length === 1 && report.year !== null && years[0] === report.year - 1;
}

/** 前一年工单是多少 in words, where no year of that name is held: what the report says of the year before it. */
function isAskedAsYearBefore(concepts: ReadonlySet<string>, years: readonly number[], { figures: [{ period }] }: Candidate): boolean {
  return years.length === 0 && period !== null && concepts.has('last-year');
}

/** True for a figure of a year that is asked for, the change from that year, or what the report says of the year before where the question says so in words (`concepts`). */
export function isOfYearAsked(asked: YearsAsked, concepts: ReadonlySet<string>, candidate: Candidate): boolean {
  const { year } = candidate.report;
  return yearFits(asked.years, yearOf(candidate, year), year) || isChangeFrom(asked, candidate) || isAskedAsYearBefore(concepts, asked.years, candidate);
}

/** 846条，比2021年的701条多，其中网站312条: a part is of its total's year unless its own words name another. */
export function yearGiven(figure: Figure, figures: readonly Figure[]): number | null {
  const total = figure.partOf === null || figure.trust !== 'stated' ? undefined : figures[figure.partOf];
  return total === undefined || figure.labels.some((label) => label.includes(String(figure.year))) ? figure.year : total.year;
}

/** 较2021年增加19件 of a report of 2022: what the question may say of a change from the year before. */
export function sinceLastYear({ labels, stat }: Figure, year: number | null): readonly ConceptId[] {
  return stat === 'change' && year !== null && labels.some((label) => yearComparedWith(label) === year - 1) ? LAST_YEAR : [];
}

/** 结转2023年 of a report of 2022 goes over to the next year, of a report of 2023 it came over from the one before; nothing is known of any other year. */
export function wayCarried({ labels, trust }: Figure, year: number | null): readonly ConceptId[] {
  if (trust !== 'stated' || year === null) return NO_CONCEPTS;
  const into = labels.map((label) => Number(labelCues().carriedOver.exec(label)?.groups?.['year'])).find((named) => named === year || named === year + 1);
  return into === undefined ? NO_CONCEPTS : [into === year ? 'carried-in' : 'carried-out'];
}

const NO_CONCEPTS: readonly ConceptId[] = [];

/** The year that a label says a change is counted from (比2019年); null for any other label. */
export function yearComparedWith(label: string): number | null {
  const lead = labelCues().comparedWith.find((word) => label.startsWith(word));
  const year = lead === undefined ? undefined : A_YEAR.exec(label.slice(lead.length))?.[1];
  return year === undefined ? null : Number(year);
}

const A_YEAR = /^((?:19|20)\d{2})年度?$/u;
const LAST_YEAR: readonly ConceptId[] = ['last-year', 'year-on-year'];

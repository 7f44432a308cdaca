import { z } from 'zod';
import { loadData } from '../data.js';
import type { Diagnostic, Text2 } from '../document/diagnostic.js';
import { bothLanguages, filledBoth } from '../document/frame.js';
import type { Span } from '../document/span.js';
import { YEAR_PLACES, type YearEvidence } from './year.js';

const CODES = [
  'no-title', 'no-year', 'no-organisation', 'no-sections', 'duplicate-heading', 'repeated-title', 'two-reports', 'year-conflict', 'year-differs', 'year-damaged', 'year-inferred',
  'year-told', 'organisation-told', 'organisation-from-file-name', 'organisation-from-text', 'control-characters', 'missing-sections', 'sections-found',
] as const;
type Code = (typeof CODES)[number];

const { places, printedOtherwise, between, messages } = loadData('index/parse/diagnostics.json', z.strictObject({
  /** How each place of a year is called. */
  places: z.record(z.enum(YEAR_PLACES), bothLanguages),
  /** Behind an organisation that was told, what the report says. */
  printedOtherwise: bothLanguages,
  /** Between things that are listed. */
  between: bothLanguages,
  messages: z.record(z.enum(CODES), bothLanguages.extend({ severity: z.enum(['error', 'warning', 'info']) })),
}));

/** Every diagnostic of this room, one function a code; codes are stable, their words stand in `diagnostics.json`. */
export const report = {
  noTitle: (): Diagnostic => at('no-title', null),
  noYear: (): Diagnostic => at('no-year', null),
  noOrganisation: (): Diagnostic => at('no-organisation', null),
  noSections: (): Diagnostic => at('no-sections', null),
  duplicateHeading: (span: Span, title: string): Diagnostic => at('duplicate-heading', span, { title }),
  repeatedTitle: (span: Span): Diagnostic => at('repeated-title', span),
  twoReports: (span: Span, title: string): Diagnostic => at('two-reports', span, { title }),
  yearConflict: (one: YearEvidence, other: YearEvidence): Diagnostic => ({
    ...at('year-conflict', one.span ?? other.span, { one: one.year, onePlace: places[one.from], other: other.year, otherPlace: places[other.from] }),
    ...(one.span !== null && other.span !== null && { also: [other.span] }),
    options: [...new Set([one.year, other.year])].map(String),
  }),
  yearDiffers: (taken: YearEvidence, other: YearEvidence): Diagnostic =>
    at('year-differs', other.span, { other: other.year, otherPlace: places[other.from], taken: taken.year, takenPlace: places[taken.from] }),
  yearDamaged: ({ damaged, year, span }: YearEvidence): Diagnostic => at('year-damaged', span, { damaged: String(damaged), year }),
  yearInferred: ({ from, year, span }: YearEvidence): Diagnostic => ({ ...at('year-inferred', span, { place: places[from], year }), options: [String(year)] }),
  yearTold: (year: number, { from, year: printed, span }: YearEvidence): Diagnostic => at('year-told', span, { year, place: places[from], printed }),
  organisationTold: (name: string, printed: string | null): Diagnostic => at('organisation-told', null, { name, printed: printed === null ? '' : filledBoth(printedOtherwise, { printed }) }),
  organisationFromFileName: (name: string): Diagnostic => at('organisation-from-file-name', null, { name }),
  organisationFromText: (name: string): Diagnostic => at('organisation-from-text', null, { name }),
  controlCharacters: (span: Span, count: number): Diagnostic => at('control-characters', span, { count }),
  missingSections: (names: readonly string[]): Diagnostic => at('missing-sections', null, { names: listed(names) }),
  sectionsFound: (titles: readonly string[]): Diagnostic => at('sections-found', null, { titles: listed(titles) }),
} as const;

function at(code: Code, span: Span | null, slots: Readonly<Record<string, string | number | Text2>> = {}): Diagnostic {
  const { severity, zh, en } = messages[code];
  return { code, severity, message: filledBoth({ zh, en }, slots), span };
}

function listed(names: readonly string[]): Text2 {
  return { zh: names.join(between.zh), en: names.join(between.en) };
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]|\ufffd/gu;

/** Control characters (and U+FFFD, which a broken conversion leaves) stay in the text but are told. */
export function controlCharacters(text: string): Diagnostic[] {
  const first = text.search(CONTROL);
  return first < 0 ? [] : [report.controlCharacters({ start: first, end: first + 1 }, text.match(CONTROL)!.length)];
}

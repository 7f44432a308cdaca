import { z } from 'zod';
import { dayInChina, dayOf, loadData, yearOf, type Day, type Lang, type OrganisationLevel } from '../../index/mod.js';
import { cues, firstFit, fits } from '../language/cue-words.js';
import type { Question } from './read.js';

/** What a question about dates is after: the deadlines, the days left to them, or what kind of day one is. */
export type DeadlineAsked =
  | { readonly kind: 'dates' | 'left'; readonly reportYear: number; readonly levels: readonly OrganisationLevel[] }
  | { readonly kind: 'day'; readonly day: Day };

const wordsIn = (lang: Lang) =>
  z.strictObject({ dates: cues(lang), /** Asks for a date that a report tells. */ inside: cues(lang), left: cues(lang), day: cues(lang), levels: z.partialRecord(z.enum(['department', 'county', 'city', 'township']), z.array(z.string())) });
const DeadlineWords = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en'), months: z.array(z.string()).length(12), weekdays: z.strictObject({ zh: z.array(z.string()).length(7), en: z.array(z.string()).length(7) }) });

let loaded: z.output<typeof DeadlineWords> | undefined;

/** The words of dates and deadlines, read once. */
export function deadlineWords(): z.output<typeof DeadlineWords> {
  loaded ??= loadData('intents/language/deadline.json', DeadlineWords);
  return loaded;
}

/** True when a question's words ask about deadlines or a day of the calendar. */
export function asksForDates({ folded, lang }: Pick<Question, 'folded' | 'lang'>): boolean {
  const { dates, inside, left, day } = deadlineWords()[lang];
  return !fits(inside, folded) && fits([...dates, ...left, ...day], folded);
}

/**
 * What is asked at a moment; null when it is not about dates. Deadlines go by the calendar: unless a year is named, the reports meant are
 * those of the year whose deadlines are not all past.
 */
export function deadlineAsked(question: Question, at: Date): DeadlineAsked | null {
  const { folded, lang } = question;
  const today = dayInChina(at);
  const words = deadlineWords()[lang];
  const day = firstFit(words.day, folded);
  if (day) return dayAsked(day.groups ?? {}, question, today);
  const kind = fits(words.left, folded) ? 'left' : fits(words.dates, folded) ? 'dates' : null;
  if (kind === null) return null;
  return { kind, reportYear: reportYearOf(question, today), levels: levelsNamed(folded, lang) };
}

function dayAsked(groups: Partial<Record<string, string>>, question: Question, today: Day): DeadlineAsked | null {
  const name = groups['monthName'];
  const month = name === undefined ? Number(groups['month']) : deadlineWords().months.findIndex((full) => full.startsWith(name)) + 1;
  const date = Number(groups['day']);
  const named = yearNamed(question, today);
  const thisYear = dayOf(named ?? yearOf(today), month, date);
  const day = named === null && thisYear !== null && thisYear < today ? dayOf(yearOf(today) + 1, month, date) : thisYear;
  return day === null ? null : { kind: 'day', day };
}

/** Until the last statutory date of spring has passed, the reports of the year before are the ones that are due. */
const LAST_DUE_MONTH_DAY = '-03-31';

function reportYearOf(question: Question, today: Day): number {
  const absolute = question.years.find((mention) => mention.kind === 'year');
  if (absolute?.kind === 'year') return absolute.year;
  const past = question.years.find((mention) => mention.kind === 'relative' && mention.back > 0);
  if (past?.kind === 'relative') return yearOf(today) - past.back;
  return today <= `${yearOf(today)}${LAST_DUE_MONTH_DAY}` ? yearOf(today) - 1 : yearOf(today);
}

function yearNamed(question: Question, today: Day): number | null {
  const mention = question.years[0];
  if (mention === undefined) return null;
  return mention.kind === 'year' ? mention.year : yearOf(today) - mention.back;
}

/** The levels whose words a question has. */
export function levelsNamed(folded: string, lang: Lang): OrganisationLevel[] {
  const found = Object.entries(deadlineWords()[lang].levels).filter(([, words]) => words.some((word) => folded.includes(word)));
  return found.map(([level]) => level as OrganisationLevel);
}

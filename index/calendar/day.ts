/** A calendar day in China, `YYYY-MM-DD`; compares as text. */
export type Day = string & { readonly __brand: 'Day' };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** China has one time zone and no summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day a text names, or null when there is no such day (30 February). */
export function dayFrom(text: string): Day | null {
  const match = FORM.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The day of a year, month (1–12) and day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? isoDay(day) : null;
}

/** The day it is in China at a moment, whatever the machine's time zone. */
export function dayInChina(moment: Date): Day {
  return isoDay(new Date(moment.getTime() + CHINA_OFFSET_MS));
}

/** The moment at which `minutes` past midnight is reached in China on a day. */
export function momentInChina(day: Day, minutes = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MS + minutes * 60_000);
}

/** Minutes since midnight in China. */
export function minutesInChina(moment: Date): number {
  return Math.floor((((moment.getTime() + CHINA_OFFSET_MS) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY / 60_000);
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return isoDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY));
}

/** Whole days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function isoDay(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}

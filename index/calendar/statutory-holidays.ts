import days from 'chinese-days';
import { z } from 'zod';
import { loadData } from '../data.js';
import { addDays, dayOf, type Day } from './day.js';

const Holidays = z.strictObject({
  basis: z.string(),
  /** Days fixed in the solar calendar. */
  solar: z.array(z.strictObject({ name: z.string(), month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) })),
  /** Days of the lunar calendar; `from` and `to` in days around it, the usual length of the break. */
  lunar: z.array(z.strictObject({ name: z.string(), month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(30), from: z.number().int(), to: z.number().int() })),
  /** The day of a solar term in a year of this century: ⌊y·0.2422 + c⌋ − ⌊y/4⌋ with y the year's last two digits. */
  terms: z.array(z.strictObject({ name: z.string(), month: z.number().int().min(1).max(12), c: z.number() })),
});

let loaded: z.output<typeof Holidays> | undefined;

/**
 * The days of a year that the law makes holidays, for years whose arrangement is not published: an estimate that errs towards earlier
 * deadlines. Make-up working days cannot be foreseen.
 */
export function statutoryHolidays(year: number): ReadonlyMap<Day, string> {
  loaded ??= loadData('index/calendar/statutory-holidays.json', Holidays);
  const found = new Map<Day, string>();
  for (const { name, month, day } of loaded.solar) found.set(dayOf(year, month, day)!, name);
  for (const { name, month, day, from, to } of loaded.lunar) {
    const first = lunarDay(year, month, day);
    if (first !== null) for (let offset = from; offset <= to; offset += 1) found.set(addDays(first, offset), name);
  }
  for (const { name, month, c } of loaded.terms) {
    const y = year % 100;
    found.set(dayOf(year, month, Math.floor(y * TROPICAL_REMAINDER + c) - Math.floor(y / 4))!, name);
  }
  return found;
}

/** What a solar year has beyond 365 days. */
const TROPICAL_REMAINDER = 0.2422;
/** A lunar date falls at least 20 and at most 52 days after the same date of the solar calendar. */
const LUNAR_LATER = { least: 15, most: 60 };

/** The day on which a lunar date falls. Found by asking what each day is called: the library's own way back goes by the machine's time zone. */
function lunarDay(year: number, month: number, day: number): Day | null {
  const solar = dayOf(year, month, 1)!;
  for (let offset = LUNAR_LATER.least; offset <= LUNAR_LATER.most + day; offset += 1) {
    const at = addDays(solar, offset);
    const { lunarMon, lunarDay: date, isLeap } = days.getLunarDate(at);
    if (lunarMon === month && date === day && !isLeap) return at;
  }
  return null;
}

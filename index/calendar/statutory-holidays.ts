import days from 'chinese-days';
import { z } from 'zod';
import { loadData } from '../data.js';
import { addDays, dayFrom, dayOf, type Day } from './day.js';

const Holidays = z.strictObject({
  basis: z.string(),
  /** Days fixed in the solar calendar. */
  solar: z.array(z.strictObject({ name: z.string(), month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) })),
  /** Days of the lunar calendar; `from` and `to` in days around it, the usual length of the break. */
  lunar: z.array(z.strictObject({ name: z.string(), month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(30), from: z.number().int(), to: z.number().int() })),
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
    const first = dayFrom(days.getSolarDateFromLunar(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).date);
    if (first) for (let offset = from; offset <= to; offset += 1) found.set(addDays(first, offset), name);
  }
  const qingming = dayFrom(days.getSolarTermDate(year, 4, 'pure_brightness'));
  if (qingming) found.set(qingming, '清明');
  return found;
}

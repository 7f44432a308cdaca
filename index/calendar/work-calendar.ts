import { createRequire } from 'node:module';
import { z } from 'zod';
import { addDays, weekdayOf, yearOf, type Day } from './day.js';
import { statutoryHolidays } from './statutory-holidays.js';

/** What kind of day it is by the State Council's yearly arrangement of holidays. */
export interface DayKind {
  readonly working: boolean;
  /** 春节 …, on a holiday and on a make-up working day that pays for one; null on plain days. */
  readonly holiday: string | null;
  /** True when the year's arrangement is not published yet: weekends and the law's holidays are counted as free, make-up working days are not known. */
  readonly provisional: boolean;
}

/** Working days, holidays and make-up working days. Pure; knows no clock. */
export interface WorkCalendar {
  kindOf(day: Day): DayKind;
}

/** Days of a year whose arrangement the library does not have yet, or has wrong: `off` are free, `work` are worked. */
export interface YearArrangement {
  readonly off: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

const WEEKEND: readonly number[] = [0, 6];

/** `Spring Festival,春节,4`: the name in English and in Chinese, and the days that the law gives. */
const Named = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.string());
const Official = z.object({ holidays: Named, workdays: Named });

let loaded: { readonly data: z.output<typeof Official>; readonly years: ReadonlySet<number> } | undefined;

/** The library's table and not its functions: those go by the machine's time zone, and west of Greenwich take Monday for Sunday. */
function official(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const data = Official.parse(createRequire(import.meta.url)('chinese-days/dist/chinese-days.json'));
    loaded = { data, years: new Set(Object.keys(data.holidays).map((day) => Number(day.slice(0, 4)))) };
  }
  return loaded;
}

/**
 * The official calendar (chinese-days), with arrangements of single years put over it. A year of which the library knows no holiday is one
 * whose arrangement has not been published: its days are provisional.
 */
export function officialCalendar(arrangements: Readonly<Record<number, YearArrangement>> = {}): WorkCalendar {
  const estimated = new Map<number, ReadonlyMap<Day, string>>();
  const probable = (year: number): ReadonlyMap<Day, string> => {
    const told = estimated.get(year) ?? statutoryHolidays(year);
    estimated.set(year, told);
    return told;
  };
  return {
    kindOf(day) {
      const year = yearOf(day);
      const own = arrangements[year];
      const weekend = WEEKEND.includes(weekdayOf(day));
      if (own) {
        const off = own.off[day];
        const work = own.work[day];
        return { working: work !== undefined || (off === undefined && !weekend), holiday: off ?? work ?? null, provisional: false };
      }
      const { data, years } = official();
      if (!years.has(year)) {
        const holiday = probable(year).get(day) ?? null;
        return { working: !weekend && holiday === null, holiday, provisional: true };
      }
      const made = data.workdays[day];
      const free = data.holidays[day];
      return { working: made !== undefined || (free === undefined && !weekend), holiday: (made ?? free)?.split(',')[1] ?? null, provisional: false };
    },
  };
}

/** The last working day that is not after `day`; `provisional` when the calendar of a day passed on the way is not published yet. */
export function lastWorkingDay(day: Day, calendar: WorkCalendar): { readonly day: Day; readonly provisional: boolean } {
  let provisional = false;
  for (let at = day; ; at = addDays(at, -1)) {
    const kind = calendar.kindOf(at);
    provisional ||= kind.provisional;
    if (kind.working) return { day: at, provisional };
  }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysUntil(from: Day, to: Day, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (calendar.kindOf(at).working) count += 1;
  return count;
}

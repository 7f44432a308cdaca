import days from 'chinese-days';
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

/**
 * The official calendar (chinese-days), with arrangements of single years put over it. A year in which the library knows no free weekday is
 * one whose arrangement has not been published: its days are provisional.
 */
export function officialCalendar(arrangements: Readonly<Record<number, YearArrangement>> = {}): WorkCalendar {
  const known = new Map<number, boolean>();
  const isKnown = (year: number): boolean => {
    const told = known.get(year) ?? days.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    known.set(year, told);
    return told;
  };
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
      if (!isKnown(year)) {
        const holiday = probable(year).get(day) ?? null;
        return { working: !weekend && holiday === null, holiday, provisional: true };
      }
      const working = days.isWorkday(day);
      return { working, holiday: nameOf(day), provisional: false };
    },
  };
}

/** `Spring Festival,春节,4`: the library tells all three; a plain day's detail is its weekday. */
function nameOf(day: Day): string | null {
  return days.getDayDetail(day).name.split(',')[1] ?? null;
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

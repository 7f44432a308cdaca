import { officialCalendar, type DeadlineRule, type WorkCalendar } from '../index/mod.js';

/** Deadlines beside the law's and the calendar they are counted by; `src` fills it from the configuration. */
export interface DeadlineBook {
  /** Local dates, each with the notice that sets it. */
  readonly local: readonly DeadlineRule[];
  readonly calendar: WorkCalendar;
}

/** Nothing configured: the law's dates and the official calendar. */
export const lawOnly: DeadlineBook = { local: [], calendar: officialCalendar() };

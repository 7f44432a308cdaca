import { addDays, dayFrom, dayInChina, dayOf, daysBetween, lastWorkingDay, momentInChina, yearOf, type Day, type Interval, type WorkCalendar } from '../../index/mod.js';
import { addressKey, type Conversation, type PlanningBook } from './book.js';
import type { ReportCitation } from '../../intents/mod.js';
import type { Reminder } from './reminder.js';

/** Work that a report promises again and again (一季一评估), switched on by a person. */
export interface Recurrence extends Conversation {
  /** The report and the place of the promise in it: the same for ever, whoever switches it on. */
  readonly id: string;
  readonly interval: Interval;
  /** What is promised, in the report's words. */
  readonly what: string;
  /** The sentence that promises it. */
  readonly citation: ReportCitation;
  /** Who does it. */
  readonly owner: string;
  /** Periods that end before this are none of its business. */
  readonly since: Date;
  /** Periods that are done, as `Period.name`. */
  readonly done: ReadonlySet<string>;
}

/** One turn of a recurrence: `2026-03`, `2026-Q1`, `2026-H1`, `2026`, or the Monday of a week. */
export interface Period {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
  /** By when it is done (handbook 3.6): the last working day of a week or month, within eight days after a quarter or half-year, before the work on the yearly report begins in December. */
  readonly due: Day;
}

const AFTER_QUARTER_DAYS = 8;
/** The yearly one is done before the annual report's own work begins, sixty days before the end of January. */
const YEARLY = { month: 11, day: 30 } as const;
/** Days before the due day on which something is said; 0 is the day itself. */
const BEFORE: Readonly<Record<Interval, readonly number[]>> = { week: [0], month: [5, 0], quarter: [7, 0], 'half-year': [7, 0], year: [30, 7, 0] };
/** What was due is asked after once, on the next working day, for so many days. */
const ASKED_AFTER_DAYS = 20;

/** The periods of an interval whose reminders may matter around a moment: the one before, the one it is in, and the next. */
export function periodsAround(interval: Interval, now: Date, calendar: WorkCalendar): Period[] {
  const today = dayInChina(now);
  const year = yearOf(today);
  const month = Number(today.slice(5, 7));
  const made = (first: Day, last: Day, name: string, limit: Day): Period => ({ name, first, last, due: lastWorkingDay(limit, calendar).day });
  const months = (length: number, nameOf: (at: number, turn: number) => string, after: number): Period[] =>
    [-1, 0, 1].map((offset) => {
      const turn = Math.floor((month - 1) / length) + offset + year * (12 / length);
      const at = Math.floor(turn / (12 / length));
      const index = turn - at * (12 / length);
      const first = dayOf(at, index * length + 1, 1)!;
      const next = index + 1 === 12 / length ? dayOf(at + 1, 1, 1)! : dayOf(at, (index + 1) * length + 1, 1)!;
      const last = addDays(next, -1);
      return made(first, last, nameOf(at, index + 1), addDays(last, after));
    });
  if (interval === 'month') return months(1, (at, turn) => `${at}-${String(turn).padStart(2, '0')}`, 0);
  if (interval === 'quarter') return months(3, (at, turn) => `${at}-Q${turn}`, AFTER_QUARTER_DAYS);
  if (interval === 'half-year') return months(6, (at, turn) => `${at}-H${turn}`, AFTER_QUARTER_DAYS);
  if (interval === 'year') return [-1, 0, 1].map((offset) => made(dayOf(year + offset, 1, 1)!, dayOf(year + offset, 12, 31)!, String(year + offset), dayOf(year + offset, YEARLY.month, YEARLY.day)!));
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  return [-7, 0, 7].map((offset) => made(addDays(monday, offset), addDays(monday, offset + 6), addDays(monday, offset), addDays(monday, offset + 6)));
}

/** The reminders of a recurrence around a moment: before each period's due day, and once after it, while it is not done. */
export function recurrenceSteps(recurrence: Recurrence, now: Date, { calendar, hours }: Pick<PlanningBook, 'calendar' | 'hours'>): Reminder[] {
  const { id, interval, to, lang, since, done } = recurrence;
  const begun = dayInChina(since);
  return periodsAround(interval, now, calendar)
    .filter((period) => !done.has(period.name) && period.due >= begun)
    .flatMap((period): Reminder[] => {
      const days = new Map(BEFORE[interval].map((step) => [lastWorkingDay(addDays(period.due, -step), calendar).day, step]));
      const after = nextWorkingDay(period.due, calendar);
      const rungs = [...[...days].map(([day]) => day), after].sort();
      return rungs
        .map((day, i): Reminder => {
          const step = daysBetween(day, period.due);
          const until = rungs[i + 1];
          return { key: ['recurrence', id, period.name, step, addressKey(to)].join('/'), kind: 'recurrence', to, lang, rule: null, reportYear: null, step, org: null, subject: `${id} ${period.name}`, dueAt: momentInChina(day, hours.from), expiresAt: until === undefined ? momentInChina(addDays(day, ASKED_AFTER_DAYS)) : momentInChina(until, hours.from), alone: false };
        })
        .filter(({ expiresAt }) => expiresAt > since);
    });
}

function nextWorkingDay(day: Day, calendar: WorkCalendar): Day {
  for (let at = addDays(day, 1); ; at = addDays(at, 1)) if (calendar.kindOf(at).working) return at;
}

/** The period of that name; null when the interval has none of it. */
export function periodNamed(interval: Interval, name: string, calendar: WorkCalendar): Period | null {
  const year = Number(name.slice(0, 4));
  const turn = Number(/(?:-Q|-H|-)(\d{1,2})$/u.exec(name)?.[1] ?? 1);
  const months: Readonly<Record<Interval, number>> = { week: 1, month: 1, quarter: 3, 'half-year': 6, year: 12 };
  const inside = interval === 'week' ? dayFrom(name) : dayOf(year, interval === 'year' ? 1 : (turn - 1) * months[interval] + 1, 1);
  return inside === null ? null : (periodsAround(interval, momentInChina(inside), calendar).find((period) => period.name === name) ?? null);
}

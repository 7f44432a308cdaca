import { z } from 'zod';
import { dayFrom, deadlinesOf, officialCalendar, statutoryDeadlines, type Deadline, type DeadlineRule, type WorkCalendar, type YearArrangement } from '../../index/mod.js';
import { both, definePart } from '../config/part.js';
import type { Ladder, PlanningBook } from './book.js';
import type { DeliveryPolicy } from './dispatcher.js';

const LEVELS = ['province', 'city', 'county', 'township', 'department'] as const;
const MonthDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, both('日期写作 MM-DD，例如 "01-15"', 'a date is written MM-DD, such as "01-15"'))
  .refine((text) => dayFrom(`2028-${text}`) !== null, both('没有这一天', 'there is no such day'));
const Day = z.string().refine((text) => dayFrom(text) !== null, both('日期写作 YYYY-MM-DD，且要有这一天', 'a date is written YYYY-MM-DD and must exist'));
const Clock = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/, both('时刻写作 HH:MM', 'a time of day is written HH:MM'));

const LocalDeadline = z
  .strictObject({
    /** Short name for keys and for `reminders.to[].deadlines`. */
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/, both('只用小写字母、数字和连字符', 'lower-case letters, digits and hyphens only'))
      .refine((id) => !statutoryIds().includes(id), both('这个 id 已经是法定期限的，请另取一个', 'this is the id of a deadline of the law; choose another')),
    levels: z.array(z.enum(LEVELS)).min(1),
    /** Month and day of the year after the one reported on. */
    date: MonthDay,
    /** Whom it binds, as people call them. */
    who: z.string().min(1),
    /** The notice that sets the date: a deadline without a basis is not accepted. */
    notice: z.string().min(1),
    /** The notice's own words, quoted in answers. */
    says: z.string().min(1),
    /** First and last year reported on to which it applies; always when not given. */
    from: z.number().int().optional(),
    to: z.number().int().optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { message: both('到（to）早于从（from）', 'ends (to) before it begins (from)'), path: ['to'] });

const DeadlinesSchema = z
  .strictObject({
    local: z.array(LocalDeadline).default([]),
    holidays: z.record(z.string().regex(/^\d{4}$/), z.strictObject({ off: z.record(Day, z.string()).default({}), work: z.record(Day, z.string()).default({}) })).default({}),
  })
  .refine(({ local }) => new Set(local.map(({ id }) => id)).size === local.length, { message: both('id 重复', 'an id is used twice'), path: ['local'] })
  .prefault({});

/** `deadlines` in the configuration: local dates with their notices, and holiday arrangements that the calendar lacks. */
export const deadlinesPart = definePart('deadlines', DeadlinesSchema);

const DaysBefore = z.array(z.number().int().min(0).max(365));
const Overdue = z.strictObject({ everyWorkingDays: z.number().int().min(1).max(60).default(3), times: z.number().int().min(0).max(30).default(5) });
const Escalate = z.array(z.number().int().min(1).max(60));

const RemindersSchema = z
  .strictObject({
    to: z
      .array(
        z.strictObject({
          channel: z.enum(['slack', 'wechat']),
          conversation: z.string().min(1),
          language: z.enum(['zh', 'en']).default('zh'),
          deadlines: z.array(z.string()).default([]),
        }),
      )
      .default([]),
    /** Calendar days before the last working day; 0 is that day itself (handbook 3.5). */
    daysBefore: DaysBefore.default([60, 43, 22, 15, 10, 5, 1, 0]),
    /** After the date: on the first working day, then every so many working days, so often. Only organisations of the roster. */
    overdue: Overdue.prefault({}),
    /** Working days after the date on which the supervisor is told: the day after, and the list of missing organisations (handbook 3.5, T+9). */
    escalate: Escalate.default([1, 7]),
    /** Other ladders for the organisations of a place; of several that fit the last counts. What one does not say is as above. */
    ladders: z.array(z.strictObject({ within: z.string().trim().min(1), daysBefore: DaysBefore.optional(), overdue: Overdue.optional(), escalate: Escalate.optional() })).default([]),
    /** How often something is said again of which nobody can tell whether it was said. */
    resendUnknown: z.number().int().min(0).max(3).default(0),
    /** After so many minutes another conversation of the organisation is told instead of one that cannot be reached. */
    elsewhereAfterMinutes: z.number().int().min(1).max(7 * 24 * 60).default(60),
    hours: z
      .strictObject({ from: Clock.default('09:00'), to: Clock.default('17:30') })
      .refine(({ from, to }) => minutesOf(from) < minutesOf(to), { message: both('到（to）要晚于从（from），否则什么时候都不能说', 'to must be later than from, or nothing could ever be said'), path: ['to'] })
      .prefault({}),
    /** Also on days that are not worked. */
    everyDay: z.boolean().default(false),
  })
  .prefault({});

/** `reminders` in the configuration: who is reminded, when, of what. */
export const remindersPart = definePart('reminders', RemindersSchema);

type DeadlinesConfig = z.output<typeof deadlinesPart.schema>;
/** The `reminders` part of the configuration. */
export type RemindersConfig = z.output<typeof remindersPart.schema>;

/** Ids of the deadlines that the law sets. */
function statutoryIds(): string[] {
  return statutoryDeadlines().map(({ id }) => id);
}

/** Every id that `reminders.to[].deadlines` may name. */
export function deadlineIds({ local }: DeadlinesConfig): string[] {
  return [...statutoryIds(), ...local.map(({ id }) => id)];
}

/** Local deadlines as rules; each names its place in the configuration. */
export function localRules({ local }: DeadlinesConfig): DeadlineRule[] {
  return local.map(({ id, levels, date, who, notice, says, from, to }, i) => ({
    kind: 'config',
    id,
    levels,
    reportYears: { from: from ?? 0, to: to ?? null },
    month: Number(date.slice(0, 2)),
    day: Number(date.slice(3)),
    who: { zh: who, en: who },
    duty: { zh: '报送', en: 'hand in' },
    basis: { title: notice, article: `wenbao.config.yaml: deadlines.local[${i}]`, quote: says },
  }));
}

/** The calendar with the configured arrangements of single years. */
export function calendarOf({ holidays }: DeadlinesConfig): WorkCalendar {
  const byYear = Object.fromEntries(Object.entries(holidays).map(([year, arrangement]): [string, YearArrangement] => [year, arrangement]));
  return officialCalendar(byYear);
}

/** The part of the planning book that the configuration tells. */
export type ConfiguredBook = Pick<PlanningBook, 'reminded' | 'ladder' | 'hours' | 'calendar' | 'deadlinesOf'>;

/** What planning depends on, from the two parts of the configuration. */
export function configuredBook(deadlines: DeadlinesConfig, reminders: RemindersConfig): ConfiguredBook {
  const calendar = calendarOf(deadlines);
  const rules = localRules(deadlines);
  const years = new Map<number, readonly Deadline[]>();
  return {
    reminded: reminders.to.map(({ channel, conversation, language, deadlines: ids }) => ({ to: { channel, conversation, thread: null }, lang: language, deadlines: ids })),
    ladder: ladderIn(reminders, []),
    hours: { from: minutesOf(reminders.hours.from), to: minutesOf(reminders.hours.to), everyDay: reminders.everyDay },
    calendar,
    deadlinesOf: (reportYear) => {
      const known = years.get(reportYear) ?? deadlinesOf(reportYear, rules, calendar);
      years.set(reportYear, known);
      return known;
    },
  };
}

/** The ladder of an organisation by the places it lies in, itself included. */
export function ladderIn({ daysBefore, overdue, escalate, ladders }: RemindersConfig, orgPath: readonly string[]): Ladder {
  const own = ladders.filter(({ within }) => orgPath.includes(within)).at(-1);
  return { daysBefore: own?.daysBefore ?? daysBefore, overdue: own?.overdue ?? overdue, escalate: own?.escalate ?? escalate };
}

/** How things are delivered. */
export function policyOf({ resendUnknown, elsewhereAfterMinutes }: RemindersConfig): DeliveryPolicy {
  return { resendUnknown, elsewhereAfterMs: elsewhereAfterMinutes * 60_000 };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

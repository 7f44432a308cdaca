import { z } from 'zod';
import { dayFrom, deadlinesOf, officialCalendar, statutoryDeadlines, type Deadline, type DeadlineRule, type WorkCalendar, type YearArrangement } from '../../index/mod.js';
import { both, definePart } from '../config/part.js';
import type { ReminderBook } from './reminder.js';

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
    daysBefore: z.array(z.number().int().min(0).max(365)).default([60, 43, 22, 15, 10, 5, 1, 0]),
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
type RemindersConfig = z.output<typeof remindersPart.schema>;

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

/** Everything that planning depends on, from the two parts of the configuration. */
export function reminderBook(deadlines: DeadlinesConfig, reminders: RemindersConfig): ReminderBook {
  const calendar = calendarOf(deadlines);
  const rules = localRules(deadlines);
  const years = new Map<number, readonly Deadline[]>();
  return {
    reminded: reminders.to.map(({ channel, conversation, language, deadlines: ids }) => ({ to: { channel, conversation, thread: null }, lang: language, deadlines: ids })),
    ladder: reminders.daysBefore,
    hours: { from: minutesOf(reminders.hours.from), to: minutesOf(reminders.hours.to), everyDay: reminders.everyDay },
    calendar,
    deadlinesOf: (reportYear) => {
      const known = years.get(reportYear) ?? deadlinesOf(reportYear, rules, calendar);
      years.set(reportYear, known);
      return known;
    },
  };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

import { z } from 'zod';
import { loadData } from '../data.js';
import { bothLanguages } from '../document/frame.js';
import type { OrganisationLevel } from '../document/tree.js';
import { dayOf, type Day } from './day.js';
import { lastWorkingDay, type WorkCalendar } from './work-calendar.js';

const LEVELS = ['province', 'city', 'county', 'township', 'department', 'unknown'] as const satisfies readonly OrganisationLevel[];

const Rule = z
  .strictObject({
    id: z.string().min(1),
    levels: z.array(z.enum(LEVELS)).min(1),
    /** Years reported on, both included; `to` null while the rule is in force. */
    reportYears: z.strictObject({ from: z.number().int(), to: z.number().int().nullable() }),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    who: bothLanguages,
    duty: bothLanguages,
    basis: z.strictObject({ title: z.string().min(1), article: z.string().min(1), quote: z.string().min(1) }),
  })
  .refine(({ month, day }) => dayOf(2028, month, day) !== null, { message: 'there is no such day' });

/** A date by which annual reports are due every year, as the law or a local notice sets it. */
export type DeadlineRule = z.output<typeof Rule> & { readonly kind: 'law' | 'config' };

let loaded: readonly DeadlineRule[] | undefined;

/** The deadlines that the Regulation on Open Government Information sets (2019: art. 49; 2008: art. 31). It names no date for townships. */
export function statutoryDeadlines(): readonly DeadlineRule[] {
  loaded ??= loadData('index/calendar/deadlines.json', z.array(Rule)).map((rule) => ({ ...rule, kind: 'law' as const }));
  return loaded;
}

/** A deadline of one year's reports. */
export interface Deadline {
  readonly rule: DeadlineRule;
  /** The year reported on; the report is due in the year after. */
  readonly reportYear: number;
  /** The date that the law or the notice names. */
  readonly stated: Day;
  /** The last working day that is not after it: what people have to work by. */
  readonly effective: Day;
  /** True when the holidays of that year are not published yet, so that `effective` may still move. */
  readonly provisional: boolean;
}

/** The deadlines of one year's reports, local ones first, then by date. */
export function deadlinesOf(reportYear: number, local: readonly DeadlineRule[], calendar: WorkCalendar): Deadline[] {
  const inForce = ({ reportYears: { from, to } }: DeadlineRule): boolean => from <= reportYear && (to === null || reportYear <= to);
  const dated = (rule: DeadlineRule): Deadline[] => {
    // 29 February exists every fourth year only; a rule that names it means the last day of the month.
    const stated = dayOf(reportYear + 1, rule.month, rule.day) ?? dayOf(reportYear + 1, rule.month, rule.day - 1);
    if (stated === null) return [];
    const last = lastWorkingDay(stated, calendar);
    return [{ rule, reportYear, stated, effective: last.day, provisional: last.provisional }];
  };
  const byDate = (a: Deadline, b: Deadline): number => (a.stated < b.stated ? -1 : a.stated > b.stated ? 1 : 0);
  return [...local.filter(inForce).flatMap(dated).sort(byDate), ...statutoryDeadlines().filter(inForce).flatMap(dated).sort(byDate)];
}


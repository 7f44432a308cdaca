import { daysBetween, weekdayOf, workingDaysUntil, type Day, type DayKind, type Deadline, type Lang, type WorkCalendar } from '../../index/mod.js';
import { deadlineWords } from '../question/deadline-asked.js';
import type { BasisCitation, Inline } from './answer.js';
import { say, wordsOf } from './phrases.js';

/** What a deadline rests on: the article of the law, or the notice with its place in the configuration. */
export function basisOf({ rule }: Deadline): BasisCitation {
  return { kind: rule.kind, ...rule.basis };
}

/** What tells which kind of day one is: the year's arrangement of holidays, or, where it is not published, weekends and the holidays of the law. */
export function calendarBasis(lang: Lang, day: Day, { working, holiday, provisional }: DayKind): BasisCitation {
  const kind = wordsOf(say(lang, working ? 'calendarWorking' : 'calendarFree'));
  return { kind: 'calendar', title: wordsOf(say(lang, provisional ? 'calendarEstimated' : 'calendarTitle')), article: day.slice(0, 4), quote: [day, holiday, kind].filter((word) => word !== null).join(' ') };
}

/** Who has to do what by when, the last working day before it and the days left; `citation` is the index of its basis. */
export function deadlineLine(lang: Lang, { rule, stated, effective }: Deadline, citation: number, today: Day, calendar: WorkCalendar): Inline[] {
  const cited: Inline = { type: 'cited', text: dated(lang, stated), citation };
  const line = say(lang, rule.kind === 'law' ? 'deadlineLaw' : 'deadlineLocal', { who: fromRule(rule.who[lang]), date: cited, duty: fromRule(rule.duty[lang]) });
  const moved = stated === effective ? [] : say(lang, 'deadlineEffective', { date: calendarDay(lang, effective) });
  return [...line, ...moved, ...daysLeft(lang, today, effective, stated, workingDaysUntil(today, effective, calendar))];
}

function daysLeft(lang: Lang, today: Day, effective: Day, stated: Day, workingDays: number): Inline[] {
  const toStated = daysBetween(today, stated);
  const toEffective = daysBetween(today, effective);
  if (toStated < 0) return say(lang, 'deadlinePast', { n: byCalendar(-toStated) });
  if (toEffective < 0) return say(lang, 'deadlineOnlyStated', { n: byCalendar(toStated) });
  const both = stated === effective ? '' : 'Both';
  return say(lang, `${toEffective === 0 ? 'deadlineToday' : 'deadlineLeft'}${both}`, { n: byCalendar(toEffective), work: byCalendar(workingDays), statedDays: byCalendar(toStated) });
}

/** 2027年1月31日（星期日）, 31 January 2027 (Sunday). */
export function dated(lang: Lang, day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = deadlineWords().weekdays[lang][weekdayOf(day)]!;
  if (lang === 'zh') return `${year}年${month}月${date}日（${weekday}）`;
  const name = deadlineWords().months[month - 1]!;
  return `${date} ${name[0]!.toUpperCase()}${name.slice(1)} ${year} (${weekday})`;
}

/** A day as a piece of an answer, counted by the calendar. */
export function calendarDay(lang: Lang, day: Day): Inline {
  return { type: 'counted', text: dated(lang, day), basis: 'calendar' };
}

/** A number of days or a year. */
export function byCalendar(count: number): Inline {
  return { type: 'counted', text: String(count), basis: 'calendar' };
}

/** Names and duties come from data and configuration and may hold digits. */
export function fromRule(text: string): Inline {
  return { type: 'counted', text, basis: 'rule' };
}

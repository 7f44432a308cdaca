import { dayInChina, deadlinesOf, lastWorkingDay, type Day, type OrganisationLevel } from '../../index/mod.js';
import type { Block, Draft } from '../answer/answer.js';
import { basisOf, byCalendar, calendarBasis, calendarDay, deadlineLine, fromRule } from '../answer/deadline-lines.js';
import { say } from '../answer/phrases.js';
import type { Context, Intent } from '../intent.js';
import { asksForDates, deadlineAsked } from '../question/deadline-asked.js';
import { levelsMeant } from '../question/roster-asked.js';

/** 「年报几号前要交」「还剩几天」「1月31号放假吗」: the law's dates and the local ones, each with its basis, by the calendar at the moment of asking. */
export const deadline: Intent = {
  name: 'deadline',
  about: { zh: '年报什么时候交', en: 'when reports are due' },
  examples: { zh: ['年报几号前要交', '离年报截止还有多少天', '1月31号放假吗'], en: ['When is the annual report due?', 'How many days are left?', 'Is 31 January a holiday?'] },
  match(question) {
    return asksForDates(question) ? { score: 0.95, because: ['asks for a date of the calendar'] } : null;
  },
  async answer(question, context) {
    const asked = deadlineAsked(question, context.at);
    if (asked === null) return null;
    if (asked.kind === 'day') return { draft: dayDraft(context, asked.day) };
    const levels = asked.levels.length > 0 ? asked.levels : levelsMeant(question, context);
    return { draft: deadlinesDraft(context, asked.reportYear, levels, asked.kind) };
  },
};

function deadlinesDraft(context: Context, reportYear: number, levels: readonly OrganisationLevel[], kind: 'dates' | 'left'): Draft {
  const { lang, deadlines: book } = context;
  const today = dayInChina(context.at);
  const all = deadlinesOf(reportYear, book.local, book.calendar);
  const concerned = all.filter(({ rule }) => levels.length === 0 || rule.levels.some((level) => levels.includes(level)));
  const shown = concerned.length > 0 ? concerned : all;
  const citations = shown.map(basisOf);
  const townshipsUnsaid = !all.some(({ rule }) => rule.levels.includes('township')) && (levels.length === 0 || levels.includes('township'));
  const lead: Block = { type: 'text', inlines: say(lang, kind === 'dates' ? 'deadlineLead' : 'deadlineLeftLead', { year: byCalendar(reportYear), today: calendarDay(lang, today) }) };
  const blocks: Block[] = [
    lead,
    ...(townshipsUnsaid ? [{ type: 'text' as const, inlines: say(lang, 'deadlineTownships') }] : []),
    ...shown.map((due, i): Block => ({ type: 'text', inlines: ['· ', ...deadlineLine(lang, due, i, today, book.calendar)] })),
    ...(shown.some(({ provisional }) => provisional) ? [{ type: 'text' as const, inlines: say(lang, 'deadlineProvisional') }] : []),
    ...shown.map((_, i): Block => ({ type: 'quote', citation: i })),
  ];
  const one = kind === 'dates' && concerned.length === 1 ? concerned[0]! : null;
  return { status: 'answered', blocks, citations, value: one?.stated ?? null };
}

function dayDraft({ lang, deadlines: { calendar } }: Context, day: Day): Draft {
  const kind = calendar.kindOf(day);
  const key = kind.working ? (kind.holiday === null ? 'dayWorking' : 'dayMakeUp') : kind.holiday === null ? 'dayWeekend' : 'dayHoliday';
  const lead = say(lang, key, { date: calendarDay(lang, day), holiday: fromRule(kind.holiday ?? '') });
  const before = kind.working ? [] : say(lang, 'dayLastWorking', { date: calendarDay(lang, lastWorkingDay(day, calendar).day) });
  const provisional = kind.provisional ? say(lang, 'deadlineProvisional') : [];
  return { status: 'answered', blocks: [{ type: 'text', inlines: [...lead, ...before, ...provisional] }], citations: [calendarBasis(lang, day, kind)], value: null };
}

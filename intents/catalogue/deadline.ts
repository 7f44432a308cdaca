import { dayInChina, daysBetween, deadlinesOf, lastWorkingDay, weekdayOf, workingDaysUntil, type Day, type Deadline, type Lang, type OrganisationLevel } from '../../index/mod.js';
import type { BasisCitation, Block, Draft, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import type { Context, Intent } from '../intent.js';
import { asksForDates, deadlineAsked, deadlineWords } from '../question/deadline-asked.js';
import type { Question } from '../question/read.js';

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
    const levels = asked.levels.length > 0 ? asked.levels : levelsOfNamed(question, context);
    return { draft: deadlinesDraft(context, asked.reportYear, levels, asked.kind) };
  },
};

/** The levels of the organisations that the question names. */
function levelsOfNamed(question: Question, context: Context): OrganisationLevel[] {
  const keys = new Set(question.organisations.flatMap((mention) => mention.keys));
  return [...new Set(context.reports.filter((card) => keys.has(card.orgKey)).map((card) => card.org.level))];
}

function deadlinesDraft(context: Context, reportYear: number, levels: readonly OrganisationLevel[], kind: 'dates' | 'left'): Draft {
  const { lang, deadlines: book } = context;
  const today = dayInChina(context.at);
  const all = deadlinesOf(reportYear, book.local, book.calendar);
  const concerned = all.filter(({ rule }) => levels.length === 0 || rule.levels.some((level) => levels.includes(level)));
  const shown = concerned.length > 0 ? concerned : all;
  const citations: BasisCitation[] = shown.map(({ rule }) => ({ kind: rule.kind, ...rule.basis }));
  const townshipsUnsaid = !all.some(({ rule }) => rule.levels.includes('township')) && (levels.length === 0 || levels.includes('township'));
  const lead: Block = { type: 'text', inlines: say(lang, kind === 'dates' ? 'deadlineLead' : 'deadlineLeftLead', { year: counted(String(reportYear), 'calendar'), today: counted(dated(lang, today), 'calendar') }) };
  const blocks: Block[] = [
    lead,
    ...(townshipsUnsaid ? [{ type: 'text' as const, inlines: say(lang, 'deadlineTownships') }] : []),
    ...shown.map((due, i): Block => ({ type: 'text', inlines: ['· ', ...deadlineLine(context, due, i, today)] })),
    ...(shown.some(({ provisional }) => provisional) ? [{ type: 'text' as const, inlines: say(lang, 'deadlineProvisional') }] : []),
    ...shown.map((_, i): Block => ({ type: 'quote', citation: i })),
  ];
  const one = kind === 'dates' && concerned.length === 1 ? concerned[0]! : null;
  return { status: 'answered', blocks, citations, value: one?.stated ?? null };
}

function deadlineLine({ lang, deadlines: book }: Context, { rule, stated, effective }: Deadline, citation: number, today: Day): Inline[] {
  const cited: Inline = { type: 'cited', text: dated(lang, stated), citation };
  const line = say(lang, rule.kind === 'law' ? 'deadlineLaw' : 'deadlineLocal', { who: words(rule.who[lang]), date: cited, duty: words(rule.duty[lang]) });
  const moved = stated === effective ? [] : say(lang, 'deadlineEffective', { date: counted(dated(lang, effective), 'calendar') });
  return [...line, ...moved, ...left(lang, today, effective, stated, workingDaysUntil(today, effective, book.calendar))];
}

function left(lang: Lang, today: Day, effective: Day, stated: Day, workingDays: number): Inline[] {
  const days = daysBetween(today, effective);
  if (daysBetween(today, stated) < 0) return say(lang, 'deadlinePast', { n: counted(String(-daysBetween(today, stated)), 'calendar') });
  if (days < 0) return say(lang, 'deadlineOnlyStated', { n: counted(String(daysBetween(today, stated)), 'calendar') });
  const slots = { n: counted(String(days), 'calendar'), work: counted(String(workingDays), 'calendar'), statedDays: counted(String(daysBetween(today, stated)), 'calendar') };
  return say(lang, stated === effective ? 'deadlineLeft' : 'deadlineLeftBoth', slots);
}

function dayDraft({ lang, deadlines: { calendar } }: Context, day: Day): Draft {
  const kind = calendar.kindOf(day);
  const key = kind.working ? (kind.holiday === null ? 'dayWorking' : 'dayMakeUp') : kind.holiday === null ? 'dayWeekend' : 'dayHoliday';
  const lead = say(lang, key, { date: counted(dated(lang, day), 'calendar'), holiday: words(kind.holiday ?? '') });
  const before = kind.working ? [] : say(lang, 'dayLastWorking', { date: counted(dated(lang, lastWorkingDay(day, calendar).day), 'calendar') });
  const provisional = kind.provisional ? say(lang, 'deadlineProvisional') : [];
  return { status: 'answered', blocks: [{ type: 'text', inlines: [...lead, ...before, ...provisional] }], value: null };
}

/** 2027年1月31日（星期日）. */
function dated(lang: Lang, day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = deadlineWords().weekdays[lang][weekdayOf(day)]!;
  if (lang === 'zh') return `${year}年${month}月${date}日（${weekday}）`;
  const name = deadlineWords().months[month - 1]!;
  return `${date} ${name[0]!.toUpperCase()}${name.slice(1)} ${year} (${weekday})`;
}

function counted(text: string, basis: string): Inline {
  return { type: 'counted', text, basis };
}

/** Names and duties come from data and configuration and may hold digits. */
function words(text: string): Inline {
  return counted(text, 'rule');
}

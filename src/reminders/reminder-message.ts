import { dayInChina, daysBetween, type Deadline, type WorkCalendar } from '../../index/mod.js';
import { basisOf, byCalendar, calendarDay, deadlineLine, plainText, say, type Block } from '../../intents/mod.js';
import type { Message } from '../render/message.js';
import type { OutboxRow } from './migrations.js';

/** A reminder in words, as of the moment it is said: who has to do what by when, on what basis, how many days are left, and that it is late when it is. */
export function reminderMessage({ lang: language, due_at: dueAt }: Pick<OutboxRow, 'lang' | 'due_at'>, deadline: Deadline, calendar: WorkCalendar, now: Date): Message {
  const lang = language === 'en' ? 'en' : 'zh';
  const today = dayInChina(now);
  const dueOn = dayInChina(new Date(dueAt));
  const text = (inlines: ReturnType<typeof say>): Block => ({ type: 'text', inlines });
  const blocks: Block[] = [
    text(say(lang, 'reminderLead', { year: byCalendar(deadline.reportYear) })),
    text(deadlineLine(lang, deadline, 0, today, calendar)),
    ...(deadline.provisional ? [text(say(lang, 'deadlineProvisional'))] : []),
    ...(daysBetween(dueOn, today) > 0 ? [text(say(lang, 'reminderLate', { date: calendarDay(lang, dueOn) }))] : []),
    { type: 'quote', citation: 0 },
  ];
  const citations = [basisOf(deadline)];
  return { lang, status: 'notice', blocks, citations, text: plainText(blocks, citations), answerId: null };
}

import { dayInChina, daysBetween, type Day, type WorkCalendar } from '../../index/mod.js';
import { basisOf, byCalendar, calendarDay, deadlineLine, plainText, say, wordsOf, type AnswerCitation, type Block, type Inline } from '../../intents/mod.js';
import { harmlessWithin } from '../render/harmless.js';
import type { Message } from '../render/message.js';
import type { Owing } from './book.js';
import { periodNamed } from './recurrence.js';
import type { Saying } from './still-true.js';

type Lang = Message['lang'];

/** More names than that nobody reads in a chat. */
const MOST_NAMES = 60;

/**
 * What is said to a conversation, as of the moment it is said: one message for everything that is due there, with the basis of each date, the
 * days left or past, who still owes, how late it is when it is late, and what can be answered to it.
 */
export function reminderMessage(lang: Lang, sayings: readonly Saying[], { calendar, now, key }: { readonly calendar: WorkCalendar; readonly now: Date; readonly key: string }): Message {
  const today = dayInChina(now);
  const citations: AnswerCitation[] = [];
  const cite = (citation: AnswerCitation): number => {
    const known = citations.findIndex((other) => JSON.stringify(other) === JSON.stringify(citation));
    return known >= 0 ? known : citations.push(citation) - 1;
  };
  const years = [...new Set(sayings.flatMap((saying) => ('owing' in saying ? [saying.deadline.reportYear] : [])))].sort();
  const text = (inlines: readonly Inline[]): Block => ({ type: 'text', inlines });
  const blocks: Block[] = [
    ...(years.length > 0 ? [text(say(lang, 'reminderLead', { year: years.flatMap((year, i) => [...(i === 0 ? [] : ['、']), byCalendar(year)]) }))] : []),
    ...sayings.flatMap((saying) => linesOf(lang, saying, today, calendar, cite).map(text)),
    ...(sayings.some((saying) => 'deadline' in saying && saying.deadline?.provisional === true) ? [text(say(lang, 'deadlineProvisional'))] : []),
  ];
  blocks.push(...citations.map((_, citation): Block => ({ type: 'quote', citation })), { type: 'choices', lead: wordsOf(say(lang, 'reminderReplies')), options: repliesTo(lang, sayings) });
  return harmlessWithin<Message>({ lang, status: 'notice', blocks, citations, text: plainText(blocks, citations), answerId: null, key });
}

function linesOf(lang: Lang, saying: Saying, today: Day, calendar: WorkCalendar, cite: (citation: AnswerCitation) => number): Inline[][] {
  const late = lateness(lang, saying, today);
  if (saying.kind === 'own') {
    const { own, deadline } = saying;
    const lead = say(lang, 'ownReminder', { n: { type: 'counted', text: String(own.number), basis: 'reminders' }, text: own.text === '' ? say(lang, 'ownReminderReport', { year: byCalendar(own.reportYear ?? 0) }) : { type: 'echo', text: own.text } });
    return [lead, ...(deadline === null ? [] : [deadlineLine(lang, deadline, cite(basisOf(deadline)), today, calendar)]), ...late];
  }
  if (saying.kind === 'recurrence') {
    const { recurrence, period } = saying;
    cite(recurrence.citation);
    const turn = periodNamed(recurrence.interval, period, calendar);
    const slots = { what: counted(recurrence.what, 'report'), period: counted(period, 'calendar'), date: calendarDay(lang, turn?.due ?? today), owner: counted(recurrence.owner, 'roster'), org: counted(recurrence.citation.org, 'report') };
    return [say(lang, turn !== null && turn.due < today ? 'recurrencePast' : 'recurrenceDue', slots), ...late];
  }
  const { kind, deadline, owing } = saying;
  const line = deadlineLine(lang, deadline, cite(basisOf(deadline)), today, calendar);
  if (owing.length === 0) return [line, ...late];
  const frame = kind === 'escalation' ? 'reminderEscalation' : kind === 'overdue' ? 'reminderOverdue' : 'reminderOwing';
  return [line, say(lang, frame, { n: counted(String(owing.length), 'roster'), names: namesOf(owing) }), ...late];
}

function lateness(lang: Lang, { dueAt }: Saying, today: Day): Inline[][] {
  const dueOn = dayInChina(dueAt);
  return dueOn < today ? [say(lang, 'reminderLate', { date: calendarDay(lang, dueOn), n: byCalendar(daysBetween(dueOn, today)) })] : [];
}

function namesOf(owing: readonly Owing[]): Inline {
  const shown = owing.slice(0, MOST_NAMES).map(({ name }) => name);
  return counted(`${shown.join('、')}${owing.length > shown.length ? '…' : ''}`, 'roster');
}

function counted(text: string, basis: string): Inline {
  return { type: 'counted', text, basis };
}

/** Complete sentences that the bot understands, as buttons or behind numbers. */
function repliesTo(lang: Lang, sayings: readonly Saying[]): string[] {
  const [only] = sayings;
  if (sayings.length === 1 && only?.kind === 'own') {
    const n = { n: counted(String(only.own.number), 'reminders') };
    return ['replySnooze', 'replyOwnDone', 'replyOwnCancel'].map((key) => wordsOf(say(lang, key, n)));
  }
  const owing = sayings.flatMap((saying) => ('owing' in saying && saying.kind !== 'escalation' ? saying.owing.map(({ name }) => ({ name, year: saying.deadline.reportYear })) : []));
  const handedIn = owing.length > MOST_BUTTONS ? [] : [...new Set(owing.map(({ name, year }) => wordsOf(say(lang, 'replyHandedIn', { name: counted(name, 'roster'), year: byCalendar(year) }))))];
  return [...handedIn, ...['replySnooze', 'replyStop'].map((key) => wordsOf(say(lang, key)))];
}

/** With more organisations nobody looks for theirs among buttons. */
const MOST_BUTTONS = 3;

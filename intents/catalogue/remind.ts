import { dayInChina, deadlinesOf, minutesInChina, yearOf, type Deadline, type OrganisationLevel } from '../../index/mod.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { basisOf, byCalendar, calendarDay, deadlineLine } from '../answer/deadline-lines.js';
import { say, wordsOf } from '../answer/phrases.js';
import type { Context, Intent } from '../intent.js';
import { levelsNamed } from '../question/deadline-asked.js';
import type { Question } from '../question/read.js';
import { remindAsked, remindWords, type WishAsked } from '../question/remind-asked.js';
import type { OwnReminderTold, ReminderBook, ReminderWish, WishRefused } from '../reminders.js';

/** 「提醒我提前一周」「每天9点提醒到交为止」「我的提醒」「取消提醒2」「明天再说」: reminders that people ask for themselves. */
export const remind: Intent = {
  name: 'remind',
  about: { zh: '提醒我', en: 'reminders of your own' },
  examples: { zh: ['提醒我提前一周（部门）', '每天9点提醒我们到交为止', '明天下午3点提醒我交年报', '我的提醒'], en: ['Remind me three days before the departments\' deadline', 'Remind me tomorrow at 3pm to submit the report', 'My reminders'] },
  match(question) {
    return remindAsked(question, EARLIEST) === null ? null : { score: 0.97, because: ['asks for a reminder'] };
  },
  async answer(question, context) {
    const asked = remindAsked(question, context.at);
    if (asked === null) return null;
    const book = context.reminders;
    if (book === null) return { draft: refusal(context, 'remindNotHere') };
    return { draft: await drafted(asked, book, question, context) };
  },
};

/** Any moment will do to see what is asked for. */
const EARLIEST = new Date(0);

async function drafted(asked: NonNullable<ReturnType<typeof remindAsked>>, book: ReminderBook, question: Question, context: Context): Promise<Draft> {
  const { lang, at } = context;
  switch (asked.does) {
    case 'add':
      return add(asked.wish, book, question, context);
    case 'unclear':
      return refusal(context, 'remindWhen');
    case 'list':
      return listed(await book.list(at), context);
    case 'cancel':
    case 'done': {
      const ended = await book.end(asked.number, asked.does === 'done' ? 'done' : 'cancelled', at);
      const n = { n: echo(String(asked.number)) };
      return ended === null ? { ...refusal(context, 'remindNoSuch', n), status: 'not_found', reason: 'not_named' } : answered(say(lang, asked.does === 'done' ? 'remindDone' : 'remindCancelled', n));
    }
    case 'snooze': {
      const until = await book.snooze(at);
      return until === null ? refusal(context, 'remindNothingToSnooze') : answered(say(lang, 'remindSnoozed', { when: moment(context, until) }));
    }
    case 'stop':
      return answered(say(lang, (await book.stop(at)) === 'stopped' ? 'remindStopped' : 'remindOwnStopped'));
    case 'resume':
      return (await book.resume(at)) === 'resumed' ? answered(say(lang, 'remindResumed')) : { ...refusal(context, 'remindMayNot'), reason: 'no_permission' };
  }
}

async function add(wish: WishAsked, book: ReminderBook, question: Question, context: Context): Promise<Draft> {
  const { lang, at } = context;
  if (wish.kind === 'once') return confirmed(await book.add(wish.text === '' ? { ...wish, text: wordsOf(say(lang, 'remindReport')) } : wish, at), null, context);
  const meant = upcoming(book, question, context);
  if (wish.kind === 'daily') {
    const deadline = meant.length === 1 ? meant[0]! : null;
    return confirmed(await book.add({ ...wish, deadline, text: deadline === null || wish.text !== '' ? wish.text || wordsOf(say(lang, 'remindReport')) : '' } satisfies ReminderWish, at), deadline, context);
  }
  if (meant.length !== 1) return whichDeadline(meant, question, context);
  return confirmed(await book.add({ ...wish, deadline: meant[0]! }, at), meant[0]!, context);
}

/** The next deadline of each kind of organisation that may be meant: of the levels named, else of the person's own organisation, else of all. */
function upcoming(book: ReminderBook, { folded, lang }: Question, { at, deadlines: { local, calendar } }: Context): Deadline[] {
  const today = dayInChina(at);
  const named = levelsNamed(folded, lang);
  const levels: readonly OrganisationLevel[] = named.length > 0 ? named : book.level === null ? [] : [book.level];
  const coming = [yearOf(today) - 1, yearOf(today)].flatMap((year) => deadlinesOf(year, local, calendar)).filter(({ effective }) => effective >= today);
  const bound = coming.filter(({ rule }) => levels.length === 0 || rule.levels.some((level) => levels.includes(level))).sort((a, b) => (a.effective < b.effective ? -1 : 1));
  // Of one kind the nearest.
  return bound.filter((one, i) => bound.findIndex((other) => levelOf(other) === levelOf(one)) === i);
}

function levelOf({ rule }: Deadline): keyof ReturnType<typeof remindWords>['levelNames'] {
  const names = Object.keys(remindWords().levelNames) as (keyof ReturnType<typeof remindWords>['levelNames'])[];
  return names.find((name) => rule.levels.includes(name)) ?? 'county';
}

function whichDeadline(meant: readonly Deadline[], { text }: Question, context: Context): Draft {
  const { lang } = context;
  if (meant.length === 0) return refusal(context, 'remindNoDeadline');
  const options = meant.map((deadline) => (lang === 'zh' ? `${text.trim()}（${remindWords().levelNames[levelOf(deadline)].zh}）` : `${text.trim().replace(/[.?!]+$/u, '')} (${remindWords().levelNames[levelOf(deadline)].en})`));
  return { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead: wordsOf(say(lang, 'remindWhich')), options }], options };
}

function confirmed(added: OwnReminderTold | WishRefused, deadline: Deadline | null, context: Context): Draft {
  const { lang, at } = context;
  if (typeof added === 'string') return refusal(context, { past: 'remindPast', too_many: 'remindTooMany', not_here: 'remindNotHere' }[added]);
  const lines: Block[] = [{ type: 'text', inlines: say(lang, 'remindAdded', { n: counted(String(added.number)), line: told(added, context) }) }];
  if (added.kind === 'daily' && !added.everyDay) lines.push({ type: 'text', inlines: say(lang, 'remindWorkdays') });
  if (added.kind === 'daily') lines.push({ type: 'text', inlines: say(lang, added.endsWithReport ? 'remindEndsWithReport' : 'remindEndsWhenSaid', { n: counted(String(added.number)) }) });
  if (deadline === null) return { status: 'answered', blocks: lines };
  const basis: Block[] = [{ type: 'text', inlines: deadlineLine(lang, deadline, 0, dayInChina(at), context.deadlines.calendar) }, ...(deadline.provisional ? [{ type: 'text' as const, inlines: say(lang, 'deadlineProvisional') }] : []), { type: 'quote', citation: 0 }];
  return { status: 'answered', blocks: [...lines, ...basis], citations: [basisOf(deadline)] };
}

function listed(reminders: readonly OwnReminderTold[], context: Context): Draft {
  const { lang } = context;
  if (reminders.length === 0) return answered(say(lang, 'remindNone'));
  const lines = reminders.map((one): Block => ({ type: 'text', inlines: say(lang, 'remindListed', { n: counted(String(one.number)), line: told(one, context) }) }));
  const cancel = reminders.map(({ number }) => wordsOf(say(lang, 'replyOwnCancel', { n: counted(String(number)) })));
  return { status: 'answered', blocks: [{ type: 'text', inlines: say(lang, 'remindListLead', { n: counted(String(reminders.length)) }) }, ...lines, { type: 'choices', lead: wordsOf(say(lang, 'reminderReplies')), options: cancel }] };
}

/** What is said when, as a line of a list. */
function told({ kind, text, next, reportYear }: OwnReminderTold, context: Context): Inline[] {
  const { lang } = context;
  const what: readonly Inline[] = text !== '' ? [echo(text)] : reportYear === null ? say(lang, 'remindReport') : say(lang, 'ownReminderReport', { year: byCalendar(reportYear) });
  return say(lang, kind === 'daily' ? 'remindDaily' : 'remindOnce', { what, when: next === null ? say(lang, 'remindNever') : moment(context, next) });
}

/** 2026年1月23日（星期五）09:00. */
function moment({ lang }: Context, at: Date): Inline[] {
  const minutes = minutesInChina(at);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
  return [calendarDay(lang, dayInChina(at)), ' ', { type: 'counted', text: clock, basis: 'calendar' }];
}

function answered(inlines: readonly Inline[]): Draft {
  return { status: 'answered', blocks: [{ type: 'text', inlines }] };
}

function refusal({ lang }: Context, key: string, slots: Parameters<typeof say>[2] = {}): Draft {
  return { status: 'out_of_scope', reason: 'not_supported', blocks: [{ type: 'text', inlines: say(lang, key, slots) }] };
}

function counted(text: string): Inline {
  return { type: 'counted', text, basis: 'reminders' };
}

function echo(text: string): Inline {
  return { type: 'echo', text };
}

import { randomUUID } from 'node:crypto';
import { dayInChina, yearOf } from '../index/mod.js';
import type { App } from './app.js';
import type { ReminderLine, Schedule } from './channels/operations.js';
import type { DeskTables } from './desk/tables.js';
import { undeliveredReplies } from './desk/undelivered.js';
import { owingFrom } from './owing.js';
import { configuredBook } from './reminders/config.js';
import type { ReminderTables } from './reminders/migrations.js';
import { outboxIn, type Posting } from './reminders/outbox.js';
import { planningBook } from './reminders/planning-book.js';
import { planReminders, remindersToCome, type Reminder } from './reminders/reminder.js';

const SHOWN = { history: 100, next: 30, replies: 20 };

/** Deadlines and reminders as `wenbao remind --dry-run` tells them at a moment: nothing is planned by looking. */
export async function scheduleShown({ held, config, standings }: Pick<App, 'held' | 'config' | 'standings'>, now: Date): Promise<Schedule> {
  const database = held.database<ReminderTables>();
  const configured = configuredBook(config.deadlines, config.reminders);
  const book = await planningBook(database, configured, owingFrom(standings, config.reminders), now);
  const outbox = outboxIn(database, randomUUID());
  const due = planReminders(now, book);
  const known = new Set(await outbox.known(due.map(({ key }) => key)));
  const year = yearOf(dayInChina(now));
  const nameOf = (id: string | null): string | null => (id === null ? null : (standings.roster.byId(id)?.name ?? id));
  const planned = (kind: 'due' | 'next', { to, kind: about, rule, reportYear, step, dueAt, org }: Reminder): ReminderLine => ({ kind, to, about, deadline: rule, reportYear, daysBefore: step, organisation: nameOf(org), dueAt: dueAt.toISOString(), state: null, reason: null, settledAt: null });
  const posted = ({ row, items }: Posting): ReminderLine[] =>
    items.map(({ kind: about, rule, report_year: reportYear, step, org, due_at: dueAt }) => ({ kind: 'outbox', to: { channel: row.channel, conversation: row.conversation, thread: row.thread }, about, deadline: rule, reportYear, daysBefore: step, organisation: nameOf(org), dueAt, state: row.state, reason: row.reason, settledAt: row.settled_at }));
  const replies = (await undeliveredReplies(held.database<DeskTables>(), SHOWN.replies)).map(
    ({ channel, conversation, at, delivery }): ReminderLine => ({ kind: 'reply', to: { channel, conversation, thread: null }, about: 'reply', deadline: null, reportYear: null, daysBefore: 0, organisation: null, dueAt: at, state: delivery, reason: null, settledAt: at }),
  );
  return {
    deadlines: [year - 1, year].flatMap((reportYear) => book.deadlinesOf(reportYear)),
    reminders: [...due.filter(({ key }) => !known.has(key)).map((one) => planned('due', one)), ...remindersToCome(now, book).slice(0, SHOWN.next).map((one) => planned('next', one)), ...(await outbox.history(SHOWN.history)).flatMap(posted), ...replies],
    reminded: book.reminded.length + book.owing.filter(({ conversations }) => conversations.length > 0).length,
  };
}

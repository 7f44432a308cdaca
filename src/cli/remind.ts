import { randomUUID } from 'node:crypto';
import { openApp } from '../app.js';
import { undeliveredReplies } from '../desk/undelivered.js';
import type { DeskTables } from '../desk/tables.js';
import { EXIT, type ExitCode } from '../exit.js';
import { addressKey } from '../reminders/book.js';
import { configuredBook } from '../reminders/config.js';
import type { ItemRow, ReminderTables } from '../reminders/migrations.js';
import { outboxIn, type Posting } from '../reminders/outbox.js';
import { wordsOfPlanned, wordsOfWaiting } from '../reminders/preview.js';
import { planningBook } from '../reminders/planning-book.js';
import { planReminders, remindersToCome, type Reminder } from '../reminders/reminder.js';
import { owingFrom } from '../owing.js';
import { momentFrom, type Settings } from '../settings.js';
import { printLine, RemindLine } from './output.js';
import { forPerson, type Line } from './remind-told.js';

/** Options of `wenbao remind`. */
export interface RemindTold {
  readonly at?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Postings of the history, and reminders still to come. */
const SHOWN = { history: 50, next: 10, replies: 20 };
/** Conversations of some hundred organisations are told at the same moment: all of it is what comes next. */
const MOST_NEXT = 500;

/**
 * `wenbao remind`: plans what is due at a moment into the outbox (`wenbao serve` says it; with `--dry-run` nothing is planned) and shows
 * what is due, what became of what was planned and of replies, and what comes next.
 */
export async function remind(told: RemindTold, settings: Settings): Promise<ExitCode> {
  const at = momentFrom(told.at, settings.now);
  const app = await openApp(settings, { samples: false });
  const { config, held } = app;
  try {
    const database = held.database<ReminderTables>();
    const book = await planningBook(database, configuredBook(config.deadlines, config.reminders), owingFrom(app.standings, config.reminders), at);
    const outbox = outboxIn(database, randomUUID());
    const due = planReminders(at, book);
    if (told.dryRun !== true) await outbox.put(due, at);
    const history = await outbox.history(SHOWN.history);
    const known = new Set(await outbox.known(due.map(({ key }) => key)));
    const lines: Line[] = [
      ...together(due.filter(({ key }) => !known.has(key))).flatMap((group) => {
        const text = wordsOfPlanned(group, book, at);
        return group.map((one) => lineOf('due', one, text));
      }),
      ...history.flatMap((posting) => outboxLines(posting, wordsOfWaiting(posting, book, at))),
      ...soonest(remindersToCome(at, book)).map((one) => lineOf('next', one, null)),
      ...(await undeliveredReplies(held.database<DeskTables>(), SHOWN.replies)).map(replyLine),
    ];
    if (settings.json) for (const line of lines) printLine(RemindLine, line);
    else process.stdout.write(forPerson(lines, { book, at }));
    return EXIT.done;
  } finally {
    await app.close();
  }
}

/** The first ones, and whatever is due at the same moment as the last of them. */
function soonest(coming: readonly Reminder[]): Reminder[] {
  const last = coming[SHOWN.next - 1]?.dueAt ?? coming.at(-1)?.dueAt;
  return coming.filter(({ dueAt }) => last !== undefined && dueAt <= last).slice(0, MOST_NEXT);
}

/** What is due is one message for each conversation; what people asked for is a message of its own. */
function together(due: readonly Reminder[]): Reminder[][] {
  const groups = new Map<string, Reminder[]>();
  for (const one of due) {
    const key = one.alone ? one.key : addressKey(one.to);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function lineOf(kind: 'due' | 'next', { key, kind: about, to, rule, reportYear, step, dueAt, org, subject }: Reminder, text: string | null): Line {
  return { kind, key, to, deadline: rule, reportYear, daysBefore: step, dueAt: dueAt.toISOString(), state: null, reason: null, settledAt: null, about, org, subject, message: null, text };
}

function outboxLines({ row, items }: Posting, text: string | null): Line[] {
  const { channel, conversation, thread, state, reason, settled_at: settledAt } = row;
  return items.map(({ key, kind: about, rule, report_year: reportYear, step, due_at: dueAt, org, subject }: ItemRow) => ({ kind: 'outbox', key, to: { channel, conversation, thread }, deadline: rule, reportYear, daysBefore: step, dueAt, state, reason, settledAt, about, org, subject, message: row.key, text }));
}

function replyLine({ channel, conversation, message, at, delivery }: Awaited<ReturnType<typeof undeliveredReplies>>[number]): Line {
  return { kind: 'reply', key: `reply/${channel}/${message}`, to: { channel, conversation, thread: null }, deadline: null, reportYear: null, daysBefore: 0, dueAt: at, state: delivery, reason: null, settledAt: at, about: 'reply', org: null, subject: null, message, text: null };
}

import type { PlanningBook } from './book.js';
import type { Posting } from './outbox.js';
import type { Reminder } from './reminder.js';
import { reminderMessage } from './reminder-message.js';
import { sayingsOf, type SayableItem } from './still-true.js';

/** What a message that says these reminders would say at a moment, as WeChat would show it; null when nothing is left to say. */
function previewOf(items: readonly SayableItem[], lang: 'zh' | 'en', book: PlanningBook, now: Date): string | null {
  const sayings = sayingsOf(items, book, now);
  return sayings.length === 0 ? null : reminderMessage(lang, sayings, { calendar: book.calendar, now, key: '' }).text;
}

/** The words of planned reminders that go out together, at a moment. */
export function wordsOfPlanned(reminders: readonly Reminder[], book: PlanningBook, now: Date): string | null {
  const items = reminders.map(({ kind, rule, reportYear, org, subject, dueAt, expiresAt }): SayableItem => ({ kind, rule, report_year: reportYear, org, subject, due_at: dueAt.toISOString(), expires_at: expiresAt.toISOString() }));
  return items.length === 0 ? null : previewOf(items, reminders[0]!.lang, book, now);
}

/** The words of a posting that still waits to be said; null for one that is settled. What was said is not kept. */
export function wordsOfWaiting({ row, items }: Posting, book: PlanningBook, now: Date): string | null {
  return row.state === 'planned' || row.state === 'claimed' || row.state === 'pending' ? previewOf(items, row.lang === 'en' ? 'en' : 'zh', book, now) : null;
}

import type { App } from './app.js';
import type { Done, RecurringWork } from './channels/operations.js';
import { openPeriod } from './reminders/asker-book.js';
import { calendarOf } from './reminders/config.js';
import type { ReminderTables } from './reminders/migrations.js';
import type { Recurrence } from './reminders/recurrence.js';
import { RecurrenceStore } from './reminders/recurrence-store.js';

type Ports = Pick<App, 'held' | 'config'>;

/** Recurring work that somebody switched on, with the period that is to be done now. */
export async function recurringWork({ held, config }: Ports, now: Date): Promise<RecurringWork[]> {
  const running = await new RecurrenceStore(held.database<ReminderTables>()).on();
  return running.map((one) => ({ id: one.id, report: one.citation.report, organisation: one.citation.org, what: one.what, owner: one.owner, to: one.to, open: openNow(one, config, now) }));
}

const NOTHING_OPEN: Done = { ok: false, why: { zh: '没有这项定期工作，或它没有启用、没有到期的', en: 'there is no such recurring work, or it is not switched on, or nothing of it is open' } };
const NO_EVIDENCE: Done = { ok: false, why: { zh: '要写依据：说明或链接', en: 'say what shows it: a note or a link' } };

/** Records the period that is open as done, with what shows it. */
export async function recordRecurringDone({ held, config }: Ports, id: string, evidence: string, by: string, now: Date): Promise<Done> {
  if (evidence.trim() === '') return NO_EVIDENCE;
  const store = new RecurrenceStore(held.database<ReminderTables>());
  const running = (await store.on()).find((one) => one.id === id);
  const open = running && openNow(running, config, now);
  if (!open) return NOTHING_OPEN;
  await store.recordDone(id, open.period, evidence.trim(), by, now);
  return { ok: true };
}

function openNow(running: Recurrence, config: App['config'], now: Date): RecurringWork['open'] {
  const open = openPeriod(running, now, { calendar: calendarOf(config.deadlines) });
  return open && { period: open.name, due: open.due };
}

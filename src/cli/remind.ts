import type { z } from 'zod';
import { openLibrary, standardSteps } from '../../index/mod.js';
import { configOf } from '../config/load.js';
import { EXIT, type ExitCode } from '../exit.js';
import { reminderBook } from '../reminders/config.js';
import type { OutboxRow, ReminderTables } from '../reminders/migrations.js';
import { outboxIn } from '../reminders/outbox.js';
import { planReminders, remindersToCome, type Reminder } from '../reminders/reminder.js';
import { momentFrom, type Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { printLine, RemindLine } from './output.js';

export interface RemindTold {
  readonly at?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

type Line = z.input<typeof RemindLine>;

const SHOWN = { history: 50, next: 10 };

/**
 * `wenbao remind`: plans what is due at a moment into the outbox (`wenbao serve` says it; with `--dry-run` nothing is planned) and shows
 * what is due, what became of what was planned, and what comes next.
 */
export async function remind(told: RemindTold, settings: Settings): Promise<ExitCode> {
  const at = momentFrom(told.at, settings.now);
  const config = await configOf(settings);
  const book = reminderBook(config.deadlines, config.reminders);
  const held = await openLibrary(settings.data, { steps: standardSteps, now: settings.now, migrations: ownMigrations });
  try {
    const outbox = outboxIn(held.database<ReminderTables>());
    const due = planReminders(at, book);
    if (told.dryRun !== true) await outbox.put(due);
    const history = await outbox.history(SHOWN.history);
    const known = new Set(history.map(({ key }) => key));
    const lines = [...due.filter(({ key }) => !known.has(key)).map((one) => lineOf('due', one)), ...history.map(outboxLine), ...remindersToCome(at, book).slice(0, SHOWN.next).map((one) => lineOf('next', one))];
    if (settings.json) for (const line of lines) printLine(RemindLine, line);
    else process.stdout.write(forPerson(lines, book.reminded.length));
    return EXIT.done;
  } finally {
    await held.close();
  }
}

function lineOf(kind: 'due' | 'next', { key, to, rule, reportYear, step, dueAt }: Reminder): Line {
  return { kind, key, to, deadline: rule, reportYear, daysBefore: step, dueAt: dueAt.toISOString(), state: null, reason: null, settledAt: null };
}

function outboxLine({ key, channel, conversation, thread, rule, report_year: reportYear, step, due_at: dueAt, state, reason, settled_at: settledAt }: OutboxRow): Line {
  return { kind: 'outbox', key, to: { channel, conversation, thread }, deadline: rule, reportYear, daysBefore: step, dueAt, state, reason, settledAt };
}

const HEADS: Readonly<Record<Line['kind'], string>> = { due: '现在该说 · due now', outbox: '待发与已发 · outbox', next: '接下来 · next' };
const STATES: Readonly<Record<OutboxRow['state'], string>> = {
  planned: '待发 planned',
  claimed: '待发 claimed',
  posting: '正在发 posting',
  pending: '等候 pending',
  sent: '已送达 sent',
  'handed over': '已交给渠道 handed over',
  refused: '被拒 refused',
  unknown: '不明 unknown',
  expired: '过时未发 expired',
};

function forPerson(lines: readonly Line[], reminded: number): string {
  const empty = reminded === 0 ? '没有配置提醒对象（wenbao.config.yaml: reminders.to）· nobody is configured to be reminded\n' : '';
  const sections = (['due', 'outbox', 'next'] as const).flatMap((kind) => {
    const of = lines.filter((line) => line.kind === kind);
    return of.length === 0 ? [] : [`${HEADS[kind]}\n${of.map(personLine).join('')}`];
  });
  return empty + sections.join('\n');
}

function personLine({ to, deadline, reportYear, daysBefore, dueAt, state, reason }: Line): string {
  const when = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(dueAt));
  return `  ${when}  ${to.channel} ${to.conversation}  ${deadline} ${reportYear}  −${daysBefore}${state ? `  ${STATES[state]}` : ''}${reason ? `（${reason}）` : ''}\n`;
}

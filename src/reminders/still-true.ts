import type { Deadline } from '../../index/mod.js';
import { boundBy, type ReminderKind } from './reminder.js';
import type { Owing, PlanningBook } from './book.js';
import type { ItemRow } from './migrations.js';
import type { OwnReminder } from './own.js';
import type { Recurrence } from './recurrence.js';

/** What an item of a posting must tell to be said. */
export type SayableItem = Pick<ItemRow, 'kind' | 'rule' | 'report_year' | 'org' | 'subject' | 'due_at' | 'expires_at'>;

/** What of a posting is still worth saying, sorted by what it is about. */
export type Saying =
  | { readonly kind: Extract<ReminderKind, 'deadline' | 'overdue' | 'escalation'>; readonly deadline: Deadline; /** Who still owes; empty without a roster. */ readonly owing: readonly Owing[]; readonly dueAt: Date }
  | { readonly kind: 'own'; readonly own: OwnReminder; readonly deadline: Deadline | null; readonly dueAt: Date }
  | { readonly kind: 'recurrence'; readonly recurrence: Recurrence; readonly period: string; readonly dueAt: Date };

/** The reminders of a posting that still hold at a moment: whoever handed in meanwhile, what was cancelled, and what the next step has overtaken are left out. */
export function sayingsOf(items: readonly SayableItem[], book: PlanningBook, now: Date): Saying[] {
  const found = new Map<string, Saying>();
  for (const item of items) {
    if (Date.parse(item.expires_at) <= now.getTime()) continue;
    const saying = sayingOf(item, book);
    if (saying === null) continue;
    const key = keyOf(saying);
    const known = found.get(key);
    found.set(key, known === undefined ? saying : together(known, saying, book));
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly ReminderKind[] = ['escalation', 'overdue', 'deadline', 'recurrence', 'own'];

function sayingOf(item: SayableItem, book: PlanningBook): Saying | null {
  const dueAt = new Date(item.due_at);
  if (item.kind === 'own') {
    const own = book.own.find(({ id }) => String(id) === item.subject);
    if (own === undefined || own.state !== 'active') return null;
    if (own.org !== null && own.reportYear !== null && book.owing.some((one) => one.id === own.org && one.done(own.reportYear!))) return null;
    return { kind: 'own', own, deadline: deadlineOf(own.rule, own.reportYear, book), dueAt };
  }
  if (item.kind === 'recurrence') {
    const [id, period = ''] = (item.subject ?? '').split(' ');
    const recurrence = book.recurrences.find((one) => one.id === id);
    return recurrence === undefined || recurrence.done.has(period) ? null : { kind: 'recurrence', recurrence, period, dueAt };
  }
  const deadline = deadlineOf(item.rule, item.report_year, book);
  if (deadline === null) return null;
  const { reportYear } = deadline;
  if (item.org === null) {
    const bound = boundBy(deadline, book.owing);
    const owing = bound.filter((one) => !one.done(reportYear));
    return bound.length > 0 && owing.length === 0 ? null : { kind: item.kind, deadline, owing, dueAt };
  }
  const one = book.owing.find(({ id }) => id === item.org);
  return one === undefined || one.done(reportYear) ? null : { kind: item.kind, deadline, owing: [one], dueAt };
}

function deadlineOf(rule: string | null, reportYear: number | null, book: PlanningBook): Deadline | null {
  return reportYear === null ? null : (book.deadlinesOf(reportYear).find((deadline) => deadline.rule.id === rule) ?? null);
}

function keyOf(saying: Saying): string {
  if (saying.kind === 'own') return `own ${saying.own.id}`;
  if (saying.kind === 'recurrence') return `recurrence ${saying.recurrence.id} ${saying.period}`;
  return `${saying.kind} ${saying.deadline.rule.id} ${saying.deadline.reportYear}`;
}

/** One line about a deadline for all that owe; of two steps of the same the later one counts. */
function together(a: Saying, b: Saying, { owing }: PlanningBook): Saying {
  const dueAt = a.dueAt > b.dueAt ? a.dueAt : b.dueAt;
  if (!('owing' in a) || !('owing' in b)) return { ...b, dueAt };
  // In the roster's order.
  return { ...a, dueAt, owing: owing.filter(({ id }) => [...a.owing, ...b.owing].some((one) => one.id === id)) };
}

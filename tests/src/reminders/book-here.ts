// The room itself, not the floor's face: the child that is killed two hundred times loads no more than it needs.
import { deadlinesOf, officialCalendar } from '../../../index/calendar/mod.js';
import type { Ladder, Owing, PlanningBook } from '../../../src/reminders/book.js';

const calendar = officialCalendar();

export const LADDER: Ladder = { daysBefore: [60, 15, 5, 1, 0], overdue: { everyWorkingDays: 3, times: 4 }, escalate: [1, 7] };

/** A planning book with the law's deadlines, office hours and nobody in it. */
export function bookHere(over: Partial<PlanningBook> = {}): PlanningBook {
  return {
    reminded: [],
    owing: [],
    ladder: LADDER,
    hours: { from: 9 * 60, to: 17 * 60 + 30, everyDay: false },
    calendar,
    deadlinesOf: (year) => deadlinesOf(year, [], calendar),
    own: [],
    recurrences: [],
    putOff: [],
    muted: new Set(),
    ...over,
  };
}

/** A department that owes a report, told in a room of its own; its supervisor in another. */
export function owingHere(name: string, over: Partial<Owing> = {}): Owing {
  return {
    id: name,
    name,
    level: 'department',
    conversations: [{ to: { channel: 'wechat', conversation: `room@${name}`, thread: null }, lang: 'zh' }],
    supervisor: { name: '县政府办', conversations: [{ to: { channel: 'slack', conversation: 'C-office', thread: null }, lang: 'zh' }] },
    ladder: LADDER,
    done: () => false,
    ...over,
  };
}

/** A moment in China. */
export function china(text: string): Date {
  return new Date(`${text}+08:00`);
}

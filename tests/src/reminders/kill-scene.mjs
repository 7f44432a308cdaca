// What the killed children and the test that judges them have in common: who is told, on which days, and a channel that writes down what it posts.
// Runs on the built program.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setImmediate as breath } from 'node:timers/promises';
import { deadlinesOf, officialCalendar } from '../../../dist/index/mod.js';

const calendar = officialCalendar();
const ROOMS = 4;
/** Working days on which the ladder, what is overdue, and the supervisor's list say something. */
export const MORNINGS = ['2026-01-30', '2026-02-02', '2026-02-05'].map((day) => new Date(`${day}T10:00:00+08:00`));
/** Whoever comes after a killed process comes when its leases have ended. */
export const AFTERWARDS = new Date('2026-02-05T10:30:00+08:00');

export const book = {
  reminded: [],
  owing: Array.from({ length: ROOMS }, (_, i) => ({
    id: `单位${i}`,
    name: `单位${i}`,
    level: 'department',
    conversations: [{ to: { channel: 'wechat', conversation: `room@${i}`, thread: null }, lang: i % 2 === 0 ? 'zh' : 'en' }],
    supervisor: { name: '县政府办', conversations: [{ to: { channel: 'wechat', conversation: 'room@office', thread: null }, lang: 'zh' }] },
    ladder: { daysBefore: [15, 7, 0], overdue: { everyWorkingDays: 3, times: 3 }, escalate: [1] },
    done: () => false,
  })),
  ladder: { daysBefore: [], overdue: { everyWorkingDays: 1, times: 0 }, escalate: [] },
  hours: { from: 540, to: 1050, everyDay: false },
  calendar,
  deadlinesOf: (year) => deadlinesOf(year, [], calendar),
  own: [],
  recurrences: [],
  putOff: [],
  muted: new Set(),
};

/** Keys of what was posted, in order; they stay whatever becomes of the process. */
export function deliveredIn(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : [];
}

/** A channel that writes each delivery to a file before it answers, and, when `tells`, can be asked what stands there. `point` is called between all its steps. */
export function writingChannel(file, tells, point = () => {}) {
  return {
    health: () => ({ state: 'up', detail: { zh: '', en: '' } }),
    async post(to, message) {
      point();
      await breath();
      appendFileSync(file, `${message.key}\n`);
      point();
      await breath();
      return { state: 'sent', messageId: null, reason: null, retryAt: null };
    },
    ...(tells && { lookUp: async (to, key) => ({ found: deliveredIn(file).includes(key) ? 'posted' : 'absent', messageId: null }) }),
  };
}

/** An outbox that calls `point` before and after each of its steps. */
export function watched(outbox, point) {
  return Object.fromEntries(
    Object.entries(outbox).map(([name, step]) => [
      name,
      async (...told) => {
        point();
        const done = await step(...told);
        point();
        return done;
      },
    ]),
  );
}

export const silent = { info() {}, warn() {}, error() {} };

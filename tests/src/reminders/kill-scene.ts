import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setImmediate as breath } from 'node:timers/promises';
import type { Address } from '../../../src/channels/channel.js';
import type { Conversation, PlanningBook } from '../../../src/reminders/book.js';
import type { ReminderChannel, ReminderPorts } from '../../../src/reminders/dispatcher.js';
import type { Outbox } from '../../../src/reminders/outbox.js';
import { bookHere, owingHere } from './book-here.js';

// What the killed children and the test that judges them have in common: who is told, on which days, and a channel that writes down what it posts.

const ROOMS = 4;
/** Working days on which the ladder, what is overdue, and the supervisor's list say something. */
export const MORNINGS = ['2026-01-30', '2026-02-02', '2026-02-05'].map((day) => new Date(`${day}T10:00:00+08:00`));
/** Whoever comes after a killed process comes when its leases have ended. */
export const AFTERWARDS = new Date('2026-02-05T10:30:00+08:00');

/** What a child is told to do: one run in one store. */
export interface RunTold {
  /** Folder of the store, and the file its deliveries are written to. */
  readonly folder: string;
  readonly deliveries: string;
  /** Whether its channel can be asked what stands there. */
  readonly tells: boolean;
  /** The step at which it is killed; 0 never. */
  readonly atStep: number;
  /** It kills itself at that step, or says that it is there and goes on until the kill from outside comes. */
  readonly from: 'inside' | 'outside';
  /** Name of the process in the store. */
  readonly name: string;
  /** On how many mornings it says something, the last ones. */
  readonly mornings: number;
}

/** What a child says. */
export type ChildSaid = { readonly at: 'ready' } | { readonly at: 'step' } | { readonly at: 'end'; readonly steps: number };

const conversation = (room: string, lang: 'zh' | 'en'): Conversation => ({ to: { channel: 'wechat', conversation: room, thread: null }, lang });

/** Some departments that owe a report, told in rooms of their own. */
export const book: PlanningBook = bookHere({
  owing: Array.from({ length: ROOMS }, (_, i) =>
    owingHere(`单位${i}`, {
      conversations: [conversation(`room@${i}`, i % 2 === 0 ? 'zh' : 'en')],
      supervisor: { name: '县政府办', conversations: [conversation('room@office', 'zh')] },
      ladder: { daysBefore: [15, 7, 0], overdue: { everyWorkingDays: 3, times: 3 }, escalate: [1] },
    }),
  ),
});

/** Everything that a turn of the schedule needs beside outbox, channel and clock. */
export const PORTS: Pick<ReminderPorts, 'book' | 'policy' | 'log'> = {
  book: async () => book,
  policy: { resendUnknown: 0, elsewhereAfterMs: 3_600_000 },
  log: { info() {}, warn() {}, error() {} },
};

/** Keys of what was posted, in order; they stay whatever becomes of the process. */
export function deliveredIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : [];
}

/** A channel that writes each delivery to a file before it answers, and, when `tells`, can be asked what stands there. `point` is called between all its steps. */
export function writingChannel(file: string, tells: boolean, point: () => void = () => {}): ReminderChannel {
  return {
    health: () => ({ state: 'up', detail: { zh: '', en: '' } }),
    async post(_to, message) {
      point();
      await breath();
      appendFileSync(file, `${message.key}\n`);
      point();
      await breath();
      return { state: 'sent', messageId: null, reason: null, retryAt: null };
    },
    ...(tells && { lookUp: async (_to: Address, key: string) => ({ found: deliveredIn(file).includes(key) ? ('posted' as const) : ('absent' as const), messageId: null }) }),
  };
}

/** An outbox that calls `point` before and after each of its steps. */
export function watched(outbox: Outbox, point: () => void): Outbox {
  const steps = Object.entries(outbox) as [string, (...told: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    steps.map(([name, step]) => [
      name,
      async (...told: unknown[]) => {
        point();
        const done = await step(...told);
        point();
        return done;
      },
    ]),
  ) as unknown as Outbox;
}

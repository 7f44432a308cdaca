import type { ChannelLog, Delivery, LookedUp } from '../../../src/channels/channel.js';
import type { PlanningBook } from '../../../src/reminders/book.js';
import type { ReminderChannel, ReminderPorts } from '../../../src/reminders/dispatcher.js';
import type { Outbox } from '../../../src/reminders/outbox.js';
import type { Message } from '../../../src/render/message.js';
import { bookHere, china, LADDER } from './book-here.js';

export const ladder = { ...LADDER, daysBefore: [15, 5, 0] };
/** A room and a channel that are told of the departments' deadline. */
export const book = bookHere({
  ladder,
  reminded: [
    { to: { channel: 'wechat', conversation: 'room@1', thread: null }, lang: 'zh', deadlines: ['departments'] },
    { to: { channel: 'slack', conversation: 'C1', thread: null }, lang: 'en', deadlines: ['departments'] },
  ],
});
export const silent: ChannelLog = { info() {}, warn() {}, error() {} };
export const SENT: Delivery = { state: 'sent', messageId: 'm1', reason: null, retryAt: null };
export const CLOSED: Delivery = { state: 'pending', messageId: null, reason: 'the window is closed', retryAt: null, closed: true };

export interface Posted {
  readonly channel: string;
  readonly conversation: string;
  readonly message: Message;
}

/** One turn of the schedule, at a moment in China. */
export interface Scene {
  readonly at: string;
  /** What the channel says; by conversation when it depends on that. */
  readonly outcome?: Delivery | ((conversation: string) => Delivery);
  readonly up?: boolean | ((name: string) => boolean);
  readonly over?: PlanningBook;
  readonly lookUp?: (key: string) => LookedUp;
  readonly resendUnknown?: number;
}

/** The ports of a turn over an outbox; what is posted goes to `posted`. */
export function portsOf(outbox: Outbox, posted: Posted[], { at, outcome = SENT, up = true, over = book, lookUp, resendUnknown = 0 }: Scene): ReminderPorts {
  const channel = (name: string): ReminderChannel => ({
    post: async (to, message) => {
      posted.push({ channel: name, conversation: to.conversation, message });
      return typeof outcome === 'function' ? outcome(to.conversation) : outcome;
    },
    health: () => ({ state: (typeof up === 'function' ? up(name) : up) ? 'up' : 'down', detail: { zh: '', en: '' } }),
    ...(lookUp && { lookUp: async (_to, key) => lookUp(key) }),
  });
  return { book: async () => over, outbox, channel, policy: { resendUnknown, elsewhereAfterMs: 3_600_000 }, now: () => china(at), log: silent };
}

/** `wechat 15 sent` for each reminder of an outbox: channel, step, and what became of it. */
export async function statesOf(outbox: Outbox): Promise<string[]> {
  return (await outbox.history(50)).flatMap(({ row, items }) => items.map(({ step }) => `${row.channel} ${step} ${row.state}`)).sort();
}

export const places = (posted: readonly Posted[]): string[] => posted.map(({ conversation }) => conversation).sort();

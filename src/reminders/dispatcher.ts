import type { Channel, ChannelLog, Delivery } from '../channels/channel.js';
import type { Outbox } from './outbox.js';
import { planReminders, withinHours, type ReminderBook } from './reminder.js';
import { reminderMessage } from './reminder-message.js';

export interface ReminderPorts {
  readonly book: ReminderBook;
  readonly outbox: Outbox;
  /** The running channel of a name; null when it is not running. */
  readonly channel: (name: string) => Pick<Channel, 'post' | 'health'> | null;
  readonly now: () => Date;
  readonly log: ChannelLog;
}

/** Long enough for a slow channel; after it another process takes over what was not begun. */
const LEASE_MS = 2 * 60_000;
const AT_ONCE = 20;
/** The schedule looks every minute. */
const TURN_MS = 60_000;
/** A channel that is not connected is tried again at the next turn: half a turn, since a whole one would end just after it. */
const RECONNECT_MS = TURN_MS / 2;

/** One turn of the schedule: plans what is due, settles what can no longer be told or said, and says the rest within the hours for it. */
export async function remindOnce({ book, outbox, channel, now, log }: ReminderPorts): Promise<void> {
  const planned = await outbox.put(planReminders(now(), book));
  if (planned > 0) log.info('reminders planned', { planned });
  await outbox.tidy(now());
  if (!withinHours(now(), book)) return;
  for (const row of await outbox.claim(now(), LEASE_MS, AT_ONCE)) {
    const place = channel(row.channel);
    const deadline = book.deadlinesOf(row.report_year).find(({ rule }) => rule.id === row.rule);
    if (!deadline) {
      // The rule was taken out of the configuration after this was planned.
      if (await outbox.begin(row.key, now(), LEASE_MS)) await outbox.settle(row.key, refusal('the deadline is no longer configured'), now());
    } else if (!place || place.health().state !== 'up') {
      await outbox.postpone(row.key, new Date(now().getTime() + RECONNECT_MS), 'the channel is not connected');
    } else if (await outbox.begin(row.key, now(), LEASE_MS)) {
      const delivery = await place.post({ channel: row.channel, conversation: row.conversation, thread: row.thread }, reminderMessage(row, deadline, book.calendar, now()));
      await outbox.settle(row.key, delivery, now());
      log.info('reminder posted', { key: row.key, state: delivery.state });
    }
  }
}

function refusal(reason: string): Delivery {
  return { state: 'refused', messageId: null, reason, retryAt: null };
}

/** Runs the schedule every minute until stopped; a turn that fails is logged and the next one tries again. `stop` waits for the turn under way. */
export function startReminders(ports: ReminderPorts, everyMs = TURN_MS): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const turn = (): void => {
    if (busy) return;
    busy = true;
    running = remindOnce(ports)
      .catch((error: unknown) => ports.log.error('reminders failed', { error: error instanceof Error ? error.message : String(error) }))
      .finally(() => {
        busy = false;
      });
  };
  turn();
  const timer = setInterval(turn, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

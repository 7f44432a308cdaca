import type { Channel, ChannelLog, ChannelName, Delivery } from '../channels/channel.js';
import { faultFacts } from '../log-facts.js';
import { addressKey, type Conversation, type PlanningBook } from './book.js';
import { LEASE_MS, type Outbox, type Posting } from './outbox.js';
import { planReminders, withinHours } from './reminder.js';
import { reminderMessage } from './reminder-message.js';
import { sayingsOf } from './still-true.js';

/** What the configuration says about delivering. */
export interface DeliveryPolicy {
  /** How often something is said again of which nobody can tell whether it was said; 0 never. */
  readonly resendUnknown: number;
  /** After so many milliseconds another conversation of the organisation is told instead of one that cannot be reached. */
  readonly elsewhereAfterMs: number;
}

/** What reminders use of a channel. */
export type ReminderChannel = Pick<Channel, 'post' | 'health' | 'lookUp'>;

/** What a turn of the schedule needs. */
export interface ReminderPorts {
  /** The book as it stands at a moment. */
  readonly book: (now: Date) => Promise<PlanningBook>;
  readonly outbox: Outbox;
  /** The running channel of a name; null when it is not running. */
  readonly channel: (name: string) => ReminderChannel | null;
  readonly policy: DeliveryPolicy;
  /** Plans and says only what goes to this channel. */
  readonly only?: ChannelName;
  readonly now: () => Date;
  readonly log: ChannelLog;
}

/** Postings said in one turn; the rest waits for the next. */
const AT_ONCE = 200;
/** The schedule looks every minute. */
const TURN_MS = 60_000;
/** A channel that is not connected is tried again at the next turn: half a turn, since a whole one would end just after it. */
const RECONNECT_MS = TURN_MS / 2;
/** A channel that takes longer has lost its connection. Shorter than the lease, so that no other process judges meanwhile. */
const POST_WITHIN_MS = LEASE_MS / 2;
/** Clocks of servers and ours differ by less. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** One turn of the schedule: plans what is due, settles what can no longer be told or said, and says the rest within the hours for it. */
export async function remindOnce(ports: ReminderPorts): Promise<void> {
  const { outbox, only, now, log } = ports;
  const book = await ports.book(now());
  const planned = await outbox.put(planReminders(now(), book).filter(({ to }) => only === undefined || to.channel === only), now());
  if (planned > 0) log.info('reminders planned', { planned });
  for (const posting of await outbox.undecided(now(), only)) await decide(posting, ports);
  await outbox.tidy(now());
  for (let said = 0; said < AT_ONCE; said += 1) {
    const posting = await outbox.claim(now(), withinHours(now(), book), only);
    if (posting === null) return;
    await sayOne(posting, book, ports);
  }
}

/** Nobody knows whether it was posted: the channel is asked; where it cannot tell, the policy says whether it is said once more. */
async function decide({ row }: Posting, { outbox, channel, policy, now, log }: ReminderPorts): Promise<void> {
  const place = channel(row.channel);
  const begun = Math.min(Date.parse(row.due_at), Date.parse(row.lease_until ?? row.due_at) - LEASE_MS) - CLOCKS_DIFFER_MS;
  const looked = place?.lookUp && place.health().state === 'up' ? await place.lookUp({ channel: row.channel, conversation: row.conversation, thread: row.thread }, row.key, new Date(begun)) : null;
  const expired = Date.parse(row.expires_at) <= now().getTime();
  const mayTellLater = looked === null && place?.lookUp !== undefined && !expired;
  const facts = { key: row.key, found: looked?.found ?? null };
  if (looked?.found === 'posted') await outbox.settle(row.key, { state: 'sent', messageId: looked.messageId, reason: 'looked up', retryAt: null }, now());
  else if (looked?.found === 'absent') await outbox.again(row.key, false);
  else if (mayTellLater) await outbox.leaveOpen(row.key, row.reason);
  else if (row.resends < policy.resendUnknown && !expired) await outbox.again(row.key, true);
  else await outbox.settle(row.key, { state: 'unknown', messageId: null, reason: row.reason ?? 'nobody can tell whether it was posted', retryAt: null }, now());
  log.warn('reminder undecided', facts);
}

async function sayOne(posting: Posting, book: PlanningBook, ports: ReminderPorts): Promise<void> {
  const { outbox, channel, policy, now, log } = ports;
  const { row, items } = posting;
  const sayings = sayingsOf(items, book, now());
  if (sayings.length === 0) return outbox.drop(row.key, 'nothing is left to say', now());
  const place = channel(row.channel);
  if (!place || place.health().state !== 'up') {
    const waited = now().getTime() - Date.parse(row.due_at);
    if (waited < policy.elsewhereAfterMs || !(await sayElsewhere(posting, book, ports))) await outbox.postpone(row.key, new Date(now().getTime() + RECONNECT_MS), 'the channel is not connected');
    return;
  }
  const to = { channel: row.channel, conversation: row.conversation, thread: row.thread };
  const message = reminderMessage(row.lang === 'en' ? 'en' : 'zh', sayings, { calendar: book.calendar, now: now(), key: row.key });
  if (!(await outbox.begin(row.key, now()))) return;
  const delivery = await inTime(() => place.post(to, message));
  log[delivery.state === 'sent' || delivery.state === 'handed over' ? 'info' : 'warn']('reminder posted', { key: row.key, state: delivery.state, reason: delivery.reason });
  if (delivery.state === 'unknown' && place.lookUp) return outbox.leaveOpen(row.key, delivery.reason);
  // One that does not say when it will take it is waited for no longer than a channel that stays away.
  const waitedEnough = delivery.retryAt === null && now().getTime() - Date.parse(row.due_at) >= policy.elsewhereAfterMs;
  const cannotBeTold = delivery.state === 'refused' || (delivery.state === 'pending' && (delivery.closed === true || waitedEnough));
  if (cannotBeTold && (await sayElsewhere(posting, book, ports, delivery))) return;
  await outbox.settle(row.key, delivery, now());
}

/**
 * Gives what a conversation cannot be told to other conversations of the same organisations that can; false when something is left for it.
 * Where `delivery` was refused that stays on record: the room may be gone, and somebody has to correct it.
 */
async function sayElsewhere({ row, items }: Posting, book: PlanningBook, { outbox, channel, now }: ReminderPorts, delivery: Delivery | null = null): Promise<boolean> {
  const reachable = ({ to }: Conversation): boolean => !row.key.includes(addressKey(to)) && channel(to.channel)?.health().state === 'up';
  const moves = new Map<string, { readonly to: Conversation; readonly items: string[] }>();
  for (const { key, kind, org } of items) {
    // What a person asked for is theirs, and nobody else's to read.
    if (kind === 'own') continue;
    const one = book.owing.find(({ id }) => id === org);
    const other = (kind === 'escalation' ? one?.supervisor?.conversations : one?.conversations)?.find(reachable);
    if (other === undefined) continue;
    const known = moves.get(addressKey(other.to));
    if (known) known.items.push(key);
    else moves.set(addressKey(other.to), { to: other, items: [key] });
  }
  for (const move of moves.values()) await outbox.move(row.key, move.items, move.to, now(), delivery?.state === 'refused' ? { refused: delivery.reason } : undefined);
  return [...moves.values()].reduce((count, move) => count + move.items.length, 0) === items.length;
}

/** From a channel that breaks its word nobody can tell whether it posted. */
async function inTime(post: () => Promise<Delivery>): Promise<Delivery> {
  const unknown = (reason: string): Delivery => ({ state: 'unknown', messageId: null, reason, retryAt: null });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve(unknown('the channel did not say in time whether it posted')), POST_WITHIN_MS);
  });
  try {
    return await Promise.race([late, post()]);
  } catch {
    return unknown('the channel failed while posting');
  } finally {
    clearTimeout(timer);
  }
}

/** The schedule while it runs. */
export interface RunningReminders {
  /** Somebody wrote in a conversation: says what waited for it. */
  heard(place: { readonly channel: Posting['row']['channel']; readonly conversation: string }): Promise<void>;
  /** When a turn last ended well; null before the first has. */
  lastTurn(): Date | null;
  /** Resolves when the turn under way has ended. */
  stop(): Promise<void>;
}

/** Runs the schedule every minute until stopped; a turn that fails is logged and the next one tries again. */
export function startReminders(ports: ReminderPorts, everyMs = TURN_MS): RunningReminders {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  let turned: Date | null = null;
  const failed = (error: unknown): void => ports.log.error('reminders failed', faultFacts(error));
  const turn = (): void => {
    if (busy) return;
    busy = true;
    running = remindOnce(ports)
      .then(() => {
        turned = ports.now();
      })
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  };
  turn();
  const timer = setInterval(turn, everyMs);
  return {
    heard: async (place) => {
      const opened = await ports.outbox.heard(place, ports.now()).catch((error: unknown) => (failed(error), 0));
      if (opened > 0) turn();
    },
    lastTurn: () => turned,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

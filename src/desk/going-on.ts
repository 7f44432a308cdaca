import type { Kysely } from 'kysely';
import type { Answered, ChannelLog, ChannelName, Incoming, PostingChannel } from '../channels/channel.js';
import type { Config } from '../config/parts.js';
import type { Message } from '../render/message.js';
import type { AuditLine } from './audit.js';
import { interrupted, type TakenInSince } from './interrupted.js';
import type { ClaimedMessage, MessageBook, UnfinishedMessage } from './messages.js';
import { post } from './post.js';
import { languageOfPerson } from './preference.js';
import type { DeskTables } from './tables.js';

/** How long to wait before a reply is offered again to a channel that could not take it and named no moment. */
export const RETRY_MS = 15_000;
/** A channel's clock and ours may differ by so much. */
const CLOCKS_APART_MS = 60_000;
/** What came of a deed is told as long as somebody may still wonder. */
const DEED_TOLD_MS = 24 * 60 * 60_000;

/** What of the desk it takes to go on with a message; each as the desk itself does it. */
interface GoingOnPorts {
  readonly book: MessageBook;
  readonly database: Kysely<DeskTables>;
  readonly channel: (name: ChannelName) => PostingChannel | null;
  readonly config: Pick<Config, 'access'>;
  readonly takenInSince: TakenInSince;
  /** Too old to be answered. */
  readonly stale: (message: ClaimedMessage) => boolean;
  /** The line, or null where no audit is kept. */
  readonly audited: (line: AuditLine) => AuditLine | null;
  readonly work: (message: ClaimedMessage) => Promise<Answered | 'stale' | null>;
  readonly deliver: (message: ClaimedMessage, reply: Message, to: PostingChannel | null, name: string | null) => Promise<void>;
  readonly tellLate: (message: ClaimedMessage, to: PostingChannel | null) => Promise<void>;
  readonly broken: (error: unknown, message: ClaimedMessage | null, incoming: Pick<Incoming, 'from' | 'text'>) => Promise<Message>;
  readonly log: ChannelLog;
  readonly now: () => Date;
}

/** Goes on with one message that a process left unfinished or that its channel could not take: answers it, posts what was answered, or finds out whether it was posted. Never rejects but where the store does. */
export function goingOn({ book, database, channel, config, takenInSince, stale, audited, work, deliver, tellLate, broken, log, now }: GoingOnPorts): (message: UnfinishedMessage) => Promise<void> {
  /** The reply to give to what a process left: the one that stands, or one made now; null when there is none to give. */
  async function replyTo(message: UnfinishedMessage): Promise<Message | 'stale' | null> {
    // An offer is of no use without its buttons, which are not kept.
    if (message.reply !== null && message.deed !== 'offer') return message.reply;
    if (message.deed === null) return work(message).then((worked) => (worked === null || worked === 'stale' ? worked : worked.message));
    const reply = await interrupted(message, await languageOfPerson(database, message), config.access.contact, takenInSince);
    const line = message.reply === null ? audited({ at: now(), answerId: null, status: 'fault', reason: 'interrupted', intent: message.deed, citations: [], ms: 0 }) : null;
    return (await book.answered(message, reply, line, null)) ? reply : null;
  }

  /** A reply that may or may not have been posted: looked up where the channel can tell, and posted where it was not; else it is not posted again. */
  async function lookAfter(message: UnfinishedMessage, to: PostingChannel | null, facts: Record<string, unknown>): Promise<void> {
    const { reply } = message;
    if (to === null && !stale(message)) return void (await book.letGo(message, new Date(now().getTime() + RETRY_MS)));
    const since = new Date(Math.min(message.sentAt.getTime(), message.receivedAt.getTime()) - CLOCKS_APART_MS);
    const { found } = reply === null || message.alone || to?.lookUp === undefined ? ({ found: 'cannot tell' } as const) : await to.lookUp(message.from, keyOf(message), since);
    log.info('looked for a reply that may have been posted', { ...facts, found });
    if (found === 'absent') return deliver(message, reply!, to, null);
    await book.settle(message, found === 'posted' ? 'sent' : 'unknown');
    if (found !== 'posted') log.warn('nobody knows whether this reply was posted; it is not posted again', facts);
  }

  async function goOn(message: UnfinishedMessage): Promise<void> {
    const facts = { channel: message.from.channel, message: message.id, state: message.state, deed: message.deed };
    const to = channel(message.from.channel);
    const told = message.alone ? { ...message, from: { ...message.from, conversation: message.speaker, thread: null }, direct: true } : message;
    try {
      // What came of a deed may be told twice; an answer may not.
      if (message.state === 'posting' && message.deed === null) return await lookAfter(message, to, facts);
      const tooOld = message.deed === null ? message.state === 'answered' && stale(message) : now().getTime() - message.sentAt.getTime() > DEED_TOLD_MS;
      if (tooOld) {
        await book.settle(message, 'pending');
        log.error('reply was never taken by its channel', facts);
        return await tellLate(told, to);
      }
      log.info('going on with a message', facts);
      const reply = await replyTo(message);
      if (reply === 'stale') return await tellLate(told, to);
      if (reply !== null) await deliver(told, reply, to, null);
    } catch (error) {
      const notice = await broken(error, message, message);
      if (to !== null) await post(to, told, notice, null, log);
    }
  }

  return goOn;
}

/** What a reply can be found by where it was posted: one message has one. */
export function keyOf({ from, id }: Pick<Incoming, 'from' | 'id'>): string {
  return JSON.stringify(['reply', from.channel, id]);
}

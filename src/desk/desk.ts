import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { languageOf, LONGEST_QUESTION, type Assistant, type ReminderBook } from '../../intents/mod.js';
import type { Address, Answered, ChannelLog, ChannelName, Delivery, Incoming, PostingChannel, Role, Telling } from '../channels/channel.js';
import type { Config } from '../config/parts.js';
import { faultFacts } from '../log-facts.js';
import { harmlessWithin } from '../render/harmless.js';
import { messageOf, type Message } from '../render/message.js';
import { may } from './access.js';
import { auditOf, type AuditLine } from './audit.js';
import { act, type Deed } from './deeds.js';
import { goingOn, keyOf, RETRY_MS } from './going-on.js';
import type { TakenInSince } from './interrupted.js';
import { sessionOf, type StagedConversations } from './memory.js';
import { MessageBook, type ClaimedMessage } from './messages.js';
import { faultNotice, languageKept, noPermission, notAnswered } from './notices.js';
import { obeyedAnswer, type Obeyed } from './obeyed.js';
import { post } from './post.js';
import { chooseLanguage, languageChosen, languageOfPerson, languageWish } from './preference.js';
import { ConversationQueues } from './queues.js';
import { purge } from './retention.js';
import type { DeskTables } from './tables.js';
import { Turns } from './turns.js';

/** What the desk works with. */
export interface DeskPorts {
  /** Its conversations must be `memory`. */
  readonly assistant: Assistant;
  readonly memory: StagedConversations;
  readonly database: Kysely<DeskTables>;
  readonly config: Pick<Config, 'conversations' | 'messages' | 'access' | 'audit'>;
  /** Ids of the organisations whose room or channel a conversation is; meant where nobody is named. */
  readonly boundTo?: (from: Address) => readonly string[];
  /** Does what a message tells to be done, whoever may have it done; null when the message is a question. The same message twice is done once. */
  readonly obey?: (message: Pick<ClaimedMessage, 'id' | 'from' | 'speaker' | 'text'>, at: Date) => Promise<Obeyed | null>;
  /** The channel of that name that is up; null when there is none just now. */
  readonly channel: (name: ChannelName) => PostingChannel | null;
  /** The reminders of who wrote a message; without them nobody can be reminded. */
  readonly reminders?: (message: ClaimedMessage, lang: 'zh' | 'en') => ReminderBook;
  /** What became of a file that somebody was handing in when a process stopped; without it nothing is said to be held. */
  readonly takenInSince?: TakenInSince;
  readonly log: ChannelLog;
  readonly now: () => Date;
  /** Told of every question and every delivery, without who and what. */
  readonly observer?: DeskObserver;
}

/** Counts what the desk does. */
export interface DeskObserver {
  /** `ms` from the turn of a question to its answer; null where there was none. */
  answered(told: { readonly channel: ChannelName; readonly status: string; readonly ms: number | null }): void;
  delivered(told: { readonly channel: ChannelName; readonly state: Delivery['state'] }): void;
}

/** One message in, one message out. Nothing it offers rejects: what breaks is told to the asker with an id, and to the log. */
export interface Desk {
  /**
   * Answers a message and posts the reply where it was asked; resolves when that is settled. `takenIn` is called as soon as the message's id
   * is on the disk, so that whoever acknowledges then can be killed and loses nothing; also when it could not be written and the asker is told.
   */
  receive(incoming: Incoming, channel: PostingChannel, takenIn?: () => void): Promise<void>;
  /** Answers a message for one who waits for the response; the reply counts as handed over. `at` is the moment of asking where the asker names one. */
  answer(incoming: Incoming, at?: Date, takenIn?: () => void): Promise<Answered>;
  /** Does something other than answering, once for each id; null when it was done before. Refuses who may not, keeps a line in the audit; what a process leaves in the middle is told by the next. */
  act(incoming: Incoming, deed: Deed, telling?: Telling): Promise<Message | null>;
  /** Goes on with what a process that is gone left unfinished or what a channel could not take, and purges what is past its time. Call at the start and now and then. */
  resume(): Promise<void>;
  /** Resolves when nothing is being worked at. */
  idle(): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Prepared {
  readonly answered: Answered;
  readonly line: AuditLine;
}

/** Makes the desk over its ports. Several processes may have one each over the same database. */
export function createDesk({ assistant, memory, database, config, boundTo = () => [], obey = () => Promise.resolve(null), channel, reminders, takenInSince = () => Promise.resolve([]), log, now, observer }: DeskPorts): Desk {
  const book = new MessageBook(database, randomUUID(), now);
  const queues = new ConversationQueues();
  const turns = new Turns();
  const freshFor = config.messages.answerWithinMinutes * MINUTE;
  let purgedAt = -Infinity;

  const stale = ({ sentAt }: ClaimedMessage): boolean => now().getTime() - sentAt.getTime() > freshFor;
  const audited = (line: AuditLine): AuditLine | null => (config.audit.keepDays === 0 ? null : line);

  async function prepare(message: ClaimedMessage, named?: Date): Promise<Prepared> {
    const at = now();
    const obeyed = await obey(message, at);
    if (obeyed !== null) {
      const said = { ...obeyed, message: harmlessWithin(obeyed.message) };
      const answer = obeyedAnswer(message.text, said, randomUUID());
      const { unanswered: _, ...line } = auditOf(answer, at);
      return { answered: { message: said.message, answer }, line: obeyed.outcome === 'refused' ? { ...line, status: 'refused' } : line };
    }
    if (!may('ask', message, config.access)) {
      const line: AuditLine = { at, answerId: null, status: 'refused', reason: 'no_permission', intent: null, citations: [], ms: 0 };
      return { answered: { message: noPermission((await languageChosen(database, message)) ?? languageOf(message.text), config.access.contact, 'ask'), answer: null }, line };
    }
    const wish = languageWish(message.text);
    if (wish !== undefined) {
      await chooseLanguage(database, message, wish, at);
      const line: AuditLine = { at, answerId: null, status: 'answered', reason: null, intent: 'setting', citations: [], ms: 0 };
      return { answered: { message: languageKept(wish ?? languageOf(message.text), wish), answer: null }, line };
    }
    const lang = (await languageChosen(database, message)) ?? message.lang;
    // A clock that runs ahead must not move the year that is asked about.
    const asked = named ?? (message.sentAt.getTime() < at.getTime() ? message.sentAt : at);
    const reply = await assistant.reply(message.text, { session: sessionOf(message), at: asked, bound: boundTo(message.from), ...(reminders && { reminders: reminders(message, lang ?? languageOf(message.text)) }), ...(lang !== null && { lang }) });
    return { answered: { message: messageOf(reply), answer: reply.answer }, line: auditOf(reply.answer, at) };
  }

  /** Answers what was claimed; null when it got no reply from here, because it is too old or another process took it over. */
  async function work(message: ClaimedMessage, named?: Date): Promise<Answered | 'stale' | null> {
    const begun = now().getTime();
    const counted = (status: string): void => observer?.answered({ channel: message.from.channel, status, ms: status === 'stale' ? null : now().getTime() - begun });
    if (stale(message)) {
      counted('stale');
      log.info('message stale', { channel: message.from.channel, message: message.id });
      await book.settle(message, 'stale', audited({ at: now(), answerId: null, status: 'stale', reason: null, intent: null, citations: [], ms: 0 }));
      return 'stale';
    }
    await turns.next();
    const { answered, line } = await prepare(message, named);
    const session = sessionOf(message);
    const remembered = memory.take(session);
    const kept = await book.answered(message, answered.message, audited(line), remembered === null ? null : { session, remembered });
    if (kept) counted(line.status);
    return kept ? answered : null;
  }

  async function deliver(message: ClaimedMessage, reply: Message, to: PostingChannel | null, name: string | null): Promise<void> {
    const facts = { channel: message.from.channel, message: message.id, answer: reply.answerId };
    if (to === null) {
      await book.later(message, new Date(now().getTime() + RETRY_MS));
      return log.warn('reply waits for its channel', facts);
    }
    if (!(await book.posting(message))) return;
    const delivery = await post(to, message, { ...reply, key: reply.key ?? keyOf(message) }, name, log);
    log[delivery.state === 'sent' || delivery.state === 'handed over' ? 'info' : 'warn']('reply posted', { ...facts, delivery: delivery.state, reason: delivery.reason });
    observer?.delivered({ channel: message.from.channel, state: delivery.state });
    if (delivery.state === 'pending') await book.later(message, delivery.retryAt ?? new Date(now().getTime() + RETRY_MS));
    else await book.settle(message, delivery.state);
  }

  /** Where silence would be taken for a fault, who asked too long ago is told so. */
  async function tellLate(message: ClaimedMessage, to: PostingChannel | null): Promise<void> {
    if (to?.tellsLate === true) await post(to, message, notAnswered(languageOf(message.text), 'stale'), null, log);
  }

  /** The reply when something of ours broke; the message is ended, so that it is not answered again later. */
  async function broken(error: unknown, message: ClaimedMessage | null, incoming: Pick<Incoming, 'from' | 'text'>): Promise<Message> {
    const id = randomUUID();
    observer?.answered({ channel: incoming.from.channel, status: 'fault', ms: null });
    log.error('desk failed', { id, channel: incoming.from.channel, message: message?.id ?? null, ...faultFacts(error) });
    if (message !== null) {
      const line = audited({ at: now(), answerId: id, status: 'fault', reason: 'internal', intent: null, citations: [], ms: 0 });
      await book.settle(message, 'fault', line).catch((again: unknown) => log.error('message not settled', { id, ...faultFacts(again) }));
    }
    return faultNotice(languageOf(incoming.text.slice(0, LONGEST_QUESTION)), id);
  }

  type Claimed = { readonly message: ClaimedMessage | null } | { readonly error: unknown };

  /** Claims at once and queues the rest, so that a duplicate is known however long the queue is. */
  function queued<T>(incoming: Incoming, then: (claimed: Claimed) => Promise<T>, takenIn: () => void = () => {}, as: 'received' | 'posting' = 'received'): Promise<T> {
    const claimed: Promise<Claimed> = book.claim(incoming, as).then(
      (message) => ({ message }),
      (error: unknown) => ({ error }),
    );
    turns.intake(claimed.then(takenIn));
    return queues.run(queueOf(incoming), async () => then(await claimed));
  }

  async function receiveOne(incoming: Incoming, to: PostingChannel, claimed: Claimed): Promise<void> {
    if ('error' in claimed) return void (await post(to, incoming, await broken(claimed.error, null, incoming), incoming.speakerName, log));
    const { message } = claimed;
    if (message === null && to.tellsAgain === true) return void (await post(to, incoming, notAnswered(languageOf(incoming.text.slice(0, LONGEST_QUESTION)), 'duplicate'), null, log));
    if (message === null) return log.info('duplicate ignored', { channel: incoming.from.channel, message: incoming.id.slice(0, 80) });
    let answered: Awaited<ReturnType<typeof work>>;
    try {
      answered = await work(message);
    } catch (error) {
      return void (await post(to, message, await broken(error, message, incoming), incoming.speakerName, log));
    }
    if (answered === 'stale') return tellLate(message, to);
    if (answered === null) return;
    await deliver(message, answered.message, to, incoming.speakerName).catch((error: unknown) => log.error('delivery not settled', { channel: message.from.channel, message: message.id, answer: answered.message.answerId, ...faultFacts(error) }));
  }

  async function answerOne(incoming: Incoming, claimed: Claimed, named?: Date): Promise<Answered> {
    const lang = languageOf(incoming.text.slice(0, LONGEST_QUESTION));
    const spoken = (message: Message): Answered => ({ message, answer: null });
    if ('error' in claimed) return spoken(await broken(claimed.error, null, incoming));
    const { message } = claimed;
    if (message === null) return spoken(notAnswered(lang, 'duplicate'));
    try {
      const answered = await work(message, named);
      if (answered === null || answered === 'stale') return spoken(notAnswered(lang, answered ?? 'duplicate'));
      observer?.delivered({ channel: message.from.channel, state: 'handed over' });
      await book.settle(message, 'handed over');
      return answered;
    } catch (error) {
      return spoken(await broken(error, message, incoming));
    }
  }

  const goOn = goingOn({ book, database, channel, config, takenInSince, stale, audited, work, deliver, tellLate, broken, log, now });

  async function tidy(): Promise<void> {
    if (now().getTime() - purgedAt < HOUR) return;
    purgedAt = now().getTime();
    await purge(database, now(), { ids: config.messages.rememberIdsHours * HOUR, audit: config.audit.keepDays * DAY, memory: Math.max(config.conversations.directMinutes, config.conversations.groupMinutes) * MINUTE });
  }

  return {
    receive: (incoming, to, takenIn) => queued(incoming, (claimed) => receiveOne(incoming, to, claimed), takenIn),
    answer: (incoming, at, takenIn) => queued(incoming, (claimed) => answerOne(incoming, claimed, at), takenIn, 'posting'),
    act: (incoming, deed, telling = {}) => {
      const languageFor = async (who: Incoming): Promise<'zh' | 'en'> => (await languageChosen(database, who)) ?? who.lang ?? languageOfPerson(database, who);
      const deeds = { book, may: (role: Role, who: Incoming) => may(role, who, config.access), contact: config.access.contact, languageFor, audited, deliver: (message: ClaimedMessage, reply: Message, to: PostingChannel) => deliver(message, reply, to, null), log, now };
      let claimed = (): void => {};
      turns.intake(new Promise<void>((resolve) => (claimed = resolve)));
      const takenIn = (): void => {
        claimed();
        telling.takenIn?.();
      };
      // A queue of its own: the same once more is known by its id at once, not when the first is done.
      return queues.run(`act/${randomUUID()}`, () => act(incoming, deed, deeds, { ...telling, takenIn }));
    },
    async resume() {
      try {
        await tidy();
        const left = await book.takeOver();
        await Promise.all(left.map((message) => queues.run(queueOf(message), () => goOn(message))));
      } catch (error) {
        log.error('resuming failed', faultFacts(error));
      }
    },
    idle: () => queues.idle(),
  };
}

function queueOf({ from }: Pick<Incoming, 'from'>): string {
  return JSON.stringify([from.channel, from.conversation, from.thread]);
}

import type { Message } from '../../render/message.js';
import { LONGEST_INCOMING, type ChannelPorts, type HostPorts, type Incoming, type OnMessage, type Person } from '../channel.js';
import { mayBeReport } from '../report-files.js';
import type { Bindings, Bound } from './bindings.js';
import type { Heard } from './bot.js';
import { Fence } from './fence.js';
import { FileOffers } from './file-offers.js';
import { askerIn, asksMore, type FollowUps } from './follow-ups.js';
import { listen, type Listened } from './listening.js';
import { LoopBreaker } from './loop-breaker.js';
import { noticeOf, type NoticeName } from './notices.js';
import type { Puppet } from './puppets.js';
import { Seldom } from '../seldom.js';
import type { Speech } from './speech.js';

/** What hearing works with; speech, follow-ups and bindings are those of the channel. */
export interface HearingMeans {
  readonly ports: ChannelPorts & Pick<HostPorts, 'front' | 'access'>;
  readonly facts: Pick<Puppet, 'groups' | 'files'>;
  readonly speech: Speech;
  readonly followUps: FollowUps;
  /** Null where ids outlive a login. */
  readonly bindings: Bindings | null;
  readonly onMessage: OnMessage;
  /** Posts in a conversation of this login, by its id, mentioning a speaker. */
  post(conversation: string, message: Message, mention: string | null): Promise<unknown>;
}

/** The same notice is not repeated to a conversation sooner. */
const NOTICE_MS = 10 * 60_000;
/** Nor is a refusal: a group that may not ask is no place to talk in. */
const REFUSAL_MS = 6 * 3_600_000;

/** What is done about each message: nothing, a word of the bot's own, the next part of an answer, something with a file, or the desk's answer. */
export class Hearing {
  readonly #means: HearingMeans;
  readonly #fence: Fence;
  readonly #loops: LoopBreaker;
  readonly #files: FileOffers;
  readonly #noticed: Seldom;
  readonly #refused: Seldom;

  constructor(means: HearingMeans) {
    const { ports } = means;
    this.#means = means;
    this.#fence = new Fence(ports.folder, ports.now);
    this.#loops = new LoopBreaker(ports.now);
    this.#files = new FileOffers(ports);
    this.#noticed = new Seldom(ports.now, NOTICE_MS);
    this.#refused = new Seldom(ports.now, REFUSAL_MS);
  }

  /** Writes down until when the bot listened. */
  end(): void {
    this.#fence.save();
  }

  heard(heard: Heard): void {
    const conversation = heard.room ?? heard.speaker;
    const asker = askerIn(conversation, heard.speaker);
    const listened = heard.room !== null && !this.#means.facts.groups ? 'not addressed' : listen(heard, (text) => this.#means.followUps.goesOn(asker, text) || this.#files.wanted(asker, text) !== null, () => this.#takes(heard));
    if (typeof listened === 'string') return this.#ignored(listened);
    const admitted = this.#fence.admit(heard.id, heard.sentAt);
    if (admitted === 'missed' && this.#may('ask', heard)) {
      this.#means.speech.asked(conversation);
      this.#notice('missed', conversation, mentionOf(heard));
    }
    if (admitted !== 'new') return this.#ignored(admitted);
    const settled = (): void => this.#fence.settled(heard.id);
    if (this.#loops.isLoop(asker, heard.text)) {
      settled();
      return this.#ignored('speaks as no person does');
    }
    if (heard.room !== null) this.#means.speech.joined(heard.room);
    this.#means.speech.asked(conversation);
    void Promise.resolve(this.#deal(heard, listened, conversation, asker, settled)).finally(settled);
  }

  /** Resolves when it is dealt with, or `settled` was called. */
  #deal(heard: Heard, listened: Exclude<Listened, string>, conversation: string, asker: string, settled: () => void): Promise<unknown> | void {
    const mention = mentionOf(heard);
    if ('kind' in listened) return this.#notText(heard, listened.kind, conversation, asker);
    const { bindings, followUps, onMessage } = this.#means;
    const bound = bindings?.take(listened.text, conversation, heard.speaker) ?? null;
    if (bound !== null) return this.#bound(bound, conversation, mention);
    if (!this.#may('ask', heard)) {
      // The desk says so and writes it down; what they want after that is their own affair.
      return this.#refused.due(conversation) ? onMessage(this.#incoming(heard, listened.text), settled) : this.#ignored('not allowed');
    }
    if (asksMore(listened.text)) return this.#more([asker, askerIn(conversation, conversation)], conversation, mention);
    // A number answers what was said to them, else what was said to the whole conversation (a reminder).
    const text = followUps.chosen(asker, listened.text) ?? followUps.chosen(askerIn(conversation, conversation), listened.text) ?? listened.text;
    const deed = this.#files.wanted(asker, text);
    const incoming = this.#incoming(heard, text);
    return deed === null ? onMessage(incoming, settled) : this.#tell(this.#files.grant(asker, deed, incoming), conversation, mention);
  }

  #notText(heard: Heard, kind: Exclude<Heard['kind'], 'text' | 'nothing to answer'>, conversation: string, asker: string): Promise<unknown> | void {
    const mention = mentionOf(heard);
    const isReport = this.#means.facts.files && heard.file !== null && mayBeReport(heard.file.name);
    if (!this.#may(isReport ? 'ingest' : 'ask', heard) && !this.#refused.due(conversation)) return this.#ignored('not allowed');
    if (isReport) return this.#tell(this.#files.offer(asker, this.#incoming(heard, ''), heard.file), conversation, mention);
    if (this.#may('ask', heard)) this.#notice(kind, conversation, mention);
  }

  #incoming(heard: Heard, text: string): Incoming {
    return { id: heard.id, ...this.#person(heard), speakerName: heard.speakerName, direct: heard.room === null, text: text.slice(0, LONGEST_INCOMING), sentAt: heard.sentAt };
  }

  #person({ room, speaker }: Heard): Person {
    const nameOf = (id: string): string => this.#means.bindings?.nameOf(id) ?? id;
    return { from: { channel: 'wechat', conversation: nameOf(room ?? speaker), thread: null }, speaker: nameOf(speaker) };
  }

  #may(role: 'ask' | 'ingest', heard: Heard): boolean {
    return this.#means.ports.access.may(role, this.#person(heard));
  }

  /** In a group only files of those who may hand in are spoken of: everybody else shares files with each other. */
  #takes(heard: Heard): boolean {
    return this.#means.facts.files && heard.file !== null && mayBeReport(heard.file.name) && this.#may('ingest', heard);
  }

  /** Says what the host made of something, as it becomes known; null was said before. */
  async #tell(sayings: AsyncIterable<Message | null>, conversation: string, mention: string | null): Promise<void> {
    for await (const message of sayings) if (message !== null) await this.#means.post(conversation, message, mention);
  }

  #bound(bound: Exclude<Bound, null>, conversation: string, mention: string | null): void {
    this.#means.ports.log.info('wechat.binding', { done: bound !== 'wrong code' });
    const { text } = bound === 'wrong code' ? noticeOf('wrongCode') : noticeOf('bound', { name: bound.name });
    void this.#means.speech.say(conversation, text, mention);
  }

  /** Says the next part of the last answer to the asker, else of the last message to the whole conversation. */
  #more(askers: readonly string[], conversation: string, mention: string | null): void {
    const { followUps, speech } = this.#means;
    for (const asker of askers) {
      const part = followUps.more(asker);
      if (part === null) continue;
      const said = speech.say(conversation, part, mention);
      return void said.then(({ state }) => (state === 'pending' || state === 'refused' ? followUps.putBack(asker, part) : undefined));
    }
    this.#notice('nothingMore', conversation, mention);
  }

  /** Says something of the bot's own, not too often; what became of it only the log knows. */
  #notice(name: NoticeName, conversation: string, mention: string | null): void {
    if (this.#noticed.due(`${conversation}/${name}`)) void this.#means.speech.say(conversation, noticeOf(name).text, mention);
  }

  #ignored(why: string): void {
    this.#means.ports.log.info('wechat.ignored', { why });
  }
}

/** In a group the asker is mentioned. */
function mentionOf({ room, speaker }: Heard): string | null {
  return room === null ? null : speaker;
}

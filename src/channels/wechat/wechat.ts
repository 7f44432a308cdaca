import { both } from '../../config/part.js';
import { chartPicture, tablePicture } from '../../render/charts/pictures.js';
import type { Message } from '../../render/message.js';
import { LONGEST_INCOMING, type Address, type Channel, type ChannelHealth, type ChannelPorts, type Delivery, type HostPorts, type Incoming, type OnMessage } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import type { BotEvents, Heard, WechatBot } from './bot.js';
import type { WechatConfig } from './config.js';
import { mayBeReport } from '../report-files.js';
import { FileOffers } from './file-offers.js';
import { Fence } from './fence.js';
import { Bindings, type Bound } from './bindings.js';
import { asksMore, FollowUps } from './follow-ups.js';
import { Governor } from './governor.js';
import { Heartbeat, type Beat } from './heartbeat.js';
import { listen, type Listened } from './listening.js';
import { LoginCode } from './login-code.js';
import { LoopBreaker } from './loop-breaker.js';
import { noticeOf, type NoticeName } from './notices.js';
import { partsOf } from './parts.js';
import type { Puppet } from './puppets.js';
import { Speech } from './speech.js';

/** What the channel takes besides its ports; tests bring their own account, clock and chance. */
export interface WechatMeans {
  /** A fresh account object; called again after each connection that was lost. */
  makeBot(): Promise<WechatBot>;
  /** What the account's puppet can do. */
  readonly facts: Puppet;
  wait(ms: number): Promise<void>;
  /** From 0 to 1. */
  chance(): number;
  readonly pace: Pace;
  readonly beat: Beat;
}

/** Logging in too often looks like an attack; a puppet that fails is asked ever more seldom. */
export const WECHAT_PACE: Pace = { delaysMs: [5000, 30_000, 120_000, 600_000, 1_800_000], lockedOutMs: 1_800_000, settledMs: 600_000 };

/** A message answers somebody when they spoke so lately; else it is unasked. */
const ASKED_MS = 15 * 60_000;
/** The same notice is not repeated to a conversation sooner. */
const NOTICE_MS = 10 * 60_000;

const SCAN = 'scan the code with the phone of the account';

/** What the channel needs of its host. */
export type WechatPorts = ChannelPorts & Pick<HostPorts, 'front' | 'access'>;

/** WeChat through a puppet of wechaty. */
export class WechatChannel implements Channel {
  readonly name = 'wechat';
  readonly #config: WechatConfig;
  readonly #ports: WechatPorts;
  readonly #means: WechatMeans;
  readonly #supervisor: Supervisor;
  readonly #speech: Speech;
  readonly #followUps: FollowUps;
  readonly #loops: LoopBreaker;
  readonly #code: LoginCode;
  readonly #files: FileOffers;
  /** Null where ids outlive a login. */
  readonly #bindings: Bindings | null;
  /** When somebody last addressed the bot in a conversation. */
  readonly #askedAt = new Map<string, number>();
  readonly #noticedAt = new Map<string, number>();
  #bot: WechatBot | null = null;
  #heartbeat: Heartbeat | null = null;
  #fence: Fence | null = null;
  #onMessage: OnMessage | null = null;

  constructor(config: WechatConfig, ports: WechatPorts, means: WechatMeans) {
    this.#config = config;
    this.#ports = ports;
    this.#means = means;
    this.#speech = new Speech(new Governor(config, ports.now, () => means.chance()), ports.log, (ms) => means.wait(ms));
    this.#followUps = new FollowUps(ports.now, config.followUpSeconds);
    this.#loops = new LoopBreaker(ports.now);
    this.#code = new LoginCode(ports.folder);
    this.#files = new FileOffers(ports);
    this.#bindings = means.facts.lastingIds ? null : new Bindings(ports.folder, config.bind);
    this.#supervisor = new Supervisor(
      {
        open: (lost) => this.#open(lost),
        close: () => this.#close(),
        isFinal: (error) => (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND',
        explain: (error) => explain(error, config.puppet),
        changed: ({ state, detail }) => (state === 'down' ? ports.log.warn('wechat.down', { why: detail.en }) : ports.log.info(`wechat.${state}`)),
      },
      ports.now,
      means.pace,
    );
  }

  async start(onMessage: OnMessage): Promise<void> {
    this.#onMessage = onMessage;
    this.#fence = new Fence(this.#ports.folder, this.#ports.now);
    try {
      await this.#supervisor.start();
    } catch (error) {
      // Libraries name paths of the machine, and in no language of ours.
      const { zh, en } = explain(error, this.#config.puppet);
      throw new Error(both(zh, en), { cause: error });
    }
  }

  async post(to: Address, message: Message, mention?: { readonly speaker: string }): Promise<Delivery> {
    const conversation = this.#idOf(to.conversation);
    if (conversation === null) return { state: 'pending', messageId: null, reason: 'not bound since the last login', retryAt: null };
    const speaker = mention === undefined ? null : this.#idOf(mention.speaker);
    const asked = this.#ports.now().getTime() - (this.#askedAt.get(conversation) ?? -Infinity) <= ASKED_MS;
    const { parts, options } = partsOf(message, this.#ports.publicAddress, this.#config.partLength);
    const [first = '', ...rest] = parts;
    const delivery = await this.#speech.say(conversation, first, speaker, asked);
    if (delivery.state !== 'sent' && delivery.state !== 'handed over') return delivery;
    this.#followUps.answered(askerIn(conversation, speaker ?? conversation), rest, options);
    if (this.#means.facts.pictures) await this.#showPicture(conversation, message, rest.length > 0, asked);
    return delivery;
  }

  /** The text stands by itself: a picture that cannot be drawn or shown takes nothing from it. */
  async #showPicture(conversation: string, message: Message, long: boolean, asked: boolean): Promise<void> {
    try {
      const picture = (await chartPicture(message, 'phone')) ?? (long ? await tablePicture(message, 'phone') : null);
      if (picture !== null) await this.#speech.show(conversation, picture.bytes, asked);
    } catch (error) {
      this.#ports.log.error('wechat.picture', { message: error instanceof Error ? error.name : 'not an Error' });
    }
  }

  health(): ChannelHealth {
    const { health } = this.#supervisor;
    if (health.state !== 'up' || this.#speech.loggedIn) return health;
    return { state: 'starting', detail: { zh: `等待登录微信（二维码见 ${this.#code.file}）`, en: `waiting for somebody to log in to WeChat (the code to scan: ${this.#code.file})` } };
  }

  async stop(): Promise<void> {
    this.#onMessage = null;
    await this.#speech.idle();
    await this.#supervisor.stop();
    this.#fence?.save();
  }

  async #open(lost: (why: string) => void): Promise<void> {
    const bot = await this.#means.makeBot();
    this.#bot = bot;
    const heartbeat = new Heartbeat(bot, () => this.#speech.loggedIn, this.#means.beat, this.#ports.now, lost);
    this.#heartbeat = heartbeat;
    await bot.start(this.#events(bot, heartbeat));
  }

  async #close(): Promise<void> {
    const closing = this.#bot;
    this.#bot = null;
    this.#speech.loggedInAs(null);
    this.#heartbeat?.stop();
    await closing?.stop();
  }

  #events(bot: WechatBot, heartbeat: Heartbeat): BotEvents {
    const { log } = this.#ports;
    return {
      heard: (heard) => this.#heard(heard),
      loggedIn: () => {
        this.#speech.loggedInAs(bot);
        this.#code.clear();
        this.#bindings?.loggedIn();
        log.info('wechat.loggedIn');
      },
      loggedOut: () => {
        this.#speech.loggedInAs(null);
        log.error('wechat.loggedOut', { todo: SCAN });
      },
      scan: (code) => {
        this.#code.show(code);
        log.warn('wechat.scan', { todo: SCAN, file: this.#code.file });
      },
      trouble: (said) => {
        log.warn('wechat.trouble', { kind: said.slice(0, 80) });
        heartbeat.trouble();
      },
      left: (room) => this.#speech.left(room),
      joined: (room) => this.#speech.joined(room),
    };
  }

  #heard(heard: Heard): void {
    const conversation = heard.room ?? heard.speaker;
    const asker = askerIn(conversation, heard.speaker);
    const listened = listen(heard, (text) => this.#followUps.goesOn(asker, text) || this.#files.wanted(asker, text) !== null, () => this.#takes(heard, conversation));
    if (typeof listened === 'string') return this.#ports.log.info('wechat.ignored', { why: listened });
    const admitted = this.#fence?.admit(heard.id, heard.sentAt) ?? 'old';
    if (admitted === 'missed') this.#notice('missed', conversation, heard.room === null ? null : heard.speaker);
    if (admitted !== 'new') return this.#ports.log.info('wechat.ignored', { why: admitted });
    if (this.#loops.tooFast(asker)) return this.#ports.log.warn('wechat.ignored', { why: 'too fast for a person' });
    if (heard.room !== null) this.#speech.joined(heard.room);
    this.#askedAt.set(conversation, this.#ports.now().getTime());
    this.#answer(heard, listened, conversation, asker);
  }

  #answer(heard: Heard, listened: Exclude<Listened, string>, conversation: string, asker: string): void {
    const mention = heard.room === null ? null : heard.speaker;
    if ('kind' in listened) {
      if (heard.file !== null && mayBeReport(heard.file.name)) return void this.#tell(this.#files.offer(asker, this.#incoming(heard, conversation, ''), heard.file), conversation, mention);
      return this.#notice(listened.kind, conversation, mention);
    }
    const bound = this.#bindings?.take(listened.text, conversation, heard.speaker) ?? null;
    if (bound !== null) return this.#bound(bound, conversation, mention);
    if (asksMore(listened.text)) return this.#more([asker, askerIn(conversation, conversation)], conversation, mention);
    // A number answers what was said to them, else what was said to the whole conversation (a reminder).
    const text = this.#followUps.chosen(asker, listened.text) ?? this.#followUps.chosen(askerIn(conversation, conversation), listened.text) ?? listened.text;
    const deed = this.#files.wanted(asker, text);
    const incoming = this.#incoming(heard, conversation, text);
    if (deed !== null) return void this.#tell(this.#files.grant(asker, deed, incoming), conversation, mention);
    void this.#onMessage?.(incoming);
  }

  #incoming(heard: Heard, conversation: string, text: string): Incoming {
    return {
      id: heard.id,
      from: { channel: 'wechat', conversation: this.#nameOf(conversation), thread: null },
      speaker: this.#nameOf(heard.speaker),
      speakerName: heard.speakerName,
      direct: heard.room === null,
      text: text.slice(0, LONGEST_INCOMING),
      sentAt: heard.sentAt,
    };
  }

  /** In a group only files of those who may hand in are spoken of: everybody else shares files with each other. */
  #takes({ file, speaker }: Heard, conversation: string): boolean {
    if (file === null || !mayBeReport(file.name)) return false;
    return this.#ports.access.may('ingest', { from: { channel: 'wechat', conversation: this.#nameOf(conversation), thread: null }, speaker: this.#nameOf(speaker) });
  }

  /** Says what the host made of something, when it is known; null was said before. */
  async #tell(saying: Promise<Message | null>, conversation: string, mention: string | null): Promise<void> {
    const message = await saying;
    if (message !== null) await this.post({ channel: 'wechat', conversation: this.#nameOf(conversation), thread: null }, message, mention === null ? undefined : { speaker: this.#nameOf(mention) });
  }

  #bound(bound: Exclude<Bound, null>, conversation: string, mention: string | null): void {
    this.#ports.log.info('wechat.binding', { done: bound !== 'wrong code' });
    const { text } = bound === 'wrong code' ? noticeOf('wrongCode') : noticeOf('bound', { name: bound.name });
    void this.#speech.say(conversation, text, mention, true);
  }

  #nameOf(id: string): string {
    return this.#bindings?.nameOf(id) ?? id;
  }

  #idOf(name: string): string | null {
    return this.#bindings === null ? name : this.#bindings.idOf(name);
  }

  /** Says the next part of the last answer to the asker, else of the last message to the whole conversation. */
  #more(askers: readonly string[], conversation: string, mention: string | null): void {
    for (const asker of askers) {
      const part = this.#followUps.more(asker);
      if (part === null) continue;
      const said = this.#speech.say(conversation, part, mention, true);
      return void said.then(({ state }) => (state === 'pending' || state === 'refused' ? this.#followUps.putBack(asker, part) : undefined));
    }
    this.#notice('nothingMore', conversation, mention);
  }

  /** Says something of the bot's own, not too often; what became of it only the log knows. */
  #notice(name: NoticeName, conversation: string, mention: string | null): void {
    const now = this.#ports.now().getTime();
    const key = `${conversation}/${name}`;
    if (now - (this.#noticedAt.get(key) ?? -Infinity) < NOTICE_MS) return;
    this.#noticedAt.set(key, now);
    void this.#speech.say(conversation, noticeOf(name).text, mention, true);
  }
}

/** One asker in one conversation; of a message to a whole room, the room. */
function askerIn(conversation: string, speaker: string): string {
  return `${conversation}/${speaker}`;
}

function explain(error: unknown, puppet: string): ChannelHealth['detail'] {
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return { zh: `接入方式 ${puppet} 的软件包没有安装`, en: `the package of the puppet ${puppet} is not installed` };
  return { zh: `接入方式 ${puppet} 启动失败，会继续重试`, en: `the puppet ${puppet} did not start; will go on trying` };
}

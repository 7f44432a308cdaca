import type { Message } from '../../render/message.js';
import { LONGEST_INCOMING, type Address, type Channel, type ChannelHealth, type ChannelPorts, type Delivery, type OnMessage } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import type { BotEvents, Heard, WechatBot } from './bot.js';
import type { WechatConfig } from './config.js';
import { Fence } from './fence.js';
import { asksMore, FollowUps } from './follow-ups.js';
import { Governor } from './governor.js';
import { LoopBreaker } from './loop-breaker.js';
import { listen, type Listened } from './listening.js';
import { noticeOf, type NoticeName } from './notices.js';
import { partsOf } from './parts.js';

/** What the channel takes besides its ports; tests bring their own account, clock and chance. */
export interface WechatMeans {
  /** A fresh account object; called again after each connection that was lost. */
  makeBot(): Promise<WechatBot>;
  wait(ms: number): Promise<void>;
  /** From 0 to 1. */
  chance(): number;
  readonly pace: Pace;
}

/** Logging in too often looks like an attack; a puppet that fails is asked ever more seldom. */
export const WECHAT_PACE: Pace = { delaysMs: [5000, 30_000, 120_000, 600_000, 1_800_000], lockedOutMs: 1_800_000, settledMs: 600_000 };

/** Errors within a minute after which a puppet is beyond help (wechat4u goes on failing for ever without saying that it stopped). */
const MOST_TROUBLE = 20;
/** A message answers somebody when they spoke so lately; else it is unasked. */
const ASKED_MS = 15 * 60_000;
/** The same notice is not repeated to a conversation sooner. */
const NOTICE_MS = 10 * 60_000;
const MINUTE = 60_000;

/** WeChat through a puppet of wechaty. */
export class WechatChannel implements Channel {
  readonly name = 'wechat';
  readonly #config: WechatConfig;
  readonly #ports: ChannelPorts;
  readonly #means: WechatMeans;
  readonly #supervisor: Supervisor;
  readonly #governor: Governor;
  readonly #followUps: FollowUps;
  readonly #posting = new Set<Promise<Delivery>>();
  /** Rooms that the bot was taken out of. */
  readonly #gone = new Set<string>();
  /** When somebody last addressed the bot in a conversation. */
  readonly #askedAt = new Map<string, number>();
  readonly #noticedAt = new Map<string, number>();
  readonly #loops: LoopBreaker;
  #trouble: readonly number[] = [];
  #bot: WechatBot | null = null;
  #fence: Fence | null = null;
  #loggedIn = false;
  #onMessage: OnMessage | null = null;

  constructor(config: WechatConfig, ports: ChannelPorts, means: WechatMeans) {
    this.#config = config;
    this.#ports = ports;
    this.#means = means;
    this.#governor = new Governor(config, ports.now, () => means.chance());
    this.#followUps = new FollowUps(ports.now, config.followUpSeconds);
    this.#loops = new LoopBreaker(ports.now);
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
    await this.#supervisor.start();
  }

  post(to: Address, message: Message, mention?: { readonly speaker: string }): Promise<Delivery> {
    const posting = this.#post(to.conversation, message, mention?.speaker ?? null).finally(() => this.#posting.delete(posting));
    this.#posting.add(posting);
    return posting;
  }

  health(): ChannelHealth {
    const { health } = this.#supervisor;
    if (health.state !== 'up' || this.#loggedIn) return health;
    return { state: 'starting', detail: { zh: '等待登录微信', en: 'waiting for somebody to log in to WeChat' } };
  }

  async stop(): Promise<void> {
    this.#onMessage = null;
    await Promise.allSettled(this.#posting);
    await this.#supervisor.stop();
    this.#fence?.save();
  }

  async #open(lost: (why: string) => void): Promise<void> {
    const bot = await this.#means.makeBot();
    this.#bot = bot;
    this.#trouble = [];
    await bot.start(this.#events(lost));
  }

  async #close(): Promise<void> {
    const closing = this.#bot;
    this.#bot = null;
    this.#loggedIn = false;
    await closing?.stop();
  }

  #events(lost: (why: string) => void): BotEvents {
    const { log } = this.#ports;
    return {
      heard: (heard) => this.#heard(heard),
      loggedIn: () => {
        this.#loggedIn = true;
        log.info('wechat.loggedIn');
      },
      loggedOut: () => {
        this.#loggedIn = false;
        log.error('wechat.loggedOut', { todo: 'scan the code with the phone of the account' });
      },
      scan: () => log.warn('wechat.scan', { todo: 'scan the code with the phone of the account' }),
      trouble: (said) => {
        const now = this.#ports.now().getTime();
        this.#trouble = [...this.#trouble.filter((at) => now - at < MINUTE), now];
        log.warn('wechat.trouble', { kind: said.slice(0, 80) });
        if (this.#trouble.length >= MOST_TROUBLE) lost('too many errors');
      },
      left: (room) => void this.#gone.add(room),
      joined: (room) => void this.#gone.delete(room),
    };
  }

  #heard(heard: Heard): void {
    const conversation = heard.room ?? heard.speaker;
    const asker = askerIn(conversation, heard.speaker);
    const listened = listen(heard, (text) => this.#followUps.goesOn(asker, text));
    if (typeof listened === 'string') return this.#ports.log.info('wechat.ignored', { why: listened });
    const admitted = this.#fence?.admit(heard.id, heard.sentAt) ?? 'old';
    if (admitted === 'missed') this.#notice('missed', conversation, heard.room === null ? null : heard.speaker);
    if (admitted !== 'new') return this.#ports.log.info('wechat.ignored', { why: admitted });
    if (this.#loops.tooFast(asker)) return this.#ports.log.warn('wechat.ignored', { why: 'too fast for a person' });
    if (heard.room !== null) this.#gone.delete(heard.room);
    this.#askedAt.set(conversation, this.#ports.now().getTime());
    this.#answer(heard, listened, conversation, asker);
  }

  #answer(heard: Heard, listened: Exclude<Listened, string>, conversation: string, asker: string): void {
    const mention = heard.room === null ? null : heard.speaker;
    if ('kind' in listened) return this.#notice(listened.kind, conversation, mention);
    if (asksMore(listened.text)) {
      return this.#more([asker, askerIn(conversation, conversation)], conversation, mention);
    }
    const text = this.#followUps.chosen(asker, listened.text) ?? listened.text;
    void this.#onMessage?.({
      id: heard.id,
      from: { channel: 'wechat', conversation, thread: null },
      speaker: heard.speaker,
      speakerName: heard.speakerName,
      direct: heard.room === null,
      text: text.slice(0, LONGEST_INCOMING),
      sentAt: heard.sentAt,
    });
  }

  /** Says the next part of the last answer to the asker, else of the last message to the whole conversation. */
  #more(askers: readonly string[], conversation: string, mention: string | null): void {
    for (const asker of askers) {
      const part = this.#followUps.more(asker);
      if (part === null) continue;
      return this.#sayAside(conversation, part, mention, () => this.#followUps.putBack(asker, part));
    }
    this.#notice('nothingMore', conversation, mention);
  }

  /** Says something of the bot's own, not too often. */
  #notice(name: NoticeName, conversation: string, mention: string | null): void {
    const now = this.#ports.now().getTime();
    const key = `${conversation}/${name}`;
    if (now - (this.#noticedAt.get(key) ?? -Infinity) < NOTICE_MS) return;
    this.#noticedAt.set(key, now);
    this.#sayAside(conversation, noticeOf(name).text, mention);
  }

  /** Says what the desk has no part in; what became of it only the log knows. `unsaid` is called when it surely was not said. */
  #sayAside(conversation: string, text: string, mention: string | null, unsaid: () => void = () => undefined): void {
    const saying = this.#say(conversation, text, mention, true).finally(() => this.#posting.delete(saying));
    this.#posting.add(saying);
    void saying.then(({ state }) => (state === 'pending' || state === 'refused' ? unsaid() : undefined));
  }

  async #post(conversation: string, message: Message, mention: string | null): Promise<Delivery> {
    const asked = this.#ports.now().getTime() - (this.#askedAt.get(conversation) ?? -Infinity) <= ASKED_MS;
    const { parts, options } = partsOf(message, this.#ports.publicAddress, this.#config.partLength);
    const [first = '', ...rest] = parts;
    const delivery = await this.#say(conversation, first, mention, asked);
    if (delivery.state === 'sent' || delivery.state === 'handed over') this.#followUps.answered(askerIn(conversation, mention ?? conversation), rest, options);
    return delivery;
  }

  async #say(conversation: string, text: string, mention: string | null, asked: boolean): Promise<Delivery> {
    const not = (state: Delivery['state'], reason: string, retryAt: Date | null = null): Delivery => {
      this.#ports.log.warn('wechat.notSent', { state, reason });
      return { state, messageId: null, reason, retryAt };
    };
    if (this.#gone.has(conversation)) return not('refused', 'removed from the room');
    if (this.#bot === null || !this.#loggedIn) return not('pending', 'not logged in');
    const permission = this.#governor.ask(asked);
    if ('notBefore' in permission) return not('pending', permission.reason, permission.notBefore);
    if (permission.waitMs > 0) await this.#means.wait(permission.waitMs);
    const bot = this.#bot;
    if (bot === null || !this.#loggedIn) return not('pending', 'not logged in');
    try {
      const id = await bot.say(conversation, text, mention);
      this.#governor.succeeded();
      return { state: id === null ? 'handed over' : 'sent', messageId: id, reason: null, retryAt: null };
    } catch (error) {
      const until = this.#governor.failed(error instanceof Error ? error.message : '');
      if (until !== null) this.#ports.log.error('wechat.breaker', { until: until.toISOString(), todo: 'look at the account: WeChat refuses what it says' });
      return not('unknown', 'the puppet failed');
    }
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

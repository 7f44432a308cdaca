import { both } from '../../config/part.js';
import { chartPicture, hasPicture, tablePicture } from '../../render/charts/pictures.js';
import type { Message } from '../../render/message.js';
import type { Address, Channel, ChannelHealth, ChannelPorts, Delivery, HostPorts, OnMessage } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import { Bindings } from './bindings.js';
import type { BotEvents, WechatBot } from './bot.js';
import type { WechatConfig } from './config.js';
import { askerIn, FollowUps } from './follow-ups.js';
import { Governor } from './governor.js';
import { governorFile } from './governor-file.js';
import { Hearing } from './hearing.js';
import { Heartbeat, type Beat } from './heartbeat.js';
import { LoginCode } from './login-code.js';
import { partsOf } from './parts.js';
import type { Puppet } from './puppets.js';
import { SAY_WITHIN_MS, Speech } from './speech.js';
import { troubleKind } from './trouble.js';

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
  /** How long the puppet may take to say something, in milliseconds; as long as is good for a real one when not given. */
  readonly sayWithinMs?: number;
}

/** Logging in too often looks like an attack; a puppet that fails is asked ever more seldom. */
export const WECHAT_PACE: Pace = { delaysMs: [5000, 30_000, 120_000, 600_000, 1_800_000], lockedOutMs: 1_800_000, settledMs: 600_000 };

const SCAN = 'scan the code with the phone of the account';

/** What the channel needs of its host. */
export type WechatPorts = ChannelPorts & Pick<HostPorts, 'front' | 'access' | 'logins' | 'alarm'>;

/** WeChat through a puppet of wechaty. */
export class WechatChannel implements Channel {
  readonly name = 'wechat';
  readonly #config: WechatConfig;
  readonly #ports: WechatPorts;
  readonly #means: WechatMeans;
  readonly #supervisor: Supervisor;
  readonly #speech: Speech;
  readonly #followUps: FollowUps;
  readonly #code: LoginCode;
  /** Null where ids outlive a login. */
  readonly #bindings: Bindings | null;
  #bot: WechatBot | null = null;
  #heartbeat: Heartbeat | null = null;
  /** Null before the start and after the end. */
  #hearing: Hearing | null = null;

  constructor(config: WechatConfig, ports: WechatPorts, means: WechatMeans) {
    this.#config = config;
    this.#ports = ports;
    this.#means = means;
    this.#speech = new Speech({ governor: new Governor(config, ports.now, () => means.chance(), governorFile(ports.folder)), log: ports.log, alarm: ports.alarm, now: ports.now, wait: (ms) => means.wait(ms), withinMs: means.sayWithinMs ?? SAY_WITHIN_MS });
    this.#followUps = new FollowUps(ports.now, config.followUpSeconds);
    this.#code = new LoginCode(ports.folder, ports.logins);
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
    this.#hearing = new Hearing({
      ports: this.#ports,
      facts: this.#means.facts,
      speech: this.#speech,
      followUps: this.#followUps,
      bindings: this.#bindings,
      onMessage,
      post: (conversation, message, mention) => this.post({ channel: 'wechat', conversation: this.#nameOf(conversation), thread: null }, message, mention === null ? undefined : { speaker: this.#nameOf(mention) }),
    });
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
    const { parts, options } = partsOf(message, this.#ports.publicAddress, this.#config.partLength);
    const [first = '', ...rest] = parts;
    const saying = this.#speech.say(conversation, first, speaker);
    const drawing = this.#means.facts.pictures && hasPicture(message, rest.length > 0);
    // The text stands by itself, and who waits for it does not wait for the picture below it.
    if (drawing) void saying.then((said) => (arrived(said) ? this.#speech.show(conversation, () => this.#draw(message)) : undefined));
    const delivery = await saying;
    if (arrived(delivery)) this.#followUps.answered(askerIn(conversation, speaker ?? conversation), rest, options);
    return delivery;
  }

  /** The picture of a message as PNG; null when it cannot be drawn, which takes nothing from the text. */
  async #draw(message: Message): Promise<Uint8Array | null> {
    try {
      return ((await chartPicture(message, 'phone')) ?? (await tablePicture(message, 'phone')))?.bytes ?? null;
    } catch (error) {
      this.#ports.log.error('wechat.picture', { message: error instanceof Error ? error.name : 'not an Error' });
      return null;
    }
  }

  health(): ChannelHealth {
    const { health } = this.#supervisor;
    if (health.state !== 'up') return health;
    if (!this.#speech.loggedIn) return { state: 'starting', detail: { zh: `等待登录微信（二维码见网页的“运行状况”，或 ${this.#code.file}）`, en: `waiting for somebody to log in to WeChat (the code to scan: the status page, or ${this.#code.file})` } };
    if (this.#config.puppet === 'mock') return { state: 'up', detail: { zh: '假的微信（puppet: mock），不通真的微信', en: 'a made-up WeChat (puppet: mock), not the real one' } };
    const unbound = this.#bindings?.unbound ?? 0;
    return unbound === 0 ? health : { state: 'up', detail: { zh: `已登录；还有 ${unbound} 个名字没有绑定（绑定码见 ${this.#bindings!.file}）`, en: `logged in; ${unbound} names are not bound yet (their codes: ${this.#bindings!.file})` } };
  }

  async stop(): Promise<void> {
    const hearing = this.#hearing;
    this.#hearing = null;
    await this.#speech.idle();
    await this.#supervisor.stop();
    this.#code.clear();
    hearing?.end();
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
    const { log, alarm } = this.#ports;
    return {
      heard: (heard) => this.#hearing?.heard(heard),
      loggedIn: () => {
        this.#speech.loggedInAs(bot);
        this.#code.clear();
        log.info('wechat.loggedIn');
        this.#bindings?.loggedIn();
        if (this.#bindings !== null && this.#bindings.unbound > 0) log.warn('wechat.bind', { names: this.#bindings.unbound, todo: 'type 绑定 and its code where each name belongs', file: this.#bindings.file });
      },
      loggedOut: () => {
        // Whoever is closed logs out as well: nobody has to do anything about it.
        if (this.#bot !== bot) return;
        this.#speech.loggedInAs(null);
        log.error('wechat.loggedOut', { todo: SCAN });
        alarm('wechat.login', { zh: '微信退出了登录：请用这个号的手机重新扫码，二维码在网页的“运行状况”里。', en: 'WeChat logged the account out: scan the code with its phone again; it is on the status page.' });
      },
      scan: (code) => {
        const page = this.#code.show(code);
        if (page === null) return log.error('wechat.scan', { todo: 'the puppet gave no code that could be drawn' });
        log.warn('wechat.scan', { todo: SCAN, page: `${this.#ports.publicAddress ?? ''}${page}`, file: this.#code.file });
        alarm('wechat.login', { zh: '微信等待登录：请用这个号的手机扫码，二维码在网页的“运行状况”里。', en: 'WeChat waits for a login: scan the code with the account’s phone; it is on the status page.' });
      },
      trouble: (said) => {
        log.warn('wechat.trouble', { kind: troubleKind(said) });
        this.#speech.complained(said);
        heartbeat.trouble();
      },
      left: (room) => this.#speech.left(room),
      joined: (room) => this.#speech.joined(room),
    };
  }

  #nameOf(id: string): string {
    return this.#bindings?.nameOf(id) ?? id;
  }

  /** Null for a name that nobody bound since the last login. */
  #idOf(name: string): string | null {
    return this.#bindings === null ? name : this.#bindings.idOf(name);
  }
}

function arrived({ state }: Delivery): boolean {
  return state === 'sent' || state === 'handed over';
}

function explain(error: unknown, puppet: string): ChannelHealth['detail'] {
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return { zh: `接入方式 ${puppet} 的软件包没有安装`, en: `the package of the puppet ${puppet} is not installed` };
  return { zh: `接入方式 ${puppet} 启动失败，会继续重试`, en: `the puppet ${puppet} did not start; will go on trying` };
}

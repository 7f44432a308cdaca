import { both } from '../../config/part.js';
import { fileButtons } from '../../render/slack-home.js';
import type { Message } from '../../render/message.js';
import { slackWord } from '../../render/slack-words.js';
import type { Address, Channel, ChannelHealth, ChannelPorts, Delivery, HostPorts, Incoming, LookedUp, OnMessage, PostingChannel } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import { aloneAt } from './alone.js';
import { askForm, submittedOf } from './ask-form.js';
import { commandOf, type PrivateQuestion } from './command.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackConfig } from './config.js';
import { deliveryOf, isLockedOut, platformError } from './delivery.js';
import { HomeTab, openedBy } from './home-tab.js';
import { incomingOf, type Asked, type SlackSelf } from './incoming.js';
import { LookingSign, type Sign } from './looking.js';
import { Outgoing } from './outgoing.js';
import { pressedOf } from './press.js';
import { slackReceiver, type SlackReceiver } from './receiver.js';
import { sdkLog } from './sdk-log.js';
import { checkWishOf } from './shortcut.js';
import { ThreadBook } from './threads.js';
import { Wishes } from './wishes.js';

/** What the channel takes of its host: beside the usual, answers to one person alone (for commands), feedback, and what people do beside asking. */
export type SlackPorts = Pick<HostPorts, keyof ChannelPorts | 'reply' | 'feedback' | 'access' | 'front'>;

/** Slack's own housekeeping takes seconds: what lasts so long, somebody has to look at. */
const ALARM_MINUTES = 5;
/** The emoji's name in Slack. */
const SIGN = 'eyes';

/** Slack through Bolt: Socket Mode or signed HTTP for what comes in, the Web API for what goes out. */
export class SlackChannel implements Channel {
  readonly name = 'slack';
  readonly tellsLate = true;
  readonly #config: SlackConfig;
  readonly #ports: SlackPorts;
  readonly #out: Outgoing;
  readonly #receiver: SlackReceiver;
  readonly #supervisor: Supervisor;
  readonly #threads: ThreadBook;
  readonly #looking: LookingSign;
  readonly #wishes: Wishes;
  readonly #home: HomeTab;
  #self: SlackSelf | null = null;
  #onMessage: OnMessage | null = null;
  #downSince: { readonly at: number; alarmed: boolean } | null = null;

  constructor(config: SlackConfig, secrets: ReadonlyMap<string, string>, ports: SlackPorts, pace?: Pace, lookingAfterMs?: number) {
    this.#config = config;
    this.#ports = ports;
    const logger = sdkLog(ports.log);
    const held = { botToken: secrets.get(BOT_TOKEN) ?? '', appToken: secrets.get(APP_TOKEN) ?? '', signingSecret: secrets.get(SIGNING_SECRET) ?? '' };
    this.#out = new Outgoing(held.botToken, config.api, logger, ports);
    this.#looking = new LookingSign(lookingAfterMs);
    this.#home = new HomeTab(this.#out, ports);
    this.#wishes = new Wishes({ out: this.#out, looking: this.#looking, ports, token: held.botToken, api: config.api, home: this.#home });
    const handlers = { event: (body: unknown) => this.#event(body), press: (body: unknown) => this.#press(body), command: (body: unknown) => this.#command(body), submitted: (body: unknown) => this.#submitted(body), shortcut: (body: unknown) => this.#shortcut(body) };
    this.#receiver = slackReceiver(config, held, handlers, logger);
    this.#threads = new ThreadBook(ports.folder);
    this.#supervisor = new Supervisor(
      {
        open: (lost) => this.#open(lost),
        close: () => this.#receiver.close(),
        isFinal: (error) => isLockedOut(error) || PORT_TROUBLE.has((error as NodeJS.ErrnoException).code ?? ''),
        explain: (error) => this.#explain(error),
        changed: (health) => this.#changed(health),
      },
      ports.now,
      pace,
    );
  }

  async start(onMessage: OnMessage): Promise<void> {
    this.#onMessage = onMessage;
    try {
      await this.#supervisor.start();
    } catch (error) {
      const { zh, en } = this.#explain(error);
      throw new Error(both(zh, en), { cause: error });
    }
  }

  post(to: Address, message: Message): Promise<Delivery> {
    return this.#out.post(to, message);
  }

  lookUp(to: Address, key: string, since: Date): Promise<LookedUp> {
    return this.#out.lookUp(to, key, since);
  }

  health(): ChannelHealth {
    const { health } = this.#supervisor;
    const { lockedOut } = this.#out;
    if (lockedOut === null || health.state === 'stopped') return health;
    return { state: 'down', detail: { zh: `Slack 不再接受机器人令牌（${lockedOut}）`, en: `Slack no longer takes the bot token (${lockedOut})` } };
  }

  /** Resolves when nothing is being said or uploaded. */
  idle(): Promise<void> {
    return this.#out.idle();
  }

  async stop(): Promise<void> {
    this.#onMessage = null;
    await this.#out.idle();
    await this.#supervisor.stop();
    await this.#threads.written();
  }

  /** Each change is logged; a connection that stays down is an alarm, once for each time it does. */
  #changed({ state, detail }: ChannelHealth): void {
    const { log, now } = this.#ports;
    if (state !== 'down') {
      if (state === 'up') this.#downSince = null;
      return log.info(`slack.${state}`);
    }
    log.warn('slack.down', { why: detail.en });
    this.#downSince ??= { at: now().getTime(), alarmed: false };
    const minutes = Math.floor((now().getTime() - this.#downSince.at) / 60_000);
    if (minutes < ALARM_MINUTES || this.#downSince.alarmed) return;
    this.#downSince.alarmed = true;
    log.error('slack.alarm', { why: detail.en, minutes });
  }

  async #open(lost: (why: string) => void): Promise<void> {
    const me = await this.#out.client.auth.test();
    this.#self = { userId: me.user_id ?? '', botId: me.bot_id ?? null };
    this.#out.opened();
    await this.#receiver.open(this.#self, lost);
  }

  async #event(body: unknown): Promise<void> {
    if (this.#self === null || this.#onMessage === null) return;
    const opened = openedBy(body);
    if (opened !== null) return this.#out.background(this.#home.show(opened, this.#admits(opened.workspace)), 'slack.noHome');
    const heard = incomingOf(body, this.#self, this.#config, this.#threads);
    if (typeof heard === 'string') return this.#ports.log.info('slack.ignored', { why: heard });
    const { incoming, ts, addressed } = heard;
    if (!addressed && !this.#ports.access.may('ingest', incoming)) return this.#ports.log.info('slack.ignored', { why: 'not addressed' });
    if (!this.#admits(heard.workspace)) return this.#turnAway(incoming);
    if (addressed && !incoming.direct && incoming.from.thread !== null) this.#threads.add(incoming.from.conversation, incoming.from.thread);
    if (heard.files.length > 0) await this.#offer(heard);
    if (addressed && (incoming.text !== '' || heard.files.length === 0)) await this.#take(incoming, this.#signOn(incoming.from.conversation, ts));
  }

  /** Asks whether files are to be taken in. Who shares a file and says nothing to the bot is told nothing when they may not. */
  async #offer({ incoming, files }: Asked): Promise<void> {
    const act: Incoming = { ...incoming, id: `${incoming.id}:files`, text: files.map(({ name }) => name).join('、') };
    const mayHandIn = this.#ports.access.may('ingest', incoming);
    const to: PostingChannel = { post: (where, offer) => this.#out.post(where, offer, mayHandIn ? fileButtons(offer.lang, files) : []) };
    await takenIn((told) => this.#ports.front.offer(act, files.map(({ name }) => name), { to, takenIn: told }), this.#out);
  }

  async #press(body: unknown): Promise<void> {
    const pressed = pressedOf(body);
    if (pressed === null || this.#onMessage === null) return;
    const { incoming, wish, ts, workspace } = pressed;
    if (!this.#admits(workspace)) return this.#turnAway(incoming);
    const sign = ts === null ? null : this.#signOn(incoming.from.conversation, ts);
    if (wish.kind === 'ask') return this.#take(incoming, sign);
    await this.#wishes.grant(wish, incoming, sign);
  }

  async #command(body: unknown): Promise<void> {
    const command = commandOf(body, this.#ports.now());
    if (command === null || this.#onMessage === null) return;
    if (!this.#admits(command.workspace)) return this.#turnAway(command.incoming, command.responseUrl);
    if (command.incoming.text !== '') return this.#answerPrivately(command);
    await this.#openForm(command);
  }

  async #submitted(body: unknown): Promise<Readonly<Record<string, string>> | null> {
    const submitted = submittedOf(body, this.#ports.now());
    if (submitted === null || this.#onMessage === null) return null;
    if (submitted.kind === 'errors') return submitted.errors;
    if (!this.#admits(submitted.workspace)) await this.#turnAway(submitted.incoming, submitted.responseUrl);
    else if (submitted.kind === 'ask') await this.#answerPrivately(submitted);
    else await this.#wishes.send(submitted);
    return null;
  }

  async #shortcut(body: unknown): Promise<void> {
    const wish = checkWishOf(body, this.#ports.now());
    if (wish === null || this.#onMessage === null) return;
    if (!this.#admits(wish.workspace)) {
      const [first] = wish.files;
      return first === undefined ? undefined : this.#turnAway({ ...first.incoming, alone: true }, wish.responseUrl);
    }
    await this.#wishes.check(wish);
  }

  /**
   * Acknowledged when it is open: nothing of it is kept, so of a form that never came Slack itself says so. The address for opening it is good for
   * three seconds.
   */
  async #openForm(command: PrivateQuestion & { readonly triggerId: string }): Promise<void> {
    try {
      await this.#out.client.apiCall('views.open', { trigger_id: command.triggerId, view: askForm(command, await this.#ports.front.pickable(command.incoming)) });
    } catch (error) {
      this.#ports.log.warn('slack.noForm', { reason: deliveryOf(error, this.#ports.now()).reason });
      const lang = (await this.#ports.front.language(command.incoming)) ?? 'zh';
      this.#out.background(this.#out.say(command.responseUrl, slackWord(lang, 'noForm')));
    }
  }

  /** Resolves when the message is taken in; the desk keeps the order and never rejects. */
  #take(incoming: Incoming, sign: Sign | null): Promise<void> {
    return new Promise((takenIn) => {
      const answered = this.#onMessage?.(incoming, takenIn) ?? Promise.resolve();
      if (sign !== null) void this.#looking.during(answered, sign);
      void answered.then(takenIn);
    });
  }

  /** Answers where only the asker sees it: the bot need not be in the channel where a command is typed. Resolves when the question is taken in. */
  #answerPrivately({ incoming, responseUrl, lang }: PrivateQuestion): Promise<void> {
    const to = aloneAt(responseUrl, lang, incoming.speaker, { out: this.#out, looking: this.#looking });
    return takenIn((told) => this.#ports.reply(incoming, to, told).then(to.over), this.#out);
  }

  #turnAway(incoming: Incoming, responseUrl: string | null = null): Promise<void> {
    const to: PostingChannel = { post: (where, refusal) => (responseUrl === null ? this.#out.post(where, refusal) : this.#out.respond(responseUrl, refusal, { replace: false, speaker: incoming.speaker })) };
    return takenIn((told) => this.#ports.front.turnAway(incoming, { to, takenIn: told }), this.#out);
  }

  #admits(workspace: string | null): boolean {
    const { workspaces } = this.#config;
    return workspaces.length === 0 || (workspace !== null && workspaces.includes(workspace));
  }

  #signOn(channel: string, timestamp: string): Sign {
    const place = { channel, timestamp, name: SIGN };
    return { show: () => this.#out.client.apiCall('reactions.add', place), hide: () => this.#out.client.apiCall('reactions.remove', place) };
  }

  #explain(error: unknown): ChannelHealth['detail'] {
    const said = platformError(error);
    if (said !== null && isLockedOut(error)) {
      // The bot's token is tried first, so once the bot is known it is the other one.
      const variable = this.#self === null || this.#config.mode === 'http' ? BOT_TOKEN : APP_TOKEN;
      return { zh: `Slack 不接受 ${variable}（${said}）：令牌过期、被撤销，或应用已被卸载`, en: `Slack does not take ${variable} (${said}): expired, revoked, or the app was removed` };
    }
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (PORT_TROUBLE.has(code)) return { zh: `端口 ${this.#config.port} 不能用（${code}）`, en: `port ${this.#config.port} cannot be used (${code})` };
    const why = deliveryOf(error, this.#ports.now()).reason ?? 'error';
    return { zh: `连不上 Slack（${why}），会继续重试`, en: `cannot reach Slack (${why}); will go on trying` };
  }
}

/** Resolves when what is begun says that it is taken in, at the latest when it is done. */
function takenIn(begin: (told: () => void) => Promise<unknown>, out: Outgoing): Promise<void> {
  return new Promise((resolve) => {
    const done = begin(resolve);
    out.background(done);
    done.then(() => resolve(), () => resolve());
  });
}

/** Why a server cannot listen: somebody has to change the configuration. */
const PORT_TROUBLE: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES']);

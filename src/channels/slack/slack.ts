import { WebClient } from '@slack/web-api';
import { slackBlocks } from '../../render/slack-blocks.js';
import type { Message } from '../../render/message.js';
import type { Address, Channel, ChannelHealth, ChannelPorts, Delivery, Incoming, OnMessage } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackConfig } from './config.js';
import { deliveryOf, isLockedOut, platformError } from './delivery.js';
import { incomingOf, pressedOf, type SlackSelf } from './incoming.js';
import { slackReceiver, type SlackReceiver } from './receiver.js';
import { sdkLog } from './sdk-log.js';
import { ThreadBook } from './threads.js';

/** Longer than Slack ever takes to accept a message. */
const API_TIMEOUT_MS = 15_000;
/** Slack's usual pause where a 429 names none. */
const DEFAULT_PAUSE_SECONDS = '30';

/** Slack through Bolt: Socket Mode or signed HTTP for what comes in, the Web API for what goes out. */
export class SlackChannel implements Channel {
  readonly name = 'slack';
  readonly #config: SlackConfig;
  readonly #ports: ChannelPorts;
  readonly #client: WebClient;
  readonly #receiver: SlackReceiver;
  readonly #supervisor: Supervisor;
  readonly #threads: ThreadBook;
  readonly #posting = new Set<Promise<Delivery>>();
  /** Conversations where Slack asked for a pause, and its end. */
  readonly #paused = new Map<string, Date>();
  #self: SlackSelf | null = null;
  #onMessage: OnMessage | null = null;
  #lockedOut: string | null = null;

  constructor(config: SlackConfig, secrets: ReadonlyMap<string, string>, ports: ChannelPorts, pace?: Pace) {
    this.#config = config;
    this.#ports = ports;
    const logger = sdkLog(ports.log);
    const held = { botToken: secrets.get(BOT_TOKEN) ?? '', appToken: secrets.get(APP_TOKEN) ?? '', signingSecret: secrets.get(SIGNING_SECRET) ?? '' };
    // The library's own retries would take half an hour and might post twice; whoever posts decides about trying again.
    this.#client = new WebClient(held.botToken, { slackApiUrl: config.api, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: API_TIMEOUT_MS, logger, fetch: fetchWithPause });
    this.#receiver = slackReceiver(config, held, { event: (body) => this.#event(body), press: (body) => this.#press(body) }, logger);
    this.#threads = new ThreadBook(ports.folder);
    this.#supervisor = new Supervisor(
      {
        open: (lost) => this.#open(lost),
        close: () => this.#receiver.close(),
        isFinal: (error) => isLockedOut(error) || (error as NodeJS.ErrnoException).code === 'EADDRINUSE' || (error as NodeJS.ErrnoException).code === 'EACCES',
        explain: (error) => this.#explain(error),
        changed: ({ state, detail }) => (state === 'down' ? ports.log.warn('slack.down', { why: detail.en }) : ports.log.info(`slack.${state}`)),
      },
      ports.now,
      pace,
    );
  }

  async start(onMessage: OnMessage): Promise<void> {
    this.#onMessage = onMessage;
    await this.#supervisor.start();
  }

  post(to: Address, message: Message): Promise<Delivery> {
    const posting = this.#post(to, message).finally(() => this.#posting.delete(posting));
    this.#posting.add(posting);
    return posting;
  }

  health(): ChannelHealth {
    const { health } = this.#supervisor;
    if (this.#lockedOut === null || health.state === 'stopped') return health;
    return { state: 'down', detail: { zh: `Slack 不再接受机器人令牌（${this.#lockedOut}）`, en: `Slack no longer takes the bot token (${this.#lockedOut})` } };
  }

  async stop(): Promise<void> {
    this.#onMessage = null;
    await Promise.allSettled(this.#posting);
    await this.#supervisor.stop();
  }

  async #open(lost: (why: string) => void): Promise<void> {
    const me = await this.#client.auth.test();
    this.#self = { userId: me.user_id ?? '', botId: me.bot_id ?? null };
    this.#lockedOut = null;
    await this.#receiver.open(this.#self, lost);
  }

  #event(body: unknown): void {
    if (this.#self === null) return;
    const incoming = incomingOf(body, this.#self, this.#config, this.#threads);
    if (typeof incoming === 'string') return this.#ports.log.info('slack.ignored', { why: incoming });
    if (!incoming.direct && incoming.from.thread !== null) this.#threads.add(incoming.from.conversation, incoming.from.thread);
    this.#take(incoming);
  }

  #press(body: unknown): void {
    const incoming = pressedOf(body);
    if (incoming !== null) this.#take(incoming);
  }

  /** Slack has its acknowledgement; from here on the desk keeps the order and never rejects. */
  #take(incoming: Incoming): void {
    void this.#onMessage?.(incoming);
  }

  async #post(to: Address, message: Message): Promise<Delivery> {
    const now = this.#ports.now();
    const paused = this.#paused.get(to.conversation);
    if (paused !== undefined && paused > now) return { state: 'pending', messageId: null, reason: 'ratelimited', retryAt: paused };
    this.#paused.delete(to.conversation);
    try {
      const { blocks, text } = slackBlocks(message, this.#ports.publicAddress);
      const { ts } = (await this.#client.apiCall('chat.postMessage', {
        channel: to.conversation,
        ...(to.thread !== null && { thread_ts: to.thread }),
        text,
        blocks,
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      })) as { readonly ts?: string };
      this.#lockedOut = null;
      return { state: 'sent', messageId: ts ?? null, reason: null, retryAt: null };
    } catch (error) {
      if (isLockedOut(error)) this.#lockedOut = platformError(error);
      const delivery = deliveryOf(error, this.#ports.now());
      if (delivery.retryAt !== null) this.#paused.set(to.conversation, delivery.retryAt);
      this.#ports.log.warn('slack.notSent', { state: delivery.state, reason: delivery.reason });
      return delivery;
    }
  }

  #explain(error: unknown): ChannelHealth['detail'] {
    const said = platformError(error);
    if (said !== null && isLockedOut(error)) {
      // The bot's token is tried first, so once the bot is known it is the other one.
      const variable = this.#self === null || this.#config.mode === 'http' ? BOT_TOKEN : APP_TOKEN;
      return { zh: `Slack 不接受 ${variable}（${said}）：令牌过期、被撤销，或应用已被卸载`, en: `Slack does not take ${variable} (${said}): expired, revoked, or the app was removed` };
    }
    const { code } = (error ?? {}) as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') return { zh: `端口 ${this.#config.port} 不能用（${code}）`, en: `port ${this.#config.port} cannot be used (${code})` };
    const why = deliveryOf(error, this.#ports.now()).reason ?? 'error';
    return { zh: `连不上 Slack（${why}），会继续重试`, en: `cannot reach Slack (${why}); will go on trying` };
  }
}

/** A 429 without `Retry-After` gets one, since the library cannot tell it from any other failure. */
const fetchWithPause: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 429 || response.headers.has('retry-after')) return response;
  return new Response(null, { status: 429, headers: { 'retry-after': DEFAULT_PAUSE_SECONDS } });
};

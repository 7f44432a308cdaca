import { WebClient } from '@slack/web-api';
import { both } from '../../config/part.js';
import { slackBlocks } from '../../render/slack-blocks.js';
import type { Message } from '../../render/message.js';
import type { Address, Channel, ChannelHealth, ChannelPorts, Delivery, HostPorts, Incoming, OnMessage } from '../channel.js';
import { Supervisor, type Pace } from '../supervisor.js';
import { askForm, commandOf, submittedOf, type PrivateQuestion } from './command.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackConfig } from './config.js';
import { deliveryOf, isLockedOut, platformError } from './delivery.js';
import { incomingOf, type SlackSelf } from './incoming.js';
import { LookingSign } from './looking.js';
import { pressedOf } from './press.js';
import { slackReceiver, type SlackReceiver } from './receiver.js';
import { sdkLog } from './sdk-log.js';
import { ThreadBook } from './threads.js';

/** What the channel takes of its host: beside the usual, answers in the same breath (for commands) and feedback. */
export type SlackPorts = ChannelPorts & Pick<HostPorts, 'answer' | 'feedback'>;

/** Longer than Slack ever takes to accept a message. */
const API_TIMEOUT_MS = 15_000;
/** Slack's usual pause where a 429 names none. */
const DEFAULT_PAUSE_SECONDS = '30';

const THANKS = '已记下，谢谢。 · Noted, thank you.';

/** Slack through Bolt: Socket Mode or signed HTTP for what comes in, the Web API for what goes out. */
export class SlackChannel implements Channel {
  readonly name = 'slack';
  readonly #config: SlackConfig;
  readonly #ports: SlackPorts;
  readonly #client: WebClient;
  readonly #receiver: SlackReceiver;
  readonly #supervisor: Supervisor;
  readonly #threads: ThreadBook;
  readonly #looking: LookingSign;
  readonly #posting = new Set<Promise<unknown>>();
  /** Conversations where Slack asked for a pause, and its end. */
  readonly #paused = new Map<string, Date>();
  #self: SlackSelf | null = null;
  #onMessage: OnMessage | null = null;
  #lockedOut: string | null = null;

  constructor(config: SlackConfig, secrets: ReadonlyMap<string, string>, ports: SlackPorts, pace?: Pace, lookingAfterMs?: number) {
    this.#config = config;
    this.#ports = ports;
    const logger = sdkLog(ports.log);
    const held = { botToken: secrets.get(BOT_TOKEN) ?? '', appToken: secrets.get(APP_TOKEN) ?? '', signingSecret: secrets.get(SIGNING_SECRET) ?? '' };
    // The library's own retries would take half an hour and might post twice; whoever posts decides about trying again.
    this.#client = new WebClient(held.botToken, { slackApiUrl: config.api, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: API_TIMEOUT_MS, logger, fetch: fetchWithPause });
    const handlers = { event: (body: unknown) => this.#event(body), press: (body: unknown) => this.#press(body), command: (body: unknown) => this.#command(body), submitted: (body: unknown) => this.#submitted(body), shortcut: () => Promise.resolve() };
    this.#receiver = slackReceiver(config, held, handlers, logger);
    this.#threads = new ThreadBook(ports.folder);
    this.#looking = new LookingSign((method, place) => this.#client.apiCall(method, { ...place }), lookingAfterMs);
    this.#supervisor = new Supervisor(
      {
        open: (lost) => this.#open(lost),
        close: () => this.#receiver.close(),
        isFinal: (error) => isLockedOut(error) || PORT_TROUBLE.has((error as NodeJS.ErrnoException).code ?? ''),
        explain: (error) => this.#explain(error),
        changed: ({ state, detail }) => (state === 'down' ? ports.log.warn('slack.down', { why: detail.en }) : ports.log.info(`slack.${state}`)),
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
    return this.#finishing(this.#post(to, message));
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
    await this.#threads.written();
  }

  async #open(lost: (why: string) => void): Promise<void> {
    const me = await this.#client.auth.test();
    this.#self = { userId: me.user_id ?? '', botId: me.bot_id ?? null };
    this.#lockedOut = null;
    await this.#receiver.open(this.#self, lost);
  }

  async #event(body: unknown): Promise<void> {
    if (this.#self === null) return;
    const heard = incomingOf(body, this.#self, this.#config, this.#threads);
    if (typeof heard === 'string') return this.#ports.log.info('slack.ignored', { why: heard });
    const { incoming, ts } = heard;
    if (!incoming.direct && incoming.from.thread !== null) this.#threads.add(incoming.from.conversation, incoming.from.thread);
    await this.#take(incoming, ts);
  }

  async #press(body: unknown): Promise<void> {
    const pressed = pressedOf(body);
    if (pressed === null) return;
    if ('question' in pressed) return this.#take(pressed.question, null);
    const { verdict, thread } = pressed;
    const kept = this.#ports.feedback(verdict).then(() => this.#client.apiCall('chat.postEphemeral', { channel: verdict.conversation, user: verdict.speaker, text: THANKS, ...(thread !== null && { thread_ts: thread }) }));
    void this.#finishing(kept).catch((error: unknown) => this.#ports.log.warn('slack.notSent', { reason: deliveryOf(error, this.#ports.now()).reason }));
  }

  async #command(body: unknown): Promise<void> {
    const command = commandOf(body, this.#ports.now());
    if (command === null) return;
    if (command.incoming.text !== '') return this.#answerPrivately(command);
    const opened = this.#client.apiCall('views.open', { trigger_id: command.triggerId, view: askForm(command) });
    void this.#finishing(opened).catch((error: unknown) => this.#ports.log.warn('slack.noForm', { reason: deliveryOf(error, this.#ports.now()).reason }));
  }

  async #submitted(body: unknown): Promise<void> {
    const submitted = submittedOf(body, this.#ports.now());
    if (submitted !== null) this.#answerPrivately(submitted);
  }

  /** Resolves when the message is taken in; the desk keeps the order and never rejects. */
  #take(incoming: Incoming, ts: string | null): Promise<void> {
    return new Promise((takenIn) => {
      const answered = this.#onMessage?.(incoming, takenIn) ?? Promise.resolve();
      if (ts !== null) this.#looking.during(answered, { channel: incoming.from.conversation, timestamp: ts });
      void answered.then(takenIn);
    });
  }

  /** Answers where only the asker sees it: the bot need not be in the channel where a command is typed. */
  #answerPrivately({ incoming, responseUrl }: PrivateQuestion): void {
    const answered = this.#ports.answer(incoming).then(async ({ message }) => {
      const { blocks, text } = slackBlocks(message, this.#ports.publicAddress);
      const response = await fetch(responseUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ response_type: 'ephemeral', text, blocks }), signal: AbortSignal.timeout(API_TIMEOUT_MS) });
      if (!response.ok) throw Object.assign(new Error('not taken'), { statusCode: response.status });
    });
    void this.#finishing(answered).catch((error: unknown) => this.#ports.log.warn('slack.notSent', { reason: deliveryOf(error, this.#ports.now()).reason }));
  }

  /** What `stop` waits for. */
  #finishing<T>(work: Promise<T>): Promise<T> {
    const noted = work.finally(() => this.#posting.delete(noted));
    this.#posting.add(noted);
    return noted;
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
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (PORT_TROUBLE.has(code)) return { zh: `端口 ${this.#config.port} 不能用（${code}）`, en: `port ${this.#config.port} cannot be used (${code})` };
    const why = deliveryOf(error, this.#ports.now()).reason ?? 'error';
    return { zh: `连不上 Slack（${why}），会继续重试`, en: `cannot reach Slack (${why}); will go on trying` };
  }
}

/** Why a server cannot listen: somebody has to change the configuration. */
const PORT_TROUBLE: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES']);

/** A 429 without `Retry-After` gets one, since the library cannot tell it from any other failure. */
const fetchWithPause: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 429 || response.headers.has('retry-after')) return response;
  return new Response(null, { status: 429, headers: { 'retry-after': DEFAULT_PAUSE_SECONDS } });
};

import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { chartOf, chartPicture } from '../../render/charts/pictures.js';
import type { Message } from '../../render/message.js';
import { slackBlocks, type SlackMessage } from '../../render/slack-blocks.js';
import { plain, type SlackBlock } from '../../render/slack-text.js';
import { slackWord } from '../../render/slack-words.js';
import type { Address, ChannelLog, Delivery, LookedUp } from '../channel.js';
import type { HandedFile } from '../front.js';
import { deliveryOf, isLockedOut, platformError } from './delivery.js';
import { lookUpIn, metadataOf } from './look-up.js';
import type { Sign } from './looking.js';
import { Pacer } from './pacer.js';

/** Longer than Slack ever takes to accept a message. */
const API_TIMEOUT_MS = 15_000;
/** Slack's usual pause where a 429 names none. */
const DEFAULT_PAUSE_SECONDS = '30';
/** Where no picture can follow, a table shows earlier. */
const LEAST_ROWS_WITHOUT_CHART = 2;
/** Slack's words for blocks that this workspace does not take. */
const BLOCKS_REFUSED: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'unsupported_block_type']);

/** What sending to Slack needs. `publicAddress` is where people open links; null when the page is for this machine only. */
export interface OutgoingPorts {
  readonly log: ChannelLog;
  readonly now: () => Date;
  readonly publicAddress: string | null;
}

/** Everything that goes out to Slack. The methods it calls are `METHODS`: a test holds the manifest's scopes to them. */
export class Outgoing {
  readonly client: WebClient;
  readonly #ports: OutgoingPorts;
  readonly #pacer = new Pacer();
  readonly #working = new Set<Promise<unknown>>();
  /** Tables are newer than some workspaces. */
  #tables = true;
  #lockedOut: string | null = null;

  constructor(token: string, api: string, logger: Logger, ports: OutgoingPorts) {
    // The library's own retries would take half an hour and might post twice; whoever posts decides about trying again.
    this.client = new WebClient(token, { slackApiUrl: api, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: API_TIMEOUT_MS, logger, fetch: fetchWithPause });
    this.#ports = ports;
  }

  /** Slack's word for why the bot's token opens nothing any more; null while it does. */
  get lockedOut(): string | null {
    return this.#lockedOut;
  }

  opened(): void {
    this.#lockedOut = null;
  }

  /** Posts a message, with buttons of the channel's own below where there are any. Never rejects. */
  post(to: Address, message: Message, below: readonly SlackBlock[] = []): Promise<Delivery> {
    return this.finishing(this.#post(to, message, below));
  }

  /** Whether a posting stands where it belongs. A person's id as an address opens a conversation of another id, of which nothing is known. Never rejects. */
  async lookUp(to: Address, key: string, since: Date): Promise<LookedUp> {
    if (/^[UW]/u.test(to.conversation)) return { found: 'cannot tell' };
    try {
      return await lookUpIn((params) => (to.thread === null ? this.client.apiCall('conversations.history', params) : this.client.apiCall('conversations.replies', params)), to, key, since);
    } catch (error) {
      this.#ports.log.warn('slack.notLookedUp', { reason: deliveryOf(error, this.#ports.now()).reason });
      return { found: 'cannot tell' };
    }
  }

  /**
   * Shows a message to one person, at an address that Slack gave for it; in the place of the sign that hangs there. What Slack does not take
   * there, because the address is past its half hour or fails, is written to the person directly. Never rejects.
   */
  async respond(responseUrl: string, message: Message, { replace, speaker }: { readonly replace: boolean; readonly speaker: string }): Promise<Delivery> {
    const chart = chartOf(message) === null ? [] : [noteBlock(slackWord(message.lang, 'chartElsewhere'))];
    try {
      await this.finishing(
        this.#plainOnce(async (tables) => {
          const { blocks, text } = slackBlocks(message, this.#ports.publicAddress, tables ? { leastRows: chart.length === 0 ? undefined : LEAST_ROWS_WITHOUT_CHART } : null);
          await this.#respond(responseUrl, { response_type: 'ephemeral', replace_original: replace, text, blocks: [...blocks, ...chart] });
        }),
      );
      return { state: 'sent', messageId: null, reason: null, retryAt: null };
    } catch (error) {
      const delivery = deliveryOf(error, this.#ports.now());
      this.#ports.log.warn('slack.notSent', { state: delivery.state, reason: delivery.reason });
      return delivery.state === 'unknown' ? delivery : this.post({ channel: 'slack', conversation: speaker, thread: null }, message);
    }
  }

  /** The conversation of somebody with the bot alone. Rejects when Slack does not open it. */
  async directWith(speaker: string): Promise<Address> {
    const { channel } = (await this.client.apiCall('conversations.open', { users: speaker })) as { readonly channel?: { readonly id?: string } };
    if (channel?.id === undefined) throw new Error('no conversation was opened');
    return { channel: 'slack', conversation: channel.id, thread: null };
  }

  /** Shows a line to one person, at an address that Slack gave for it. Rejects when Slack does not take it. */
  say(responseUrl: string, text: string): Promise<void> {
    return this.#respond(responseUrl, { response_type: 'ephemeral', text });
  }

  /** The sign of looking where only one person sees it; the answer takes its place. */
  signAt(responseUrl: string, lang: Message['lang']): Sign {
    return { show: () => this.say(responseUrl, slackWord(lang, 'looking')), hide: () => Promise.resolve() };
  }

  /** Tells one person something where they are. */
  async whisper(to: Address, speaker: string, text: string): Promise<void> {
    await this.client.apiCall('chat.postEphemeral', { channel: to.conversation, user: speaker, text, mrkdwn: false, ...(to.thread !== null && { thread_ts: to.thread }) });
  }

  /** Uploads a file where somebody is. Rejects when Slack does not confirm it. */
  async upload(to: Address, { name, bytes }: HandedFile, alternative: string): Promise<void> {
    const shared = { channel_id: to.conversation, ...(to.thread !== null && { thread_ts: to.thread }) };
    const { files } = await this.client.filesUploadV2({ ...(shared as { channel_id: string }), file_uploads: [{ file: Buffer.from(bytes), filename: name, title: name, alt_text: alternative }] });
    if (!files?.some(({ files: done }) => (done?.length ?? 0) > 0)) throw new Error('the upload was not confirmed');
  }

  /** What `stop` waits for. */
  finishing<T>(work: Promise<T>): Promise<T> {
    const noted = work.finally(() => this.#working.delete(noted));
    this.#working.add(noted);
    return noted;
  }

  /** The same for what nobody awaits: what fails is logged. */
  background(work: Promise<unknown>, event = 'slack.notSent'): void {
    void this.finishing(work).catch((error: unknown) => this.#ports.log.warn(event, { reason: deliveryOf(error, this.#ports.now()).reason }));
  }

  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.allSettled(this.#working);
  }

  async #post(to: Address, message: Message, below: readonly SlackBlock[]): Promise<Delivery> {
    const wait = this.#pacer.wait(to.conversation, this.#ports.now());
    if (wait !== null) return { state: 'pending', messageId: null, reason: 'ratelimited', retryAt: wait };
    try {
      const { ts, channel } = await this.#plainOnce((tables) => this.#say(to, slackBlocks(message, this.#ports.publicAddress, tables ? {} : null), below, message.key));
      this.#lockedOut = null;
      if (ts !== null && chartOf(message) !== null) this.background(this.#draw({ ...to, conversation: channel }, ts, message, below), 'slack.noChart');
      return { state: 'sent', messageId: ts, reason: null, retryAt: null };
    } catch (error) {
      if (isLockedOut(error)) this.#lockedOut = platformError(error);
      const delivery = deliveryOf(error, this.#ports.now());
      if (delivery.retryAt !== null) this.#pacer.pause(to.conversation, delivery.retryAt);
      this.#ports.log.warn('slack.notSent', { state: delivery.state, reason: delivery.reason });
      return delivery;
    }
  }

  async #say(to: Address, { blocks, text }: SlackMessage, below: readonly SlackBlock[], key: string | undefined): Promise<{ readonly ts: string | null; readonly channel: string }> {
    // Of a person's id as an address Slack tells the conversation that it stands in.
    const { ts = null, channel = to.conversation } = (await this.client.apiCall('chat.postMessage', {
      channel: to.conversation,
      ...(to.thread !== null && { thread_ts: to.thread }),
      text,
      blocks: [...blocks, ...below],
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      ...(key !== undefined && { metadata: metadataOf(key) }),
    })) as { readonly ts?: string; readonly channel?: string };
    return { ts, channel };
  }

  /** The chart of an answer, in the answer's thread; where it cannot be had, the answer says so. */
  async #draw(to: Address, ts: string, message: Message, below: readonly SlackBlock[]): Promise<void> {
    try {
      const picture = await chartPicture(message, 'phone');
      if (picture !== null) await this.upload({ ...to, thread: to.thread ?? (to.conversation.startsWith('D') ? null : ts) }, { name: 'chart.png', bytes: picture.bytes }, picture.alternative);
    } catch (error) {
      const { blocks, text } = slackBlocks(message, this.#ports.publicAddress, this.#tables ? {} : null);
      await this.client.apiCall('chat.update', { channel: to.conversation, ts, text, blocks: [...blocks, noteBlock(slackWord(message.lang, 'noChart')), ...below] });
      throw error;
    }
  }

  /** Sends with tables; once more without them when this workspace refuses the blocks, and from then on without. */
  async #plainOnce<T>(send: (tables: boolean) => Promise<T>): Promise<T> {
    const tables = this.#tables;
    try {
      return await send(tables);
    } catch (error) {
      if (!tables || !BLOCKS_REFUSED.has(platformError(error) ?? (error as { said?: string }).said ?? '')) throw error;
      this.#tables = false;
      this.#ports.log.info('slack.noTables');
      return send(false);
    }
  }

  async #respond(responseUrl: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(responseUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(API_TIMEOUT_MS) });
    if (response.ok) return;
    throw Object.assign(new Error('not taken'), { statusCode: response.status, said: (await response.text()).slice(0, 100) });
  }
}

function noteBlock(text: string): SlackBlock {
  return { type: 'context', elements: [plain(text)] };
}

/** Methods of the Web API that the channel calls; `auth.test` and `apps.connections.open` need no scope of the bot. */
export const METHODS = ['auth.test', 'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'conversations.open', 'reactions.add', 'reactions.remove', 'conversations.history', 'conversations.replies', 'views.open', 'views.publish', 'files.info', 'files.getUploadURLExternal', 'files.completeUploadExternal'] as const;

/** A 429 without `Retry-After` gets one, since the library cannot tell it from any other failure. */
const fetchWithPause: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 429 || response.headers.has('retry-after')) return response;
  return new Response(null, { status: 429, headers: { 'retry-after': DEFAULT_PAUSE_SECONDS } });
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openLibrary, type OpenLibrary } from '../../../index/mod.js';
import { languageOf, type Answer, type AskOptions, type Assistant, type Memory, type Reply } from '../../../intents/mod.js';
import type { Channel, ChannelLog, Delivery, Incoming } from '../../../src/channels/channel.js';
import { configSchema, type Config } from '../../../src/config/parts.js';
import { createDesk, type Desk } from '../../../src/desk/desk.js';
import { StagedConversations, StoredConversations } from '../../../src/desk/memory.js';
import type { TakenInSince } from '../../../src/desk/interrupted.js';
import type { DeskTables } from '../../../src/desk/tables.js';
import type { Message } from '../../../src/render/message.js';
import { ownMigrations } from '../../../src/tables.js';

export const NOON = new Date('2026-11-23T12:00:00+08:00');
export const SENT: Delivery = { state: 'sent', messageId: '1', reason: null, retryAt: null };

/** A message as a channel hands it in; ids count up unless given. */
export function incoming(text: string, over: Partial<Omit<Incoming, 'from'>> & { readonly from?: Partial<Incoming['from']> } = {}): Incoming {
  counter += 1;
  return { id: `m${counter}`, speaker: 'U1', speakerName: '小李', direct: false, text, sentAt: NOON, ...over, from: { channel: 'slack', conversation: 'C1', thread: null, ...over.from } };
}
let counter = 0;

/** A channel that keeps what it is given and answers with the deliveries it is told, the last one for ever. */
export class KeepingChannel implements Pick<Channel, 'post' | 'lookUp'> {
  /** Set on a channel that can tell what was posted. */
  lookUp?: NonNullable<Channel['lookUp']>;
  readonly posted: { readonly to: Incoming['from']; readonly message: Message; readonly mention: { speaker: string; name: string | null } | null }[] = [];
  deliveries: (Delivery | (() => Promise<Delivery>))[] = [SENT];

  async post(to: Incoming['from'], message: Message, mention?: { speaker: string; name: string | null }): Promise<Delivery> {
    this.posted.push({ to, message, mention: mention ?? null });
    const next = this.deliveries.length > 1 ? this.deliveries.shift()! : this.deliveries[0]!;
    return typeof next === 'function' ? next() : next;
  }

  get texts(): string[] {
    return this.posted.map(({ message }) => message.text);
  }
}

/** An assistant that echoes, tells what it remembers of the session, and remembers the question. `ask` may be replaced to break or wait. */
export class EchoingAssistant implements Assistant {
  readonly asked: { readonly text: string; readonly options: AskOptions }[] = [];
  readonly #book: StagedConversations;
  before: (text: string) => Promise<void> = () => Promise.resolve();

  constructor(book: StagedConversations) {
    this.#book = book;
  }

  async prepare(): Promise<void> {}

  async rehearse(): Promise<void> {}

  async ask(text: string, options: AskOptions): Promise<Answer> {
    return (await this.reply(text, options)).answer;
  }

  async reply(text: string, options: AskOptions): Promise<Reply> {
    this.asked.push({ text, options });
    await this.before(text);
    const known = (await this.#book.get(options.session!)) as { memory: { intent: string } } | null;
    await this.#book.put(options.session!, { memory: { intent: text } as Memory, at: options.at.toISOString() });
    const said = `${known === null ? '' : `${known.memory.intent} > `}${text}`;
    const answer: Answer = { question: text, lang: languageOf(text), status: 'answered', reason: null, intent: 'echo', text: said === '' ? '…' : said, value: null, unit: null, derived: null, rows: [], citations: [], options: [], answerId: `a${this.asked.length}`, tookMs: 1 };
    return { answer, blocks: [{ type: 'text', inlines: [{ type: 'echo', text: answer.text }] }] };
  }
}

/** A log that keeps its lines. */
export class KeepingLog implements ChannelLog {
  readonly lines: { readonly level: string; readonly event: string; readonly facts: Record<string, unknown> }[] = [];
  readonly #keep = (level: string) => (event: string, facts: Readonly<Record<string, unknown>> = {}): void => void this.lines.push({ level, event, facts });
  readonly info = this.#keep('info');
  readonly warn = this.#keep('warn');
  readonly error = this.#keep('error');

  get errors(): string[] {
    return this.lines.filter(({ level }) => level === 'error').map(({ event }) => event);
  }
}

/** A desk with an echoing assistant over a folder of its own, and a clock that stands still until it is moved. */
export interface Bench {
  readonly desk: Desk;
  readonly assistant: EchoingAssistant;
  readonly channel: KeepingChannel;
  readonly log: KeepingLog;
  readonly database: Kysely<DeskTables>;
  readonly held: OpenLibrary;
  /** Whether the channel is up, for what is resumed. */
  up: boolean;
  /** Reports that count as taken in since any moment, of whatever file. */
  takenIn: Awaited<ReturnType<TakenInSince>>;
  now: Date;
  /** A desk of another process over the same store. */
  another(): Bench;
  close(): Promise<void>;
}

export async function benchOver(config: Record<string, unknown> = {}, folder = mkdtempSync(join(tmpdir(), 'wenbao-desk-'))): Promise<Bench> {
  const held = await openLibrary(folder, { migrations: ownMigrations });
  const settings = configSchema([]).parse(config);
  return benchOn(held, settings, { now: NOON }, async () => {
    await held.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

function benchOn(held: OpenLibrary, config: Config, clock: { now: Date }, close: () => Promise<void>): Bench {
  const database = held.database<DeskTables>();
  const limits = { group: config.conversations.groupMinutes * 60_000, direct: config.conversations.directMinutes * 60_000 };
  const memory = new StagedConversations(new StoredConversations(database, limits, () => clock.now));
  const assistant = new EchoingAssistant(memory);
  const channel = new KeepingChannel();
  const log = new KeepingLog();
  const state: { up: boolean; takenIn: Awaited<ReturnType<TakenInSince>> } = { up: true, takenIn: [] };
  const desk = createDesk({ assistant, memory, database, config, channel: () => (state.up ? channel : null), takenInSince: () => Promise.resolve(state.takenIn), log, now: () => clock.now });
  return {
    desk,
    assistant,
    channel,
    log,
    database,
    held,
    get up() {
      return state.up;
    },
    set up(up) {
      state.up = up;
    },
    get takenIn() {
      return state.takenIn;
    },
    set takenIn(reports) {
      state.takenIn = reports;
    },
    get now() {
      return clock.now;
    },
    set now(moment) {
      clock.now = moment;
    },
    another: () => benchOn(held, config, clock, close),
    close,
  };
}

/** A promise that is kept from outside. */
export function promised<T = void>(): { readonly promise: Promise<T>; readonly keep: (value: T) => void } {
  let keep: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

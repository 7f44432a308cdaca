import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { renderForTerminal } from '../../render/ansi.js';
import type { Message } from '../../render/message.js';
import { LONGEST_INCOMING, type Address, type Channel, type ChannelHealth, type Delivery, type OnMessage } from '../channel.js';

/** Where a conversation in the terminal is held, and with whom. */
export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** A person sits there: a prompt is shown and lines can be edited. */
  readonly person: boolean;
  readonly colour: boolean;
  /** Lines typed in earlier conversations, the last one first. */
  readonly history: readonly string[];
  /** Lines that end the conversation, in lower case. */
  readonly leave: ReadonlySet<string>;
  /** Told of each question before it is answered. */
  readonly onLine?: (line: string) => Promise<void>;
  readonly now: () => Date;
}

/** The conversation of whoever sits at a terminal, today and at the next start. */
export const AT_TERMINAL = 'terminal';

const PROMPT = '问> ';
const MOST_HISTORY = 500;
const UP: ChannelHealth = { state: 'up', detail: { zh: '终端', en: 'terminal' } };
const STOPPED: ChannelHealth = { state: 'stopped', detail: { zh: '终端已关', en: 'terminal closed' } };

/** The terminal as a channel: each line is a message, what is posted is printed. One conversation from start to end. */
export class TerminalChannel implements Channel {
  readonly name = 'terminal';
  readonly #options: TerminalOptions;
  readonly #conversation = randomUUID();
  #lines: Interface | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(options: TerminalOptions) {
    this.#options = options;
  }

  /** Resolves when the input has ended, somebody left, or the channel was stopped, and what was asked is answered. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  async start(onMessage: OnMessage): Promise<void> {
    const { input, output, person, history } = this.#options;
    this.#lines = createInterface({ input, output: person ? output : undefined, prompt: PROMPT, history: [...history], historySize: MOST_HISTORY });
    this.#ended = this.#read(this.#lines, onMessage);
  }

  async post(to: Address, message: Message): Promise<Delivery> {
    const refused = (reason: string): Delivery => ({ state: 'refused', messageId: null, reason, retryAt: null });
    if (this.#lines === null) return refused('the terminal is closed');
    if (to.conversation !== this.#conversation && to.conversation !== AT_TERMINAL) return refused('no such conversation in this terminal');
    this.#options.output.write(`${renderForTerminal(message, this.#options.colour)}\n\n`);
    return { state: 'sent', messageId: null, reason: null, retryAt: null };
  }

  health(): ChannelHealth {
    return this.#lines === null ? STOPPED : UP;
  }

  async stop(): Promise<void> {
    this.#lines?.close();
    await this.#ended;
    this.#lines = null;
  }

  async #read(lines: Interface, onMessage: OnMessage): Promise<void> {
    const { person, leave, onLine, now } = this.#options;
    if (person) lines.prompt();
    for await (const line of lines) {
      const text = line.trim().slice(0, LONGEST_INCOMING);
      if (leave.has(text.toLowerCase())) break;
      if (text !== '') {
        await onLine?.(text);
        await onMessage({ id: randomUUID(), from: { channel: 'terminal', conversation: this.#conversation, thread: null }, speaker: 'terminal', speakerName: null, direct: true, text, sentAt: now() });
      }
      if (person) lines.prompt();
    }
    lines.close();
  }
}

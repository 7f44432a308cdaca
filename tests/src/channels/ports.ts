import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access, Alarm, ChannelPorts, Incoming, OnMessage, PostingChannel, Verdict } from '../../../src/channels/channel.js';
import type { Front } from '../../../src/channels/front.js';
import { Logins } from '../../../src/channels/logins.js';
import type { Message } from '../../../src/render/message.js';

/** What a channel logged, for tests that hold it to saying no secret and nothing that people wrote. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>> | undefined;
}

/** What a channel needs of its host; what it does with it is kept for the test to see. */
export interface TestPorts extends ChannelPorts {
  readonly lines: LogLine[];
  readonly verdicts: Verdict[];
  feedback(verdict: Verdict): Promise<void>;
  /** Answers with the question itself. */
  reply(incoming: Incoming, to: PostingChannel, takenIn?: () => void): Promise<void>;
  readonly access: Access;
  readonly front: Front;
  readonly logins: Logins;
  readonly alarm: Alarm;
  /** What was told to the operator. */
  readonly alarms: { readonly event: string; readonly words: string }[];
}

/** A front at which nothing is done. */
export function idleFront(over: Partial<Front> = {}): Front {
  const nothing = (): Promise<null> => Promise.resolve(null);
  return { language: nothing, chooseLanguage: nothing, offer: nothing, turnAway: nothing, handIn: nothing, check: nothing, workbook: nothing, pickable: () => Promise.resolve({ organisations: [], years: [] }), overview: nothing, ...over };
}

export function channelPorts(told: Partial<TestPorts> = {}): TestPorts {
  const lines: LogLine[] = [];
  const verdicts: Verdict[] = [];
  const alarms: TestPorts['alarms'] = [];
  const at = (level: LogLine['level']) => (event: string, facts?: Readonly<Record<string, unknown>>) => void lines.push({ level, event, facts });
  const reply: TestPorts['reply'] = async ({ text, from }, to, takenIn) => {
    takenIn?.();
    await to.post(from, notice(text));
  };
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, now: () => new Date(), folder: mkdtempSync(join(tmpdir(), 'channel-')), publicAddress: null, access: { may: () => true, contact: null }, front: idleFront(), logins: new Logins(), alarm: (event, { en }) => void alarms.push({ event, words: en }), alarms, lines, verdicts, feedback: async (verdict) => void verdicts.push(verdict), reply, ...told };
}

/** Collects what a channel hands on, and lets a test wait for the next. */
export class Inbox {
  readonly all: Incoming[] = [];
  readonly #waiting: ((incoming: Incoming) => void)[] = [];
  #read = 0;

  readonly onMessage: OnMessage = async (incoming, takenIn) => {
    this.all.push(incoming);
    takenIn?.();
    const waiting = this.#waiting.shift();
    if (waiting) {
      this.#read += 1;
      waiting(incoming);
    }
  };

  next(): Promise<Incoming> {
    const there = this.all[this.#read];
    if (there) {
      this.#read += 1;
      return Promise.resolve(there);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** A notice with one line of text. */
export function notice(text: string): Message {
  return { lang: 'zh', status: 'notice', blocks: [{ type: 'text', inlines: [text] }], citations: [], text, answerId: null };
}

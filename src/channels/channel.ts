import type { ToldOfFile } from './told-of-file.js';
import type { z } from 'zod';
import type { IngestOutcome, Lang, Library, Text2 } from '../../index/mod.js';
import type { Answer } from '../../intents/mod.js';
import type { CheckLine } from '../render/check-line.js';
import type { Message } from '../render/message.js';
import type { Operations } from './operations.js';
import type { Front } from './front.js';
import type { LoginOffers, LoginShows } from './logins.js';

/** The channels there are; each has a folder of its own in `channels/` (the terminal is `src/cli`). */
export type ChannelName = 'terminal' | 'web' | 'slack' | 'wechat';

/** Where something is said. Ids are the channel's own and opaque to everybody else. */
export interface Address {
  readonly channel: ChannelName;
  /** Slack channel, WeChat room or contact, browser session. */
  readonly conversation: string;
  /** A thread within the conversation, where the channel has such; else null. */
  readonly thread: string | null;
}

/**
 * Begins the id of a person or conversation that may be another one after the next login, until somebody bound it to a name: whoever is known by
 * such ids only may ask and do nothing else.
 */
export const UNBOUND = 'unbound:';

/** One message that somebody addressed to the bot, mention and channel markup already removed. */
export interface Incoming {
  /** The channel's id of this message: the same for every delivery of it, never that of another. */
  readonly id: string;
  readonly from: Address;
  /** Who asked: the channel's id of the person. */
  readonly speaker: string;
  /** Name to mention the asker by, where the channel needs one; never kept. */
  readonly speakerName: string | null;
  /** True for a conversation with the bot alone. */
  readonly direct: boolean;
  /** What was said, at most `LONGEST_INCOMING` UTF-16 units (channels cut, the desk refuses). */
  readonly text: string;
  /** When it was said, by the channel's clock. */
  readonly sentAt: Date;
  /**
   * True for what its speaker alone is answered, not whoever reads along where it was said (a command). Such a channel takes a person's id as the
   * address for what has to be said to them later.
   */
  readonly alone?: boolean;
  /** The language of a button or form that was used, where no words of the speaker's own tell one. */
  readonly lang?: Lang;
}

/** Longer than any question: the desk answers that it is too long instead of reading on. */
export const LONGEST_INCOMING = 120_000;

/**
 * What became of something posted. `sent`: the channel confirmed it · `handed over`: the channel took it and tells no more ·
 * `refused`: it will not be taken (no such room, no right) · `pending`: cannot be said now, may be later (closed window, rate limit, no
 * connection) · `unknown`: nobody can tell whether it was posted.
 */
export interface Delivery {
  readonly state: 'sent' | 'handed over' | 'refused' | 'pending' | 'unknown';
  /** The channel's id of what was posted, where it tells one. */
  readonly messageId: string | null;
  /** Why, for an operator; null when there is nothing to say. Holds no secret. */
  readonly reason: string | null;
  /** Earliest moment to try again, for `pending`; null when the channel does not say. */
  readonly retryAt: Date | null;
  /** True for a `pending` that a closed window causes: it opens when somebody writes there. */
  readonly closed?: boolean;
}

/** What a channel finds of something posted: it stands there, it does not, or the channel cannot tell. */
export type LookedUp = { readonly found: 'posted'; readonly messageId: string | null } | { readonly found: 'absent' | 'cannot tell' };

/** How a channel is, for `doctor`, the web page and the log. */
export interface ChannelHealth {
  readonly state: 'starting' | 'up' | 'down' | 'stopped';
  readonly detail: { readonly zh: string; readonly en: string };
}

/**
 * Takes each incoming message. Never rejects; a channel may await it to keep order. A server that wants an acknowledgement gets it when
 * `takenIn` is called: the message's id is on the disk, the answer is still to come.
 */
export type OnMessage = (incoming: Incoming, takenIn?: () => void) => Promise<void>;

/** A place where people ask. Knows its own SDK and nothing of reports; posts what it is given, rendered by `src/render`. */
export interface Channel {
  readonly name: ChannelName;
  /** True where who asked too long ago is told so; elsewhere old messages come in crowds after a lost connection and get no reply. */
  readonly tellsLate?: boolean;
  /** Resolves when the channel takes messages; rejects when it cannot start (the others go on). */
  start(onMessage: OnMessage): Promise<void>;
  /** Posts a message. Never rejects: what went wrong is a delivery state. `mention` names the asker to address, where the channel does that. */
  post(to: Address, message: Message, mention?: { readonly speaker: string; readonly name: string | null }): Promise<Delivery>;
  /**
   * Whether a message of this `Message.key` was posted there since a moment, for whoever was killed while posting it. Only on channels that can
   * tell. Never rejects.
   */
  lookUp?(to: Address, key: string, since: Date): Promise<LookedUp>;
  health(): ChannelHealth;
  /** Takes no more messages and closes; what is being posted is finished first. */
  stop(): Promise<void>;
}

/** All that the desk needs of a channel, or of a way of its own to answer somebody. */
export interface PostingChannel extends Pick<Channel, 'post' | 'tellsLate' | 'lookUp'> {
  /** True where somebody waits who sends the same once more: they are told that it was answered. */
  readonly tellsAgain?: boolean;
}

/** How what came of an act is told. */
export interface Telling {
  /** Says it; without it, whoever acted says what is returned. */
  readonly to?: PostingChannel;
  /** Called once the act's id is on the disk, or cannot be written: from then on it is never forgotten, whatever happens to the process. */
  readonly takenIn?: () => void;
}

/** A secret that a channel takes from the environment. */
export interface SecretSpec {
  readonly variable: string;
  /** What a value must look like; never shown together with the value. */
  readonly shape: RegExp;
  readonly about: { readonly zh: string; readonly en: string };
  readonly required: boolean;
}

/** Writes no secret; a channel logs ids and states, never what people wrote. */
export interface ChannelLog {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** What a channel is given when it is made. */
export interface ChannelPorts {
  readonly log: ChannelLog;
  readonly now: () => Date;
  /** Folder for the channel's own session files, made with mode 0700. */
  readonly folder: string;
  /** Public address of the web page without a trailing slash, for links to sources; null when none is configured. */
  readonly publicAddress: string | null;
}

/** What the desk gives back to a channel that answers in the same breath: what to show, and the machine's form of it. */
export interface Answered {
  readonly message: Message;
  /** Null when the desk itself spoke (no access, an id that was answered before, a fault outside the assistant). */
  readonly answer: Answer | null;
}

/** A pressed feedback button. */
export interface Verdict {
  readonly answerId: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly speaker: string;
  readonly helpful: boolean;
  /** When it was pressed, by the channel's clock; of one person the last press counts, in whatever order they come. */
  readonly at?: Date;
}

/** What somebody may do: ask questions and read, hand in reports, everything. */
export type Role = 'ask' | 'ingest' | 'roster' | 'admin';

/** Somebody as rules of access know them. */
export type Person = Pick<Incoming, 'from' | 'speaker'>;

/** The rules of access. */
export interface Access {
  /** Whether somebody may; null is whoever sits at this machine and could call the command as well. */
  may(role: Role, who: Person | null): boolean;
  /** Whom to ask for access; null where nobody is named. */
  readonly contact: string | null;
}

/** What the host of the channels gives each of them. Most need only `ChannelPorts`; the web page asks and shows reports itself. */
export interface HostPorts extends ChannelPorts {
  /**
   * The desk's request and response: the same checks, memory and audit as for any incoming message, with nothing posted. Never rejects.
   * `at` is the moment that relative years and deadlines count from, where the asker names one; else the message's own. `takenIn` as for `OnMessage`.
   */
  answer(incoming: Incoming, at?: Date, takenIn?: () => void): Promise<Answered>;
  /** Answers a message through a way of its own instead of the channel's `post`, with all that is promised of any message: nothing is lost or answered twice. */
  reply(incoming: Incoming, to: PostingChannel, takenIn?: () => void): Promise<void>;
  /** What else people do and see than asking. */
  readonly front: Front;
  /** What somebody thinks of an answer; of one person the last verdict counts. Never rejects. */
  feedback(verdict: Verdict): Promise<void>;
  readonly library: Library;
  readonly access: Access;
  readonly operations: Operations;
  /** Takes in a file that somebody hands in: an outcome, or one for each file of an archive; null when they may not. `who` null is whoever sits at this machine. */
  takeIn(file: { readonly name: string; readonly bytes: Uint8Array; /** What a person says of it; absent where nobody says anything. */ readonly told?: ToldOfFile }, who: Person | null): Promise<readonly IngestOutcome[] | null>;
  readonly check: Checking;
  readonly vitals: Vitals;
  /** Codes by which accounts are logged in. */
  readonly logins: LoginOffers & LoginShows;
  /** Tells whoever operates the run what they have to do something about: where the configuration says, and in the log. Never rejects. */
  readonly alarm: Alarm;
  /** How every channel and the schedule are, in the order they start, for a page that shows it. */
  health(): readonly { readonly name: string; readonly health: ChannelHealth }[];
}

/** Says a few words to the operator; `event` names what it is about, and the same is not said again soon. Holds no secret and nothing that people wrote. */
export type Alarm = (event: string, words: Text2) => void;

/** How the run is: states of the store, each channel and the schedule. */
export interface Health {
  /** False when any of them is down. */
  readonly ok: boolean;
  /** `lastTurn` for the schedule: when it last ended a turn well, ISO 8601. */
  readonly checks: readonly { readonly name: string; readonly state: ChannelHealth['state']; readonly lastTurn?: string | null }[];
}

/** For those who watch over the run. Neither tells who asked or what. */
export interface Vitals {
  /** Never rejects: a store that cannot be read is `down`. */
  health(): Promise<Health>;
  /** Counts in Prometheus' text format; rejects when the store cannot be read. */
  metrics(): Promise<string>;
}

/** The rule book over reports held and over files that are not kept. */
export interface Checking {
  /** What is found in the report with that id, or in all reports of a year; null when nothing of the kind is held. */
  held(which: { readonly report: string } | { readonly year: number }): Promise<readonly z.output<typeof CheckLine>[] | null>;
  /** What is found in a file, against last year's report where that is held; why it could not be read otherwise. */
  file(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<{ readonly findings: readonly z.output<typeof CheckLine>[] } | { readonly refused: Text2 }>;
}

/** One line of what `doctor` finds out about a channel. */
export interface ChannelFinding {
  readonly check: string;
  readonly ok: boolean;
  readonly message: { readonly zh: string; readonly en: string };
  readonly hint?: { readonly zh: string; readonly en: string };
}

/**
 * How a channel takes part: its part of `wenbao.config.yaml` (under `channels.<name>`), its secrets, its making. Light to import:
 * `create` imports the SDK when the channel is enabled, not before.
 */
export interface ChannelModule<Config = unknown, Ports extends ChannelPorts = ChannelPorts> {
  readonly name: ChannelName;
  /** Strict (`z.strictObject`); `{}` must parse to the defaults, so that nothing configured means the defaults. */
  readonly config: z.ZodType<Config>;
  readonly secrets: readonly SecretSpec[];
  /** Whether this configuration wants the channel at all. */
  enabled(config: Config, secrets: ReadonlyMap<string, string>): boolean;
  /** What is wrong with configuration and secrets, found without the network. */
  check(config: Config, secrets: ReadonlyMap<string, string>): readonly ChannelFinding[];
  create(config: Config, secrets: ReadonlyMap<string, string>, ports: Ports): Promise<Channel>;
}

import type { HeardFile } from './heard-file.js';
import type { Names } from './mention.js';

/** What kind of message somebody sent, as far as an answer depends on it. */
export type HeardKind = 'text' | 'voice' | 'picture' | 'video' | 'file' | 'money' | 'card' | 'nothing to answer';

/** A message as WeChat delivered it. */
export interface Heard {
  readonly id: string;
  /** Null for a direct message. */
  readonly room: string | null;
  readonly speaker: string;
  readonly speakerName: string;
  /** The bot said it itself, on this device or another. */
  readonly own: boolean;
  /** An official account, a service of WeChat: nobody who asks. */
  readonly official: boolean;
  readonly kind: HeardKind;
  readonly text: string;
  /** The file that was sent; null for any other kind, and where the puppet does not say which. */
  readonly file: HeardFile | null;
  readonly sentAt: Date;
  /** Who is called what where it was said. */
  readonly names: Names;
  /** Whether the puppet says that the bot is mentioned; null when it does not tell. */
  readonly mentionsMe: boolean | null;
}

/** What happens to the account. */
export interface BotEvents {
  heard(heard: Heard): void;
  loggedIn(): void;
  loggedOut(): void;
  /** A code to scan with the account's phone. */
  scan(code: string): void;
  trouble(said: string): void;
  /** The bot was taken out of a room, or put into one. */
  left(room: string): void;
  joined(room: string): void;
}

/** An id that is neither a room's nor a person's that the account knows: nothing is wrong with the account. */
export class NoSuchPlace extends Error {}

/** An account of WeChat: our own port, because the libraries behind it come and go. */
export interface WechatBot {
  /** Resolves when the library runs; logging in may still need a person. */
  start(events: BotEvents): Promise<void>;
  /** Never rejects. */
  stop(): Promise<void>;
  /** Whether the connection answers in time; some go dead without saying so. Never rejects. */
  ping(withinMs: number): Promise<boolean>;
  /** Says a text to a room or person, mentioning somebody in a room. Gives the id of the message where the puppet tells it. Rejects with `NoSuchPlace` where there is neither. */
  say(conversation: string, text: string, mention: string | null): Promise<string | null>;
  /** Shows a PNG to a room or person. Gives the id of the message where the puppet tells it. */
  show(conversation: string, picture: Uint8Array): Promise<string | null>;
}

import { randomBytes } from 'node:crypto';
import type { ChannelName } from './channel.js';

/** What a channel does with codes by which its account is logged in. */
export interface LoginOffers {
  /** Lets a code be shown once; gives the path of the page that does. A code offered before by that channel is void. */
  offer(name: ChannelName, code: string): string;
  /** Nothing is to be scanned any more. */
  withdraw(name: ChannelName): void;
}

/** What the page does with them. */
export interface LoginShows {
  /** Paths of the pages on which a code waits to be shown. */
  waiting(): readonly { readonly name: ChannelName; readonly path: string }[];
  /** The channel whose code a key shows; null for a key that is void. */
  find(key: string): ChannelName | null;
  /** The code, once: whoever sees it can take the account over. */
  take(key: string): { readonly name: ChannelName; readonly code: string } | null;
}

/** The page of a key, on the desk, so that only who may do everything gets there. */
const PAGE = '/desk/login/';
/** 128 bits: nobody guesses a page. */
const KEY_BYTES = 16;

/** Codes for logging in, held in memory only, each for one look. */
export class Logins implements LoginOffers, LoginShows {
  readonly #offered = new Map<ChannelName, { readonly key: string; readonly code: string }>();

  offer(name: ChannelName, code: string): string {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    this.#offered.set(name, { key, code });
    return PAGE + key;
  }

  withdraw(name: ChannelName): void {
    this.#offered.delete(name);
  }

  waiting(): { name: ChannelName; path: string }[] {
    return [...this.#offered].map(([name, { key }]) => ({ name, path: PAGE + key }));
  }

  find(key: string): ChannelName | null {
    return [...this.#offered].find(([, offered]) => offered.key === key)?.[0] ?? null;
  }

  take(key: string): { name: ChannelName; code: string } | null {
    const name = this.find(key);
    const offered = name === null ? undefined : this.#offered.get(name);
    if (name === null || offered === undefined) return null;
    this.#offered.delete(name);
    return { name, code: offered.code };
  }
}

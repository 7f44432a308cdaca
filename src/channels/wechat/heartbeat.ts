import type { WechatBot } from './bot.js';

/** How often a connection is asked whether it is alive, and how soon it has to answer, in milliseconds. */
export interface Beat {
  readonly everyMs: number;
  readonly withinMs: number;
}

/** Often enough to find a dead session before people do, seldom enough not to be noticed; a puppet that answers at all does so within seconds. */
export const BEAT: Beat = { everyMs: 5 * 60_000, withinMs: 20_000 };

/** One lost answer may be the network's. */
const MOST_LOST_ANSWERS = 2;
/** Errors within a minute after which a puppet is beyond help (wechat4u goes on failing for ever without saying that it stopped). */
const MOST_TROUBLE = 20;
const MINUTE = 60_000;

/** Finds connections that are dead without saying so: those that answer no pings, and those that only fail. */
export class Heartbeat {
  readonly #now: () => Date;
  readonly #lost: (why: string) => void;
  readonly #timer: NodeJS.Timeout;
  #trouble: readonly number[] = [];
  #silent = 0;
  #asking = false;

  /** `awake`: whether an answer may be expected at all. */
  constructor(bot: Pick<WechatBot, 'ping'>, awake: () => boolean, beat: Beat, now: () => Date, lost: (why: string) => void) {
    this.#now = now;
    this.#lost = lost;
    this.#timer = setInterval(() => {
      if (awake() && !this.#asking) void this.#ask(bot, beat.withinMs);
    }, beat.everyMs);
  }

  /** Notes an error of the puppet. */
  trouble(): void {
    const now = this.#now().getTime();
    this.#trouble = [...this.#trouble.filter((at) => now - at < MINUTE), now];
    if (this.#trouble.length >= MOST_TROUBLE) this.#lost('too many errors');
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #ask(bot: Pick<WechatBot, 'ping'>, withinMs: number): Promise<void> {
    this.#asking = true;
    this.#silent = (await bot.ping(withinMs)) ? 0 : this.#silent + 1;
    this.#asking = false;
    if (this.#silent >= MOST_LOST_ANSWERS) this.#lost('no answer to pings');
  }
}

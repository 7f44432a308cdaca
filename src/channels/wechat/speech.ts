import type { ChannelPorts, Delivery } from '../channel.js';
import type { WechatBot } from './bot.js';
import type { Governor } from './governor.js';

/** Says texts at the governor's pace, in the order they come, and tells what became of each. */
export class Speech {
  readonly #governor: Governor;
  readonly #log: ChannelPorts['log'];
  readonly #wait: (ms: number) => Promise<void>;
  readonly #saying = new Set<Promise<Delivery>>();
  /** Rooms that the bot was taken out of. */
  readonly #gone = new Set<string>();
  /** The account while it is logged in. */
  #bot: WechatBot | null = null;

  constructor(governor: Governor, log: ChannelPorts['log'], wait: (ms: number) => Promise<void>) {
    this.#governor = governor;
    this.#log = log;
    this.#wait = wait;
  }

  get loggedIn(): boolean {
    return this.#bot !== null;
  }

  loggedInAs(bot: WechatBot | null): void {
    this.#bot = bot;
  }

  left(room: string): void {
    this.#gone.add(room);
  }

  joined(room: string): void {
    this.#gone.delete(room);
  }

  /** Never rejects. `asked`: somebody waits for it, so that quiet hours do not hold. */
  say(conversation: string, text: string, mention: string | null, asked: boolean): Promise<Delivery> {
    return this.#noted(this.#utter(conversation, asked, (bot) => bot.say(conversation, text, mention)));
  }

  /** Shows a PNG, as `say` says a text. */
  show(conversation: string, picture: Uint8Array, asked: boolean): Promise<Delivery> {
    return this.#noted(this.#utter(conversation, asked, (bot) => bot.show(conversation, picture)));
  }

  /** Resolves when nothing is being said. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#saying);
  }

  #noted(uttering: Promise<Delivery>): Promise<Delivery> {
    const noted = uttering.finally(() => this.#saying.delete(noted));
    this.#saying.add(noted);
    return noted;
  }

  async #utter(conversation: string, asked: boolean, by: (bot: WechatBot) => Promise<string | null>): Promise<Delivery> {
    if (this.#gone.has(conversation)) return this.#not('refused', 'removed from the room');
    if (this.#bot === null) return this.#not('pending', 'not logged in');
    const permission = this.#governor.ask(asked);
    if ('notBefore' in permission) return this.#not('pending', permission.reason, permission.notBefore);
    if (permission.waitMs > 0) await this.#wait(permission.waitMs);
    // Much may have happened during the wait.
    const bot = this.#bot as WechatBot | null;
    if (bot === null) return this.#not('pending', 'not logged in');
    try {
      const id = await by(bot);
      this.#governor.succeeded();
      return { state: id === null ? 'handed over' : 'sent', messageId: id, reason: null, retryAt: null };
    } catch (error) {
      const until = this.#governor.failed(error instanceof Error ? error.message : '');
      if (until !== null) this.#log.error('wechat.breaker', { until: until.toISOString(), todo: 'look at the account: WeChat refuses what it says' });
      return this.#not('unknown', 'the puppet failed');
    }
  }

  #not(state: Delivery['state'], reason: string, retryAt: Date | null = null): Delivery {
    this.#log.warn('wechat.notSent', { state, reason });
    return { state, messageId: null, reason, retryAt };
  }
}

import type { Alarm, ChannelPorts, Delivery } from '../channel.js';
import { NoSuchPlace, type WechatBot } from './bot.js';
import type { Governor } from './governor.js';

/** What speech works with. */
export interface SpeechMeans {
  readonly governor: Governor;
  readonly log: ChannelPorts['log'];
  readonly alarm: Alarm;
  readonly now: () => Date;
  wait(ms: number): Promise<void>;
  /** How long the puppet may take to say something, in milliseconds; after that nobody can tell whether it did. */
  readonly withinMs: number;
}

/** Together with the governor's wait shorter than the desk waits for a channel. */
export const SAY_WITHIN_MS = 8_000;

/** A message answers somebody when they spoke so lately; else it is unasked, and quiet hours hold. */
const ASKED_MS = 15 * 60_000;

/** Says texts at the governor's pace, those of one conversation in the order they come, and tells what became of each. */
export class Speech {
  readonly #means: SpeechMeans;
  /** What is being said in each conversation: the next waits for it. */
  readonly #tails = new Map<string, Promise<Delivery>>();
  /** Until when what is said in a conversation waits, because something before it does. */
  readonly #heldUntil = new Map<string, Date>();
  /** When somebody last addressed the bot in a conversation. */
  readonly #askedAt = new Map<string, number>();
  /** Rooms that the bot was taken out of. */
  readonly #gone = new Set<string>();
  /** The account while it is logged in. */
  #bot: WechatBot | null = null;

  constructor(means: SpeechMeans) {
    this.#means = means;
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

  /** Notes that somebody addressed the bot in a conversation: what is said there next is an answer. */
  asked(conversation: string): void {
    const now = this.#means.now().getTime();
    this.#askedAt.delete(conversation);
    this.#askedAt.set(conversation, now);
    for (const [other, at] of this.#askedAt) {
      if (now - at <= ASKED_MS) break;
      this.#askedAt.delete(other);
    }
  }

  /** The account complains by itself, without having been told to say anything. */
  complained(said: string): void {
    this.#broken(this.#means.governor.complained(said));
  }

  /** Says a text, mentioning somebody in a room. Never rejects. */
  say(conversation: string, text: string, mention: string | null): Promise<Delivery> {
    return this.#queued(conversation, (bot) => bot.say(conversation, text, mention));
  }

  /** Shows a PNG as soon as it is drawn; null, or one that cannot be drawn, shows nothing. Never rejects. */
  show(conversation: string, draw: () => Promise<Uint8Array | null>): Promise<Delivery> {
    const drawn = draw().catch(() => null);
    return this.#queued(
      conversation,
      async (bot) => {
        const picture = await drawn;
        return picture === null ? null : bot.show(conversation, picture);
      },
      drawn,
    );
  }

  /** Resolves when nothing is being said. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }

  /** The slot is asked for at once, so that slots come in the order of what is said; it is used when what comes before is through. */
  #queued(conversation: string, by: (bot: WechatBot) => Promise<string | null>, prepared?: Promise<unknown>): Promise<Delivery> {
    const before = this.#tails.get(conversation);
    const slot = this.#slotFor(conversation);
    const ready = 'state' in slot ? null : slot.waitMs > 0 ? this.#means.wait(slot.waitMs) : undefined;
    const uttering = (async (): Promise<Delivery> => {
      await before;
      if ('state' in slot) return slot;
      await ready;
      await prepared;
      return this.#utter(by);
    })();
    this.#tails.set(conversation, uttering);
    void uttering.then(() => {
      if (this.#tails.get(conversation) === uttering) this.#tails.delete(conversation);
    });
    return uttering;
  }

  #slotFor(conversation: string): Delivery | { readonly waitMs: number } {
    const now = this.#means.now().getTime();
    if (this.#gone.has(conversation)) return this.#not('refused', 'removed from the room');
    if (this.#bot === null) return this.#not('pending', 'not logged in');
    const held = this.#heldUntil.get(conversation);
    if (held !== undefined && now < held.getTime()) return this.#not('pending', 'queue', held);
    this.#heldUntil.delete(conversation);
    const permission = this.#means.governor.ask(now - (this.#askedAt.get(conversation) ?? -Infinity) <= ASKED_MS);
    if (!('notBefore' in permission)) return permission;
    if (permission.reason === 'queue') this.#heldUntil.set(conversation, permission.notBefore);
    return this.#not('pending', permission.reason, permission.notBefore);
  }

  async #utter(by: (bot: WechatBot) => Promise<string | null>): Promise<Delivery> {
    // Much may have happened during the wait.
    const bot = this.#bot;
    if (bot === null) return this.#not('pending', 'not logged in');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('no answer')), this.#means.withinMs)));
    try {
      const id = await Promise.race([by(bot), late]);
      this.#means.governor.succeeded();
      return { state: id === null ? 'handed over' : 'sent', messageId: id, reason: null, retryAt: null };
    } catch (error) {
      if (error instanceof NoSuchPlace) return this.#not('refused', 'no such room or person');
      this.#broken(this.#means.governor.failed(error instanceof Error ? error.message : ''));
      return this.#not('unknown', 'the puppet failed');
    } finally {
      clearTimeout(timer);
    }
  }

  #broken(until: Date | null): void {
    if (until === null) return;
    this.#means.log.error('wechat.breaker', { until: until.toISOString(), todo: 'look at the account: WeChat refuses what it says' });
    this.#means.alarm('wechat.breaker', { zh: `微信不让这个号说话（操作频繁或连续失败），停到 ${chinaTime(until)}。请看看这个号。`, en: `WeChat refuses what the account says (too often, or it fails in a row); it is left alone until ${chinaTime(until)}. Look at the account.` });
  }

  #not(state: Delivery['state'], reason: string, retryAt: Date | null = null): Delivery {
    this.#means.log.warn('wechat.notSent', { state, reason });
    return { state, messageId: null, reason, retryAt };
  }
}

/** `2026-11-26 15:30`, in China. */
function chinaTime(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

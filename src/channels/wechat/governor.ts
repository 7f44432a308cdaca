import { words } from './words.js';
import type { WechatConfig } from './config.js';

/** What the governor says to a message: say it after so many milliseconds, or not before a moment. */
export type Permission = { readonly waitMs: number } | { readonly notBefore: Date; readonly reason: 'daily budget' | 'quiet hours' | 'breaker' | 'queue' };

/** What outlives a restart: an account that WeChat told to be quiet must not speak because somebody started the program anew. */
export interface GovernorKept {
  /** Days since 1970 in China, and how many messages were said on it. */
  readonly day: number;
  readonly spent: number;
  /** Until when the account is left alone, in milliseconds since 1970, and how often in a row it was. */
  readonly breakUntil: number;
  readonly breaks: number;
}

/** Where it is kept. */
export interface GovernorMemory {
  /** Null where nothing is kept. */
  load(): GovernorKept | null;
  save(kept: GovernorKept): void;
}

/** Longer than this nobody waits inside a call: the desk keeps the message and offers it again. */
const LONGEST_WAIT_MS = 15_000;
/** Failures in a row after which the account is left alone. */
const FAILURES = 3;
/** How long it is left alone, the first time and at most; WeChat's own blocks last from minutes to a day. */
const BREAK_MS = 10 * 60_000;
const LONGEST_BREAK_MS = 6 * 3_600_000;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** China keeps one time all year. */
const CHINA = 8 * 60 * MINUTE;

/**
 * Keeps an account from looking like a machine: a gap with jitter between messages, a budget for the day, quiet hours for what nobody asked
 * for, and a break after failures. Holds no timer: the caller waits. Budget and break outlive a restart.
 */
export class Governor {
  readonly #config: Pick<WechatConfig, 'gapSeconds' | 'jitterSeconds' | 'dailyBudget' | 'quiet'>;
  readonly #now: () => Date;
  /** From 0 to 1, for the jitter. */
  readonly #chance: () => number;
  readonly #memory: GovernorMemory;
  #nextSlot = 0;
  #day = -1;
  #spent = 0;
  #failures = 0;
  #breakUntil = 0;
  #breaks = 0;

  constructor(config: Pick<WechatConfig, 'gapSeconds' | 'jitterSeconds' | 'dailyBudget' | 'quiet'>, now: () => Date, chance: () => number, memory: GovernorMemory = { load: () => null, save: () => {} }) {
    this.#config = config;
    this.#now = now;
    this.#chance = chance;
    this.#memory = memory;
    const kept = memory.load();
    if (kept !== null) [this.#day, this.#spent, this.#breakUntil, this.#breaks] = [kept.day, kept.spent, Math.min(kept.breakUntil, now().getTime() + LONGEST_BREAK_MS), kept.breaks];
  }

  /** When one more message may be said; a slot given is spent. `asked`: somebody waits for it. */
  ask(asked: boolean): Permission {
    const now = this.#now().getTime();
    if (now < this.#breakUntil) return { notBefore: new Date(this.#breakUntil), reason: 'breaker' };
    const day = Math.floor((now + CHINA) / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#spent = 0;
    }
    if (this.#spent >= this.#config.dailyBudget) return { notBefore: new Date((day + 1) * DAY - CHINA), reason: 'daily budget' };
    const quiet = asked ? null : this.#quietUntil(now);
    if (quiet !== null) return { notBefore: new Date(quiet), reason: 'quiet hours' };
    const slot = Math.max(now, this.#nextSlot);
    if (slot - now > LONGEST_WAIT_MS) return { notBefore: new Date(slot), reason: 'queue' };
    this.#nextSlot = slot + (this.#config.gapSeconds + this.#config.jitterSeconds * this.#chance()) * 1000;
    this.#spent += 1;
    this.#keep();
    return { waitMs: slot - now };
  }

  succeeded(): void {
    this.#failures = 0;
    this.#breaks = 0;
  }

  /** Counts a failure by what was said; returns until when the account is left alone, null when it is not. */
  failed(said: string): Date | null {
    this.#failures += 1;
    return this.#failures >= FAILURES || isTooOften(said) ? this.#break() : null;
  }

  /** Hears what the account complains of by itself; returns until when it is left alone, null when it is not. */
  complained(said: string): Date | null {
    return isTooOften(said) && this.#now().getTime() >= this.#breakUntil ? this.#break() : null;
  }

  #break(): Date {
    this.#breakUntil = this.#now().getTime() + Math.min(BREAK_MS * 2 ** this.#breaks, LONGEST_BREAK_MS);
    this.#breaks += 1;
    this.#failures = 0;
    this.#keep();
    return new Date(this.#breakUntil);
  }

  #keep(): void {
    this.#memory.save({ day: this.#day, spent: this.#spent, breakUntil: this.#breakUntil, breaks: this.#breaks });
  }

  /** Until when it is quiet; null when it is not. */
  #quietUntil(now: number): number | null {
    const from = minutesOf(this.#config.quiet.from);
    const to = minutesOf(this.#config.quiet.to);
    const midnight = Math.floor((now + CHINA) / DAY) * DAY - CHINA;
    const minute = (now - midnight) / MINUTE;
    const quiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
    if (!quiet) return null;
    return midnight + to * MINUTE + (minute < to ? 0 : DAY);
  }
}

/** WeChat counts too many actions: one such word is enough. */
function isTooOften(said: string): boolean {
  const heard = said.toLowerCase();
  return words().tooOften.some((word) => heard.includes(word));
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Kept = z.strictObject({ seen: z.array(z.string()), until: z.iso.datetime() });

/** More than any puppet replays after a restart. */
const MOST_SEEN = 1000;
/** A puppet that was reconnecting hands messages on late; older ones would be answered out of nowhere. */
const STALE_MS = 5 * 60_000;

/**
 * Tells new messages from what a puppet replays: those from before this start, those seen before (also by an earlier run), and late ones.
 * Kept in `fence.json` of the channel's folder, ids and a moment only.
 */
export class Fence {
  readonly #file: string;
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #seen: Set<string>;
  /** When what was admitted and is not settled was said, by id. */
  readonly #open = new Map<string, number>();
  /** When this run began to listen. */
  readonly #start: number;
  /** Until when an earlier run listened; null at the first start ever. */
  readonly #before: number | null;

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#file = join(folder, 'fence.json');
    this.#now = now;
    const kept = read(this.#file);
    this.#seen = new Set(kept?.seen);
    this.#start = wholeSecond(now());
    this.#before = kept === null ? null : Date.parse(kept.until);
    // The first run may die before anything is settled.
    if (kept === null) this.save();
  }

  /**
   * Whether a message is to be dealt with. `missed`: it was said while nobody listened, and is too old to be answered now. What is admitted counts
   * as seen in this run; a later run knows of it when it is `settled`, so that nothing is lost with a process that dies in between.
   */
  admit(id: string, sentAt: Date): 'new' | 'seen' | 'old' | 'missed' {
    if (this.#seen.has(id) || this.#open.has(id)) return 'seen';
    const sent = sentAt.getTime();
    if (sent >= this.#start && sent >= this.#now().getTime() - STALE_MS) {
      this.#open.set(id, sent);
      return 'new';
    }
    this.#note(id);
    return this.#before !== null && sent > this.#before ? 'missed' : 'old';
  }

  /** Notes that what was admitted is in good hands: on the disk of the desk, or dealt with. */
  settled(id: string): void {
    if (this.#open.delete(id)) this.#note(id);
  }

  /** Writes down that the bot was listening until now, but for what is still open. */
  save(): void {
    const until = Math.min(wholeSecond(this.#now()), ...this.#open.values()) - 1;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#file}.tmp`, JSON.stringify({ seen: [...this.#seen], until: new Date(until).toISOString() }), { mode: 0o600 });
    renameSync(`${this.#file}.tmp`, this.#file);
  }

  #note(id: string): void {
    this.#seen.add(id);
    for (const first of this.#seen) {
      if (this.#seen.size <= MOST_SEEN) break;
      this.#seen.delete(first);
    }
    this.save();
  }
}

/** The beginning of a second: WeChat's clock counts no less. */
function wholeSecond(moment: Date): number {
  return Math.floor(moment.getTime() / 1000) * 1000;
}

/** A file that is missing or damaged costs the memory of what was seen; the moment of the start still holds. */
function read(file: string): z.output<typeof Kept> | null {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

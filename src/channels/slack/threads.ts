import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { EngagedThreads } from './incoming.js';

/** Threads quieter than the thousand before them are over. */
const MOST_KEPT = 1000;

const WRITE_AFTER_MS = 200;

const Kept = z.array(z.string());

/** Threads in which the bot was mentioned, kept over restarts in `threads.json` of the channel's folder. Holds ids only. */
export class ThreadBook implements EngagedThreads {
  readonly #file: string;
  readonly #folder: string;
  readonly #kept: Set<string>;
  #stale = false;
  #written: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'threads.json');
    this.#kept = new Set(read(this.#file));
  }

  has(channel: string, thread: string): boolean {
    return this.#kept.has(key(channel, thread));
  }

  /** Notes a thread as the one spoken in last. */
  add(channel: string, thread: string): void {
    const known = this.#kept.delete(key(channel, thread));
    this.#kept.add(key(channel, thread));
    for (const oldest of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    if (known || this.#stale) return;
    this.#stale = true;
    this.#written = this.#written.then(() => this.#write()).catch(() => undefined);
  }

  /** Resolves when what was noted stands in the file, or could not be written. */
  written(): Promise<void> {
    return this.#written;
  }

  /** Not before the event is acknowledged: many at once share a write, and a thread that is lost with a crash costs a mention. */
  async #write(): Promise<void> {
    await setTimeout(WRITE_AFTER_MS);
    this.#stale = false;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFile(`${this.#file}.tmp`, JSON.stringify([...this.#kept]), { mode: 0o600 });
    await rename(`${this.#file}.tmp`, this.#file);
  }
}

const key = (channel: string, thread: string): string => `${channel}/${thread}`;

/** A file that is missing or damaged costs a mention in each thread, nothing else. */
function read(file: string): string[] {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

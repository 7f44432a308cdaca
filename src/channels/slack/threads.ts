import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngagedThreads } from './incoming.js';

/** Threads quieter than the thousand before them are over. */
const MOST_KEPT = 1000;

const Kept = z.array(z.string());

/** Threads in which the bot was mentioned, kept over restarts in `threads.json` of the channel's folder. Holds ids only. */
export class ThreadBook implements EngagedThreads {
  readonly #file: string;
  readonly #folder: string;
  readonly #kept: Set<string>;

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
    if (known) return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#file}.tmp`, JSON.stringify([...this.#kept]), { mode: 0o600 });
    renameSync(`${this.#file}.tmp`, this.#file);
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

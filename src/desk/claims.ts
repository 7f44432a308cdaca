import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { DeskTables, MessageRow } from './tables.js';

/** Rows of one statement: SQLite takes 32,766 values, a row has sixteen. */
const MOST_ROWS = 500;

interface Waiting {
  readonly row: MessageRow;
  readonly resolve: (first: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** A server accepts one connection in a round of the event loop, so that a crowd comes in over many; what comes within so few of each other shares a commit. */
const QUIET_ROUNDS = 2;
/** Nobody waits longer for others, in rounds. Without a commit a round takes a fraction of a millisecond. */
const MOST_ROUNDS = 100;

/**
 * Writes down the messages that come in, those that come together in one commit: waiting for the disk is what taking in costs, and fifty
 * commits would keep the last of fifty people waiting for all of them.
 */
export class Claims {
  readonly #database: Kysely<DeskTables>;
  #waiting: Waiting[] = [];

  constructor(database: Kysely<DeskTables>) {
    this.#database = database;
  }

  /** Resolves once the row is on the disk: true when it is new, false when its message stood there before. */
  put(row: MessageRow): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      if (this.#waiting.length === 1) void this.#write();
    });
  }

  async #write(): Promise<void> {
    let quiet = 0;
    for (let rounds = 0; quiet < QUIET_ROUNDS && rounds < MOST_ROUNDS; rounds += 1) {
      const before = this.#waiting.length;
      await setImmediate();
      quiet = this.#waiting.length === before ? quiet + 1 : 0;
    }
    const all = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < all.length; from += MOST_ROWS) await this.#writeSome(all.slice(from, from + MOST_ROWS));
  }

  async #writeSome(some: readonly Waiting[]): Promise<void> {
    try {
      const written = await this.#database
        .insertInto('desk_message')
        .values(some.map(({ row }) => row))
        .onConflict((conflict) => conflict.columns(['channel', 'message']).doNothing())
        .returning(['channel', 'message'])
        .execute();
      const fresh = new Set(written.map(keyOf));
      // Of two deliveries in one commit the first counts.
      for (const { row, resolve } of some) resolve(fresh.delete(keyOf(row)));
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}

function keyOf({ channel, message }: Pick<MessageRow, 'channel' | 'message'>): string {
  return `${channel}/${message}`;
}

/** Requests that one client may make in a minute before it has to wait: far more than a person asks, fewer than would starve the others. */
const PER_MINUTE = 120;
const MINUTE_MS = 60_000;
const CLIENTS = 10_000;

/** Counts what each client asks, minute by minute. */
export class Pace {
  readonly #now: () => Date;
  readonly #counted = new Map<string, { since: number; count: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Seconds that a client has to wait before its next request; 0 when it may go on, and then this one is counted. */
  waitFor(client: string): number {
    const now = this.#now().getTime();
    const known = this.#counted.get(client);
    if (known === undefined || now - known.since >= MINUTE_MS) {
      this.#counted.delete(client);
      this.#counted.set(client, { since: now, count: 1 });
      if (this.#counted.size > CLIENTS) this.#counted.delete(this.#counted.keys().next().value!);
      return 0;
    }
    if (known.count >= PER_MINUTE) return Math.ceil((known.since + MINUTE_MS - now) / 1000);
    known.count += 1;
    return 0;
  }
}
